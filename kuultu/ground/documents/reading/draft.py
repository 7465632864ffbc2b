"""A paragraph while it is read, and what becomes of its characters when it is closed."""

from typing import NamedTuple

from lxml.etree import _Element

from kuultu.ground.documents.reading.letters import count, hidden_in, is_piled_up, tidy, tidy_and_count
from kuultu.ground.documents.reading.refusals import Reason, Refused
from kuultu.ground.documents.reading.repeats import once
from kuultu.ground.documents.reading.shapes import Block, Paragraph, Part

# Shorter paragraphs cannot hold a pile of marks that takes noticeable time.
LONG = 500


class Closed(NamedTuple):
    """Characters of a closed paragraph: seen, left out as shapeless, left out as repeated."""

    seen: int
    smuggled: int
    repeated: int


NOTHING = Closed(0, 0, 0)


class Draft:
    """`pieces` tells, once a control or a prompt is met, what stands in which: (tag, whether a prompt, text)."""

    __slots__ = ("bookmarks", "element", "holder", "paragraph", "pieces", "texts")

    def __init__(self, element: _Element, holder: list[Block], bookmarks: list[str]) -> None:
        self.element = element
        self.holder = holder
        self.paragraph = Paragraph()
        self.bookmarks = bookmarks
        self.texts: list[str] = []
        self.pieces: list[tuple[str, bool, str]] | None = None

    def begin_control(self, tag: str, prompt: bool) -> None:
        """Note a control, or an empty one's prompt, even if nothing will stand in it."""
        if self.pieces is None:
            self.pieces = [("", False, text) for text in self.texts]
        self.pieces.append((tag, prompt, ""))

    def close(self) -> Closed:
        """Fill in the paragraph. Raises Refused for marks piled up beyond any writing."""
        paragraph, raw = self.paragraph, "".join(self.texts)
        if self.bookmarks:
            paragraph.bookmarks = tuple(self.bookmarks)
        if not raw:
            paragraph.parts = _parts(self.pieces, "") if self.pieces else ()
            return NOTHING
        if len(raw) > LONG and is_piled_up(raw):
            raise Refused(Reason.OVERFULL, "marks")
        tidied, seen = tidy_and_count(raw)
        smuggled = 0 if tidied is raw else hidden_in(raw)
        text = once(tidied)
        repeated = 0 if text is tidied else seen - count(text)
        paragraph.text = text
        if self.pieces is not None:
            paragraph.parts = _parts(self.pieces, text)
        return Closed(seen - repeated, smuggled, repeated)


def _parts(pieces: list[tuple[str, bool, str]], text: str) -> tuple[Part, ...]:
    """Neighbouring pieces of one control joined. They make up `text` again, or the first control takes it all:
    a letter and its accent may stand in two controls."""
    tag, prompt, _ = pieces[0]
    if all(piece[0] == tag and piece[1] == prompt for piece in pieces):
        return (Part(tag, text, prompt),)
    owners: list[tuple[str, bool]] = []
    texts: list[list[str]] = []
    for tag, prompt, piece in pieces:
        if owners and owners[-1] == (tag, prompt):
            texts[-1].append(piece)
        else:
            owners.append((tag, prompt))
            texts.append([piece])
    tidied = [tidy("".join(each)) for each in texts]
    if "".join(tidied) != text:
        first = next((place for place, owner in enumerate(owners) if owner[0]), 0)
        tidied = [text if place == first else "" for place in range(len(owners))]
    return tuple(Part(tag, each, prompt) for (tag, prompt), each in zip(owners, tidied, strict=True))
