"""A report's page for its organisation and the municipality, and the steps taken on it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.ground.privacy.disclosure import band_of
from kuultu.loop.materials.models import source_language
from kuultu.loop.reports.actions.steps import (
    add_addendum,
    check_report,
    deliver_report,
    read_and_lock,
    return_report,
)
from kuultu.loop.reports.forms import AddendumForm, CheckedForm, PlaceForm, ReturnForm
from kuultu.loop.reports.models import Report
from kuultu.loop.reports.queries import (
    loose_of,
    missing_for_delivery,
    missing_for_lock,
    open_finds,
    report_of,
    steps_of,
    the_report,
)
from kuultu.loop.reports.rules import (
    arranges,
    may_add,
    may_check,
    may_deliver,
    may_lock,
    may_read,
    may_return,
    may_see_board,
    may_tidy,
    may_write,
)
from kuultu.loop.reports.views.facing import facing_parts
from kuultu.loop.reports.views.settling import settle_find, settle_loose
from kuultu.loop.rounds.models import Event
from kuultu.loop.rounds.queries import the_event, the_round


def show(request: Request, code: str, event_code: str) -> HttpResponse:
    """The report on facing pages; before there is one, what its organisation can do."""
    round = the_round(request, code)
    event = the_event(round, event_code)
    require(may_see_board(request.actor, round))
    report = report_of(event)
    if report is None:
        require(may_write(request.actor, event))
        return render(request, "reports/none.html", {"round": round, "event": event})
    require(may_read(request.actor, report))
    return _page(request, report)


@require_POST
def check(request: Request, code: str, event_code: str) -> HttpResponse:
    """The second reader has read it."""
    report = the_report(the_round(request, code), event_code)
    form = CheckedForm(request.POST)
    removed = form.is_valid() and form.cleaned_data["removed"]
    check_report(report, by=request.actor, now=request.now, removed=removed)
    return _to(report)


@require_POST
def deliver(request: Request, code: str, event_code: str) -> HttpResponse:
    """Give it to the municipality."""
    return _to(deliver_report(the_report(the_round(request, code), event_code), by=request.actor, now=request.now))


@require_POST
def lock(request: Request, code: str, event_code: str) -> HttpResponse:
    """Mark it as read."""
    return _to(read_and_lock(the_report(the_round(request, code), event_code), by=request.actor, now=request.now))


@require_POST
def send_back(request: Request, code: str, event_code: str) -> HttpResponse:
    """Return it with a reason."""
    report = the_report(the_round(request, code), event_code)
    require(may_return(request.actor, report))
    form = ReturnForm(request.POST)
    if form.is_valid():
        with telling(form):
            return _to(return_report(report, by=request.actor, now=request.now, **form.cleaned_data), "reports:board")
    return _page(request, report, status=400, return_form=form)


@require_POST
def add(request: Request, code: str, event_code: str) -> HttpResponse:
    """Add to a locked report."""
    report = the_report(the_round(request, code), event_code)
    require(may_add(request.actor, report))
    form = AddendumForm(request.POST)
    if form.is_valid():
        with telling(form):
            add_addendum(report, by=request.actor, now=request.now, **form.cleaned_data)
            return _to(report)
    return _page(request, report, status=400, addendum_form=form)


@require_POST
def find(request: Request, code: str, event_code: str) -> HttpResponse:
    """Cover, coarsen or keep a find."""
    report = the_report(the_round(request, code), event_code)
    require(may_tidy(request.actor, report))
    settle_find(request, report)
    return _to(report)


@require_POST
def place(request: Request, code: str, event_code: str, number: int) -> HttpResponse:
    """Give a loose text its place, or set it aside."""
    report = the_report(the_round(request, code), event_code)
    require(may_tidy(request.actor, report))
    settle_loose(request, report, number)
    return _to(report)


def _page(request: Request, report: Report, *, status: int = 200, **forms: Any) -> HttpResponse:
    event = report.event
    finds = open_finds(report)
    staff = source_language(event.round)
    parts = facing_parts(report, finds, staff)
    questions = [
        (each.part.asked.key, f"{each.part.asked.number} {each.part.asked.said_in(staff)[0]}") for each in parts
    ]
    loose = [(each, PlaceForm(questions, auto_id=f"p{each.text.pk}_%s")) for each in loose_of(report)]
    context = {
        "round": event.round, "event": event, "report": report, "staff": staff, "parts": parts, "finds": finds,
        "loose": loose, "lines": sum(len(each.lines) for each in parts), "steps": steps_of(report, request.now),
        "set_aside": report.unplaced.exclude(set_aside_because=""), "addenda": report.addenda.all(),
        "uploads": report.uploads.all(), "kept": report.kept_finds.all(),
        "return_form": ReturnForm(), "addendum_form": AddendumForm(), "checked_form": CheckedForm(),
        **_may(request, report), **_people(request, event, report), **forms,
    }  # fmt: skip
    return render(request, "reports/report.html", context, status=status)


def _may(request: Request, report: Report) -> dict[str, object]:
    """What the person may do, with the reason where they may not."""
    actor, event = request.actor, report.event
    for_delivery = [each.what for each in missing_for_delivery(report)]
    return {
        "ours": arranges(actor, event),
        "may_write": may_write(actor, event, report),
        "may_tidy": may_tidy(actor, report),
        "may_check": may_check(actor, report, for_delivery),
        "may_return": may_return(actor, report),
        "may_deliver": may_deliver(actor, report, for_delivery),
        "may_lock": may_lock(actor, report, [each.what for each in missing_for_lock(report)]),
        "may_add": may_add(actor, report),
    }


def _people(request: Request, event: Event, report: Report) -> dict[str, object]:
    """How many came: the organisation's own figures, for the municipality a band and nothing else."""
    total = report.who_came.get("total")
    band = band_of(total).value if total is not None else ""
    return {"band": band, "who_came": report.who_came if arranges(request.actor, event) else {}}


def _to(report: Report, name: str = "reports:report") -> HttpResponse:
    rest = (report.event.code,) if name == "reports:report" else ()
    return redirect(at(name, report.event.round.code, *rest))
