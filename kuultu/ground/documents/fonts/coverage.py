"""Which characters the fonts in this folder can draw, and a text in which every character can be drawn.

A PDF for screen readers must not hold a glyph that no font has, so what people typed is looked over first.
"""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
STANDS_FOR = "□"
JOINERS = {0x200C, 0x200D}
DROPPED = {0xFE0E, 0xFE0F, 0xFEFF, 0x00AD, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


@cache
def covered() -> frozenset[int]:
    """The code points of all fonts together."""
    points: set[int] = set(JOINERS)
    for path in FOLDER.glob("*.ttf"):
        for first, last in _ranges(path.read_bytes()):
            points.update(range(first, last + 1))
    return frozenset(points)


def _ranges(font: bytes) -> Iterator[tuple[int, int]]:
    """First and last character of each range in the font's character map, formats 4 and 12 (OpenType 1.9, cmap)."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = (struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(count))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    for n in range(struct.unpack_from(">H", font, start + 2)[0]):
        at = start + struct.unpack_from(">HHI", font, start + 4 + 8 * n)[2]
        kind = struct.unpack_from(">H", font, at)[0]
        if kind == 4:
            yield from _format_4(font, at)
        elif kind == 12:
            for group in range(struct.unpack_from(">I", font, at + 12)[0]):
                yield struct.unpack_from(">II", font, at + 16 + 12 * group)


def _format_4(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Segments of format 4; segments whose characters all draw the missing glyph are not made by our fonts."""
    double = struct.unpack_from(">H", font, at + 6)[0]
    ends = struct.unpack_from(f">{double // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{double // 2}H", font, at + 16 + double)
    yield from ((first, last) for first, last in zip(starts, ends, strict=True) if first != 0xFFFF)


class _Drawn(dict[int, str]):
    """What is drawn for a character, found out when it is first met."""

    def __missing__(self, point: int) -> str:
        made = self[point] = _replaced(chr(point))
        return made


def _replaced(character: str) -> str:
    if character in "\n\t":
        return character if character == "\n" else " "
    point = ord(character)
    if point in DROPPED or unicodedata.category(character) == "Cc":
        return ""
    return character if point in covered() and unicodedata.category(character) != "Co" else STANDS_FOR


DRAWN = _Drawn()


def drawable(text: str) -> str:
    """The text with a box for each character that no font has; marks of direction are dropped."""
    return text if text.isascii() and text.isprintable() else text.translate(DRAWN)
