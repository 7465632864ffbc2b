"""Russian and Ukrainian forms of a given name: Анна, Анны, Анне, Анну; Тарас, Тарасу."""

from collections.abc import Iterable

from kuultu.ground.privacy.finder.word_lists import words_of

SOFT = "аяйьоіи"
ENDINGS = ("", *words_of("endings_cyrillic"))


def cyrillic_stems(names: Iterable[str]) -> frozenset[str]:
    """Each name without its last soft letter or vowel, in small letters."""
    return frozenset(name[:-1] if name[-1] in SOFT and len(name) > 3 else name for name in names)


def is_cyrillic(word: str) -> bool:
    """Whether a word is written in Cyrillic letters."""
    return "\u0400" <= word[:1] <= "\u04ff"


def is_cyrillic_form(word: str, stems: frozenset[str]) -> bool:
    """Whether a word in small letters is a stem with an ending."""
    return any(word.endswith(ending) and word[: len(word) - len(ending)] in stems for ending in ENDINGS)
