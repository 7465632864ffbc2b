"""Folding: words as the search sees them, so that two keyboards, two cases and two ways of dotting find each other."""

import unicodedata

# An Arabic keyboard and a Persian one write the same letter differently; a reader sees no difference.
SAME_LETTER = str.maketrans({
    "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و",
    "ـ": None, "\u200c": None, "\u200d": None, "\u200e": None, "\u200f": None,
})  # fmt: skip
VOWEL_SIGNS = frozenset(chr(point) for point in (*range(0x064B, 0x0660), 0x0670))


def fold(text: str) -> str:
    """Compatibility form, no case, no Arabic vowel signs, one blank between words. Works without word boundaries."""
    plain = unicodedata.normalize("NFKC", text).translate(SAME_LETTER)
    return " ".join("".join(letter for letter in plain if letter not in VOWEL_SIGNS).casefold().split())
