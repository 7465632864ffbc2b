"""The request as our pages see it."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone

from kuultu.ground.municipalities.scope import current_or_none
from kuultu.ground.people.actor import ANYBODY, Actor
from kuultu.ground.people.models import Membership, Person, Role


class Request(HttpRequest):
    """A request with its actor and its moment (set by ActorMiddleware). `is_for_staff`: a page of a municipality that
    is not for residents."""

    actor: Actor
    now: datetime
    is_for_staff: bool


# Who came in by a municipality's link stays within it: whoever makes a link must not reach another's rows by it.
SESSION_TOWN = "town"
# Digits that fit every database's numbers.
LONGEST_NUMBER = 18


def actor_of(user: Person | AnonymousUser, now: datetime, only: int | None = None) -> Actor:
    """The signed-in person with the roles that hold now in the scope's municipality.

    `only`: the id of the municipality by whose link they came in; they have no role in any other.
    """
    municipality = current_or_none()
    if not isinstance(user, Person):
        return ANYBODY
    if municipality is None or (only is not None and only != municipality.pk):
        return Actor(person=user)
    held = [
        membership
        for membership in Membership.objects.filter(
            person=user, municipality=municipality, since__lte=now
        ).select_related("organisation")
        if (membership.until is None or now < membership.until)
        and (membership.organisation is None or membership.organisation.frozen_at is None)
    ]
    return Actor(
        person=user,
        roles=frozenset(Role(membership.role) for membership in held),
        organisation_ids=frozenset(m.organisation_id for m in held if m.organisation_id is not None),
    )


def whole(typed: str) -> int:
    """A number that a page wrote into its own address or button; -1, which nothing has, for anything else."""
    return int(typed) if typed.isdecimal() and len(typed) < LONGEST_NUMBER else -1


def moment() -> datetime:
    """Now, with its time zone. Pages take it once and hand it to rules and actions."""
    return timezone.now()
