"""Links: made, shown again, opened, revoked. The token can be computed from the row and the server's key only."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from django.conf import settings

from kuultu.ground.people.models import Link, Purpose

TOKEN_BYTES = 16  # 128 bits


def make_link(purpose: Purpose, subject: int, *, now: datetime, lasts: timedelta) -> Link:
    """A new link in the scope's municipality."""
    return Link.objects.create(
        purpose=purpose, subject=subject, salt=secrets.token_hex(16), made_at=now, expires_at=now + lasts
    )


def token_of(link: Link) -> str:
    """The token as it stands in the address: the row's number and 128 bits that only the server can compute."""
    return f"{link.pk:x}-{_signature(link)}"


def address_of(link: Link) -> str:
    """The whole address, for a letter or a QR code."""
    return f"{settings.SITE_URL}/{link.purpose}/{token_of(link)}"


def link_by(token: str, purpose: Purpose) -> Link | None:
    """The link of a token, whatever its state; None if the token was never ours.

    Looks across municipalities, since the token is what names the municipality.
    """
    number, _, _signed = token.partition("-")
    try:
        link = Link.everywhere.select_related("municipality").filter(pk=int(number, 16), purpose=purpose).first()
    except (ValueError, OverflowError):
        return None
    if link is None or not hmac.compare_digest(token_of(link).encode(), token.encode()):
        return None
    return link


def open_link_to(purpose: Purpose, subject: int, *, now: datetime) -> Link | None:
    """The newest link to a thing that is still open."""
    found = Link.objects.filter(purpose=purpose, subject=subject).order_by("-made_at", "-pk")
    return next((link for link in found if link.is_open(now)), None)


def revoke_links(purpose: Purpose, subject: int, *, now: datetime) -> int:
    """Close every open link to a thing; how many there were."""
    return Link.objects.filter(purpose=purpose, subject=subject, revoked_at=None).update(revoked_at=now)


def _signature(link: Link) -> str:
    message = f"{link.purpose}:{link.pk}:{link.subject}:{link.salt}".encode()
    digest = hmac.new(settings.SECRET_KEY.encode(), message, hashlib.sha256).digest()[:TOKEN_BYTES]
    return digest.hex()
