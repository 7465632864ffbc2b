"""Writes on those who are invited, and on the tables they sit at."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.decisions.models import Attendee, AttendeeKind, DecisionEvent, Reply, Table
from kuultu.loop.decisions.rules import may_prepare
from kuultu.loop.decisions.seating import dealt, tables_wanted

NO_NAMES = Denied(_("Residents are invited without a name: say only how many."))


@transaction.atomic
def invite(
    event: DecisionEvent,
    *,
    by: Actor,
    now: datetime,
    kind: AttendeeKind | str,
    name: str = "",
    body: str = "",
    number: int = 1,
) -> list[Attendee]:
    """Somebody by name, or `number` people without one. Residents are never named."""
    require(may_prepare(by, event.round))
    kind, name = AttendeeKind(kind), name.strip()
    if name and kind == AttendeeKind.RESIDENT:
        raise Refused(NO_NAMES)
    if name and number > 1:
        raise Refused(Denied(_("One name is one person. Leave the name out to invite several.")))
    rows = [Attendee(decision_event=event, kind=kind, name=name, body=body.strip()) for _each in range(number)]
    for row in rows:
        row.save()
    record(by, "invited to the decision event", event, now=now, kind=kind.value, number=number)
    return rows


@transaction.atomic
def reply(attendee: Attendee, *, by: Actor, now: datetime, answer: Reply | str) -> Attendee:
    """What somebody answered to the invitation. Who does not come gives up the place at a table."""
    require(may_prepare(by, attendee.decision_event.round))
    _answer([attendee], Reply(answer))
    record(by, "noted a reply", attendee, now=now, reply=attendee.reply)
    return attendee


@transaction.atomic
def count_replies(
    event: DecisionEvent, *, by: Actor, now: datetime, kind: AttendeeKind | str, body: str, coming: int, not_coming: int
) -> None:
    """How many of those invited without a name are coming, and how many are not."""
    require(may_prepare(by, event.round))
    rows = list(Attendee.objects.filter(decision_event=event, kind=kind, body=body, name="").order_by("pk"))
    if min(coming, not_coming) < 0 or coming + not_coming > len(rows):
        raise Refused(Denied(_("More replies than invitations. Invite more people first.")))
    _answer(rows[:coming], Reply.COMING)
    _answer(rows[coming : len(rows) - not_coming], Reply.NONE)
    _answer(rows[len(rows) - not_coming :], Reply.NOT_COMING)
    record(by, "noted replies", event, now=now, kind=AttendeeKind(kind).value, coming=coming)


@transaction.atomic
def uninvite(attendee: Attendee, *, by: Actor, now: datetime) -> None:
    """Take somebody off the list."""
    require(may_prepare(by, attendee.decision_event.round))
    record(by, "took an invitation back", attendee, now=now, kind=attendee.kind)
    attendee.delete()


@transaction.atomic
def add_table(event: DecisionEvent, *, by: Actor, now: datetime) -> Table:
    """One more table, with the next number; also while the evening is on."""
    require(may_prepare(by, event.round))
    last = Table.objects.filter(decision_event=event).aggregate(last=Max("number"))["last"] or 0
    table = Table.objects.create(decision_event=event, number=last + 1)
    record(by, "added a table", table, now=now, number=table.number)
    return table


@transaction.atomic
def drop_table(table: Table, *, by: Actor, now: datetime) -> None:
    """Take a table away that nobody has written or voted at."""
    require(may_prepare(by, table.decision_event.round))
    if table.seats.exists() or table.verdicts.exists() or table.ideas.exists() or table.ballots.exists():
        raise Refused(Denied(_("Somebody has joined or written at this table. It stays.")))
    record(by, "took a table away", table, now=now, number=table.number)
    table.delete()


@transaction.atomic
def seat_attendees(event: DecisionEvent, *, by: Actor, now: datetime) -> list[Table]:
    """Deal those who are coming to tables of five to seven, every kind spread over all tables; adds tables if needed.

    Nobody has said yet who comes? Then all who have not said no are dealt.
    """
    require(may_prepare(by, event.round))
    invited = list(Attendee.objects.filter(decision_event=event).exclude(reply=Reply.NOT_COMING))
    people = [each for each in invited if each.reply == Reply.COMING] or invited
    if not people:
        raise Refused(Denied(_("Nobody has been invited yet. Invite people first.")))
    while Table.objects.filter(decision_event=event).count() < tables_wanted(len(people)):
        add_table(event, by=by, now=now)
    tables = list(Table.objects.filter(decision_event=event))
    Attendee.objects.filter(decision_event=event).update(table=None)
    for table, group in zip(tables, dealt(people, len(tables)), strict=True):
        Attendee.objects.filter(pk__in=[each.pk for each in group]).update(table=table)
    record(by, "seated people at tables", event, now=now, tables=len(tables), people=len(people))
    return tables


@transaction.atomic
def move_attendee(attendee: Attendee, *, by: Actor, now: datetime, table: Table | None) -> Attendee:
    """Somebody sits at another table, or at none."""
    require(may_prepare(by, attendee.decision_event.round))
    attendee.table = table
    attendee.save(update_fields=["table"])
    record(by, "moved somebody to a table", attendee, now=now, table=table.number if table else 0)
    return attendee


def _answer(rows: Iterable[Attendee], answer: Reply) -> None:
    for row in rows:
        row.reply = answer
        if answer == Reply.NOT_COMING:
            row.table = None
        row.save(update_fields=["reply", "table"])
