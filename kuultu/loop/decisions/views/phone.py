"""The phone in the hall: the card, three buttons, "counted". Never a count."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kuultu.ground.languages.dates import clock
from kuultu.ground.languages.registry import language
from kuultu.ground.people.request import Request, whole
from kuultu.ground.people.rules import Because, Refused
from kuultu.ground.web.context import page_language
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.actions.votes import cast_vote
from kuultu.loop.decisions.models import Choice, DecisionEvent, Seat, Step
from kuultu.loop.decisions.queries import card_seen, verdict_of
from kuultu.loop.decisions.queries.hall import card_before, mark_of, told
from kuultu.loop.decisions.refusals import MOVED_ON
from kuultu.loop.decisions.rules import may_join
from kuultu.loop.decisions.views.joining import closed, phone_door
from kuultu.loop.decisions.views.live import asks_for_part, marked, nothing_new
from kuultu.loop.decisions.words import buttons, sentence_of

# When one's vote was counted is known to one's own browser only.
COUNTED = "kuultu_counted"
SHOWS_CARD = {Step.READING, Step.VOTING, Step.REVEALED}


@phone_door
def show(request: Request, seat: Seat) -> HttpResponse:
    """What the hall is doing now. Asked every few seconds; an unchanged page costs one query."""
    event, here = seat.decision_event, page_language().code
    answer = may_join(request.actor, event, request.now)
    if not answer:
        return closed(request, event, str(answer.reason))  # type: ignore[union-attr]
    shown = card_before(event) is not None
    mark = mark_of(event.step, event.step_at, event.card_id, shown, seat.has_voted, seat.table_id, here)  # type: ignore[attr-defined]
    if unchanged := nothing_new(request, mark):
        return unchanged
    part = "#now" if asks_for_part(request) else ""
    return marked(render(request, f"decisions/doors/phone.html{part}", _context(request, seat, mark)), mark)


@require_POST
@phone_door
def vote(request: Request, seat: Seat) -> HttpResponse:
    """Count a vote. Sent twice, it is counted once and says so both times."""
    event = seat.decision_event
    card, choice = _card_of(request, event), request.POST.get("verdict", "")
    if card is None or choice not in Choice.values:
        return redirect("decisions_hall", event.code)
    try:
        cast_vote(seat, card, choice, by=request.actor, now=request.now)
    except Refused as refused:
        if refused.answer.because is not Because.STATE:
            raise
        context = _context(request, seat, "") | {"told_no": refused.answer.reason}
        return render(request, "decisions/doors/phone.html", context, status=409)
    response = redirect(reverse("decisions_hall", args=[event.code]))
    counted = f"{card.number}-{clock(request.now, 'en')}"
    response.set_cookie(COUNTED, counted, max_age=12 * 3600, samesite="Lax", httponly=True, secure=request.is_secure())
    return response


def _context(request: Request, seat: Seat, mark: str) -> dict[str, object]:
    event, here = seat.decision_event, page_language().code
    card = card_before(event)
    gone = event.card is not None and card is None and event.step in SHOWS_CARD
    revealed = card is not None and event.step == Step.REVEALED
    verdict = verdict_of(card) if card and revealed else None
    return {
        "event": event,
        "table": seat.table,
        "mark": mark,
        "card": told(card, here) if card and event.step in SHOWS_CARD else None,
        "number": card.number if card else 0,
        "told_no": MOVED_ON if gone else "",
        "sentence": sentence_of(verdict) if verdict else "",
        "outcome": verdict.outcome if verdict else "",
        "has_voted": seat.has_voted,  # type: ignore[attr-defined]
        "counted_at": _counted_at(request, card, here),
        "buttons": buttons(),
        "tongues": [language(code) for code in event.languages],
    }


def _card_of(request: Request, event: DecisionEvent) -> Card | None:
    number = whole(request.POST.get("card", ""))
    if number < 0:
        return None
    return event.card if event.card and event.card.number == number else card_seen(event, number)


def _counted_at(request: Request, card: Card | None, here: str) -> str:
    """When this browser's vote on the card was counted, as it remembers."""
    number, _dash, time = request.COOKIES.get(COUNTED, "").partition("-")
    if card is None or number != str(card.number) or len(time) != 5:
        return ""
    return time.replace(":", ".") if here == "fi" else time
