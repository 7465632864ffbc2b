"""Cuts a text into runs of one direction and one script, as word processors need them.

A run marked right-to-left must not hold Latin words or numbers: Word reorders them, or turns digits
into another shape. Source: Unicode bidirectional classes (UAX 9), by `unicodedata`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kuultu.ground.documents.scripts import is_rtl, script_of, script_of_character

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
STRONG = {"R": "R", "AL": "R", "L": "L", "EN": "N", "AN": "R"}
NUMBER = re.compile(r"\+?\d+(?:[ \u00a0\u202f]?[-–—./:]?[ \u00a0\u202f]?\d+)*\+?")


LEFT_TO_RIGHT = "\u200e"
SEVERAL = re.compile(r"\d\D+\d|^\+\d|\d\+$")


@dataclass(frozen=True)
class Run:
    """A stretch of text of one direction; `script` is set when it is not the paragraph's own."""

    text: str
    rtl: bool
    script: str = ""


def clean(text: str) -> str:
    """Without the characters that XML does not allow."""
    return ILLEGAL.sub("", text)


@lru_cache(maxsize=4096)
def runs(text: str, lang: str) -> tuple[Run, ...]:
    """The text of one paragraph as runs, in reading order."""
    if is_rtl(lang):
        return tuple(_in_rtl(text))
    own = script_of(lang)
    return tuple(_in_ltr(text, own))


def in_order(run: Run, lang: str) -> str:
    """The run's text, with marks of direction round a number of several parts in right-to-left text.

    LibreOffice and slides go by the characters and not by the run: without the marks 18–29 turns round.
    """
    if run.rtl or not is_rtl(lang) or not SEVERAL.search(run.text):
        return run.text
    return LEFT_TO_RIGHT + run.text + (LEFT_TO_RIGHT if run.text.endswith("+") else "")


def _strength(character: str) -> str:
    return "N" if character == "+" else STRONG.get(unicodedata.bidirectional(character), "")


def _stretches(text: str, strength: str) -> Iterator[tuple[bool, str]]:
    """(inside, piece): `inside` from the first to the last strong character of `strength` with no other between."""
    others = {"R": "LN", "LN": "R"}[strength]
    start = first = last = -1
    for at, character in enumerate(text):
        strong = _strength(character)
        if not strong:
            continue
        if strong in strength:
            first = at if first < 0 else first
            last = at
        elif strong in others and first >= 0:
            yield False, text[start + 1 : first]
            yield True, text[first : last + 1]
            start, first = last, -1
    if first >= 0:
        yield False, text[start + 1 : first]
        yield True, text[first : last + 1]
        start = last
    yield False, text[start + 1 :]


def _in_rtl(text: str) -> Iterator[Run]:
    for inside, piece in _stretches(text, "LN"):
        if not piece:
            continue
        if not inside:
            yield Run(piece, rtl=True)
        elif any(_strength(character) == "L" for character in piece):
            yield from _by_script(piece, "")
        else:
            yield from _numbers(piece)


def _numbers(piece: str) -> Iterator[Run]:
    """Each number, phone or range left-to-right, what stands between them right-to-left."""
    end = 0
    for found in NUMBER.finditer(piece):
        if found.start() > end:
            yield Run(piece[end : found.start()], rtl=True)
        yield Run(found.group(), rtl=False)
        end = found.end()
    if end < len(piece):
        yield Run(piece[end:], rtl=True)


def _in_ltr(text: str, own: str) -> Iterator[Run]:
    for inside, piece in _stretches(text, "R"):
        if not piece:
            continue
        if inside:
            yield Run(piece, rtl=True, script="Arab")
        else:
            yield from _by_script(piece, own)


def _by_script(piece: str, own: str) -> Iterator[Run]:
    """Cut where a character demands a script that the paragraph's font does not have."""
    start, current = 0, ""
    for at, character in enumerate(piece):
        wanted = script_of_character(character)
        wanted = "" if wanted == own else wanted
        if wanted == current or not (wanted or character.isalnum()):
            continue
        if at > start:
            yield Run(piece[start:at], rtl=False, script=current)
        start, current = at, wanted
    if start < len(piece):
        yield Run(piece[start:], rtl=False, script=current)
