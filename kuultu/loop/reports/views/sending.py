"""Pages that take a Word form: the organisation's, and the scribe's behind the link."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.links import token_of
from kuultu.ground.people.models import Link
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.loop.reports.actions.imports import import_form, replace_earlier
from kuultu.loop.reports.forms import PlaceForm, UploadForm
from kuultu.loop.reports.models import Report, Upload
from kuultu.loop.reports.queries import loose_of, questions_of, report_of, the_report
from kuultu.loop.reports.refusals import warning
from kuultu.loop.reports.rules import may_write
from kuultu.loop.reports.views.door import at_the_door, page
from kuultu.loop.reports.views.settling import settle_loose
from kuultu.loop.rounds.models import Event
from kuultu.loop.rounds.queries import the_event, the_round


def show(request: Request, code: str, event_code: str) -> HttpResponse:
    """The organisation sends a Word form."""
    round = the_round(request, code)
    event = the_event(round, event_code)
    require(may_write(request.actor, event, report_of(event)))
    form = _form(request)
    if _took(request, event, form):
        return redirect(at("reports:form", round.code, event.code))
    context = {"round": round, "event": event, "form": form, **received(event)}
    return render(request, "reports/form.html", context, status=_status(form))


@require_POST
def replace(request: Request, code: str, event_code: str, number: int) -> HttpResponse:
    """The newest form stands alone."""
    report = the_report(the_round(request, code), event_code)
    upload = _upload(report, number)
    replace_earlier(upload, by=request.actor, now=request.now)
    return redirect(at("reports:form", code, event_code))


@at_the_door
def door_show(request: Request, event: Event) -> HttpResponse:
    """The scribe sends a Word form."""
    form = _form(request)
    if _took(request, event, form):
        return redirect("reports_door_form", _token(request))
    return page(request, event, "form", {"form": form, **received(event)}, status=_status(form))


@require_POST
@at_the_door
def door_replace(request: Request, event: Event, number: int) -> HttpResponse:
    """The newest form stands alone, says the scribe."""
    upload = get_object_or_404(Upload.objects.filter(report__event=event), pk=number)
    upload.report.event = event
    replace_earlier(upload, by=request.actor, now=request.now)
    return redirect("reports_door_form", _token(request))


@require_POST
@at_the_door
def door_place(request: Request, event: Event, number: int) -> HttpResponse:
    """A loose text gets its place from the scribe."""
    report = report_of(event)
    if report is not None:
        settle_loose(request, report, number)
    return redirect("reports_door_form", _token(request))


def received(event: Event) -> dict[str, Any]:
    """What has been read in so far: each form with its warnings in words, and the texts without a place."""
    report = report_of(event)
    if report is None:
        return {"uploads": [], "loose": []}
    uploads = list(report.uploads.all())
    questions = [(each.key, f"{each.number} {each.said_in(report.language)[0]}") for each in questions_of(event.round)]
    return {
        "report": report,
        "uploads": [(each, [warning(*said) for said in each.summary.get("warnings", ())]) for each in uploads],
        "replaceable": uploads[0] if _earlier_lines(uploads) else None,
        "loose": [(each, PlaceForm(questions, auto_id=f"p{each.text.pk}_%s")) for each in loose_of(report)],
    }


def _earlier_lines(uploads: list[Upload]) -> bool:
    """Did an earlier form leave lines beside the newest one's?"""
    return any(each.answers.exists() for each in uploads[1:] if each.replaced_at is None)


def _form(request: Request) -> UploadForm:
    return UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()


def _took(request: Request, event: Event, form: UploadForm) -> bool:
    """Was a form sent, and read?"""
    if form.is_bound and form.is_valid():
        with telling(form):
            import_form(event, by=request.actor, now=request.now, data=form.cleaned_data["file"].read())
            return True
    return False


def _upload(report: Report, number: int) -> Upload:
    upload = get_object_or_404(Upload.objects.filter(report=report), pk=number)
    upload.report = report
    return upload


def _status(form: UploadForm) -> int:
    return 400 if form.is_bound and form.errors else 200


def _token(request: Request) -> str:
    link = request.actor.link
    assert isinstance(link, Link)
    return token_of(link)
