"""Placing tables of the form: cells found by tag or bookmark, and rows that the scribe copied or added."""

from collections import Counter
from collections.abc import Callable

from kuultu.ground.documents.reading.anchors import Anchor
from kuultu.ground.documents.reading.cells import Finder, Found
from kuultu.ground.documents.reading.document import text_of
from kuultu.ground.documents.reading.ledger import Ledger
from kuultu.ground.documents.reading.letters import trim
from kuultu.ground.documents.reading.matching import Printed, is_number
from kuultu.ground.documents.reading.result import Caution
from kuultu.ground.documents.reading.shapes import Block, Cell, Paragraph, Table
from kuultu.ground.documents.reading.wording import Wording

type Flow = Callable[[list[Block], str | None], str | None]


class FormTables:
    """Tables in which at least one cell is found by tag or bookmark. `flow` places the blocks of a layout cell."""

    def __init__(self, ledger: Ledger, printed: Printed, finder: Finder, wording: Wording, flow: Flow) -> None:
        self._ledger = ledger
        self._printed = printed
        self._finder = finder
        self._wording = wording
        self._flow = flow
        self._claimed: set[Anchor] = set()

    def place(self, table: Table) -> None:
        """Enter everything in a table, and in tables of the form within its cells."""
        rows = [[self._finder.find(cell) for cell in row.cells] for row in table.rows]
        columns, widths = _columns(rows)
        question: str | None = None
        for row in rows:
            anchors = [found.statement for found in row if found.statement]
            if anchors:
                question = self._statement_row(row, anchors, columns)
            elif any(found.fields for found in row):
                self._field_row(row)
            else:
                question = self._loose_row(row, question, columns if len(row) in widths else {})
        inner, self._wording.inner = self._wording.inner, []
        for each in inner:
            self.place(each)

    def _statement_row(self, row: list[Found], anchors: list[Anchor], columns: dict[int, str]) -> str | None:
        """A row of the form, or a copy of one: a copy takes the next number. The question it belongs to.

        Where a pasted cell brought another row's anchor along, most of the row decides.
        """
        votes = Counter([anchor[:2] for anchor in anchors])
        question, number = max(votes, key=votes.__getitem__)
        own = {anchor for anchor in anchors if anchor[:2] == (question, number)}
        if not next(iter(own)).known:
            self._ledger.unknown.add(question)
            self._asides(row, number)
            return None
        if own & self._claimed:
            number = self._ledger.next_row(question)
            self._ledger.cautions[Caution.COPIED_ROWS] += 1
        self._claimed |= own
        self._enter(row, question, number, own, columns)
        return question

    def _enter(self, row: list[Found], question: str, number: int, own: set[Anchor], columns: dict[int, str]) -> None:
        """Each cell by its own anchor, else by the place that anchors of other rows give its column."""
        taken: set[str] = set()
        for found in row:
            text = self._wording.of_cell(found.cell)
            anchor = found.statement
            column = anchor.column if anchor in own and anchor else columns.get(found.cell.column, "")
            if column and column not in taken:
                taken.add(column)
                self._ledger.put(question, number, column, self._wording.without_prompts(text))
            else:
                self._wording.aside(text, number)

    def _loose_row(self, row: list[Found], question: str | None, columns: dict[int, str]) -> str | None:
        """A row that nothing in it names: a heading, or one that the scribe added below rows of `question`."""
        if any(isinstance(block, Table) for found in row for block in found.cell.blocks):
            for found in row:
                self._flow(found.cell.blocks, None)
            return question
        texts = [trim(text_of(found.cell.blocks)) for found in row]
        named = next((name for text in texts if text and (name := self._printed.question(text))), None)
        fits = any(text and found.cell.column in columns for found, text in zip(row, texts, strict=True))
        if question is None or named or not fits or self._is_head(texts):
            self._asides(row, 0)
            return named or question
        self._ledger.cautions[Caution.EXTRA_ROWS] += 1
        self._enter(row, question, self._ledger.next_row(question), set(), columns)
        return question

    def _is_head(self, texts: list[str]) -> bool:
        """Whether a row holds printed texts only, more than one: the heads of columns."""
        words = [text for text in texts if text and not is_number(text)]
        return len(words) > 1 and all(self._printed.is_label(text) for text in words)

    def _asides(self, row: list[Found], number: int) -> None:
        """Enter a row that answers nothing; a number may stand at its beginning."""
        for place, found in enumerate(row):
            self._wording.aside(self._wording.of_cell(found.cell), None if place else number)

    def _field_row(self, row: list[Found]) -> None:
        """Labels and fields in any order."""
        for found in row:
            if len(found.fields) == 1:
                self._ledger.put_field(found.fields[0].name, self._field_text(found.cell, found.fields[0].name))
            elif found.fields:
                self._shared_cell(found.cell, {anchor.name for anchor in found.fields})
            else:
                self._wording.aside(self._wording.of_cell(found.cell))

    def _field_text(self, cell: Cell, name: str) -> str:
        """A cell of one field: all of it but the field's own label."""
        lines = [
            self._wording.without_label(block, name) if isinstance(block, Paragraph) else text_of([block])
            for block in cell.blocks
        ]
        return self._wording.without_prompts(trim("\n".join(lines)))

    def _shared_cell(self, cell: Cell, names: set[str]) -> None:
        """A cell of several fields: each has what stands in its control, or in the paragraph of its bookmark."""
        for block in cell.blocks:
            if isinstance(block, Table):
                self._wording.aside(text_of([block]))
                continue
            tagged = any(part.tag in names for part in block.parts)
            marked = {anchor.name for anchor in self._finder.marked(block)} & names
            if tagged:
                self._parts(block, names)
            elif len(marked) == 1:
                name = marked.pop()
                text = self._wording.without_label(block, name)
                self._ledger.add_to_field(name, self._wording.without_prompts(trim(text)))
            else:
                self._wording.aside(trim(block.text))

    def _parts(self, paragraph: Paragraph, names: set[str]) -> None:
        for part in paragraph.parts:
            if part.tag in names:
                self._ledger.add_to_field(part.tag, self._wording.without_prompts(trim(part.text)))
            else:
                self._wording.aside(trim(part.text))


def _columns(rows: list[list[Found]]) -> tuple[dict[int, str], set[int]]:
    """Which grid column holds which part of a statement, as the anchors say; and how many cells such rows have."""
    columns: dict[int, str] = {}
    widths: set[int] = set()
    for row in rows:
        for found in row:
            if found.statement:
                columns.setdefault(found.cell.column, found.statement.column)
                widths.add(len(row))
    return columns, widths
