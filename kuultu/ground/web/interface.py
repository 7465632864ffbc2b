"""The language of the page: what the visitor chose, else what the browser asks for, else Finnish.

Staff pages exist in the interface languages. What residents, scribes and facilitators meet exists in the
content languages too: pages behind a link (their address holds a `token`), and views marked `for_residents`. Links of
officials are marked `for_staff`.
"""

from collections.abc import Callable, Container
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from kuultu.ground.languages.registry import CONTENT, INTERFACE

COOKIE = "kuultu_language"
YEAR = 365 * 24 * 3600
INSTEAD = "en"  # on a staff page, for somebody who reads other pages in a content language


def for_residents[V: Callable[..., Any]](view: V) -> V:
    """Mark a view that is to be had in the content languages."""
    view.for_residents = True  # type: ignore[attr-defined]
    return view


def for_staff[V: Callable[..., Any]](view: V) -> V:
    """Mark a view behind a link that only officials get: in the interface languages alone."""
    view.for_residents = False  # type: ignore[attr-defined]
    return view


def is_for_residents(view: object, parts: Container[str]) -> bool:
    """Is the page to be had in the content languages? `parts`: the names of the parts of its address."""
    return bool(getattr(view, "for_residents", "token" in parts))


class InterfaceLanguageMiddleware:
    """`?lang=sv` chooses and is remembered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("lang", "")
        with translation.override(chosen(request, asked).lower()):
            response = self.get_response(request)
        if asked in CONTENT:
            response.set_cookie(COOKIE, asked, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
        response.headers.setdefault("Vary", "Cookie, Accept-Language")
        return response

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: dict[str, Any]) -> None:
        """A staff page is not half translated: it falls back as a whole."""
        if is_for_residents(view, kwargs):
            return
        if translation.get_language() not in INTERFACE:
            translation.activate(INSTEAD)


def chosen(request: HttpRequest, asked: str = "") -> str:
    """The code of the language that the visitor wants."""
    for code in (asked, request.COOKIES.get(COOKIE, "")):
        if code in CONTENT:
            return code
    for code, _weight in parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", "")):
        if (short := code.split("-")[0]) in INTERFACE:
            return short
    return "fi"
