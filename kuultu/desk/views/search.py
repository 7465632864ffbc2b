"""Looking for a short code or for words."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from kuultu.desk.forms import SearchForm
from kuultu.desk.queries.search import page_of_code
from kuultu.desk.queries.search import search as look_for
from kuultu.desk.rules import may_look_through
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.loop.rounds.queries import the_round


def search(request: Request, code: str) -> HttpResponse:
    """A short code opens its evidence at once; words are looked for in statements, themes, cards and measures."""
    round = the_round(request, code)
    require(may_look_through(request.actor, round))
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"].strip() if form.is_valid() else ""
    if words and (page := page_of_code(round, words)):
        return redirect(page)
    context = {"round": round, "form": form, "words": words, "found": look_for(request.actor, round, words)}
    return render(request, "desk/search.html", context)
