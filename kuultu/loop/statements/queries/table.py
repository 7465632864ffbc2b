"""The sentence table: themes by groups or languages, in words that point at nobody.

Events with fewer than five people (or an unknown number) are in no column. If there is just one of them in the
round it is left out of the row's count as well, for the rest of the row would tell what was said there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kuultu.ground.privacy.disclosure import Audience, Band, EventCount, Word, band_of, themes_by_events
from kuultu.loop.materials.models import Domain
from kuultu.loop.reports.models import Mark, Report, Shared
from kuultu.loop.rounds.models import Event, Round
from kuultu.loop.statements.models import DELIVERED, Coding, Theme
from kuultu.loop.statements.queries.themes import themes_of

WIDELY = {Shared.MOST.value, Shared.ALL.value}  # "all" is never said: it would speak for every person


class Told(StrEnum):
    """What a cell says. The first three are the words of ground.privacy.disclosure."""

    MOST = Word.MOST.value
    FEW = Word.FEW.value
    DIVIDED = Word.DIVIDED.value
    SPOKEN = "spoken"
    SILENT = "silent"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Column:
    """A group or a language: `key` is the group's id or the language's code. Not `told`: too few people to show."""

    key: str
    name: str
    languages: tuple[str, ...]
    told: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One theme in one column. `mark` is a value of `Mark`, empty where nobody marked anything."""

    column: Column
    told: Told
    mark: str = ""

    @property
    def opens(self) -> bool:
        """Is there something behind it to show?"""
        return self.told not in {Told.SILENT, Told.HIDDEN}


@dataclass(frozen=True, slots=True)
class Row:
    """A theme and at how many of the counted events it came up."""

    theme: Theme
    cells: tuple[Cell, ...]
    everywhere: EventCount

    @property
    def is_common(self) -> bool:
        """At more than half of the events."""
        return self.everywhere.events * 2 > self.everywhere.of

    @property
    def is_at_odds(self) -> bool:
        """Divided within a group, or good in one and bad in another."""
        marks = {cell.mark for cell in self.cells if cell.opens}
        return any(cell.told is Told.DIVIDED for cell in self.cells) or {Mark.GOOD, Mark.BAD} <= marks


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of a domain."""

    domain: Domain
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ThemeTable:
    """The whole table. `events`: how many are counted in the rows; `small`: how many are in no column."""

    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    events: int
    small: int

    @property
    def rows(self) -> list[Row]:
        """All rows, whatever their domain."""
        return [row for section in self.sections for row in section.rows]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is shared, what only some spoke of, where experiences contradict each other."""

    shared: tuple[Row, ...]
    some: tuple[Row, ...]
    at_odds: tuple[Row, ...]


type Spoken = dict[tuple[int, int], list[tuple[str, str]]]
"""(theme, event) → (mark, how widely shared) of each statement."""


def theme_table(round: Round, *, by: str = "group", audience: Audience = Audience.COORDINATOR) -> ThemeTable:
    """Themes by domain, columns by "group" or "language", of events with a delivered report.

    For the public a column needs two events as well. Asks the database four times, however large the round.
    """
    events = _events(round)
    large = [event for event in events if not _is_small(event.report)]
    small = len(events) - len(large)
    counted = large if small == 1 else events
    columns = _columns(events, large, by, audience)
    spoken, themes = _spoken(round), list(themes_of(round))
    counts = themes_by_events(
        {str(theme.pk): [event.code for event in counted if (theme.pk, event.pk) in spoken] for theme in themes},
        {"": [event.code for event in counted]},
    )
    rows = [
        Row(theme, tuple(_cell(column, members, theme, spoken) for column, members in columns), count.everywhere)
        for theme, count in zip(themes, counts, strict=True)
    ]
    return ThemeTable(tuple(column for column, _members in columns), _by_domain(rows), len(counted), small)


def shared_and_differing(round: Round, *, audience: Audience = Audience.COORDINATOR) -> Comparison:
    """The themes of the table by groups, the widest first. A theme is in one of the first two, or in neither."""
    rows = sorted(theme_table(round, audience=audience).rows, key=lambda row: -row.everywhere.events)
    return Comparison(
        shared=tuple(row for row in rows if row.is_common),
        some=tuple(row for row in rows if row.everywhere.events and not row.is_common),
        at_odds=tuple(row for row in rows if row.is_at_odds),
    )


def _events(round: Round) -> list[Event]:
    return list(
        Event.objects.filter(round=round, report__state__in=DELIVERED)
        .select_related("group", "report")
        .order_by("group__name", "code")
    )


def _is_small(report: Report) -> bool:
    total = report.who_came.get("total")
    return not isinstance(total, int) or band_of(total) is Band.UNDER_5


def _columns(
    events: list[Event], large: list[Event], by: str, audience: Audience
) -> list[tuple[Column, frozenset[int]]]:
    """Each column with the events that it may speak of."""
    members: dict[str, list[Event]] = {}
    for event in events:
        members.setdefault(event.language if by == "language" else str(event.group_id), []).append(event)
    found = []
    for key, own in members.items():
        shown = frozenset(event.pk for event in own if event in large)
        told = bool(shown) and not audience.lacks_events(len(shown))
        languages = tuple(dict.fromkeys(event.language for event in own))
        name = "" if by == "language" else own[0].group.name
        found.append((Column(key, name, languages, told), shown if told else frozenset()))
    return found


def _spoken(round: Round) -> Spoken:
    found: Spoken = {}
    placed = Coding.objects.filter(
        theme__round=round, statement__withdrawn_at=None, statement__event__report__state__in=DELIVERED
    )
    once = placed.values_list("theme_id", "statement_id", "statement__event_id", "statement__mark", "statement__shared")
    for theme, _statement, event, mark, shared in once.distinct():
        found.setdefault((theme, event), []).append((mark, shared))
    return found


def _cell(column: Column, members: Iterable[int], theme: Theme, spoken: Spoken) -> Cell:
    if not column.told:
        return Cell(column, Told.HIDDEN)
    by_event = [spoken.get((theme.pk, event), []) for event in members]
    statements = [each for said in by_event for each in said]
    if not statements:
        return Cell(column, Told.SILENT)
    mark = _mark([mark for mark, _shared in statements])
    if mark == Mark.MIXED:
        return Cell(column, Told.DIVIDED, mark)
    return Cell(column, _how_widely(by_event), mark)


def _mark(marks: list[str]) -> str:
    """Good or bad where all that is marked agrees, mixed where it does not; a proposal where there is nothing else."""
    found = set(marks) - {Mark.NONE.value}
    weighed = found - {Mark.PROPOSAL.value}
    if not weighed:
        return Mark.PROPOSAL.value if found else Mark.NONE.value
    return weighed.pop() if len(weighed) == 1 else Mark.MIXED.value


def _how_widely(by_event: list[list[tuple[str, str]]]) -> Told:
    """MOST when most people said so at more than half of the events; FEW when anything was marked at all."""
    levels = [{shared for _mark, shared in said} - {Shared.NONE.value} for said in by_event]
    if 2 * sum(bool(level & WIDELY) for level in levels) > len(levels):
        return Told.MOST
    return Told.FEW if any(levels) else Told.SPOKEN


def _by_domain(rows: list[Row]) -> tuple[Section, ...]:
    grouped = [Section(domain, tuple(row for row in rows if row.theme.domain == domain)) for domain in Domain]
    return tuple(section for section in grouped if section.rows)
