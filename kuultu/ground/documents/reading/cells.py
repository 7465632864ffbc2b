"""One cell of a table: what it is for, and its text."""

from typing import NamedTuple

from kuultu.ground.documents.reading.anchors import Anchor, Anchors
from kuultu.ground.documents.reading.shapes import Cell, Paragraph, Table


class Found(NamedTuple):
    """A cell with what tag or bookmark says it is for. Several `fields` may share one cell."""

    cell: Cell
    statement: Anchor | None
    fields: tuple[Anchor, ...]


class Finder:
    """Finds what cells are for."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._anchored: dict[int, bool] = {}

    def find(self, cell: Cell) -> Found:
        """What a cell is for: by the tags in it, else by its bookmarks.

        Where a pasted control brought a second statement's tag along, the cell's own bookmark decides, else
        the outermost control, which comes first.
        """
        paragraphs = [each for each in cell.blocks if isinstance(each, Paragraph) and (each.parts or each.bookmarks)]
        if not paragraphs:
            return Found(cell, None, ())
        found = [anchor for each in paragraphs if each.parts for anchor in self.tagged(each)]
        if not found:
            found = [anchor for each in paragraphs if each.bookmarks for anchor in self.marked(each)]
        if not found:
            return Found(cell, None, ())
        statements = [anchor for anchor in found if anchor.column]
        if len(statements) > 1:
            marked = (anchor for each in paragraphs for anchor in self.marked(each))
            return Found(cell, next((each for each in marked if each in statements), statements[0]), ())
        return Found(cell, statements[0], ()) if statements else Found(cell, None, tuple(dict.fromkeys(found)))

    def tagged(self, paragraph: Paragraph) -> list[Anchor]:
        """What the tags in a paragraph are for."""
        return [anchor for part in paragraph.parts if (anchor := self._anchors.of_tag(part.tag))]

    def marked(self, paragraph: Paragraph) -> list[Anchor]:
        """What the bookmarks in a paragraph are for."""
        return [anchor for mark in paragraph.bookmarks if (anchor := self._anchors.of_bookmark(mark))]

    def tag(self, tag: str) -> Anchor | None:
        """What one tag is for."""
        return self._anchors.of_tag(tag)

    def is_anchored(self, table: Table) -> bool:
        """Whether any cell of a table, or of tables in it, is found by tag or bookmark."""
        known = self._anchored.get(id(table))
        if known is None:
            blocks = (block for row in table.rows for cell in row.cells for block in cell.blocks)
            known = self._anchored[id(table)] = any(self._leads_somewhere(block) for block in blocks)
        return known

    def _leads_somewhere(self, block: Paragraph | Table) -> bool:
        if isinstance(block, Table):
            return self.is_anchored(block)
        return bool((block.parts and self.tagged(block)) or (block.bookmarks and self.marked(block)))
