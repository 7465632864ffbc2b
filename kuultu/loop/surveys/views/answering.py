"""The door of those who answer: a code, the questions in their language, thanks. Nobody knows who it was."""

from datetime import timedelta
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kuultu.ground.languages.registry import language
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import actor_by
from kuultu.ground.people.guesses import guessed_wrong, may_guess
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import telling
from kuultu.ground.web.context import page_language
from kuultu.ground.web.interface import for_residents
from kuultu.loop.decisions.models import DecisionEvent
from kuultu.loop.surveys.actions.answering import answer_survey
from kuultu.loop.surveys.codes import as_typed
from kuultu.loop.surveys.doors import AnswerForm
from kuultu.loop.surveys.models import Survey, SurveyKind
from kuultu.loop.surveys.refusals import NONE_FOR_EVENT
from kuultu.loop.surveys.rules import may_answer

# The browser remembers that it has answered; we do not know whose it is. Cleared, it could answer again.
COOKIE = "kuultu_answered"
REMEMBERED = timedelta(days=60)


@for_residents
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """`/a/<code>/`: the questions, in the language of the page."""
    ours = cast(Request, request)
    survey = _survey_by(ours, code)
    with scope(survey.municipality):
        ours.actor = actor_by({Role.PUBLIC})
        if _has_answered(ours, survey):
            return _page(ours, "thanks", survey, again=True)
        may = may_answer(ours.actor, survey, ours.now)
        if not may:
            return _page(ours, "closed", survey, status=403, reason=may.reason)  # type: ignore[union-attr]
        return _asked(ours, survey)


@for_residents
def thanks(request: HttpRequest, code: str) -> HttpResponse:
    """`/a/<code>/thanks/`: thank you."""
    ours = cast(Request, request)
    survey = _survey_by(ours, code)
    with scope(survey.municipality):
        return _page(ours, "thanks", survey)


@for_residents
def of_event(request: HttpRequest, code: str) -> HttpResponse:
    """`/a/hall/<join code>/`: from the hall to the feedback of the evening, where there is one."""
    ours = cast(Request, request)
    event = DecisionEvent.everywhere.select_related("municipality").filter(code=as_typed(code)).first()
    if event is None or not may_guess(ours, "join"):
        guessed_wrong(ours, "join")
        raise Http404("No such event.")
    with scope(event.municipality):
        survey = Survey.objects.filter(round=event.round_id, kind=SurveyKind.FEEDBACK).first()
        if survey:
            return redirect("surveys_door", survey.code)
        return render(request, "surveys/doors/closed.html", {"reason": NONE_FOR_EVENT}, status=404)


def _asked(request: Request, survey: Survey) -> HttpResponse:
    items = survey.items.filter(asked=True)
    form = AnswerForm(items, page_language().code, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            answer_survey(survey, by=request.actor, now=request.now, answers=form.cleaned_data)
            return _remembering(request, survey)
    status = 400 if form.errors else 200
    return _page(request, "answer", survey, status=status, form=form)


def _remembering(request: Request, survey: Survey) -> HttpResponse:
    response = redirect("surveys_door_thanks", survey.code)
    answered = [each for each in request.COOKIES.get(COOKIE, "").split(".") if each and each != survey.code][-9:]
    response.set_cookie(
        COOKIE, ".".join([*answered, survey.code]), max_age=int(REMEMBERED.total_seconds()), samesite="Lax",
        httponly=True, secure=request.is_secure(),
    )  # fmt: skip
    return response


def _has_answered(request: Request, survey: Survey) -> bool:
    return survey.code in request.COOKIES.get(COOKIE, "").split(".")


def _page(request: Request, name: str, survey: Survey, *, status: int = 200, **more: object) -> HttpResponse:
    context = {"survey": survey, "tongues": [language(code) for code in survey.languages], **more}
    return render(request, f"surveys/doors/{name}.html", context, status=status)


def _survey_by(request: Request, code: str) -> Survey:
    """The survey of a code, whoever's it is: the code names the municipality. Raises Http404."""
    if not may_guess(request, "survey"):
        raise Http404("Too many wrong codes from here.")
    found = Survey.everywhere.select_related("municipality", "round").filter(code=as_typed(code)).first()
    if found is None:
        guessed_wrong(request, "survey")
        raise Http404("No such survey.")
    return found
