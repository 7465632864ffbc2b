"""The sentence table: themes by groups or languages, in words that point at nobody.

Events with fewer than five people (or an unknown number) are in no column. If there is just one of them in the
round it is left out of the row's count as well, for the rest of the row would tell what was said there.
An event whose report has not been lifted yet counts nowhere: silence is not the same as not having been read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kuultu.ground.privacy.disclosure import Audience, EventCount, Word, themes_by_events
from kuultu.loop.materials.models import Domain
from kuultu.loop.reports.models import Mark, Shared
from kuultu.loop.rounds.models import Event, Round
from kuultu.loop.statements.models import Coding, Theme
from kuultu.loop.statements.queries.heard import Heard, heard
from kuultu.loop.statements.queries.themes import themes_of

WIDELY = {Shared.MOST.value, Shared.ALL.value}  # "all" is never said: it would speak for every person
CLEARLY = 0.75  # experiences are called good (or bad) when three of four are; between the two they are divided


class Told(StrEnum):
    """What a cell says. The first three are the words of ground.privacy.disclosure."""

    MOST = Word.MOST.value
    FEW = Word.FEW.value
    DIVIDED = Word.DIVIDED.value
    SPOKEN = "spoken"
    SILENT = "silent"
    UNREAD = "unread"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Column:
    """A group or a language: `key` is the group's id or the language's code.

    Not `told`: too few people to show. Not `read`: nothing has been lifted out of its reports yet.
    """

    key: str
    name: str
    languages: tuple[str, ...]
    told: bool
    read: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """One theme in one column. `mark` is a value of `Mark`, empty where nobody marked anything."""

    column: Column
    told: Told
    mark: str = ""

    @property
    def opens(self) -> bool:
        """Is there something behind it to show?"""
        return self.told not in {Told.SILENT, Told.UNREAD, Told.HIDDEN}


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
        """Good in one group and bad in another, or divided within most groups that spoke of it."""
        spoke = [cell for cell in self.cells if cell.opens]
        divided = sum(cell.told is Told.DIVIDED for cell in spoke)
        return {Mark.GOOD, Mark.BAD} <= {cell.mark for cell in spoke} or divided * 2 > len(spoke)


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

    For the public a column needs two events as well. Asks the database three times, however large the round.
    """
    events = heard(round)
    columns = _columns(events, by, audience)
    themes = list(themes_of(round))
    spoken = _spoken(themes, events.read)
    counts = themes_by_events(
        {str(each.pk): [event.code for event in events.counted if (each.pk, event.pk) in spoken] for each in themes},
        {"": [event.code for event in events.counted]},
    )
    rows = [
        Row(theme, tuple(_cell(column, members, theme, spoken) for column, members in columns), count.everywhere)
        for theme, count in zip(themes, counts, strict=True)
    ]
    return ThemeTable(tuple(each for each, _members in columns), _by_domain(rows), len(events.counted), events.small)


def shared_and_differing(round: Round, *, audience: Audience = Audience.COORDINATOR) -> Comparison:
    """The themes of the table by groups, the widest first. A theme is in one of the first two, or in neither."""
    rows = sorted(theme_table(round, audience=audience).rows, key=lambda row: -row.everywhere.events)
    return Comparison(
        shared=tuple(row for row in rows if row.is_common),
        some=tuple(row for row in rows if row.everywhere.events and not row.is_common),
        at_odds=tuple(row for row in rows if row.is_at_odds),
    )


def _columns(events: Heard, by: str, audience: Audience) -> list[tuple[Column, frozenset[int]]]:
    """Each column with the events that it may speak of."""
    members: dict[str, list[Event]] = {}
    for event in events.delivered:
        members.setdefault(event.language if by == "language" else str(event.group_id), []).append(event)
    found = []
    for key, own in members.items():
        shown = frozenset(event.pk for event in own if event in events.large)
        read = any(event in events.read for event in own)
        told = not read or (bool(shown) and not audience.lacks_events(len(shown)))
        languages = tuple(dict.fromkeys(event.language for event in own))
        name = "" if by == "language" else own[0].group.name
        found.append((Column(key, name, languages, told, read), shown if told else frozenset()))
    return found


def _spoken(themes: list[Theme], events: Iterable[Event]) -> Spoken:
    """What was said of each theme at each event; a statement that several people placed there counts once."""
    known = {event.pk for event in events}
    placed = Coding.objects.filter(theme__in=[theme.pk for theme in themes], statement__withdrawn_at=None)
    rows = placed.values_list("theme_id", "statement_id", "statement__event_id", "statement__mark", "statement__shared")
    found: Spoken = {}
    for theme, _statement, event, mark, shared in set(rows):
        if event in known:
            found.setdefault((theme, event), []).append((mark, shared))
    return found


def _cell(column: Column, members: Iterable[int], theme: Theme, spoken: Spoken) -> Cell:
    if not column.told or not column.read:
        return Cell(column, Told.UNREAD if column.told else Told.HIDDEN)
    by_event = [spoken.get((theme.pk, event), []) for event in members]
    statements = [each for said in by_event for each in said]
    if not statements:
        return Cell(column, Told.SILENT)
    mark = _mark([mark for mark, _shared in statements])
    if mark == Mark.MIXED:
        return Cell(column, Told.DIVIDED, mark)
    return Cell(column, _how_widely(by_event), mark)


def _mark(marks: list[str]) -> str:
    """Good or bad where clearly more is, mixed in between; a proposal where there is nothing else."""
    both = marks.count(Mark.MIXED) / 2
    good, bad = marks.count(Mark.GOOD) + both, marks.count(Mark.BAD) + both
    if not good + bad:
        return Mark.PROPOSAL.value if Mark.PROPOSAL in marks else Mark.NONE.value
    if max(good, bad) / (good + bad) < CLEARLY:
        return Mark.MIXED.value
    return Mark.GOOD.value if good > bad else Mark.BAD.value


def _how_widely(by_event: list[list[tuple[str, str]]]) -> Told:
    """MOST when most people said so at more than half of the events; FEW when anything was marked at all."""
    levels = [{shared for _mark, shared in said} - {Shared.NONE.value} for said in by_event]
    if 2 * sum(bool(level & WIDELY) for level in levels) > len(levels):
        return Told.MOST
    return Told.FEW if any(levels) else Told.SPOKEN


def _by_domain(rows: list[Row]) -> tuple[Section, ...]:
    grouped = [Section(domain, tuple(row for row in rows if row.theme.domain == domain)) for domain in Domain]
    return tuple(section for section in grouped if section.rows)
