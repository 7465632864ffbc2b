"""The host's page: where the evening is, what comes next, how the tables are doing. And weeding ideas afterwards."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request, whole
from kuultu.ground.people.rules import Because, Refused, require, telling
from kuultu.loop.cards.queries import the_card
from kuultu.loop.decisions.actions.steps import (
    begin_choosing,
    close_vote,
    end_event,
    look_for_ideas,
    open_card,
    open_vote,
    reveal_verdict,
)
from kuultu.loop.decisions.actions.tables import drop_idea, merge_ideas
from kuultu.loop.decisions.actions.votes import count_paper
from kuultu.loop.decisions.forms import MergeForm, PaperForm
from kuultu.loop.decisions.models import DecisionEvent, Idea, Step
from kuultu.loop.decisions.queries import ideas_of, the_evening, the_idea, verdict_of
from kuultu.loop.decisions.queries.hall import cards_now, hall_turnout, mark_of, next_card, tables_now
from kuultu.loop.decisions.rules import may_host, may_see, may_weed
from kuultu.loop.decisions.views.live import asks_for_part, marked, nothing_new
from kuultu.loop.decisions.views.running import says_of, thread_of
from kuultu.loop.decisions.words import sentence_of
from kuultu.loop.rounds.queries import the_round

STEPS: dict[str, Callable[..., object]] = {
    "vote": open_vote,
    "close": close_vote,
    "reveal": reveal_verdict,
    "ideas": look_for_ideas,
    "choose": begin_choosing,
    "end": end_event,
}


def host(request: Request, code: str) -> HttpResponse:
    """One thing to press, and the tables. Asks every few seconds what is new."""
    round = the_round(request, code)
    event = the_evening(round)
    require(may_see(request.actor, round))
    context = _context(request, event)
    if unchanged := nothing_new(request, str(context["mark"])):
        return unchanged
    part = "#now" if asks_for_part(request) else ""
    return marked(render(request, f"decisions/host.html{part}", context), str(context["mark"]))


@require_POST
def step(request: Request, code: str) -> HttpResponse:
    """Move the hall on."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    event = the_evening(round)
    wanted, number = request.POST.get("do", ""), request.POST.get("card", "")
    try:
        if wanted == "read" and whole(number) > 0:
            _read(event, whole(number), request)
        elif wanted in STEPS:
            STEPS[wanted](event, by=request.actor, now=request.now)
    except Refused as refused:
        if refused.answer.because is not Because.STATE:
            raise
        context = _context(request, the_evening(round)) | {"told_no": refused.answer.reason}
        return render(request, "decisions/host.html", context, status=409)
    return redirect(at("decisions:host", code))


def paper(request: Request, code: str) -> HttpResponse:
    """Count in a table's paper sheet while the vote is open."""
    round = the_round(request, code)
    event = the_evening(round)
    require(may_host(request.actor, event, request.now))
    form = PaperForm(event, request.POST or None)
    if request.method == "POST" and form.is_valid() and event.card:
        with telling(form):
            lines = dict(form.cleaned_data)
            count_paper(lines.pop("table"), event.card, by=request.actor, now=request.now, **lines)
            return redirect(at("decisions:host", code))
    open_now = event.step == Step.VOTING
    context = {"event": event, "form": form, "open_now": open_now}
    return render(request, "decisions/paper.html", context, status=400 if form.errors else 200)


def ideas(request: Request, code: str) -> HttpResponse:
    """The ideas of the evening: merge those that say the same, take off what is none."""
    round = the_round(request, code)
    event = the_evening(round)
    require(may_see(request.actor, round))
    context = {
        "event": event,
        "ideas": list(ideas_of(round)),
        "dropped": Idea.objects.filter(decision_event=event).exclude(dropped_at=None),
        "may_weed": may_weed(request.actor, event),
    }
    return render(request, "decisions/ideas.html", context)


@require_POST
def weed(request: Request, code: str, number: int, way: str) -> HttpResponse:
    """Merge an idea into another, drop it, or put it back."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    event = the_evening(round)
    idea = the_idea(event, number)
    form = MergeForm(idea, request.POST)
    if way == "merge" and form.is_valid():
        merge_ideas(idea, form.cleaned_data["into"], by=request.actor, now=request.now)
    elif way in {"drop", "back"}:
        drop_idea(idea, by=request.actor, now=request.now, dropped=way == "drop")
    return redirect(at("decisions:ideas", code))


def _read(event: DecisionEvent, number: int, request: Request) -> None:
    """Pressed twice, the card is opened once."""
    if event.step == Step.READING and event.card and event.card.number == number:
        return
    open_card(event, the_card(event.round, number), by=request.actor, now=request.now)


def _context(request: Request, event: DecisionEvent) -> dict[str, object]:
    tables, cards = tables_now(event, request.now), cards_now(event)
    turnout = hall_turnout(event) if event.step == Step.VOTING else None
    verdict = verdict_of(event.card) if event.card and event.step == Step.REVEALED else None
    minutes = _minutes(event, request.now)
    return {
        "event": event,
        "mark": mark_of(event.step, event.step_at, event.card_id, minutes, turnout, tables),
        "tables": tables,
        "phones": sum(table.phones for table in tables),
        "thread": thread_of(event, cards),
        "following": next_card(cards),
        "says": says_of(event, turnout, tables),
        "sentence": sentence_of(verdict) if verdict else "",
        "minutes": minutes,
        "may_host": may_host(request.actor, event, request.now),
    }


def _minutes(event: DecisionEvent, now: datetime) -> int:
    """How long this step has lasted."""
    return int((now - event.step_at).total_seconds() // 60) if event.step_at else 0
