"""What has happened in a round."""

from django.http import HttpResponse
from django.shortcuts import render

from kuultu.desk.queries.history import history_of
from kuultu.desk.rules import may_look_through
from kuultu.ground.people.request import Request, whole
from kuultu.ground.people.rules import require
from kuultu.loop import PATH
from kuultu.loop.rounds.queries import the_round


def history(request: Request, code: str) -> HttpResponse:
    """Newest first, of one stage if asked for; further back by a link to what is older."""
    round = the_round(request, code)
    require(may_look_through(request.actor, round))
    stage, before = request.GET.get("stage", ""), request.GET.get("before", "")
    told = history_of(request.actor, round, stage, max(0, whole(before)))
    return render(request, "desk/history.html", {"round": round, "told": told, "stages": PATH, "stage": stage})
