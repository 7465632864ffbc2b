"""Names in scripts that have no capital letters: by list alone, so only names that are no words."""

import re
from collections.abc import Iterator

from kuultu.ground.privacy.finder.find import Certainty, Hit, Kind
from kuultu.ground.privacy.finder.word_lists import words_of

ALIKE = str.maketrans("يىكأإآةؤئ", "یی" + "ک" + "ااا" + "ه" + "وی", "\u200c\u0640")
VOWEL_MARKS = re.compile(r"[\u064b-\u065f\u0670]")
PREFIXES = "وفبلک"
SERVANT = "عبد"
WORD = re.compile(r"[\u0600-\u06ff]+|[\u1200-\u137f]+")


def _alike(word: str) -> str:
    """Arabic and Persian ways of writing a letter as one."""
    return VOWEL_MARKS.sub("", word.translate(ALIKE))


KNOWN = frozenset(_alike(word) for word in words_of("given_arabic", "given_ethiopic"))


def names_without_capitals(text: str) -> Iterator[Hit]:
    """Listed names, also after the small words that Arabic writes together with the next one."""
    servant: re.Match[str] | None = None
    for match in WORD.finditer(text):
        word = _alike(match.group())
        start = match.start()
        if word not in KNOWN and word[0] in PREFIXES:
            word, start = word[1:], start + 1
        if servant and match.start() == servant.end() + 1:
            yield Hit(Kind.NAME, servant.start(), match.end(), Certainty.LIKELY)
        elif word in KNOWN:
            yield Hit(Kind.NAME, start, match.end(), Certainty.LIKELY)
        servant = match if word == SERVANT else None
