"""The same text in plain characters, with the way back.

Word writes an en dash into identity codes, phones write digits of other scripts, and copied text
carries marks nobody sees. All of it is folded before looking, and every find is traced back.
"""

import unicodedata
from dataclasses import dataclass

DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u30fc\u05be")
INVISIBLE = frozenset(("Cf", "Cc"))


class _Plain(dict[int, str]):
    """One character in plain form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if category == "Nd":
            plain = str(unicodedata.decimal(character))
        elif character in DASHES:
            plain = "-"
        elif category == "Zs":
            plain = " "
        elif category in INVISIBLE and character not in "\n\r\t":
            plain = ""
        else:
            compatible = unicodedata.normalize("NFKC", character)
            plain = compatible if len(compatible) == 1 else character
        self[code] = plain
        return plain


PLAIN = _Plain()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in plain characters; `spans` says where each of them stands in the original.

    `spans` is None when every character stayed in its place.
    """

    original: str
    plain: str
    spans: tuple[tuple[int, int], ...] | None

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the plain text stands in the original."""
        if self.spans is None:
            return start, end
        return self.spans[start][0], self.spans[end - 1][1]


def fold(text: str) -> Folded:
    """The text with plain digits, dashes and spaces, composed letters and nothing invisible."""
    if _moves_nothing(text):
        return Folded(text, text.translate(PLAIN), None)
    characters: list[str] = []
    spans: list[tuple[int, int]] = []
    for start, end in _clusters(text):
        for plain in unicodedata.normalize("NFC", text[start:end]).translate(PLAIN):
            characters.append(plain)
            spans.append((start, end))
    return Folded(text, "".join(characters), tuple(spans))


def _moves_nothing(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and len(text.translate(PLAIN)) == len(text)


def _clusters(text: str) -> list[tuple[int, int]]:
    """Each character with the marks that are joined to it."""
    starts = [n for n, character in enumerate(text) if n == 0 or not unicodedata.combining(character)]
    return list(zip(starts, (*starts[1:], len(text)), strict=True))
