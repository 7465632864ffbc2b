"""The path above every page of a round."""

from typing import Any

from django.http import HttpRequest

from kuultu.desk.queries.path import desk_address, progress_of, room_of, steps
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import moment


def path(request: HttpRequest) -> dict[str, Any]:
    """`path`: the knots, for people of the municipality and its organisations; nothing where there is no round."""
    round = getattr(request, "round", None)
    actor = getattr(request, "actor", None)
    if round is None or actor is None or not actor.has(Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION):
        return {}
    if not hasattr(request, "told"):
        request.told = progress_of(round, getattr(request, "now", None) or moment())  # type: ignore[attr-defined]
    return {
        "path": steps(round, request.told, room_of(request.path)),  # type: ignore[attr-defined]
        "desk_address": desk_address(round),
    }
