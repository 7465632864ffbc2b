"""A round as a path of eight knots, and the next things to do, collected from every room."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.loop import PATH, Knot, Progress, Sentence, State, Task
from kuultu.loop.cards import queries as cards
from kuultu.loop.decisions import queries as decisions
from kuultu.loop.followup import queries as followup
from kuultu.loop.materials import queries as materials
from kuultu.loop.measures import queries as measures
from kuultu.loop.reports import queries as reports
from kuultu.loop.rounds import queries as rounds
from kuultu.loop.rounds.models import Round
from kuultu.loop.slides import queries as slides
from kuultu.loop.statements import queries as statements
from kuultu.loop.surveys import queries as surveys

type Teller = Callable[[Round, datetime], Progress]

TELLERS: dict[str, Teller] = {
    "rounds": rounds.progress,
    "materials": materials.progress,
    "reports": reports.progress,
    "statements": statements.progress,
    "cards": cards.progress,
    "slides": slides.progress,
    "decisions": decisions.progress,
    "surveys": surveys.progress,
    "measures": measures.progress,
    "followup": followup.progress,
}
# The page of each knot: the first page of its first room.
PAGES = {
    "plan": "rounds:plan",
    "prepare": "materials:materials",
    "talk": "reports:board",
    "understand": "statements:overview",
    "tell": "cards:deck",
    "decide": "decisions:overview",
    "keep": "measures:programme",
    "answer": "followup:overview",
}
ROLES_OF_WAITING = {Role.COORDINATOR: "coordinator", Role.ANALYST: "coordinator", Role.ORGANISATION: "organisation"}


@dataclass(frozen=True)
class Step:
    """A knot as the page draws it."""

    key: str
    name: Sentence
    state: State
    says: Sentence
    href: str
    current: bool


def progress_of(round: Round, now: datetime) -> dict[str, Progress]:
    """Room → what it says of itself."""
    return {room: tell(round, now) for room, tell in TELLERS.items()}


def steps(round: Round, told: dict[str, Progress], current: str = "") -> list[Step]:
    """The eight knots. A knot is done when all its rooms are, ahead when all are; `current`: the room of the page."""
    return [
        Step(
            knot.key,
            knot.name,
            _state(knot, told),
            told[knot.rooms[0]].says,
            at(PAGES[knot.key], round.code),
            current in knot.rooms,
        )
        for knot in PATH
    ]


def tasks(told: dict[str, Progress], actor: Actor) -> list[Task]:
    """What waits for the actor, the soonest first; what is not dated comes last, in the order of the loop."""
    waits_for = {ROLES_OF_WAITING[role] for role in actor.roles & ROLES_OF_WAITING.keys()}
    found = [task for progress in told.values() for task in progress.tasks if task.role in waits_for]
    return sorted(found, key=lambda task: task.due or date.max)


def waiting_for_others(told: dict[str, Progress], actor: Actor) -> list[Task]:
    """What waits for somebody else: the coordinator sees it too."""
    mine = tasks(told, actor)
    return [task for progress in told.values() for task in progress.tasks if task not in mine]


def room_of(path: str) -> str:
    """The room of an address: its third part, `/mallila/MAL26/cards/…` → `cards`."""
    parts = path.strip("/").split("/")
    return parts[2] if len(parts) > 2 else ""


def desk_address(round: Round) -> str:
    """The desk of a round."""
    return reverse("desk:round", args=[round.municipality.slug, round.code])


def _state(knot: Knot, told: dict[str, Progress]) -> State:
    states = {told[room].state for room in knot.rooms}
    return states.pop() if len(states) == 1 else State.NOW
