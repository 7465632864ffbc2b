"""The scribe's last pages: read back, look at what was found, finish; or send a Word form instead."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kuultu.ground.people.links import token_of
from kuultu.ground.people.models import Link
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import telling
from kuultu.ground.web.parts import StepItem
from kuultu.loop.reports.actions.facts import save_facts
from kuultu.loop.reports.actions.steps import finish_report
from kuultu.loop.reports.actions.writing import open_report
from kuultu.loop.reports.forms import ChecksForm
from kuultu.loop.reports.models import Report
from kuultu.loop.reports.queries import missing_for_finish, open_finds, report_of, steps_of
from kuultu.loop.reports.rules import may_finish
from kuultu.loop.reports.views.door import at_the_door, page, parts_for
from kuultu.loop.reports.views.settling import settle_find
from kuultu.loop.rounds.models import Event


@at_the_door
def check(request: Request, event: Event) -> HttpResponse:
    """Read aloud, answer, cover; then finish."""
    report = report_of(event) or Report(event=event, language=event.language)
    form = ChecksForm(report, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            report = open_report(event, by=request.actor, now=request.now)
            save_facts(report, by=request.actor, now=request.now, **form.values())
            return _back(request, "#finish")
    missing = missing_for_finish(report)
    context = {
        "report": report if report.pk else None,
        "form": form,
        "parts": [part for part in parts_for(event, report) if part.is_touched],
        "finds": open_finds(report) if report.pk else [],
        "missing": missing,
        "may_finish": may_finish(request.actor, report, [each.what for each in missing], request.now),
    }
    return page(request, event, "check", context, status=400 if form.is_bound and form.errors else 200)


@require_POST
@at_the_door
def find(request: Request, event: Event) -> HttpResponse:
    """Cover a find, say it more generally, or keep it."""
    report = open_report(event, by=request.actor, now=request.now)
    settle_find(request, report)
    return _back(request, "#finds")


@require_POST
@at_the_door
def finish(request: Request, event: Event) -> HttpResponse:
    """The report goes to the organisation."""
    report = open_report(event, by=request.actor, now=request.now)
    finish_report(report, by=request.actor, now=request.now)
    return redirect("reports_door_receipt", _token(request))


@at_the_door
def receipt(request: Request, event: Event) -> HttpResponse:
    """Where the report is now, and what happens next."""
    report = report_of(event)
    if report is None:
        return redirect("reports_door", _token(request))
    steps = [StepItem(name, state, says) for name, state, says in steps_of(report, request.now)]
    return page(request, event, "receipt", {"report": report, "steps": steps})


def _back(request: Request, anchor: str) -> HttpResponse:
    response = redirect("reports_door_check", _token(request))
    response["Location"] += anchor
    return response


def _token(request: Request) -> str:
    link = request.actor.link
    assert isinstance(link, Link)
    return token_of(link)
