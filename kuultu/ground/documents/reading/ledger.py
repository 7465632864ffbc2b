"""The book in which every character that was read is entered once: as an answer, a field, printed text or unplaced."""

from collections import Counter
from collections.abc import Callable, Mapping

from kuultu.ground.documents.reading.anchors import COLUMNS
from kuultu.ground.documents.reading.letters import count
from kuultu.ground.documents.reading.result import Answer, Caution


class Ledger:
    """Where text went. Texts come in trimmed. `highest` tells, when it is first asked, the highest row number
    that the form itself gives each question: added rows are numbered from there."""

    def __init__(self, highest: Callable[[], dict[str, int]]) -> None:
        self.unplaced: list[str] = []
        self.cautions: Counter[Caution] = Counter()
        self.unknown: set[str] = set()
        self._printed = 0
        self._rows: dict[tuple[str, int], dict[str, list[str]]] = {}
        self._fields: dict[str, list[str]] = {}
        self._ask_highest = highest
        self._highest: dict[str, int] | None = None

    def next_row(self, question: str) -> int:
        """Take the next free row number of a question."""
        if self._highest is None:
            self._highest = self._ask_highest()
        self._highest[question] = self._highest.get(question, 0) + 1
        return self._highest[question]

    def put(self, question: str, row: int, column: str, text: str) -> None:
        """Enter an answer's text. A second text for the same place goes on a new line."""
        if text:
            self._rows.setdefault((question, row), {}).setdefault(column, []).append(text)

    def put_field(self, name: str, text: str) -> None:
        """Enter a field's text. A second one cannot be placed."""
        if text and name in self._fields:
            self.cautions[Caution.COPIED_ROWS] += 1
            self.unplaced.append(text)
        elif text:
            self._fields[name] = [text]

    def add_to_field(self, name: str, text: str) -> None:
        """Enter one more paragraph of a field."""
        if text:
            self._fields.setdefault(name, []).append(text)

    def print(self, text: str) -> None:
        """Enter printed text of the form: known, and no answer."""
        self._printed += count(text)

    def leave(self, text: str) -> None:
        """Enter text that a person must place."""
        if count(text):
            self.unplaced.append(text)

    def answers(self, order: Mapping[str, int]) -> tuple[Answer, ...]:
        """Every answer, in the form's order; questions that the form does not know last."""
        last = len(order)
        rows = sorted(self._rows.items(), key=lambda item: (order.get(item[0][0], last), item[0]))
        return tuple(
            Answer(name, row, *("\n".join(cells[each]) if each in cells else "" for each in COLUMNS))
            for (name, row), cells in rows
        )

    def fields(self) -> dict[str, str]:
        """Every field that has text."""
        return {name: "\n".join(texts) for name, texts in self._fields.items()}

    def accounted(self, answers: tuple[Answer, ...], fields: Mapping[str, str]) -> int:
        """Characters entered, counted in what comes out."""
        said = sum(count(each.original) + count(each.translation) + count(each.mark) for each in answers)
        return said + sum(map(count, fields.values())) + sum(map(count, self.unplaced)) + self._printed
