"""The municipality's rounds; for the supporting authority, counts over the municipalities that have let it in."""

from django.http import HttpResponse
from django.shortcuts import render

from kuultu.desk.queries.rounds import counts_for, rounds_for
from kuultu.desk.rules import may_export, may_see_rounds
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.ground.people.who import may_manage_people
from kuultu.loop.rounds.rules import may_begin

OWN = (Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION, Role.TRANSLATOR)


def rounds(request: Request) -> HttpResponse:
    """Newest first, each with where it stands."""
    require(may_see_rounds(request.actor))
    if not request.actor.has(*OWN):
        return _across(request)
    context = {
        "rows": rounds_for(request.actor, request.now),
        "may_begin": may_begin(request.actor),
        "may_manage": may_manage_people(request.actor),
        "may_export": may_export(request.actor),
        "begins": request.actor.has(Role.COORDINATOR, Role.ANALYST),
    }
    return render(request, "desk/rounds.html", context)


def _across(request: Request) -> HttpResponse:
    """The supporting authority: counts, never texts."""
    assert request.actor.person is not None
    return render(request, "desk/across.html", {"towns": counts_for(request.actor.person, request.now)})
