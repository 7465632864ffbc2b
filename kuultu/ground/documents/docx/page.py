"""What a document gathers while its blocks are written: numbers, pictures, numbered lists; and how it writes a line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kuultu.ground.documents import qr
from kuultu.ground.documents.docx import text as words
from kuultu.ground.documents.model import QR, Block, Columns, Document, PageBreak, Text
from kuultu.ground.documents.scripts import is_rtl

TEXT_WIDTH = 9638  # twips between the margins of an A4 page: 170 mm
STYLES = {"lead": "Lead", "text": "", "small": "Small"}
# Characters of running text on the front of a leaf: up to the first a page has room for a large lead, from the
# second on it is full. Word cannot be asked how high a text is; print measures.
ROOMY, FULL = 1150, 1400


@dataclass
class Page:
    """One Word file in the making."""

    document: Document
    pictures: list[bytes] = field(default_factory=list)
    lists: list[bool] = field(default_factory=list)
    counted: int = 0

    @property
    def lang(self) -> str:
        """The document's language."""
        return self.document.lang

    @property
    def accent(self) -> str:
        """The municipality's colour, as Word writes it."""
        return self.document.accent.lstrip("#")

    @property
    def rtl(self) -> bool:
        """Whether the page reads from the right."""
        return is_rtl(self.document.lang)

    def number(self) -> int:
        """The next free number, for bookmarks and pictures."""
        self.counted += 1
        return self.counted

    def picture(self, code: QR) -> str:
        """Keeps the picture; its relation's name."""
        self.pictures.append(qr.png(code.data))
        return f"rIdQr{len(self.pictures)}"

    def numbered_list(self) -> int:
        """A list that begins at one again; its `w:numId`. Number 1 is the list without order."""
        self.lists.append(True)
        return len(self.lists) + 1

    def runs(self, text: str, lang: str = "", *, strong: bool = False, colour: str = "", size: float = 0) -> str:
        """A text as runs of its language, or of the document's."""
        return words.text_runs(text, lang or self.lang, self.lang, strong=strong, colour=colour, size=size)

    def paragraph(self, content: str, style: str = "", lang: str = "", *, before: str = "", after: str = "") -> str:
        """A paragraph of runs already made, in the direction of its language."""
        return words.paragraph(content, lang or self.lang, style, before=before, after=after)

    def line(
        self, text: str, style: str = "", lang: str = "", *, strong: bool = False, colour: str = "", size: float = 0
    ) -> str:
        """A text in one paragraph."""
        return self.paragraph(self.runs(text, lang, strong=strong, colour=colour, size=size), style, lang)

    def style_of(self, size: str) -> str:
        """The style of running text of a size; smaller on a leaf that is full."""
        if size == "lead" and self._length > ROOMY:
            size = "text"
        elif size == "text" and self._length > FULL:
            size = "small"
        return STYLES[size]

    @cached_property
    def _length(self) -> int:
        return sum(_characters(_front(self.document.blocks))) if self.document.leaf else 0


def _front(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, PageBreak):
            return
        yield block


def _characters(blocks: Iterable[Block]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Text):
            yield len(block.text)
        elif isinstance(block, Columns):
            yield from (count for cell in block.cells for count in _characters(cell))
