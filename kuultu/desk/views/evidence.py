"""The evidence walk as a page of its own, or as the drawer beside another page."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from kuultu.desk.queries.evidence import evidence_of
from kuultu.desk.queries.search import said_of
from kuultu.desk.rules import may_look_through
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.loop.rounds.queries import the_round


def evidence(request: Request, code: str, short: str) -> HttpResponse:
    """Where a statement, a card or a measure comes from, and what became of it. Asked for by htmx: the drawer."""
    round = the_round(request, code)
    require(may_look_through(request.actor, round))
    found = evidence_of(round, short)
    context: dict[str, Any] = {"round": round, "found": found, "behind": [said_of(each) for each in found.behind]}
    if beside := request.htmx:  # type: ignore[attr-defined]
        context["close"] = beside.current_url_abs_path or at("desk:round", round.code)
        return render(request, "desk/evidence.html#drawer", context)
    return render(request, "desk/evidence.html", context)
