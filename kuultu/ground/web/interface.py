"""The language of the interface: what the visitor chose, else what the browser asks for, else Finnish."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from kuultu.ground.languages.registry import CONTENT, INTERFACE

COOKIE = "kuultu_language"
YEAR = 365 * 24 * 3600


class InterfaceLanguageMiddleware:
    """`?lang=sv` chooses and is remembered; doors may switch to a language of their own inside the page."""

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


def chosen(request: HttpRequest, asked: str = "") -> str:
    """The code of the language to use; staff pages fall back to English for content languages."""
    for code in (asked, request.COOKIES.get(COOKIE, "")):
        if code in CONTENT:
            return code
    for code, _weight in parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", "")):
        if (short := code.split("-")[0]) in INTERFACE:
            return short
    return "fi"
