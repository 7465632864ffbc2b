"""The coordinator's pages: which surveys there are, their dates, their questions, their results."""

from datetime import datetime, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.loop.decisions.queries import event_of
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import the_round
from kuultu.loop.surveys.actions.asking import change_items, change_survey, close_survey, open_survey
from kuultu.loop.surveys.documents import answer_address, qr_of
from kuultu.loop.surveys.forms import SurveyForm
from kuultu.loop.surveys.item_sets import INTENTIONS
from kuultu.loop.surveys.models import Response, Survey, SurveyKind
from kuultu.loop.surveys.queries import results_of, survey_of, the_survey, tongues_of
from kuultu.loop.surveys.rules import may_change, may_choose_items, may_close, may_open, may_read_results, may_see

OPEN_FOR = timedelta(days=7)
BEFORE_THE_END = timedelta(minutes=15)


def overview(request: Request, code: str) -> HttpResponse:
    """Both surveys of the round."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    rows = [(kind, survey_of(round, kind)) for kind in SurveyKind]
    context = {
        "rows": [(kind, survey, _state(survey, request.now)) for kind, survey in rows],
        "may_open": may_open(request.actor, round),
    }
    return render(request, "surveys/overview.html", context)


def open_one(request: Request, code: str, kind: str) -> HttpResponse:
    """Open a survey, or change the dates and languages of one."""
    round = the_round(request, code)
    survey = survey_of(round, _kind(kind))
    require(may_open(request.actor, round))
    if survey:
        require(may_change(request.actor, survey, request.now))
    form = SurveyForm(request.POST or None, instance=survey, initial=_initial(round, kind, survey, request.now))
    if request.method == "POST" and form.is_valid():
        with telling(form):
            if survey:
                change_survey(survey, by=request.actor, now=request.now, **form.cleaned_data)
            else:
                open_survey(round, by=request.actor, now=request.now, kind=kind, **form.cleaned_data)
            return redirect(at("surveys:survey", round.code, kind))
    context = {"form": form, "survey": survey, "kind": SurveyKind(kind)}
    return render(request, "surveys/open.html", context, status=400 if form.errors else 200)


def survey(request: Request, code: str, kind: str) -> HttpResponse:
    """One survey: its code and questions while it is open, its results afterwards."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    found = the_survey(round, _kind(kind))
    may_read = may_read_results(request.actor, found, request.now)
    address, here = answer_address(found), get_language() or "fi"
    context = {
        "survey": found,
        "state": _state(found, request.now),
        "may_change": may_change(request.actor, found, request.now),
        "may_close": may_close(request.actor, found),
        "may_choose": may_choose_items(request.actor, found, request.now),
        "may_read": may_read,
        "tongues_of": tongues_of(found),
        "answered": Response.objects.filter(survey=found).exists(),
        "items": [(item, *item.text_in(here)) for item in found.items.all()],
        "results": results_of(found, request.now, here) if may_read else [],
        "intentions": INTENTIONS,
        "address": address,
        "qr": qr_of(address),
    }
    return render(request, "surveys/survey.html", context)


@require_POST
def items(request: Request, code: str, kind: str) -> HttpResponse:
    """Choose which questions are asked."""
    round = the_round(request, code)
    found = the_survey(round, _kind(kind))
    chosen = set(request.POST.getlist("item"))
    asked = {item.key: item.key in chosen for item in found.items.all()}
    change_items(found, by=request.actor, now=request.now, asked=asked)
    return redirect(at("surveys:survey", code, kind))


@require_POST
def close(request: Request, code: str, kind: str) -> HttpResponse:
    """Close the survey and keep its results."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    close_survey(the_survey(round, _kind(kind)), by=request.actor, now=request.now)
    return redirect(at("surveys:survey", code, kind))


def _kind(kind: str) -> SurveyKind:
    if kind not in SurveyKind.values:
        raise Http404("No such survey.")
    return SurveyKind(kind)


def _state(survey: Survey | None, now: datetime) -> str:
    """not opened, waiting, open, over (closed by itself), closed (results kept)."""
    if survey is None:
        return "none"
    if survey.closed_at is not None:
        return "closed"
    if survey.is_over(now):
        return "over"
    return "open" if survey.is_open(now) else "waiting"


def _initial(round: Round, kind: str, survey: Survey | None, now: datetime) -> dict[str, object]:
    """The evening's last quarter of an hour and a week; for residents, from now for two weeks."""
    if survey:
        return {"languages": survey.languages}
    event = event_of(round)
    if kind == SurveyKind.FEEDBACK and event:
        opens = event.ends_at - BEFORE_THE_END
        return {"languages": event.languages, "opens_at": opens, "closes_at": opens + OPEN_FOR}
    return {"languages": round.languages, "opens_at": now, "closes_at": now + 2 * OPEN_FOR}
