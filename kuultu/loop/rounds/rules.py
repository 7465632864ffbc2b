"""Who may plan, order, schedule and name people, and when."""

from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, Denied, hidden, rule
from kuultu.loop.rounds.models import Ending, Event, EventState, Order, OrderState, Round

CLOSED = Denied(_("This round is closed. What it decided stays as it is; open the next round instead."))


@rule("begin a round", Role.COORDINATOR, Role.JOB)
def may_begin(actor: Actor) -> Answer:
    """Always."""
    return ALLOWED


@rule("see a round's plan", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see(actor: Actor, round: Round) -> Answer:
    """An organisation: when it has an order in the round."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return ALLOWED
    ordered = Order.objects.filter(round=round, organisation_id__in=actor.organisation_ids)
    return ALLOWED if ordered.exclude(state=OrderState.DRAFT).exists() else hidden()


@rule("change a round's plan: dates, groups, orders", Role.COORDINATOR, Role.JOB)
def may_plan(actor: Actor, round: Round) -> Answer:
    """While the round is open."""
    return ALLOWED if round.ending == Ending.OPEN else CLOSED


@rule("answer an order", Role.ORGANISATION, Role.JOB)
def may_answer(actor: Actor, order: Order) -> Answer:
    """The organisation that it was sent to, while it waits for an answer."""
    if not actor.has(Role.JOB) and not actor.speaks_for(order.organisation_id):
        return hidden()
    if order.state == OrderState.DRAFT:
        return Denied(_("The order has not been sent yet."))
    if order.state != OrderState.SENT:
        return Denied(_("The order has been answered already. Agree on a change with the municipality."))
    return ALLOWED


@rule("schedule an event", Role.COORDINATOR, Role.ORGANISATION, Role.JOB)
def may_schedule(actor: Actor, round: Round, organisation_id: int | None) -> Answer:
    """The municipality, or an organisation that has accepted an order, for itself; while the round is open."""
    if round.ending != Ending.OPEN:
        return CLOSED
    if actor.has(Role.COORDINATOR, Role.JOB):
        return ALLOWED
    if organisation_id is None or not actor.speaks_for(organisation_id):
        return hidden()
    if Order.objects.filter(round=round, organisation_id=organisation_id, state=OrderState.ACCEPTED).exists():
        return ALLOWED
    return Denied(_("Accept the municipality's order first, then schedule its events."))


@rule("see an event", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see_event(actor: Actor, event: Event) -> Answer:
    """An organisation: its own."""
    if actor.has(Role.COORDINATOR, Role.ANALYST) or actor.speaks_for(event.organisation_id):
        return ALLOWED
    return hidden()


@rule("move or cancel an event, name its people", Role.COORDINATOR, Role.ORGANISATION, Role.JOB)
def may_arrange(actor: Actor, event: Event) -> Answer:
    """The municipality or the event's organisation, until the event has been held."""
    if not actor.has(Role.COORDINATOR, Role.JOB) and not actor.speaks_for(event.organisation_id):
        return hidden()
    if event.round.ending != Ending.OPEN:
        return CLOSED
    if event.state == EventState.HELD:
        return Denied(_("The event has been held. Its time, place and people can no longer be changed."))
    if event.state == EventState.CANCELLED:
        return Denied(_("The event was cancelled. Schedule a new one instead."))
    return ALLOWED


@rule("hand links to an event's people, see how to reach them", Role.COORDINATOR, Role.ORGANISATION)
def may_hand_links(actor: Actor, event: Event) -> Answer:
    """Who arranges the event: its organisation, or the municipality where there is none. Whoever holds the scribe's
    link reads the report before it has been delivered."""
    if actor.speaks_for(event.organisation_id) or (event.organisation_id is None and actor.has(Role.COORDINATOR)):
        return ALLOWED
    if not actor.has(Role.COORDINATOR):
        return hidden()
    return Denied(_("Only the organisation can hand over the links, and only it knows how to reach these people."))
