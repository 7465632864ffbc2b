"""One statement after another is given its themes."""

import re

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import the_round
from kuultu.loop.statements.actions.coding import choose_themes
from kuultu.loop.statements.forms import ThemesForm
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import next_to_code, pace, statements_of, themes_of, turn
from kuultu.loop.statements.rules import may_code, may_edit_themes
from kuultu.loop.statements.views.pairs import pair_of

CODE = re.compile(r"([A-HJ-NP-Z]{1,2}[2-9]?)-(\d{1,5})")


def coding(request: Request, code: str) -> HttpResponse:
    """What is this about? `?at=D-08` shows a statement; without it the next one that has no theme."""
    round = the_round(request, code)
    require(may_code(request.actor, round))
    asked = request.GET.get("at", "")
    statement = _at(round, asked) if asked else next_to_code(round, request.actor)
    if statement is None:
        return render(request, "statements/all_coded.html", {"round": round, "pace": pace(round, request.now)})
    form = ThemesForm(request.POST or None, themes_of(round))
    if request.method == "POST" and form.is_valid():
        choose_themes(statement, by=request.actor, now=request.now, themes=form.cleaned_data["themes"])
        return _next(request, round, statement)
    after = request.GET.get("after", "")
    context = {
        "round": round,
        "form": form,
        "pair": pair_of(statement),
        "turn": turn(round, statement, request.actor),
        "themes": themes_of(round),
        "pace": pace(round, request.now),
        "done": turn(round, _at(round, after), request.actor) if after else None,
        "may_edit_themes": may_edit_themes(request.actor, round),
    }
    return render(request, "statements/coding.html", context, status=400 if form.errors else 200)


def _next(request: Request, round: Round, statement: Statement) -> HttpResponse:
    """Enter goes on to the next; a way back, and what others chose, stand on its page."""
    following = next_to_code(round, request.actor, after=statement)
    page = at("statements:coding", round.code)
    if following is None or following == statement:
        return redirect(page)
    return redirect(f"{page}?at={following.code}&after={statement.code}")


def _at(round: Round, code: str) -> Statement:
    """A statement by its code within the round. Raises Http404."""
    parts = CODE.fullmatch(code)
    found = statements_of(round).filter(event__code=parts[1], number=int(parts[2])).first() if parts else None
    if found is None:
        raise Http404("No such statement.")
    return found
