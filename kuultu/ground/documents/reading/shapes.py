"""What a Word file holds once it is read: paragraphs, tables of cells, and what was left out. Plain data, no XML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

type Block = Paragraph | Table


class Part(NamedTuple):
    """A stretch of a paragraph: the tag of the innermost control around it ("" for none), and its text.

    `prompt` marks text that Word itself shows in an empty control.
    """

    tag: str
    text: str
    prompt: bool


@dataclass(slots=True)
class Paragraph:
    """One paragraph. `parts` is empty when no control of ours and no prompt is in it, else it covers the text."""

    text: str = ""
    parts: tuple[Part, ...] = ()
    bookmarks: tuple[str, ...] = ()
    heading: bool = False


@dataclass(slots=True)
class Cell:
    """One cell, at grid column `column`."""

    column: int
    span: int = 1
    blocks: list[Block] = field(default_factory=list)

    def paragraphs(self) -> Iterator[Paragraph]:
        """The cell's own paragraphs, not those of tables inside it."""
        return (block for block in self.blocks if isinstance(block, Paragraph))


@dataclass(slots=True)
class Row:
    """One row; its cells in reading order, which in a mirrored table is right to left."""

    cells: list[Cell] = field(default_factory=list)
    start: int = 0

    @property
    def end(self) -> int:
        """The grid column behind the last cell."""
        return self.cells[-1].column + self.cells[-1].span if self.cells else self.start


@dataclass(slots=True)
class Table:
    """One table."""

    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a file held that is not read, in counts; never the words themselves (research: trust F4).

    Characters are counted without white space. `copied_characters` are second copies of text that is
    read once: a text box stored again for old programs, a control that old LibreOffice repeated. `pictures` are
    those of the body, not of headers and footers.
    """

    deleted_characters: int = 0
    hidden_characters: int = 0
    copied_characters: int = 0
    field_codes: int = 0
    comments: int = 0
    authors: int = 0
    properties: int = 0
    revision_ids: int = 0
    custom_parts: int = 0
    thumbnails: int = 0
    pictures: int = 0
    controls: int = 0
    outside_links: int = 0


@dataclass(slots=True)
class Document:
    """Everything visible in a file. `visible` counts it character by character as it is read.

    `margins` are headers and footers: visible, kept apart, not in `visible`. `drawn` are the check boxes
    of old form fields, which Word draws without a character: they stand in the text and in no count.
    """

    blocks: list[Block]
    notes: list[str]
    margins: list[str]
    loose_bookmarks: tuple[str, ...]
    dropped: Dropped
    visible: int
    drawn: int
    repeated: int
