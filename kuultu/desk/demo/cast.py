"""Who is there: the municipality, its people and their roles."""

from dataclasses import dataclass, field
from datetime import datetime

from kuultu.desk.demo.story import Story
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.people.actions import add_member
from kuultu.ground.people.actor import THE_SYSTEM, Actor
from kuultu.ground.people.models import Person, Role
from kuultu.loop.rounds.models import Round


@dataclass
class Cast:
    """The demo's people. `organisations`: key → organisation; `speakers`: key → its coordinator as an actor."""

    town: Municipality
    coordinator: Actor
    analyst: Actor
    organisations: dict[str, Organisation] = field(default_factory=dict)
    speakers: dict[str, Actor] = field(default_factory=dict)
    round: Round | None = None

    @property
    def the_round(self) -> Round:
        """The round, once it has begun."""
        assert self.round is not None
        return self.round


def make_town(story: Story) -> Municipality:
    """The municipality of the story."""
    told = dict(story.plan["municipality"])
    languages = ",".join(told.pop("languages"))
    phone = story.plan["coordinator"]["phone"]
    return Municipality.objects.create(
        languages=languages, contact_email=f"kuultu@{told['slug']}.example", contact_phone=phone, **told
    )


def hire(story: Story, town: Municipality, now: datetime) -> Cast:
    """Aino, who coordinates, and an analyst beside her. The scope of the town is open."""
    name = story.plan["coordinator"]["name"]
    aino = _member(f"aino@{town.slug}.example", name, Role.COORDINATOR, now)
    analyst = _member(f"analyysi@{town.slug}.example", "Kaisa Analyytikko", Role.ANALYST, now)
    return Cast(town, Actor(frozenset({Role.COORDINATOR}), aino), Actor(frozenset({Role.ANALYST}), analyst))


def speak_for(cast: Cast, key: str, organisation: Organisation, name: str, now: datetime) -> Actor:
    """An organisation's coordinator, who acts for it from now on."""
    person = _member(f"{name.lower()}@{key}.example", name, Role.ORGANISATION, now, organisation)
    actor = Actor(frozenset({Role.ORGANISATION}), person, frozenset({organisation.pk}))
    cast.organisations[key], cast.speakers[key] = organisation, actor
    return actor


def _member(email: str, name: str, role: Role, now: datetime, organisation: Organisation | None = None) -> Person:
    membership = add_member(by=THE_SYSTEM, now=now, email=email, name=name, role=role, organisation=organisation)
    return membership.person
