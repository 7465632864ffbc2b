"""Translate a statement, check a translation, approve it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from kuultu.ground.languages.registry import CONTENT
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.loop.rounds.queries import the_round
from kuultu.loop.statements.actions.texts import approve_text, check_text, translate
from kuultu.loop.statements.forms import CheckForm, TranslationForm
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import following, the_statement, the_text, trace, waiting, working_language
from kuultu.loop.statements.rules import may_approve, may_check, may_see_event, may_translate


def write(request: Request, code: str, event_code: str, number: int, language: str) -> HttpResponse:
    """A translation, and who made it; then the next statement that waits for one."""
    statement = _seen(request, code, event_code, number)
    require(may_translate(request.actor, statement))
    if language not in CONTENT or language == statement.language:
        raise Http404("No translation into this language.")
    old = next((text for text in statement.texts.all() if text.language == language), None)
    form = TranslationForm(request.POST or None, language, initial={"text": old.text if old else ""})
    if request.method == "POST" and form.is_valid():
        with telling(form):
            translate(statement, by=request.actor, now=request.now, language=language, **form.cleaned_data)
            return _onwards(request, statement, "translation", gettext("Translation saved."))
    context = _beside(statement, language) | {"form": form, "language": language, "old": old}
    return render(request, "statements/write.html", context, status=400 if form.errors else 200)


def check(request: Request, code: str, event_code: str, number: int, language: str) -> HttpResponse:
    """A reader compares a translation with the original; then the next one that waits."""
    statement = _seen(request, code, event_code, number)
    text = the_text(statement, language)
    require(may_check(request.actor, text))
    form = CheckForm(request.POST or None, language, initial={"words": text.text, "reader": _reader(request)})
    if request.method == "POST" and form.is_valid():
        with telling(form):
            check_text(text, by=request.actor, now=request.now, **form.cleaned_data)
            return _onwards(request, statement, "check", gettext("Translation checked."))
    context = _beside(statement, language) | {"form": form, "text": text}
    return render(request, "statements/check.html", context, status=400 if form.errors else 200)


@require_POST
def approve(request: Request, code: str, event_code: str, number: int, language: str) -> HttpResponse:
    """Take a checked translation into use."""
    statement = _seen(request, code, event_code, number)
    text = the_text(statement, language)
    require(may_approve(request.actor, text))
    approve_text(text, by=request.actor, now=request.now)
    return redirect(at("statements:statement", code, event_code, number))


def _reader(request: Request) -> str:
    """The organisation reads its own language; the municipality's staff names somebody who does."""
    person = request.actor.person
    return person.name if person and request.actor.has(Role.ORGANISATION) else ""


def _seen(request: Request, code: str, event_code: str, number: int) -> Statement:
    statement = the_statement(the_round(request, code), event_code, number)
    require(may_see_event(request.actor, statement.event))
    return statement


def _beside(statement: Statement, language: str) -> dict[str, object]:
    """What helps: the question as asked and in the page's language. In the working language one goes on to the next."""
    way = trace(statement)
    questions = [way.asked_in(get_language() or "fi"), way.asked_in(statement.event.language)]
    return {
        "round": way.round,
        "statement": statement,
        "way": way,
        "asked": list({each.language: each for each in questions if each}.values()),
        "next_exists": language == working_language(),
    }


def _onwards(request: Request, statement: Statement, what: str, said: str) -> HttpResponse:
    """To the next that waits if the person wants to go on, else back to the statement."""
    messages.success(request, f"{statement.code}: {said}")
    round = statement.event.round
    if request.POST.get("then") == "next":
        following_one = following(waiting(request.actor, round, what), statement)
        if following_one is None:
            return redirect(at("statements:overview", round.code))
        page = "statements:write" if what == "translation" else "statements:check"
        return redirect(at(page, round.code, following_one.event.code, following_one.number, working_language()))
    return redirect(at("statements:statement", round.code, statement.event.code, statement.number))
