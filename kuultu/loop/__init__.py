"""The loop: one room per stage, in the order in which a round passes through them. Imports look back only."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Sentence = str | Promise

# Written once: the site map, the path on the desk and the import contracts follow this order.
STAGES = (
    "rounds", "materials", "reports", "statements", "cards",
    "slides", "decisions", "surveys", "measures", "followup",
)  # fmt: skip


@dataclass(frozen=True)
class Knot:
    """A knot on the path that the coordinator sees: a name and the rooms behind it, the first being its page."""

    key: str
    name: Sentence
    rooms: tuple[str, ...]


PATH = (
    Knot("plan", _("Plan"), ("rounds",)),
    Knot("prepare", _("Prepare"), ("materials",)),
    Knot("talk", _("Talk"), ("reports",)),
    Knot("understand", _("Understand"), ("statements",)),
    Knot("tell", _("Tell"), ("cards", "slides")),
    Knot("decide", _("Decide"), ("decisions", "surveys")),
    Knot("keep", _("Keep"), ("measures",)),
    Knot("answer", _("Answer"), ("followup",)),
)


class State(StrEnum):
    """Where a stage stands."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Task:
    """A thing to do next: what, why, and the button. `due` orders tasks; without one they come last.

    `organisations`: whose it is, by id, when `role` is "organisation". An organisation sees its own tasks only.
    """

    what: Sentence
    why: Sentence
    button: Sentence
    href: str
    due: date | None = None
    role: str = "coordinator"
    organisations: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Progress:
    """What a stage says of itself to the desk: its state, a few words, and what waits for somebody."""

    state: State
    says: Sentence
    tasks: tuple[Task, ...] = ()
