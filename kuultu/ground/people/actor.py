"""Actor: whoever is asking, as rules and the audit see them."""

from collections.abc import Iterable
from dataclasses import dataclass

from kuultu.ground.people.models import Link, Person, Role


@dataclass(frozen=True)
class Actor:
    """A signed-in person with their roles in the scope's municipality, the holder of a link, or anybody."""

    roles: frozenset[Role] = frozenset()
    person: Person | None = None
    organisation_ids: frozenset[int] = frozenset()
    link: Link | None = None

    @property
    def is_anonymous(self) -> bool:
        """Neither signed in nor come by a link or a code."""
        return self.person is None and not self.roles - {Role.PUBLIC}

    @property
    def person_id(self) -> int | None:
        """For the audit."""
        return self.person.pk if self.person else None

    @property
    def role_name(self) -> str:
        """The first of the roles, in the order of `Role`; for the audit."""
        return next((role.value for role in Role if role in self.roles), Role.PUBLIC.value)

    @property
    def subject(self) -> int | None:
        """The id of the thing that the actor's link is bound to."""
        return self.link.subject if self.link else None

    def has(self, *roles: Role) -> bool:
        """Is any of these among the roles?"""
        return bool(self.roles & set(roles))

    def speaks_for(self, organisation_id: int | None) -> bool:
        """Does the actor coordinate this organisation?"""
        return organisation_id is not None and organisation_id in self.organisation_ids


ANYBODY = Actor(roles=frozenset({Role.PUBLIC}))
THE_SYSTEM = Actor(roles=frozenset({Role.JOB}))


def actor_by(roles: Iterable[Role], *, link: Link | None = None) -> Actor:
    """An actor without an account: by a link or a code."""
    return Actor(roles=frozenset(roles), link=link)
