"""Delivered reports waiting to be lifted."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.loop.rounds.queries import the_round
from kuultu.loop.statements.actions.lifting import lift_report
from kuultu.loop.statements.forms import LiftForm
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import not_lifted, the_report
from kuultu.loop.statements.rules import may_lift, may_see_waiting


def lift(request: Request, code: str) -> HttpResponse:
    """Which reports wait, with what in them."""
    round = the_round(request, code)
    require(may_see_waiting(request.actor, round))
    reports = [(waiting, may_lift(request.actor, waiting.report)) for waiting in not_lifted(round)]
    lifted = Statement.objects.filter(round=round).exists()
    return render(request, "statements/lift.html", {"round": round, "reports": reports, "lifted": lifted})


def lift_one(request: Request, code: str, event_code: str) -> HttpResponse:
    """Lift a report, with the remarks that were chosen."""
    round = the_round(request, code)
    report = the_report(round, event_code)
    require(may_lift(request.actor, report))
    waiting = next((each for each in not_lifted(round) if each.report == report), None)
    form = LiftForm(request.POST, waiting.remarks if waiting else ())
    if request.method != "POST" or not form.is_valid():
        return redirect(at("statements:lift", round.code))
    made = len(lift_report(report, by=request.actor, now=request.now, remarks=form.chosen))
    said = ngettext(
        "%(number)d statement lifted out of %(code)s.", "%(number)d statements lifted out of %(code)s.", made
    )
    messages.success(request, said % {"number": made, "code": report.event.full_code})
    return redirect(at("statements:event", round.code, event_code))
