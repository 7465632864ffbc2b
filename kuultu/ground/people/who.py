"""The rules of this room (`rules.py` holds the machinery for every room)."""

from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Membership, Role
from kuultu.ground.people.rules import ALLOWED, Answer, Denied, rule


@rule("give people roles and sign-in links", Role.COORDINATOR, Role.JOB)
def may_manage_people(actor: Actor) -> Answer:
    """Always."""
    return ALLOWED


@rule("end somebody's role", Role.COORDINATOR, Role.JOB)
def may_end_role(actor: Actor, membership: Membership) -> Answer:
    """Anybody's but the own, so that a municipality is never left without a coordinator."""
    if actor.person_id is not None and membership.person_id == actor.person_id:
        return Denied(_("This is your own role. Another coordinator can end it."))
    return ALLOWED
