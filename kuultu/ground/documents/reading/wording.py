"""The words of a cell or line, with what is printed in it entered as printed."""

from kuultu.ground.documents.reading.cells import Finder
from kuultu.ground.documents.reading.document import text_of
from kuultu.ground.documents.reading.ledger import Ledger
from kuultu.ground.documents.reading.letters import trim
from kuultu.ground.documents.reading.matching import Printed, is_number_of_row
from kuultu.ground.documents.reading.shapes import Cell, Paragraph, Table


class Wording:
    """Takes words out of cells. `inner` gathers tables of the form that stand in cells, to be placed by themselves."""

    def __init__(self, ledger: Ledger, printed: Printed, finder: Finder) -> None:
        self._ledger = ledger
        self._printed = printed
        self._finder = finder
        self.inner: list[Table] = []

    def of_cell(self, cell: Cell) -> str:
        """A cell's whole text: a line per paragraph, tables in it as lines."""
        blocks = cell.blocks
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return trim(blocks[0].text)
        return trim("\n".join(self._of_block(block) for block in blocks))

    def without_prompts(self, text: str) -> str:
        """An answer without the printed words that stand in an empty one."""
        if not text or not self._printed.form.prompts:
            return text
        if self._printed.is_prompt(text):
            self._ledger.print(text)
            return ""
        if "\n" not in text:
            return text
        return trim("\n".join(line for line in text.split("\n") if not self._printed_prompt(line)))

    def without_label(self, paragraph: Paragraph, name: str) -> str:
        """A field's paragraph without the field's own label, which may share the cell with it."""
        if not paragraph.parts:
            return "\n".join(self._after_label(line, name) for line in paragraph.text.split("\n"))
        kept = []
        for part in paragraph.parts:
            if not part.tag and self._printed.field(trim(part.text)) == name:
                self._ledger.print(part.text)
            else:
                kept.append(part.text)
        return "".join(kept)

    def aside(self, text: str, row: int | None = None) -> None:
        """Enter a text that answers nothing: printed, or for a person to place.

        `row` is given where a printed number may stand: that of the row, or 0 beside a question.
        """
        if not text:
            return
        numbered = row is not None and is_number_of_row(text, row)
        if numbered or self._printed.is_label(text) or self._printed.is_question_only(text):
            self._ledger.print(text)
        else:
            self._ledger.leave(text)

    def _of_block(self, block: Paragraph | Table) -> str:
        if isinstance(block, Paragraph):
            return block.text
        if self._finder.is_anchored(block):
            self.inner.append(block)
            return ""
        return text_of([block])

    def _printed_prompt(self, line: str) -> bool:
        """Whether a line is a prompt; it is entered as printed then."""
        if not line or not self._printed.is_prompt(line):
            return False
        self._ledger.print(line)
        return True

    def _after_label(self, line: str, name: str) -> str:
        """A line without the field's own label at its start."""
        if self._printed.field(trim(line)) == name:
            self._ledger.print(line)
            return ""
        found = self._printed.field_before(line)
        if found is None or found[0] != name:
            return line
        self._ledger.print(found[1])
        return found[2]
