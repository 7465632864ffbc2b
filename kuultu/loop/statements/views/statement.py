"""The statements of an event on facing pages, and one statement with the way it has come."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.loop.materials.models import Question
from kuultu.loop.materials.queries import questions_of
from kuultu.loop.materials.wording import Wording as Asked
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import the_event, the_round
from kuultu.loop.statements.actions.care import mark_sensitive, withdraw_statement
from kuultu.loop.statements.forms import WithdrawForm
from kuultu.loop.statements.models import Statement, StatementText
from kuultu.loop.statements.queries import (
    asked,
    became_here,
    came_from,
    statements_of,
    the_statement,
    trace,
    working_language,
)
from kuultu.loop.statements.rules import (
    may_approve,
    may_check,
    may_compare,
    may_mark,
    may_see_event,
    may_translate,
    may_withdraw,
)
from kuultu.loop.statements.views.pairs import Pair, pair_of, pairs_of


@dataclass(frozen=True)
class Asking:
    """A question with what was said to it. `question` is None for answers to no question of the set."""

    question: Question | None
    spoken: Asked | None
    here: Asked | None
    pairs: list[Pair]


def event(request: Request, code: str, event_code: str) -> HttpResponse:
    """What was said at an event, question by question, original and translation facing each other."""
    round = the_round(request, code)
    event = the_event(round, event_code)
    require(may_see_event(request.actor, event))
    pairs = pairs_of(statements_of(round).filter(event=event))
    askings = _asked(round, event.language, pairs)
    context = {"round": round, "event": event, "askings": askings, "number": len(pairs),
               "may_compare": may_compare(request.actor, round)}  # fmt: skip
    return render(request, "statements/event.html", context)


def statement(request: Request, code: str, event_code: str, number: int) -> HttpResponse:
    """One statement: its words, where they come from, what became of them. Asked for by htmx: as the drawer."""
    found = _seen(request, code, event_code, number)
    context = _evidence(request, found)
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "statements/statement.html#drawer", context)
    return render(request, "statements/statement.html", context | _doings(request, found))


@require_POST
def care(request: Request, code: str, event_code: str, number: int) -> HttpResponse:
    """Special care, or none after all."""
    found = _seen(request, code, event_code, number)
    mark_sensitive(found, by=request.actor, now=request.now, sensitive=request.POST.get("sensitive") == "yes")
    return redirect(at("statements:statement", code, event_code, number))


def withdraw(request: Request, code: str, event_code: str, number: int) -> HttpResponse:
    """Take a statement out of everything that follows, with a reason."""
    found = _seen(request, code, event_code, number)
    require(may_withdraw(request.actor, found))
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            withdraw_statement(found, by=request.actor, now=request.now, **form.cleaned_data)
            messages.success(request, gettext("The statement has been withdrawn. No later stage sees it any more."))
            return redirect(at("statements:statement", code, event_code, number))
    context = {"round": found.event.round, "statement": found, "form": form, "pair": pair_of(found)}
    return render(request, "statements/withdraw.html", context, status=400 if form.errors else 200)


def _seen(request: Request, code: str, event_code: str, number: int) -> Statement:
    """The statement, if the actor may see its event."""
    round = the_round(request, code)
    found = the_statement(round, event_code, number)
    require(may_see_event(request.actor, found.event))
    return found


def _evidence(request: Request, statement: Statement) -> dict[str, Any]:
    """`later` is empty here: a page that knows later stages fills it with their knots."""
    way = trace(statement)
    return {
        "round": way.round,
        "statement": statement,
        "way": way,
        "pair": pair_of(statement),
        "came": came_from(way),
        "became": became_here(statement),
        "later": [],
    }


def _doings(request: Request, statement: Statement) -> dict[str, Any]:
    """What may be done with it, and each of its texts with what may be done with that."""
    held = [
        (text, may_check(request.actor, text), may_approve(request.actor, text)) for text in _with_statement(statement)
    ]
    wanted = [working_language(), *statement.event.round.languages]
    missing = [code for code in dict.fromkeys(wanted) if code not in _languages(statement)]
    return {
        "texts": held,
        "missing": missing,
        "may_compare": may_compare(request.actor, statement.event.round),
        "may_translate": may_translate(request.actor, statement),
        "may_mark": may_mark(request.actor, statement),
        "may_withdraw": may_withdraw(request.actor, statement),
    }


def _with_statement(statement: Statement) -> list[StatementText]:
    texts = list(statement.texts.all())
    for text in texts:
        text.statement = statement
    return texts


def _languages(statement: Statement) -> set[str]:
    return {statement.language, *(text.language for text in statement.texts.all())}


def _asked(round: Round, language: str, pairs: list[Pair]) -> list[Asking]:
    """Questions in their order, those without an answer left out; what answers no known question comes last."""
    left = {pair.statement.pk: pair for pair in pairs}
    found = []
    for question in questions_of(round):
        own = [left.pop(pair.statement.pk) for pair in pairs if pair.statement.question_key == question.key]
        if own:
            found.append(Asking(question, asked(question, language), asked(question, get_language() or "fi"), own))
    return [*found, *([Asking(None, None, None, list(left.values()))] if left else [])]
