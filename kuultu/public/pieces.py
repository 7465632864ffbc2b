"""A text as residents read it: in their language, or in another that says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from kuultu.ground.languages.texts import TextState
from kuultu.ground.municipalities.scope import current
from kuultu.loop.materials.wording import Wording

FALLBACK = "fi"


class Told(Protocol):
    """A text of the loop in one language."""

    language: str
    state: str


@dataclass(frozen=True)
class Piece:
    """`fell_back`: not in the language that was asked for. `machine`: no person has read this translation."""

    text: str
    language: str
    fell_back: bool = False
    machine: bool = False


def town_language() -> str:
    """The language in which the municipality of the scope writes: its first."""
    return current().languages.split(",")[0].strip() or FALLBACK


def best[T: Told](texts: Iterable[T], code: str) -> T | None:
    """The text in a language, else in the municipality's, else in Finnish, else any."""
    held = {text.language: text for text in texts}
    for wanted in (code, town_language(), FALLBACK):
        if wanted in held:
            return held[wanted]
    return next(iter(held.values()), None)


def piece(told: Told | None, text: str, code: str) -> Piece:
    """One field of such a text; where there is no text at all, `text` is in the municipality's language."""
    if told is None:
        return Piece(text, town_language(), town_language() != code)
    return Piece(text, told.language, told.language != code, told.state == TextState.MACHINE)


def worded(wording: Wording) -> Piece:
    """Words that come with the materials."""
    return Piece(wording.text, wording.language, wording.fell_back)
