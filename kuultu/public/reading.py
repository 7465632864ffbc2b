"""In which language somebody reads, and in which the page around the texts speaks.

Residents' texts exist in every language of a round; the words of the page in those that we have catalogues for. A
page around texts in another language speaks English, so that it is never half one language and half another.
"""

from collections.abc import Collection
from pathlib import Path

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from kuultu.ground.languages.registry import ALIASES, CONTENT, INTERFACE, Language, language
from kuultu.ground.web.context import page_language
from kuultu.ground.web.interface import COOKIE, INSTEAD

CATALOGUES = Path(__file__).parent / "locale"
# What a phone calls the languages that our registry keeps apart.
NEAREST = {"fa": "fa-AF", "prs": "fa-AF"}


def read_in(request: HttpRequest, offered: Collection[str]) -> Language:
    """The language that the visitor chose, else the first of `offered` that the browser asks for, else the page's.

    Activates the language of the words around the texts.
    """
    found = _chosen(request) or _asked_for(request, offered) or page_language()
    translation.activate(found.code.lower() if speaks(found.code) else INSTEAD)
    return found


def speaks(code: str) -> bool:
    """Do we have the words of the page in this language?"""
    return code in INTERFACE or (CATALOGUES / translation.to_locale(code.lower())).is_dir()


def tongues(offered: Collection[str]) -> list[Language]:
    """The languages to switch to, in the registry's order: those offered, and the interface languages."""
    wanted = {*INTERFACE, *offered}
    return [each for code, each in CONTENT.items() if code in wanted]


def _chosen(request: HttpRequest) -> Language | None:
    for code in (request.GET.get("lang", ""), request.COOKIES.get(COOKIE, "")):
        if code in CONTENT:
            return language(code)
    return None


def _asked_for(request: HttpRequest, offered: Collection[str]) -> Language | None:
    for asked, _weight in parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", "")):
        base = asked.partition("-")[0]
        for code in (ALIASES.get(asked, asked), base, NEAREST.get(base, "")):
            if code in offered or code in INTERFACE:
                return language(code)
    return None
