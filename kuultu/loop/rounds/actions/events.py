"""Writes on events: schedule, move, cancel, held; facilitators, scribes and their links."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.languages.registry import language as language_of
from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.links import make_link, open_link_to, revoke_links
from kuultu.ground.people.models import Link, Purpose
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.rounds.codes import next_event_code
from kuultu.loop.rounds.models import AssignedRole, Assignment, Event, EventState, Group, Order, Round
from kuultu.loop.rounds.rules import may_arrange, may_schedule

# The scribe has a month after the event to finish; the report is asked for much sooner.
LINK_LASTS_AFTER_EVENT = timedelta(days=30)
PURPOSE_OF = {AssignedRole.FACILITATOR: Purpose.FACILITATOR, AssignedRole.SCRIBE: Purpose.SCRIBE}


@transaction.atomic
def schedule_event(
    round: Round,
    *,
    by: Actor,
    now: datetime,
    group: Group,
    language: str,
    starts_at: datetime,
    ends_at: datetime,
    organisation: Organisation | None = None,
    code: str = "",
    **more: Any,
) -> Event:
    """A discussion with a code of its own. `more`: place, address, rsvp_by, contact_name, contact_phone, practical."""
    require(may_schedule(by, round, organisation.pk if organisation else None))
    taken = set(Event.objects.filter(round=round).values_list("code", flat=True))
    event = Event.objects.create(
        round=round,
        order=Order.objects.filter(round=round, organisation=organisation).first() if organisation else None,
        organisation=organisation,
        group=group,
        code=code or next_event_code(language_of(language).en, taken),
        language=language,
        starts_at=starts_at,
        ends_at=ends_at,
        **more,
    )
    record(by, "scheduled an event", event, now=now, code=event.code)
    return event


@transaction.atomic
def move_event(event: Event, *, by: Actor, now: datetime, **values: Any) -> Event:
    """Another time, place, group or language; another arranger only while nobody has been named and nothing written."""
    event = Event.objects.select_related("round", "organisation").get(pk=event.pk)
    require(may_arrange(by, event))
    if "organisation" in values and values["organisation"] != event.organisation:
        _change_hands(event, now)
    for name, value in values.items():
        setattr(event, name, value)
    event.save()
    record(by, "moved an event", event, now=now, code=event.code)
    return event


def _change_hands(event: Event, now: datetime) -> None:
    """What was written and who was named is known to the one who arranged: it does not pass on with the event."""
    if event.assignments.exists() or Event.objects.filter(pk=event.pk, report__isnull=False).exists():
        raise Refused(Denied(_("Somebody has been named or has written already. Cancel this event and schedule a new "
                               "one with the other organisation.")))  # fmt: skip
    for purpose in PURPOSE_OF.values():
        revoke_links(purpose, event.pk, now=now)


@transaction.atomic
def cancel_event(event: Event, *, by: Actor, now: datetime) -> Event:
    """Call it off and close its links."""
    require(may_arrange(by, event))
    event.state = EventState.CANCELLED
    event.save(update_fields=["state"])
    for purpose in PURPOSE_OF.values():
        revoke_links(purpose, event.pk, now=now)
    record(by, "cancelled an event", event, now=now, code=event.code)
    return event


@transaction.atomic
def hold_event(event: Event, *, by: Actor, now: datetime) -> Event:
    """Say that it has been held."""
    require(may_arrange(by, event))
    if now < event.starts_at:
        raise Refused(Denied(_("The event has not begun yet.")))
    event.state = EventState.HELD
    event.save(update_fields=["state"])
    record(by, "held an event", event, now=now, code=event.code)
    return event


@transaction.atomic
def name_person(
    event: Event,
    *,
    by: Actor,
    now: datetime,
    role: AssignedRole,
    first_name: str,
    contact: str = "",
    briefed_on: date | None = None,
) -> Assignment:
    """A facilitator or a scribe for the event; their link opens the event's pages."""
    require(may_arrange(by, event))
    role = AssignedRole(role)
    assignment = Assignment.objects.create(
        event=event, role=role, first_name=first_name, contact=contact, briefed_on=briefed_on
    )
    if open_link_to(PURPOSE_OF[role], event.pk, now=now) is None:
        _make_link(event, role, now)
    record(by, "named a person", event, now=now, role=role.value)
    return assignment


@transaction.atomic
def release_person(assignment: Assignment, *, by: Actor, now: datetime) -> None:
    """Somebody steps aside; the link of their role is closed and a new one made for who comes next."""
    event = assignment.event
    require(may_arrange(by, event))
    role = AssignedRole(assignment.role)
    assignment.delete()
    revoke_links(PURPOSE_OF[role], event.pk, now=now)
    if event.assignments.filter(role=role).exists():
        _make_link(event, role, now)
    record(by, "released a person", event, now=now, role=role.value)


@transaction.atomic
def renew_link(event: Event, *, by: Actor, now: datetime, role: AssignedRole) -> Link:
    """A new link in place of one that is lost or has gone astray."""
    require(may_arrange(by, event))
    revoke_links(PURPOSE_OF[role], event.pk, now=now)
    link = _make_link(event, role, now)
    record(by, "renewed a link", event, now=now, role=role.value)
    return link


def _make_link(event: Event, role: AssignedRole, now: datetime) -> Link:
    lasts = max(event.ends_at - now, timedelta()) + LINK_LASTS_AFTER_EVENT
    return make_link(PURPOSE_OF[role], event.pk, now=now, lasts=lasts)
