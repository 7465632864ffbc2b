"""Finnish and Swedish forms of a name: Pekka, Pekan, Pekalle; Virtanen, Virtaselta; Annas.

Not a grammar: it lists the stems a name may take and the endings that may follow, and accepts any
pair. Good enough to recognise a name that is in a list, useless for making one.
"""

import re
from collections.abc import Iterable

from kuultu.ground.privacy.finder.word_lists import words_of

VOWELS = "aeiouyäöåáéíóúü"
WEAKER = (
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nk", "ng"),
    ("nt", "nn"),
    ("mp", "mm"),
    ("lt", "ll"),
    ("rt", "rr"),
    ("ht", "hd"),
    ("rk", "r"),
    ("lk", "l"),
    ("t", "d"),
    ("p", "v"),
    ("k", ""),
)
ENDINGS = ("", *words_of("endings_fi"))
CLITICS = re.compile(r"(?:kin|kaan|kään|ko|kö|han|hän)$")


def stems(name: str) -> set[str]:
    """What may stand before an ending, in small letters."""
    name = name.lower()
    found = {name}
    if name.endswith("nen"):
        return found | {f"{name[:-3]}se", f"{name[:-3]}s"}
    if name[-1] not in VOWELS:
        found |= {f"{name}i", f"{name}e"}
        if name.endswith("s"):
            found |= {f"{name[:-1]}kse", f"{name[:-1]}{name[-2]}", f"{name[:-1]}{name[-2]}kse"}
        return found
    body, vowel = name[:-1], name[-1]
    if len(body) < 3:
        return found
    vowels = {vowel, "e"} if vowel == "i" else {vowel, "ee"} if vowel == "e" else {vowel}
    bodies = {body, *(f"{body[: -len(hard)]}{soft}" for hard, soft in WEAKER if body.endswith(hard))}
    return found | {f"{each}{last}" for each in bodies for last in vowels}


def stems_of(names: Iterable[str]) -> frozenset[str]:
    """The stems of all these names."""
    return frozenset(stem for name in names for stem in stems(name))


def is_form(word: str, of_stems: frozenset[str]) -> bool:
    """Whether a word in small letters is a stem with an ending, and perhaps a clitic."""
    return any(word.endswith(ending) and word[: len(word) - len(ending)] in of_stems for ending in ENDINGS) or bool(
        (shorter := CLITICS.sub("", word)) != word and is_form(shorter, of_stems)
    )
