"""What every page knows."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from kuultu.ground.languages.registry import CONTENT, INTERFACE, language


def page(request: HttpRequest) -> dict[str, Any]:
    """`here`: the page's language; `tongues`: those one can switch to;
    `actor`: who is asking."""
    return {
        "here": page_language(),
        "tongues": [CONTENT[code] for code in INTERFACE],
        "actor": getattr(request, "actor", None),
        "now": getattr(request, "now", None),
    }


def page_language() -> Any:
    """The language that the page is in."""
    code = get_language() or "fi"
    try:
        return language(code)
    except KeyError:
        return language("fi")
