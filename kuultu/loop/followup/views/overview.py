"""What became of it: all measures, what was not done, whom to hear next, the round's end and the next round."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.ground.web.forms import status_of
from kuultu.loop.followup.actions.closing import end_round, hear_next, open_next_round, say_undone
from kuultu.loop.followup.forms import CloseForm, HearNextForm, NextRoundForm, UndoneForm
from kuultu.loop.followup.queries import answer_languages, hear_next_of, standings_of, undone_of
from kuultu.loop.followup.rules import may_answer, may_close, may_open_next, may_see
from kuultu.loop.measures.queries import programme_of
from kuultu.loop.rounds.models import Ending
from kuultu.loop.rounds.queries import the_round


def overview(request: Request, code: str) -> HttpResponse:
    """How each measure stands, in which languages residents can read it, what else they are told."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    return render(
        request,
        "followup/overview.html",
        {
            "programme": programme_of(round),
            "standings": standings_of(round),
            "undone": undone_of(round),
            "hear_next": hear_next_of(round),
            "answered_in": answer_languages(round),
            "next_round": round.next_rounds.first(),
            "may_answer": may_answer(request.actor, round),
            "may_close": may_close(request.actor, round, Ending.COLLECTED),
            "may_open_next": may_open_next(request.actor, round),
        },
    )


def undone(request: Request, code: str) -> HttpResponse:
    """Tell what is not done, and why."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    require(may_answer(request.actor, round))
    form = UndoneForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        say_undone(round, by=request.actor, now=request.now, **form.cleaned_data)
        return redirect(at("followup:overview", round.code))
    return render(request, "followup/undone.html", {"form": form}, status=status_of(form))


def next_group(request: Request, code: str) -> HttpResponse:
    """Put a group on the next round's list."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    require(may_answer(request.actor, round))
    form = HearNextForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            hear_next(round, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("followup:overview", round.code))
    return render(request, "followup/hear_next.html", {"form": form}, status=status_of(form))


def close(request: Request, code: str) -> HttpResponse:
    """Close the round."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    require(may_close(request.actor, round, Ending.COLLECTED))
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            end_round(round, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("followup:overview", round.code))
    return render(request, "followup/close.html", {"form": form}, status=status_of(form))


def next_round(request: Request, code: str) -> HttpResponse:
    """Open the next round from this one."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    require(may_open_next(request.actor, round))
    form = NextRoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            following = open_next_round(round, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("rounds:plan", following.code))
    context = {"form": form, "hear_next": hear_next_of(round)}
    return render(request, "followup/next_round.html", context, status=status_of(form))
