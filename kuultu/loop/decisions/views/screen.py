"""The projector: one thing, huge."""

from django.http import HttpResponse
from django.shortcuts import render

from kuultu.ground.people.request import Request
from kuultu.ground.web.context import page_language
from kuultu.loop.decisions.documents import join_address, qr_of
from kuultu.loop.decisions.models import DecisionEvent, Idea, Step, Verdict
from kuultu.loop.decisions.queries import ideas_of, verdict_of, words_of_tables
from kuultu.loop.decisions.queries.hall import card_before, mark_of, told
from kuultu.loop.decisions.views.joining import evening_door
from kuultu.loop.decisions.views.live import asks_for_part, marked, nothing_new
from kuultu.loop.decisions.words import rows_of, sentence_of

REASONS_SHOWN = 2
IDEAS_SHOWN = 8


@evening_door
def show(request: Request, event: DecisionEvent) -> HttpResponse:
    """What the whole hall looks at now."""
    ideas = _ideas(event)
    shown = card_before(event) is not None
    written = [(idea.pk, idea.text) for idea in ideas]
    mark = mark_of(event.step, event.step_at, event.card_id, shown, page_language().code, *written)
    if unchanged := nothing_new(request, mark):
        return unchanged
    part = "#now" if asks_for_part(request) else ""
    context = {"event": event, "mark": mark, "ideas": ideas, **_context(event)}
    return marked(render(request, f"decisions/doors/screen.html{part}", context), mark)


def _ideas(event: DecisionEvent) -> list[Idea]:
    """While tables write: as they come. When measures are chosen: those that most tables would choose."""
    if event.step == Step.IDEAS:
        return list(ideas_of(event.round).order_by("-pk")[:IDEAS_SHOWN])
    return list(ideas_of(event.round)[:IDEAS_SHOWN]) if event.step == Step.CHOOSING else []


def _context(event: DecisionEvent) -> dict[str, object]:
    card = card_before(event)
    context: dict[str, object] = {"card": told(card, page_language().code) if card else None}
    if event.step == Step.WAITING:
        address = join_address(event)
        context |= {"address": address, "qr": qr_of(address)}
    if card and event.step == Step.REVEALED and (verdict := verdict_of(card)):
        context |= {"sentence": sentence_of(verdict), "rows": rows_of(verdict), "reasons": _reasons(verdict)}
    return context


def _reasons(verdict: Verdict) -> list[Verdict]:
    """Two reasons: one that agrees with the hall, and one that does not, where there is one."""
    said = [each for each in words_of_tables(verdict.card) if each.reason]
    agree = [each for each in said if each.outcome == verdict.outcome]
    differ = [each for each in said if each.outcome != verdict.outcome]
    return [*agree[:1], *differ[:1], *agree[1:]][:REASONS_SHOWN]
