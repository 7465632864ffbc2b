"""Who may sit at the desk."""

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, hidden, rule
from kuultu.loop.rounds.models import Order, OrderState, Round


@rule("see the municipality's rounds", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION, Role.AUTHORITY)
def may_see_rounds(actor: Actor) -> Answer:
    """Always; an organisation sees those in which it has an order."""
    return ALLOWED


@rule("see a round's desk", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see_desk(actor: Actor, round: Round) -> Answer:
    """An organisation: when it has an order in the round."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return ALLOWED
    ordered = Order.objects.filter(round=round, organisation_id__in=actor.organisation_ids)
    return ALLOWED if ordered.exclude(state=OrderState.DRAFT).exists() else hidden()


@rule("walk the evidence, search, read the history", Role.COORDINATOR, Role.ANALYST)
def may_look_through(actor: Actor, round: Round) -> Answer:
    """Always, in the own municipality."""
    return ALLOWED


@rule("take everything along", Role.COORDINATOR)
def may_export(actor: Actor) -> Answer:
    """Always: what a municipality owns can leave without anybody's help."""
    return ALLOWED
