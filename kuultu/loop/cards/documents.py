"""The deck as paper."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext

from kuultu.ground.documents.pdf.cards import CardFace, CardLabels, cards_pdf
from kuultu.loop.cards.models import Card, CardText
from kuultu.loop.cards.queries import in_language
from kuultu.loop.materials.queries import texts_of
from kuultu.loop.rounds.models import Round


def deck_pdf(round: Round, cards: Sequence[Card], language: str, *, now: datetime, large: bool = False) -> bytes:
    """The cards in a language, four to an A4 sheet (or each on an A5): PDF/UA. Marked as a draft while the deck is
    not frozen or a text in this language has not been checked by a named reader."""
    words = texts_of(round, language)
    labels = CardLabels(
        title=f"{round.name}",
        round=f"{round.municipality.named_in(language)}, {round.name}",
        more=words["steps.more"],
        unsure=words["steps.unsure"],
        less=words["steps.less"],
        one_line=words["card.tally"],
        scan=words["card.scan"],
    )
    unfinished = not all(is_finished(card, language) for card in cards)
    return cards_pdf(
        [face(card, language) for card in cards],
        lang=language,
        labels=labels,
        timestamp=now,
        sheet="a5" if large else "a6x4",
        sender=round.municipality.named_in(language),
        draft_mark=gettext("Draft: the text has not been checked") if unfinished else "",
        draft_short=gettext("Draft") if unfinished else "",
        accent=round.municipality.colour,
    )


def face(card: Card, language: str) -> CardFace:
    """A card as printed in a language; where there is no translation, in the language it was written in."""
    told = in_language(card, language)
    words = texts_of(card.deck.round, language)
    return CardFace(
        number=str(card.number),
        code=card.full_code,
        domain=card.domain if card.domain != "other" else "",
        domain_name=words[f"domains.{card.domain}"],
        title=told.title,
        narrative=told.narrative,
        made=words["card.made_from"],
        link=f"{settings.SITE_URL}/c/{card.full_code}",
    )


def is_finished(card: Card, language: str) -> bool:
    """May the card be printed in this language without the draft mark?"""
    if not card.deck.frozen_at:
        return False
    told = in_language(card, language)
    if isinstance(told, CardText):
        return told.is_checked and told.follows == card.version
    return card.language == language
