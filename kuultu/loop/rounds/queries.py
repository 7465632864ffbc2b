"""What this room tells: a round, its events, and how the planning stands."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.loop import Progress, State, Task
from kuultu.loop.rounds.models import AssignedRole, Ending, Event, EventState, Group, Order, OrderState, Round


def the_round(request: HttpRequest, code: str) -> Round:
    """The round of a code in the scope, put on the request for the path above the page. Raises Http404."""
    found = Round.objects.select_related("municipality", "previous").filter(code=code).first()
    if found is None:
        raise Http404("No such round.")
    request.round = found  # type: ignore[attr-defined]
    return found


def round_of_server(code: str) -> Round | None:
    """The round of a code, of whichever municipality on this server; for commands, which open its scope themselves."""
    for municipality in Municipality.objects.filter(prefix__in=[code[:length] for length in range(1, len(code))]):
        with scope(municipality):
            if found := Round.objects.select_related("municipality").filter(code=code).first():
                return found
    return None


def the_event(round: Round, code: str) -> Event:
    """An event of a round by its letter. Raises Http404."""
    found = events_of(round).filter(code=code).first()
    if found is None:
        raise Http404("No such event.")
    return found


def the_group(round: Round, number: int) -> Group:
    """A group of a round by its number. Raises Http404."""
    found = Group.objects.filter(round=round, pk=number).first()
    if found is None:
        raise Http404("No such group.")
    return found


def the_order(round: Round, number: int) -> Order:
    """An order of a round by its number. Raises Http404."""
    found = Order.objects.select_related("organisation", "round").filter(round=round, pk=number).first()
    if found is None:
        raise Http404("No such order.")
    return found


def rounds() -> QuerySet[Round]:
    """The municipality's rounds, newest first."""
    return Round.objects.all()


def groups_of(round: Round) -> QuerySet[Group]:
    """Whom the round hears, each with `event_count`."""
    return Group.objects.filter(round=round).annotate(
        event_count=Count("events", filter=~Q(events__state=EventState.CANCELLED))
    )


def orders_of(round: Round) -> QuerySet[Order]:
    """What was ordered, each with `event_count`."""
    return (
        Order.objects.filter(round=round)
        .select_related("organisation", "round")
        .prefetch_related("groups")
        .annotate(event_count=Count("events", filter=~Q(events__state=EventState.CANCELLED)))
    )


def events_of(round: Round) -> QuerySet[Event]:
    """The events of a round in the order of time, with their people."""
    return (
        Event.objects.filter(round=round)
        .select_related("round__municipality", "group", "organisation", "order")
        .prefetch_related("assignments")
    )


def events_for(actor: Actor, round: Round) -> QuerySet[Event]:
    """The events that the actor may see: all for the municipality, its own for an organisation."""
    found = events_of(round)
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return found
    return found.filter(organisation_id__in=actor.organisation_ids)


def organisations() -> QuerySet[Organisation]:
    """The organisations that the municipality has admitted."""
    return Organisation.objects.filter(frozen_at=None)


def languages_of(round: Round) -> list[str]:
    """The languages of the round's events, then those promised for the answer, without repetition."""
    spoken = [event.language for event in events_of(round) if event.state != EventState.CANCELLED]
    return list(dict.fromkeys([*spoken, *round.languages]))


def unmanned(events: Iterable[Event]) -> list[Event]:
    """Of these events, the planned ones that lack a facilitator or a scribe."""
    wanted = {AssignedRole.FACILITATOR, AssignedRole.SCRIBE}
    return [
        event
        for event in events
        if event.state == EventState.PLANNED and wanted - {person.role for person in event.assignments.all()}
    ]


def progress(round: Round, now: datetime) -> Progress:
    """How the planning stands: groups without an event, orders without an answer, events without people."""
    groups = list(groups_of(round))
    events = [event for event in events_of(round) if event.state != EventState.CANCELLED]
    tasks = [*_tasks_of_groups(round, groups), *_tasks_of_orders(round), *_tasks_of_events(round, events)]
    if not events:
        return Progress(State.NOW, _("whom to hear"), tuple(tasks))
    says = ngettext_lazy("%d discussion planned", "%d discussions planned", len(events)) % len(events)
    open_still = any(task.role == "coordinator" for task in tasks) and round.ending == Ending.OPEN
    return Progress(State.NOW if open_still else State.DONE, says, tuple(tasks))


def _tasks_of_groups(round: Round, groups: list[Group]) -> list[Task]:
    address = at("rounds:plan", round.code)
    if not groups:
        return [Task(_("Choose whom to hear"), _("A round begins with the groups it wants to hear."),
                     _("Add a group"), address)]  # fmt: skip
    unheard = [group for group in groups if group.event_count == 0]  # type: ignore[attr-defined]
    return [
        Task(
            format_lazy(_("Find a discussion for: {group}"), group=group.name),
            _("The group has no event yet. Order one from an organisation, or arrange it yourselves."),
            _("Plan"),
            address,
            due=round.talks_until,
        )
        for group in unheard
    ]


def _tasks_of_orders(round: Round) -> list[Task]:
    open_still = Order.objects.filter(round=round, state__in=[OrderState.DRAFT, OrderState.SENT])
    return [
        Task(
            format_lazy(_("Order to {name}: {state}"), name=order.organisation.name, state=order.get_state_display()),
            _("Send the order.") if order.state == OrderState.DRAFT else _("The organisation has not answered yet."),
            _("Open the order"),
            at("rounds:order", round.code, order.pk),
            due=order.due_on,
            role="coordinator" if order.state == OrderState.DRAFT else "organisation",
            organisations=frozenset({order.organisation_id}),
        )
        for order in open_still.select_related("organisation")
    ]


def _tasks_of_events(round: Round, events: list[Event]) -> list[Task]:
    return [
        Task(
            format_lazy(_("Name the people of event {code}"), code=event.full_code),
            _("A facilitator and a scribe are needed, and both are briefed beforehand."),
            _("Name"),
            at("rounds:event", round.code, event.code),
            due=event.starts_at.date(),
            role="organisation" if event.organisation_id else "coordinator",
            organisations=frozenset({event.organisation_id}) if event.organisation_id else frozenset(),
        )
        for event in unmanned(events)
    ]
