"""Placing tables without tags and bookmarks: by the printed questions and labels in them, and by their shape.

Shapes that people make: question | answer; question | original | translation; a heading row with the question and
statement rows below it, numbered or not; label | value | label | value for fields. In a mirrored table cells are
stored in reading order, but programs without mirrored tables store them the other way round: the number column
shows which.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from kuultu.ground.documents.reading.anchors import COLUMNS
from kuultu.ground.documents.reading.document import text_of
from kuultu.ground.documents.reading.ledger import Ledger
from kuultu.ground.documents.reading.letters import trim
from kuultu.ground.documents.reading.matching import Printed, is_number, is_number_of_row
from kuultu.ground.documents.reading.result import Caution
from kuultu.ground.documents.reading.shapes import Block, Cell, Row, Table
from kuultu.ground.documents.reading.wording import Wording

type Flow = Callable[[list[Block], str | None], str | None]
type Filled = list[tuple[Cell, str]]

NUMBERS = "#"


class FreeTables:
    """Tables that only their words explain. `flow` places the blocks of a cell that stands alone."""

    def __init__(self, ledger: Ledger, printed: Printed, wording: Wording, flow: Flow) -> None:
        self._ledger = ledger
        self._printed = printed
        self._wording = wording
        self._flow = flow

    def place(self, table: Table, question: str | None) -> None:
        """Enter everything in a table; `question` is the one printed above it."""
        shape = _Shape()
        for row in table.rows:
            question = self._row(row, question, shape)

    def _row(self, row: Row, question: str | None, shape: "_Shape") -> str | None:
        if any(isinstance(block, Table) for cell in row.cells for block in cell.blocks):
            for cell in row.cells:
                self._flow(cell.blocks, None)
            return None
        filled = [(cell, text) for cell in row.cells if (text := trim(text_of(cell.blocks)))]
        worded = [(cell, text) for cell, text in filled if not is_number(text)]
        names = [self._printed.question(text) for _, text in worded]
        named = next((name for name in names if name), None)
        if named:
            shape.rows = 0
            return self._question_row(named, filled)
        if any(self._printed.field(text) for _, text in worded):
            self._label_row(filled)
            return None
        if len(row.cells) == 1 or (len(worded) == 1 and self._begins_with_question(worded[0][1])):
            return self._lone_cell(filled, worded, question)
        if question and filled:
            self._statement_row(row, worded, question, shape)
            return question
        for _, text in filled:
            self._wording.aside(text)
        return question

    def _question_row(self, question: str, filled: Filled) -> str:
        """A printed question, and whatever answers it in the same row, in the order original, translation, mark."""
        answers = []
        for place, (_, text) in enumerate(filled):
            numbered = is_number(text) if place == 0 else is_number_of_row(text, 0)
            if numbered:
                self._ledger.print(text)
            elif self._printed.question(text) or self._printed.is_surely_printed(text):
                self._wording.aside(text)
            else:
                answers.append(self._wording.without_prompts(text))
        if answers:
            self._put(question, dict(zip(COLUMNS, answers, strict=False)))
            for text in answers[len(COLUMNS) :]:
                self._ledger.leave(text)
        return question

    def _label_row(self, filled: Filled) -> None:
        """Labels, each followed by its value."""
        waiting: str | None = None
        for _, text in filled:
            name = self._printed.field(text)
            if name:
                self._ledger.print(text)
                waiting = name
            elif waiting:
                self._ledger.put_field(waiting, self._wording.without_prompts(text))
                waiting = None
            else:
                self._wording.aside(text)

    def _lone_cell(self, filled: Filled, worded: Filled, question: str | None) -> str | None:
        """A row of one cell, beside a number perhaps: read as free paragraphs."""
        for cell, text in filled:
            if (cell, text) in worded or len(filled) == 1:
                question = self._flow(cell.blocks, question)
            else:
                self._wording.aside(text, 0)
        return question

    def _begins_with_question(self, text: str) -> bool:
        first = text.partition("\n")[0]
        return bool(self._printed.question(first) or self._printed.question_before(first))

    def _statement_row(self, row: Row, worded: Filled, question: str, shape: "_Shape") -> None:
        """A row of statements below their question, or the heads of its columns."""
        texts = {cell.column: trim(text_of(cell.blocks)) for cell in row.cells}
        heads = {cell.column: head for cell, text in worded if (head := self._printed.column(text))}
        if worded and len(heads) == len(worded):
            shape.columns.update(heads)
            for text in texts.values():
                self._ledger.print(text)
            return
        shape.rows += 1
        shape.note_numbers(texts)
        found: dict[str, str] = {}
        for place, column in shape.assigned(list(texts)).items():
            text = texts[place]
            if column in COLUMNS and column not in found:
                found[column] = self._wording.without_prompts(text)
            else:
                self._wording.aside(text, shape.rows if column == NUMBERS else None)
        self._put(question, found)

    def _put(self, question: str, texts: dict[str, str]) -> None:
        if not any(texts.values()):
            return
        row = self._ledger.next_row(question)
        for column, text in texts.items():
            self._ledger.put(question, row, column, text)
        self._ledger.cautions[Caution.FOUND_BY_TEXT] += 1


@dataclass(slots=True)
class _Shape:
    """What has been learnt of a table: what its columns hold, and how many rows of statements there were."""

    columns: dict[int, str] = field(default_factory=dict)
    rows: int = 0

    def note_numbers(self, texts: dict[int, str]) -> None:
        """Remember which outer column holds the rows' numbers."""
        if NUMBERS in self.columns.values() or len(texts) < 2:
            return
        for place in (min(texts), max(texts)):
            if is_number_of_row(texts[place], self.rows) and place not in self.columns:
                self.columns[place] = NUMBERS
                return

    def assigned(self, places: list[int]) -> dict[int, str]:
        """A column for each place: as the heads said, else in order, from the side where the numbers are."""
        mirrored = len(places) > 1 and self.columns.get(places[-1]) == NUMBERS
        left = [column for column in COLUMNS if column not in self.columns.values()]
        assigned = {}
        for place in reversed(places) if mirrored else places:
            assigned[place] = self.columns.get(place) or (left.pop(0) if left else "")
        return assigned
