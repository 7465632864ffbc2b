"""How each script is set on paper and named in Word: font, size, line gap, direction, language tag."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from kuultu.ground.languages.registry import ALIASES, ARAB, CONTENT, CYRILLIC, ETHIOPIC, LATIN, THAI


@dataclass(frozen=True)
class Face:
    """One script: `size` multiplies the Latin size, `gap` is the space between lines in em, `digits` scales
    the digits and Latin words inside it. `word` is the font that people have in their word processor."""

    script: str
    families: tuple[str, ...]
    size: float
    gap: float
    digits: float
    word: str


_LAST = ("Noto Sans", "Noto Sans Symbols2", "Noto Sans Math", "Noto Naskh Arabic", "Noto Sans Ethiopic", "Sarabun")


def _face(script: str, family: str, size: float, gap: float, digits: float, word: str) -> Face:
    rest = tuple(each for each in _LAST if each != family)
    return Face(script, (family, *rest), size, gap, digits, word)


FACES: Final = {
    LATIN: _face(LATIN, "Noto Sans", 1.0, 0.70, 1.0, "Arial"),
    CYRILLIC: _face(CYRILLIC, "Noto Sans", 1.0, 0.70, 1.0, "Arial"),
    ARAB: _face(ARAB, "Noto Naskh Arabic", 1.17, 0.76, 0.86, "Arial"),
    ETHIOPIC: _face(ETHIOPIC, "Noto Sans Ethiopic", 1.0, 0.86, 0.96, "Ebrima"),
    THAI: _face(THAI, "Sarabun", 1.14, 0.84, 1.0, "Leelawadee UI"),
}
VIETNAMESE: Final = _face(LATIN, "Noto Sans", 1.0, 0.80, 1.0, "Arial")

# Word names some languages by region or by a code of its own (Dari is prs-AF there).
_WORD_TAGS: Final = {
    "fi": "fi-FI", "sv": "sv-FI", "en": "en-GB", "se": "se-FI", "et": "et-EE", "ru": "ru-RU", "uk": "uk-UA",
    "ar": "ar-SA", "fa": "fa-IR", "fa-AF": "prs-AF", "so": "so-SO", "sw": "sw-KE", "ti": "ti-ER", "th": "th-TH",
    "vi": "vi-VN", "rw": "rw-RW", "rn": "rn-BI", "es": "es-ES", "bs": "bs-Latn-BA",
}  # fmt: skip


@cache
def script_of(lang: str) -> str:
    """The script of a language code or of a tag of Word's; an unknown one is taken by its first part, else as Latin."""
    code, first = ALIASES.get(lang, lang), lang.split("-")[0]
    known = CONTENT.get(code) or CONTENT.get(ALIASES.get(first, first))
    return known.script if known else LATIN


def is_rtl(lang: str) -> bool:
    """True for languages written from right to left."""
    return script_of(lang) == ARAB


@cache
def face(lang: str) -> Face:
    """How a language is set on paper. Vietnamese stacks its marks and needs more air between lines."""
    return VIETNAMESE if lang.split("-")[0] == "vi" else FACES[script_of(lang)]


@cache
def word_tag(lang: str) -> str:
    """The language as Word and PowerPoint call it: `fa-AF` is `prs-AF`."""
    code = ALIASES.get(lang, lang)
    return _WORD_TAGS.get(code, code)


@cache
def script_of_character(character: str) -> str:
    """The script a character demands ("" = any font of ours may draw it)."""
    point = ord(character)
    if 0x0600 <= point <= 0x077F or 0xFB50 <= point <= 0xFDFF or 0xFE70 <= point <= 0xFEFE:
        return ARAB
    if 0x1200 <= point <= 0x139F or 0x2D80 <= point <= 0x2DDF or 0xAB00 <= point <= 0xAB2F:
        return ETHIOPIC
    return THAI if 0x0E00 <= point <= 0x0E7F else ""
