"""From an experience card back to what was said, and forward to what was decided."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.desk.queries.codes import Short
from kuultu.desk.queries.evidence.whole import (
    Evidence,
    knot_of_verdict,
    knots_of_measure,
    statements_in_words,
)
from kuultu.ground.languages.registry import language
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.web.context import page_language
from kuultu.ground.web.moments import short_day
from kuultu.ground.web.parts import ThreadItem
from kuultu.loop.cards.models import Card, CardState
from kuultu.loop.cards.queries import the_card
from kuultu.loop.decisions.models import Idea
from kuultu.loop.decisions.queries import ideas_of, verdict_of
from kuultu.loop.followup.queries import Standing, standings_of
from kuultu.loop.rounds.models import Round
from kuultu.loop.slides.models import Slide
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import statements_of

SHOWN_IDEAS = 3
UNBROKEN = "\u2011"  # a hyphen at which no line ends


def evidence_of_card(round: Round, short: Short) -> Evidence:
    """Raises Http404."""
    card = the_card(round, short.number)
    behind = list(statements_of(round).filter(sources__card=card))
    standings = [each for each in standings_of(round) if card in each.measure.cards.all()]
    return Evidence(
        kind=_("Experience card"),
        code=card.code,
        full_code=card.full_code,
        title=card.title,
        text=card.narrative,
        language=card.language,
        says=card.get_state_display(),
        came=_came(round, card, behind),
        became=_became(round, card, standings),
        codes=[round.code, *[each.full_code for each in behind], card.full_code,
               *[each.measure.full_code for each in standings]],
        href=at("cards:card", round.code, card.number),
        behind=behind,
        note=_("This card has been withdrawn. It is shown no more.") if card.state == CardState.WITHDRAWN else "",
    )  # fmt: skip


def knots_of_statements(round: Round, behind: list[Statement]) -> list[ThreadItem]:
    """The discussions behind it, each with the codes of what was said there."""
    items, here = [], page_language().code
    for code in dict.fromkeys(each.event.code for each in behind):
        said = [each for each in behind if each.event.code == code]
        event = said[0].event
        label = format_lazy("{} · {}", _("Discussion"), event.full_code)
        where = event.organisation or round.municipality.name
        named = language(event.language).named_in(here)
        codes = ", ".join(str(each).replace("-", UNBROKEN) for each in said)
        text = f"{named[:1].upper()}{named[1:]}, {short_day(event.starts_at)}, {where}: {codes}"
        items.append(ThreadItem(label, text, href=at("statements:event", round.code, event.code)))
    return items


def _came(round: Round, card: Card, behind: list[Statement]) -> list[ThreadItem]:
    events = len({each.event_id for each in behind})
    made = statements_in_words(len(behind), events) if behind else _("nothing that may be used any more")
    items = [ThreadItem(_("Made of"), made, "done" if behind else "no"), *knots_of_statements(round, behind)]
    if card.single_because:
        items.append(ThreadItem(_("Why one statement is enough"), card.single_because))
    items += _consents(card)
    return [*items, ThreadItem(format_lazy("{} · {}", _("Round"), round.code), round.name)]


def _consents(card: Card) -> list[ThreadItem]:
    agreed = [each for each in card.consents.select_related("organisation") if each.version == card.version]
    return [
        ThreadItem(
            _("Read by the organisation"),
            format_lazy("{}, {}", each.organisation, short_day(each.at))
            if each.agreed
            else format_lazy(_("{name} does not agree"), name=each.organisation),
            "done" if each.agreed else "no",
        )
        for each in agreed
    ]


def _became(round: Round, card: Card, standings: list[Standing]) -> list[ThreadItem]:
    items = [_frozen(card)]
    items += [_knot_of_slide(round, slide) for slide in card.slides.filter(shown=True).select_related("presentation")]
    if verdict := verdict_of(card):
        items.append(knot_of_verdict(verdict))
    else:
        items.append(ThreadItem(format_lazy("{} · {}", _("Verdict"), card.code), _("not given yet"), "ahead"))
    items += _ideas(list(ideas_of(round).filter(card=card)))
    for standing in standings:
        items += knots_of_measure(round, standing)
    if not standings:
        items.append(ThreadItem(_("Measure"), _("none answers it yet"), "ahead"))
    return items


def _frozen(card: Card) -> ThreadItem:
    if card.deck.frozen_at is None:
        return ThreadItem(_("Deck"), _("not frozen yet"), "now")
    return ThreadItem(_("Deck"), format_lazy(_("frozen {day}"), day=short_day(card.deck.frozen_at)))


def _knot_of_slide(round: Round, slide: Slide) -> ThreadItem:
    tongue = slide.presentation.language
    return ThreadItem(
        _("On a slide"), slide.heading, href=at("slides:in_language", round.code, tongue), language=tongue
    )


def _ideas(ideas: list[Idea]) -> list[ThreadItem]:
    """What the tables would do, the most wanted first."""
    items = [ThreadItem(_("Idea of a table"), idea.text) for idea in ideas[:SHOWN_IDEAS]]
    if (more := len(ideas) - SHOWN_IDEAS) > 0:
        items.append(ThreadItem(_("Ideas of the tables"), ngettext_lazy("%d more", "%d more", more) % more))
    return items
