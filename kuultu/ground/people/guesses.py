"""Guessing codes is slow: wrong ones are counted for a minute by where they come from, in memory and nowhere else.

A code has six of 32 signs: at a hundred wrong tries a minute it takes twenty years to try half of them. Whoever
types a right code is not counted, so a hall behind one address gets in. Source: OWASP ASVS 5.0, 6.6.3.
"""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

WRONG_A_MINUTE = 100
MINUTE = 60


def may_guess(request: HttpRequest, what: str) -> bool:
    """May a code for `what` ("join", "survey") still be tried from here?"""
    tried: int = cache.get(_place(request, what), 0)
    return tried < WRONG_A_MINUTE


def guessed_wrong(request: HttpRequest, what: str) -> None:
    """Count one wrong code."""
    place = _place(request, what)
    cache.add(place, 0, MINUTE)
    cache.incr(place)


def _place(request: HttpRequest, what: str) -> str:
    """Where the request comes from, unreadable."""
    address = f"{settings.SECRET_KEY}:{what}:{request.META.get('REMOTE_ADDR', '')}"
    return f"guesses:{hashlib.sha256(address.encode()).hexdigest()}"
