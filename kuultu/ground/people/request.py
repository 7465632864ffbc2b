"""The request as our pages see it."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone

from kuultu.ground.municipalities.scope import current_or_none
from kuultu.ground.people.actor import ANYBODY, Actor
from kuultu.ground.people.models import Membership, Person, Role


class Request(HttpRequest):
    """A request with its actor and its moment (set by ActorMiddleware)."""

    actor: Actor
    now: datetime


def actor_of(user: Person | AnonymousUser, now: datetime) -> Actor:
    """The signed-in person with the roles that hold now in the scope's municipality."""
    municipality = current_or_none()
    if not isinstance(user, Person):
        return ANYBODY
    if municipality is None:
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


def moment() -> datetime:
    """Now, with its time zone. Pages take it once and hand it to rules and actions."""
    return timezone.now()
