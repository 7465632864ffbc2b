"""The rules of this room (`rules.py` holds the machinery for every room)."""

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, rule


@rule("give people roles and sign-in links", Role.COORDINATOR, Role.JOB)
def may_manage_people(actor: Actor) -> Answer:
    """Always."""
    return ALLOWED
