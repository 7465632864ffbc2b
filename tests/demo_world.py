"""The demo round as a test's world: played once for a module, rolled back after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from kuultu.desk.demo.run import play, town_of
from kuultu.desk.demo.story import Story, folder
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.people.models import Membership, Person, Role

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class World:
    """The demo municipality, its people, and Ville of the neighbouring one."""

    town: Municipality
    coordinator: Person
    analyst: Person
    organisation: Person
    neighbour: Person

    def people(self) -> dict[str, Person | None]:
        """Who asks, by the name of their column in the matrix."""
        return {
            "anonymous": None, "neighbour": self.neighbour, "coordinator": self.coordinator,
            "analyst": self.analyst, "organisation": self.organisation,
        }  # fmt: skip


def played(blocker: Any, until: str = "followup") -> Iterator[World]:
    """Play the demo inside a transaction that is rolled back at the end. `blocker`: pytest-django's fixture."""
    with blocker.unblock(), transaction.atomic():
        story = Story(folder())
        for _stage in play(story, until):
            pass
        yield world(story)
        transaction.set_rollback(True)


def world(story: Story) -> World:
    """The people of a demo that has been played."""
    town = town_of(story)
    assert town is not None
    other = Municipality.objects.create(slug="naapuri", code="998", prefix="NAA", name_fi="Naapuri", name_sv="Grannby")
    ville = Person.objects.create_user("ville@naapuri.example", "Ville Naapuri")
    Membership.objects.create(person=ville, municipality=other, role=Role.COORDINATOR, since=SINCE)
    return World(town, _who(town, Role.COORDINATOR), _who(town, Role.ANALYST), _who(town, Role.ORGANISATION), ville)


def _who(town: Municipality, role: Role) -> Person:
    held = Membership.objects.filter(municipality=town, role=role).order_by("pk").first()
    assert held is not None
    return held.person
