"""The desk of a round: what to do next, who is waiting, whom we hear, what is coming."""

from django.http import HttpResponse
from django.shortcuts import render

from kuultu.desk.context import told_on
from kuultu.desk.queries.coming import coming_in
from kuultu.desk.queries.heard import whom_we_do_not_hear, whom_we_hear
from kuultu.desk.queries.tasks import Waiting, next_sentence, waiting_for
from kuultu.desk.rules import may_look_through, may_see_desk, may_take_round
from kuultu.ground.languages.dates import HELSINKI
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import the_round
from kuultu.loop.rounds.rules import may_schedule
from kuultu.loop.statements.queries import tasks_for


def show(request: Request, code: str) -> HttpResponse:
    """The same page for the municipality and for an organisation, which sees what is its own."""
    round = the_round(request, code)
    require(may_see_desk(request.actor, round))
    staff = request.actor.has(Role.COORDINATOR, Role.ANALYST)
    waiting, coming = _waiting(request, round, staff), coming_in(request.actor, round, request.now)
    context = {
        "round": round,
        "today": request.now,
        "says": next_sentence(round, waiting, coming),
        "waiting": waiting,
        "tongues_heard": whom_we_hear(request.actor, round, request.now),
        "coming": coming,
        "unheard": whom_we_do_not_hear(round) if staff else [],
        "may_schedule": may_schedule(request.actor, round, next(iter(request.actor.organisation_ids), None)),
        "may_look": may_look_through(request.actor, round),
        "may_take": may_take_round(request.actor, round),
    }
    return render(request, "desk/round.html", context)


def _waiting(request: Request, round: Round, staff: bool) -> Waiting:
    """An organisation's checking of translations is asked for it alone: the statements' own word for it."""
    more = [] if staff else tasks_for(request.actor, round, request.now)
    today = request.now.astimezone(HELSINKI).date()
    return waiting_for(request.actor, told_on(request, round), today, more)
