"""The path above every page of a round."""

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from kuultu.desk.queries.evidence.whole import evidence_href
from kuultu.desk.queries.path import Step, progress_of, room_of, steps
from kuultu.desk.rules import may_look_through, may_see_desk
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import moment
from kuultu.loop import Progress
from kuultu.loop.rounds.models import Round


def path(request: HttpRequest) -> dict[str, Any]:
    """`path`: the knots; `round_href`: the round's desk, or the list of rounds for whoever has no desk;
    `evidence_at`: the address of a short code's evidence, for whoever may walk it.

    For people of the municipality and its organisations, on pages of a round. Nothing is asked of the database
    before a template draws the band, so doors, partials and files cost nothing.
    """
    round = getattr(request, "round", None)
    actor = getattr(request, "actor", None)
    if round is None or actor is None:
        return {}
    if actor.has(Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION):
        here = {"path": SimpleLazyObject(lambda: _steps(request, round)), "round_href": at("desk:round", round.code)}
        return here | ({"evidence_at": partial(evidence_href, round)} if may_look_through(actor, round) else {})
    return {"round_href": at("desk:rounds")} if actor.has(Role.TRANSLATOR) else {}


def told_on(request: HttpRequest, round: Round) -> dict[str, Progress]:
    """What every room says of the round: asked once for a page, however often it is needed."""
    if not hasattr(request, "told"):
        request.told = progress_of(round, getattr(request, "now", None) or moment())  # type: ignore[attr-defined]
    told: dict[str, Progress] = request.told  # type: ignore[attr-defined]
    return told


def _steps(request: HttpRequest, round: Round) -> list[Step]:
    actor = request.actor  # type: ignore[attr-defined]
    return steps(round, told_on(request, round), actor, room_of(request.path)) if may_see_desk(actor, round) else []
