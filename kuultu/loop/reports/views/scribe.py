"""The scribe's pages: start, a question, a line, who came, what mattered most, the receipt."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kuultu.ground.people.links import token_of
from kuultu.ground.people.models import Link
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.loop.materials.models import source_language
from kuultu.loop.reports.actions.facts import save_facts
from kuultu.loop.reports.actions.lines import add_line, change_line, remove_line, save_notes
from kuultu.loop.reports.actions.writing import open_report
from kuultu.loop.reports.forms import FactsForm, LineForm, MattersForm, NotesForm
from kuultu.loop.reports.models import Report
from kuultu.loop.reports.queries import line_of, missing_for_finish, question_of, report_of
from kuultu.loop.reports.rules import may_write
from kuultu.loop.reports.views.door import at_the_door, codes_for, page, parts_for
from kuultu.loop.rounds.models import Event


@at_the_door
def start(request: Request, event: Event) -> HttpResponse:
    """What this is, what to do, how far it has come."""
    report = report_of(event)
    parts = parts_for(event, report)
    missing = {each.where for each in missing_for_finish(report)} if report else {"questions", "facts", "check"}
    first = next((part for part in parts if not part.is_touched), parts[0] if parts else None)
    context = {"report": report, "parts": parts, "missing": missing, "first": first,
               "touched": sum(part.is_touched for part in parts)}  # fmt: skip
    return page(request, event, "start", context)


@at_the_door
def question(request: Request, event: Event, key: str) -> HttpResponse:
    """A question, the lines so far, and the place to write the next one."""
    question_of(event.round, key)
    report = report_of(event)
    spoken, staff = _languages(event, report)
    form = LineForm(spoken, staff, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            report = open_report(event, by=request.actor, now=request.now)
            add_line(report, by=request.actor, now=request.now, question_key=key, **form.line())
            return _to("question", request, key, anchor="#write")
    return _question_page(request, event, key, report, form)


@at_the_door
def notes(request: Request, event: Event, key: str) -> HttpResponse:
    """Beside a question: where views differed, why it was not asked."""
    asked = question_of(event.round, key)
    report = report_of(event)
    before = {name: getattr(report, name).get(key, "") for name in ("differed", "skipped")} if report else {}
    form = NotesForm(_languages(event, report)[0], request.POST or None, initial=before)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            report = open_report(event, by=request.actor, now=request.now)
            save_notes(report, by=request.actor, now=request.now, question_key=key, **form.cleaned_data)
            return _to("question", request, key)
    context = {"report": report, "asked": asked, "said": asked.pair(*codes_for(event, report)), "form": form}
    return page(request, event, "notes", context, status=_status(form))


@at_the_door
def line(request: Request, event: Event, key: str, number: int) -> HttpResponse:
    """One line, to change."""
    answer = line_of(_report(event), number)
    require(may_write(request.actor, event, answer.report))
    spoken, staff = _languages(event, answer.report)
    form = LineForm(spoken, staff, request.POST or None, answer=answer)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            change_line(answer, by=request.actor, now=request.now, **form.change())
            return _to("question", request, key)
    asked = question_of(event.round, key)
    said = asked.pair(*codes_for(event, answer.report))
    context = {"report": answer.report, "form": form, "answer": answer, "asked": asked, "said": said}
    return page(request, event, "line", context, status=_status(form))


@require_POST
@at_the_door
def remove(request: Request, event: Event, key: str, number: int) -> HttpResponse:
    """Take a line out."""
    remove_line(line_of(_report(event), number), by=request.actor, now=request.now)
    return _to("question", request, key)


@at_the_door
def facts(request: Request, event: Event) -> HttpResponse:
    """Parts A and B: when, where, how many came."""
    return _of_report(request, event, FactsForm, "facts", "matters")


@at_the_door
def matters(request: Request, event: Event) -> HttpResponse:
    """Part D: the three most important matters."""
    return _of_report(request, event, MattersForm, "matters", "check")


def _of_report(
    request: Request, event: Event, kind: type[FactsForm] | type[MattersForm], name: str, then: str
) -> HttpResponse:
    report = report_of(event) or Report(event=event, language=event.language)
    form = kind(report, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            report = open_report(event, by=request.actor, now=request.now)
            save_facts(report, by=request.actor, now=request.now, **form.values())
            return _to(then, request)
    known = report if report.pk else None
    return page(request, event, name, {"report": known, "form": form}, status=_status(form))


def _question_page(request: Request, event: Event, key: str, report: Report | None, form: LineForm) -> HttpResponse:
    parts = list(parts_for(event, report))
    at = next(place for place, part in enumerate(parts) if part.asked.key == key)
    context = {
        "report": report,
        "part": parts[at],
        "before": parts[at - 1] if at else None,
        "after": parts[at + 1] if at + 1 < len(parts) else None,
        "questions": len(parts),
        "form": form,
    }
    return page(request, event, "question", context, status=_status(form))


def _languages(event: Event, report: Report | None) -> tuple[str, str]:
    """What the report is written in, and what it is translated into."""
    return (report.language if report else event.language), source_language(event.round)


def _report(event: Event) -> Report:
    """The report. Raises Http404 before it has been begun."""
    if (found := report_of(event)) is None:
        raise Http404("No report yet.")
    return found


def _status(*forms: Any) -> int:
    return 400 if any(form.is_bound and form.errors for form in forms) else 200


def _to(name: str, request: Request, *rest: object, anchor: str = "") -> HttpResponse:
    link = request.actor.link
    assert isinstance(link, Link)
    return redirect(reverse(f"reports_door_{name}", args=[token_of(link), *rest]) + anchor)
