"""Where a survey is answered, as an address and as a code for a phone's camera."""

from base64 import b64encode

from django.conf import settings
from django.urls import reverse

from kuultu.ground.documents.qr import svg
from kuultu.loop.surveys.models import Survey


def answer_address(survey: Survey) -> str:
    """The whole address of the survey."""
    return f"{settings.SITE_URL}{reverse('surveys_door', args=[survey.code])}"


def qr_of(address: str) -> str:
    """The QR code of an address as a `data:` address for an image."""
    return "data:image/svg+xml;base64," + b64encode(svg(address).encode()).decode()
