"""How much may be sent at once. Source: OWASP ASVS 5.0, 5.2.1.

Django holds a file of any size on the disk before a page can look at it, and looks at the forms of everybody, signed
in or not. A browser tells the size of what it sends beforehand; what has none is read as empty.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class SizeMiddleware:
    """More than `settings.MOST_SENT` bytes are refused with a page (413), unread."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _size(request) > settings.MOST_SENT:
            return render(None, "web/too_large.html", {"most": settings.MOST_SENT // 1024 // 1024}, status=413)
        return self.get_response(request)


def _size(request: HttpRequest) -> int:
    """What the request says of itself; one that says nonsense is read as empty by Django as well."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
