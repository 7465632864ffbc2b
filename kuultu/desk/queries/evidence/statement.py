"""From a statement back to the question that was asked, and forward to what was done."""

from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kuultu.desk.queries.codes import Short
from kuultu.desk.queries.evidence.whole import Evidence, knot_of_card, knot_of_verdict, knots_of_measure
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.web.moments import long_day
from kuultu.ground.web.parts import ThreadItem
from kuultu.loop import Sentence
from kuultu.loop.cards.models import Card
from kuultu.loop.cards.queries import cards_of
from kuultu.loop.decisions.queries import verdicts_of
from kuultu.loop.followup.queries import Standing, standings_of
from kuultu.loop.rounds.models import Round
from kuultu.loop.slides.models import Slide
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import (
    Wording,
    became_here,
    came_from,
    text_in,
    the_statement,
    trace,
    working_language,
)


def evidence_of_statement(round: Round, short: Short) -> Evidence:
    """Raises Http404 where there is no such statement, or its report has gone back to the scribe."""
    statement = the_statement(round, short.event, short.number)
    cards = list(cards_of(round).filter(sources__statement=statement).order_by("number"))
    standings = _measures(round, cards)
    gone = statement.withdrawn_at is not None
    return Evidence(
        kind=_("Statement"),
        code=statement.code,
        full_code=statement.full_code,
        text="" if gone else statement.original,
        language=statement.language,
        words=None if gone else words_of(statement),
        version=statement.version,
        came=came_from(trace(statement)),
        became=_became(round, statement, cards, standings),
        codes=[round.code, statement.event.full_code, statement.full_code, *[card.full_code for card in cards],
               *[each.measure.full_code for each in standings]],
        href=at("statements:statement", round.code, statement.event.code, statement.number),
        note=_withdrawn(statement) if gone else "",
    )  # fmt: skip


def words_of(statement: Statement) -> Wording | None:
    """Its words in the page's language, else in the municipality's; None where the original is in one of them."""
    found = text_in(statement, get_language() or "fi") or text_in(statement, working_language())
    return None if found is None or found.is_original else found


def _withdrawn(statement: Statement) -> Sentence:
    says = _("This statement was withdrawn {day}. Its words are not shown; what rests on it must be looked at again.")
    return format_lazy(says, day=long_day(statement.withdrawn_at))


def _measures(round: Round, cards: list[Card]) -> list[Standing]:
    numbers = {card.pk for card in cards}
    if not numbers:
        return []
    return [each for each in standings_of(round) if numbers & {card.pk for card in each.measure.cards.all()}]


def _became(round: Round, statement: Statement, cards: list[Card], standings: list[Standing]) -> list[ThreadItem]:
    items = became_here(statement)
    for slide in Slide.objects.filter(quote=statement, shown=True).select_related("presentation"):
        page = at("slides:in_language", round.code, slide.presentation.language)
        items.append(ThreadItem(_("Quoted on a slide"), slide.heading, href=page, language=slide.presentation.language))
    said = {verdict.card_id: verdict for verdict in verdicts_of(round)} if cards else {}
    for card in cards:
        items.append(knot_of_card(round, card))
        if card.pk in said:
            items.append(knot_of_verdict(said[card.pk]))
    for standing in standings:
        items += knots_of_measure(round, standing)
    if not cards:
        items.append(ThreadItem(_("Experience card"), _("in none yet"), "ahead"))
    elif not standings:
        items.append(ThreadItem(_("Measure"), _("none answers it yet"), "ahead"))
    return items
