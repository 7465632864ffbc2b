"""Who is invited, who has answered, who sits where."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kuultu.loop.decisions.models import Attendee, AttendeeKind, DecisionEvent, Reply, Table


@dataclass(frozen=True)
class Replies:
    """How many were invited, are coming, are not, and have not answered."""

    invited: int
    coming: int
    not_coming: int

    @property
    def answered(self) -> int:
        """How many have replied either way."""
        return self.coming + self.not_coming

    @property
    def silent(self) -> int:
        """How many have not."""
        return self.invited - self.answered


@dataclass(frozen=True)
class Group:
    """Those invited as one kind and for one body without a name, counted together."""

    kind: str
    label: str
    body: str
    replies: Replies
    last: Attendee


def replies_of(event: DecisionEvent) -> Replies:
    """The replies of all."""
    return _counted(Attendee.objects.filter(decision_event=event))


def groups_of(event: DecisionEvent) -> tuple[list[Attendee], list[Group]]:
    """Those invited by name, and those invited in number, in the order of kinds."""
    rows = list(Attendee.objects.filter(decision_event=event).select_related("table"))
    order = {kind: place for place, kind in enumerate(AttendeeKind.values)}
    named = sorted((row for row in rows if row.name), key=lambda row: (order[row.kind], row.body, row.name))
    unnamed = sorted((row for row in rows if not row.name), key=lambda row: (order[row.kind], row.body, row.pk))
    counted = [list(group) for _key, group in groupby(unnamed, key=lambda row: (row.kind, row.body))]
    return named, [
        Group(group[0].kind, str(group[0].get_kind_display()), group[0].body, _counted(group), _spare(group))
        for group in counted
    ]


@dataclass(frozen=True)
class Seated:
    """A table and who sits at it; `kinds`: how many of each kind, by its label."""

    table: Table
    people: list[Attendee]
    kinds: list[tuple[str, int]]


def seated(event: DecisionEvent) -> tuple[list[Seated], list[Attendee]]:
    """The tables with their people, and those who are coming and sit nowhere yet."""
    rows = list(Attendee.objects.filter(decision_event=event).exclude(reply=Reply.NOT_COMING))
    order = {kind: place for place, kind in enumerate(AttendeeKind.values)}
    rows.sort(key=lambda row: (order[row.kind], row.body, row.name, row.pk))
    tables = [
        Seated(table, people, list(Counter(str(each.get_kind_display()) for each in people).items()))
        for table in Table.objects.filter(decision_event=event)
        for people in [[row for row in rows if row.table_id == table.pk]]
    ]
    return tables, [row for row in rows if row.table_id is None and row.reply == Reply.COMING]


def _counted(rows: Iterable[Attendee]) -> Replies:
    counts = Counter(row.reply for row in rows)
    return Replies(counts.total(), counts[Reply.COMING], counts[Reply.NOT_COMING])


def _spare(group: list[Attendee]) -> Attendee:
    """Whom to take off the list when there are too many: somebody who is not coming, or has not answered."""
    order = [Reply.NOT_COMING, Reply.NONE, Reply.COMING]
    return min(group, key=lambda row: order.index(Reply(row.reply)))
