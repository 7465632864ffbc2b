"""Guessing codes is slow: wrong ones are counted for a minute by where they come from, in memory and nowhere else.

A code has six of 32 signs: at a hundred wrong tries a minute it takes twenty years to try half of them. Whoever
types a right code is not counted, so a hall behind one address gets in. Source: OWASP ASVS 5.0, 6.6.3.
"""

import hashlib
import ipaddress
from contextlib import suppress

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

WRONG_A_MINUTE = 100
MINUTE = 60
NETWORK = 64  # bits: whoever has one address of IPv6 has all that begin so


def may_guess(request: HttpRequest, what: str) -> bool:
    """May a code for `what` ("join", "survey") still be tried from here?"""
    tried: int = cache.get(_place(request, what), 0)
    return tried < WRONG_A_MINUTE


def guessed_wrong(request: HttpRequest, what: str) -> None:
    """Count one wrong code."""
    place = _place(request, what)
    cache.add(place, 0, MINUTE)
    with suppress(ValueError):  # the minute was over between the two
        cache.incr(place)


def whence(request: HttpRequest) -> str:
    """The address that a request comes from: behind our own proxy (KUULTU_BEHIND_PROXY) the one that the proxy saw.

    What stands further left in `X-Forwarded-For` was written by the visitor and says nothing.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.BEHIND_PROXY:
        address = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip() or address
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return ""
    return str(known) if known.version == 4 else str(ipaddress.ip_network((known, NETWORK), strict=False)[0])


def _place(request: HttpRequest, what: str) -> str:
    """Where the request comes from, unreadable."""
    address = f"{settings.SECRET_KEY}:{what}:{whence(request)}"
    return f"guesses:{hashlib.sha256(address.encode()).hexdigest()}"
