"""Codes for a phone's camera, as addresses that a page can show."""

from base64 import b64encode

from django.conf import settings
from django.urls import reverse

from kuultu.ground.documents.qr import svg
from kuultu.loop.decisions.codes import table_key
from kuultu.loop.decisions.models import DecisionEvent


def qr_of(address: str) -> str:
    """The QR code of an address as a `data:` address for an image."""
    return "data:image/svg+xml;base64," + b64encode(svg(address).encode()).decode()


def join_address(event: DecisionEvent, number: int | None = None) -> str:
    """Where phones join, at a table if one is named."""
    place = f"?table={number}" if number else ""
    return f"{settings.SITE_URL}{reverse('decisions_join_code', args=[event.code])}{place}"


def table_address(event: DecisionEvent, number: int) -> str:
    """Where a table's tablet writes: with the table's key."""
    path = reverse("decisions_table", args=[event.code, number])
    return f"{settings.SITE_URL}{path}?k={table_key(event.code, number)}"


def screen_address(event: DecisionEvent) -> str:
    """What the projector shows."""
    return f"{settings.SITE_URL}{reverse('decisions_screen', args=[event.code])}"
