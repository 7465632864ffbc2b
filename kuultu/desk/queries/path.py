"""A round as a path of eight knots, made of what every room says of itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.loop import PATH, Knot, Progress, Sentence, State
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
type Told = Mapping[str, Progress]
"""Room → what it says of itself."""

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
# What an organisation may open; the last two once the programme has been published.
OPEN_TO_ORGANISATIONS = frozenset({"plan", "prepare", "talk", "understand", "tell"})
OPEN_ONCE_PUBLISHED = frozenset({"keep", "answer"})
# An organisation reads how far the round is, not how much the others have done.
PLAIN: dict[State, Sentence] = {
    State.DONE: pgettext_lazy("stage", "done"),
    State.NOW: _("under way"),
    State.AHEAD: _("ahead"),
}


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
    """Asks every room."""
    return {room: tell(round, now) for room, tell in TELLERS.items()}


def steps(round: Round, told: Told, actor: Actor, room: str = "") -> list[Step]:
    """The eight knots. `room`: that of the page; elsewhere the knot that the round has come to is the current one."""
    inside = actor.has(Role.COORDINATOR, Role.ANALYST)
    here = _here(told, room)
    return [
        Step(
            knot.key,
            knot.name,
            state := _state(knot, told),
            _says(knot, told) if inside else PLAIN[state],
            at(PAGES[knot.key], round.code) if inside or _opens(knot, told) else "",
            knot.key == here,
        )
        for knot in PATH
    ]


def room_of(path: str) -> str:
    """The room of an address: its third part, `/mallila/MAL26/cards/…` → `cards`."""
    parts = path.strip("/").split("/")
    return parts[2] if len(parts) > 2 else ""


def _here(told: Told, room: str) -> str:
    """The knot that the page belongs to; else how far the round has come: the last knot before the first that is still
    ahead, one under way before one that is done. What was left open further back is not where the round is."""
    by_room = {each: knot.key for knot in PATH for each in knot.rooms}
    if room in by_room:
        return by_room[room]
    begun = list(takewhile(lambda knot: _state(knot, told) != State.AHEAD, PATH)) or [PATH[0]]
    under_way = [knot for knot in begun if _state(knot, told) == State.NOW]
    return (under_way or begun)[-1].key


def _told(knot: Knot, told: Told) -> list[Progress]:
    return [told[room] for room in knot.rooms if room in told]


def _state(knot: Knot, told: Told) -> State:
    """Under way when one of its rooms is; else as its first room says: the others add to it and hold nothing up."""
    found = _told(knot, told)
    return State.NOW if any(each.state == State.NOW for each in found) else found[0].state


def _says(knot: Knot, told: Told) -> Sentence:
    """What the first room says, or the one that still has work where the first has none."""
    found = _told(knot, told)
    first = found[0]
    working = next((each for each in found if each.state == State.NOW), first)
    return working.says if first.state == State.DONE else first.says


def _opens(knot: Knot, told: Told) -> bool:
    published = told["measures"].state == State.DONE
    return knot.key in OPEN_TO_ORGANISATIONS or (published and knot.key in OPEN_ONCE_PUBLISHED)
