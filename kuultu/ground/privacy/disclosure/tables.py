"""Answers by group, as a table that stays silent about its small cells."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kuultu.ground.privacy.disclosure.audience import Audience
from kuultu.ground.privacy.disclosure.flows import Spot
from kuultu.ground.privacy.disclosure.rounding import rounded_people
from kuultu.ground.privacy.disclosure.shown import Nothing, Reason
from kuultu.ground.privacy.disclosure.suppression import (
    Grid,
    protected,
    too_small,
    with_totals,
)
from kuultu.ground.privacy.disclosure.thresholds import FIGURES_FROM, WORDS_FROM

TOTAL = ""
"""Stands for the total where a row or a column is named."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its name, people per column (None where hidden), and its total."""

    row: str
    cells: tuple[int | None, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class ProtectedTable:
    """A table that may be shown. Hidden numbers are None; small and protecting ones look alike.

    Rounded tables (for the public) do not always add up.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    grid: tuple[tuple[int | None, ...], ...]
    rounded: bool

    def people(self, row: str, column: str) -> int | None:
        """The number shown in a cell, None when hidden; TOTAL names the last row or column."""
        at_row = len(self.rows) if row == TOTAL else self.rows.index(row)
        at_column = len(self.columns) if column == TOTAL else self.columns.index(column)
        return self.grid[at_row][at_column]

    def __iter__(self) -> Iterator[Line]:
        """The rows as lines, the totals last, under the name TOTAL."""
        for row, numbers in zip((*self.rows, TOTAL), self.grid, strict=True):
            yield Line(row, numbers[:-1], numbers[-1])

    @property
    def hidden(self) -> frozenset[tuple[str, str]]:
        """Names of the hidden cells; given to the next round's table they stay hidden there."""
        return frozenset(
            (row, column)
            for row in (*self.rows, TOTAL)
            for column in (*self.columns, TOTAL)
            if self.people(row, column) is None
        )


def table(
    counts: Mapping[str, Mapping[str, int]],
    *,
    audience: Audience,
    events: Mapping[str, int] | None = None,
    hidden_before: Collection[tuple[str, str]] = (),
) -> ProtectedTable | Nothing:
    """People by group (rows) and answer (columns), each person in one cell.

    `events` is how many events each group's people come from; for the public a group from fewer
    than two is hidden. `hidden_before` names cells hidden in an earlier table of the same shape:
    shown now, they could tell what they were then. Raises ValueError for a negative count.
    """
    rows = tuple(counts)
    columns = tuple(dict.fromkeys(answer for each in counts.values() for answer in each))
    grid = with_totals(tuple(tuple(counts[row].get(column, 0) for column in columns) for row in rows))
    if any(people < 0 for row in grid for people in row):
        raise ValueError("a count of people cannot be negative")
    people = grid[-1][-1] if columns else 0
    if people < FIGURES_FROM:
        few = people < WORDS_FROM
        return Nothing(Reason.FEWER_THAN_FIVE if few else Reason.TABLE_TOO_SMALL)
    untold = {row for row in rows if audience.lacks_events((events or {}).get(row))}
    named = _named(rows, columns)
    before = frozenset(hidden_before)
    small = too_small(grid) | {spot for spot, name in named.items() if name[0] in untold or name in before}
    hidden = protected(grid, small)
    if hidden is None or all(spot in hidden for spot in _inside(grid)):
        return Nothing(Reason.TABLE_TOO_SMALL)
    return ProtectedTable(rows, columns, _masked(grid, hidden, audience), audience.rounds)


def _named(rows: tuple[str, ...], columns: tuple[str, ...]) -> dict[Spot, tuple[str, str]]:
    return {
        (r, c): (row, column)
        for r, row in enumerate((*rows, TOTAL))
        for c, column in enumerate((*columns, TOTAL))
        if (row, column) != (TOTAL, TOTAL)
    }


def _inside(grid: Grid) -> list[Spot]:
    return [(r, c) for r in range(len(grid) - 1) for c in range(len(grid[0]) - 1)]


def _masked(grid: Grid, hidden: frozenset[Spot], audience: Audience) -> tuple[tuple[int | None, ...], ...]:
    return tuple(
        tuple(
            None if (r, c) in hidden else rounded_people(people) if audience.rounds else people
            for c, people in enumerate(row)
        )
        for r, row in enumerate(grid)
    )
