"""The coordinator's first page of the decision event, setting it up, and what came of it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.loop.cards.queries import cards_shown, deck_of
from kuultu.loop.decisions.actions.planning import change_event, set_up_event
from kuultu.loop.decisions.documents import join_address, qr_of, screen_address
from kuultu.loop.decisions.forms import EventForm
from kuultu.loop.decisions.models import DecisionEvent, Table
from kuultu.loop.decisions.queries import event_of, ideas_of, replies_of, verdicts_of
from kuultu.loop.decisions.queries.progress import tasks_of
from kuultu.loop.decisions.rules import may_prepare, may_see
from kuultu.loop.decisions.words import sentence_of
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import the_round

HOURS = 3


def overview(request: Request, code: str) -> HttpResponse:
    """What is set up, who has answered, what is missing; afterwards the verdicts and the ideas."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    event = event_of(round)
    context: dict[str, object] = {"event": event, "may_prepare": may_prepare(request.actor, round)}
    if event is None:
        return render(request, "decisions/overview.html", context)
    address = join_address(event)
    context |= {
        "tasks": tasks_of(event, request.now) if context["may_prepare"] else [],
        "replies": replies_of(event),
        "tables": Table.objects.filter(decision_event=event).count(),
        "deck": deck_of(round),
        "missing": _untranslated(round, event),
        "verdicts": [(verdict, sentence_of(verdict)) for verdict in verdicts_of(round)],
        "ideas": ideas_of(round),
        "address": address,
        "qr": qr_of(address),
        "screen": screen_address(event),
    }
    return render(request, "decisions/overview.html", context)


def set_up(request: Request, code: str) -> HttpResponse:
    """Set the evening up, or change its time, place and languages."""
    round = the_round(request, code)
    require(may_prepare(request.actor, round))
    event = event_of(round)
    form = EventForm(request.POST or None, instance=event, initial=_initial(round, event))
    if request.method == "POST" and form.is_valid():
        with telling(form):
            if event:
                change_event(event, by=request.actor, now=request.now, **form.cleaned_data)
            else:
                set_up_event(round, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("decisions:overview", round.code))
    context = {"form": form, "event": event}
    return render(request, "decisions/set_up.html", context, status=400 if form.errors else 200)


def _initial(round: Round, event: DecisionEvent | None) -> dict[str, object]:
    """The day that the round has planned, in the evening, in the languages of the cards."""
    if event:
        return {"languages": event.languages}
    texts = {text.language for card in cards_shown(round) for text in card.texts.all()}
    languages = list(dict.fromkeys([*round.languages, *sorted(texts)]))
    day = round.decides_on
    times = {"starts_at": f"{day}T17:00", "ends_at": f"{day}T{17 + HOURS}:00"} if day else {}
    return {"languages": languages, **times}


def _untranslated(round: Round, event: DecisionEvent) -> list[tuple[str, int, int]]:
    """Each language of the hall in which cards are missing or unchecked: how many of each."""
    cards = cards_shown(round)
    found = []
    for code in event.languages:
        texts = [text for card in cards for text in card.texts.all() if text.language == code]
        own = sum(card.language == code for card in cards)
        missing, unchecked = len(cards) - own - len(texts), sum(not text.is_checked for text in texts)
        if missing or unchecked:
            found.append((code, missing, unchecked))
    return found
