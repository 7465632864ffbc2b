"""The demo round as a test's world: played once for a module, rolled back after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kuultu.desk.demo.run import play, town_of
from kuultu.desk.demo.story import Story, folder
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.links import make_link, token_of
from kuultu.ground.people.models import Membership, Person, Purpose, Role
from kuultu.loop.decisions.models import Attendee, Idea
from kuultu.loop.followup.models import Checkup
from kuultu.loop.reports.models import Unplaced
from kuultu.loop.rounds.models import Event, Group, Order
from kuultu.loop.slides.models import Slide
from kuultu.loop.statements.models import Theme

SINCE = datetime(2026, 1, 1, tzinfo=UTC)

SLIDE_PAGES = ("slide", "earlier", "later", "hide", "show", "remove")

type Route = tuple[URLPattern, str]
"""An address: its pattern and its whole route, `<slug:municipality>/<round:code>/…`."""


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
    return World(town, who(town, Role.COORDINATOR), who(town, Role.ANALYST), who(town, Role.ORGANISATION), ville)


def who(town: Municipality, role: Role) -> Person:
    """The first to have held a role."""
    held = Membership.objects.filter(municipality=town, role=role).order_by("pk").first()
    assert held is not None
    return held.person


def routes(resolver: URLResolver | None = None, names: str = "", route: str = "") -> dict[str, Route]:
    """Every named address of the site: its full name → its pattern and whole route."""
    found: dict[str, Route] = {}
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            found |= routes(each, f"{names}{each.namespace}:" if each.namespace else names, route + str(each.pattern))
        else:
            found[f"{names}{each.name}"] = (each, route + str(each.pattern))
    return found


def known_parts(town: Municipality, now: datetime) -> dict[str, Any]:
    """What stands for each part of an address in the demo's round; links last long."""
    with scope(town):
        checkup = Checkup.objects.filter(done_at=None).first() or Checkup.objects.first()
        assert checkup is not None
        event, analyst = Event.objects.get(code="D"), who(town, Role.ANALYST)
        slide = Slide.objects.order_by("pk")[1].pk
        firsts = {
            Attendee: ("decisions:move", "decisions:reply", "decisions:uninvite"), Idea: ("decisions:weed",),
            Theme: ("statements:drop", "statements:merge", "statements:raise", "statements:theme"),
            Unplaced: ("reports:place", "reports_door_place"),
        }  # fmt: skip
        links = {
            name: token_of(make_link(purpose, subject, now=now, lasts=now - now.replace(year=2020)))
            for name, purpose, subject in (
                ("s", Purpose.SCRIBE, event.pk), ("f", Purpose.FACILITATOR, event.pk),
                ("o", Purpose.OWNER, checkup.measure_id), ("in", Purpose.SIGN_IN, analyst.pk),
            )
        }  # fmt: skip
        return {
            "municipality": "mallila", "code": "MAL26", "event_code": "D", "language": "ar", "tongue": "ar",
            "ending": "pdf", "statement": 1, "kind": "invitation", "key": "SEC1", "way": "add", "role": "scribe",
            "checkup": checkup.pk, "group": Group.objects.order_by("pk")[0].pk,
            "order": Order.objects.order_by("pk")[0].pk, "links": links, "hall": "H7KMPA", "survey": "P4TQ7X",
            "short": "K1", "shape": "xliff-2", "main": "0B5563", "accent": "D9A21B",
            "numbers": {
                "desk:freeze": Organisation.objects.order_by("pk")[0].pk,
                "desk:thaw": Organisation.objects.order_by("pk")[0].pk,
                "desk:link": analyst.pk,
                "desk:end_role": Membership.objects.get(person=analyst).pk,
                **{f"slides:{name}": slide for name in SLIDE_PAGES},
                **{name: _first(table) for table, names in firsts.items() for name in names},
            },
        }  # fmt: skip


def _first(table: Any) -> int:
    """The row that was written first: a database that has played the demo before does not begin at 1 again."""
    return int(table.objects.order_by("pk").first().pk)


def address(name: str, route: Route, known: dict[str, Any]) -> str:
    """An address of that name in the demo; `number` means a group, an order, one of `numbers` or the first."""
    pattern, whole = route
    if name == "web:colours":
        return reverse(name, kwargs={part: known[part] for part in ("main", "accent")})
    values = {}
    for part, converter in pattern.pattern.converters.items():
        if part == "token":
            values[part] = known["links"].get(whole.split("/")[0], known["links"]["s"])
        elif part == "number":
            kind = next((word for word in ("group", "order") if word in name), "")
            values[part] = known[kind] if kind else known.get("numbers", {}).get(name, 1)
        elif part == "code" and "round" not in str(converter.__class__.__name__).lower():
            values[part] = known["survey"] if name.startswith("surveys") and "hall/" not in whole else known["hall"]
        elif part == "typed":
            values[part] = "MAL26-K4" if name == "public:card" else "MAL26-T1"
        elif part == "kind" and name.startswith("surveys:"):
            values[part] = "feedback"
        elif part == "language" and name.startswith(("slides:", "measures:")):
            values[part] = "fi"
        else:
            values[part] = known.get(part, 1)
    if "<slug:municipality>" in whole:
        values["municipality"] = known["municipality"]
    return reverse(name, kwargs=values)
