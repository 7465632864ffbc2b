"""A code on paper: what it names. Small letters, spaces and a missing dash do not matter."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.guesses import guessed_wrong, may_guess
from kuultu.ground.people.request import Request
from kuultu.loop.decisions.codes import CODE_SIGNS, as_typed
from kuultu.loop.decisions.models import DecisionEvent
from kuultu.loop.rounds.models import Round
from kuultu.loop.surveys.models import Survey
from kuultu.public.queries.answers import stage_of

THING = re.compile(r"([A-Z]{2,4}\d{2}[A-Z]?)([KT])([1-9]\d{0,2})")
WITHIN = re.compile(r"[A-Z]{2,4}\d{2}(?:[A-Z]{0,3}\d*)")
SHORTEST = 4  # letters and digits of a round's code
GUESSING = "code"


@dataclass(frozen=True)
class Thing:
    """A card (`K`) or a measure (`T`) of a round."""

    round: str
    kind: str
    number: int


def thing_of(typed: str) -> Thing | None:
    """`MAL26-K7` in any writing."""
    match = THING.fullmatch(_latin(typed))
    return Thing(match[1], match[2], int(match[3])) if match else None


def round_by(code: str) -> Round | None:
    """A round of any municipality: its code is unique over all of them."""
    return Round.everywhere.select_related("municipality").filter(code=code).first()


def address_of(request: Request, typed: str) -> str:
    """Where a typed code leads; "" for one that we do not know. Wrong ones are counted, so that guessing is slow.

    Cards and measures have a page of their own. An event, a statement, a slide and a round lead to the
    municipality's page: what else there is of them is not public. Six signs open the hall or a survey.
    """
    code = _latin(typed)
    if not may_guess(request, GUESSING):
        return ""
    found = _printed(code, request.now) or _door(code)
    if not found:
        guessed_wrong(request, GUESSING)
    return found


def _printed(code: str, now: datetime) -> str:
    if (thing := thing_of(code)) and (round := round_by(thing.round)) and _is_public(round, now):
        name = "public:card" if thing.kind == "K" else "public:measure"
        return reverse(name, args=[f"{thing.round}-{thing.kind}{thing.number}"])
    if not WITHIN.fullmatch(code):
        return ""
    # the longest beginning that is a round: MAL26B before MAL26, whose event might be B
    rounds = Round.everywhere.select_related("municipality").filter(
        code__in=[code[:end] for end in range(SHORTEST, len(code) + 1)]
    )
    round = max(rounds, key=lambda each: len(each.code), default=None)
    if round is None or not _is_public(round, now):
        return ""
    return f"{reverse('public:town', args=[round.municipality.slug])}#{round.code}"


def _is_public(round: Round, now: datetime) -> bool:
    """A round that is still being planned is known to nobody outside."""
    with scope(round.municipality):
        return stage_of(round, now) is not None


def _door(code: str) -> str:
    if len(code) != CODE_SIGNS:
        return ""
    if DecisionEvent.everywhere.filter(code=code).exists():
        return reverse("decisions_join_code", args=[code])
    if Survey.everywhere.filter(code=code).exists():
        return reverse("surveys_door", args=[code])
    return ""


def _latin(typed: str) -> str:
    """Capitals and digits alone; digits of any script are European ones."""
    return "".join(sign if sign.isascii() else str(unicodedata.digit(sign, sign)) for sign in as_typed(typed))
