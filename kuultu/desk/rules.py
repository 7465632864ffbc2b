"""Who may sit at the desk, look through a round, and take things along."""

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, hidden, rule
from kuultu.loop.rounds.models import Event, Order, OrderState, Round


@rule(
    "see the municipality's rounds",
    Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION, Role.TRANSLATOR, Role.AUTHORITY,
)  # fmt: skip
def may_see_rounds(actor: Actor) -> Answer:
    """An organisation: those in which it has an order or an event. The supporting authority: counts, no names."""
    return ALLOWED


@rule("see a round's desk", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see_desk(actor: Actor, round: Round) -> Answer:
    """An organisation: when it has an order or an event in the round, and then what is its own."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return ALLOWED
    own = {"round": round, "organisation_id__in": actor.organisation_ids}
    ordered = Order.objects.filter(**own).exclude(state=OrderState.DRAFT)
    return ALLOWED if ordered.exists() or Event.objects.filter(**own).exists() else hidden()


@rule("walk the evidence, search, read the history", Role.COORDINATOR, Role.ANALYST)
def may_look_through(actor: Actor, round: Round) -> Answer:
    """Always, in the own municipality. Who did something is named to the coordinator only."""
    return ALLOWED


@rule("take a round along as a workbook", Role.COORDINATOR, Role.ANALYST)
def may_take_round(actor: Actor, round: Round) -> Answer:
    """Always. The workbook holds no names of people and no ways to reach them; each taking is in the history."""
    return ALLOWED


@rule("take everything along", Role.COORDINATOR)
def may_export(actor: Actor) -> Answer:
    """Always: what a municipality owns can leave without anybody's help. Each taking is in the history."""
    return ALLOWED
