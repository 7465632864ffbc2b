"""A card by its printed code: once the hall may see it."""

from dataclasses import dataclass
from datetime import datetime

from kuultu.loop.cards.models import Card
from kuultu.loop.cards.queries import cards_shown
from kuultu.loop.decisions.models import DecisionEvent, Step
from kuultu.loop.materials.queries import texts_of
from kuultu.loop.measures.models import Programme
from kuultu.loop.measures.queries import measures_of
from kuultu.loop.rounds.models import Round
from kuultu.public.pieces import Piece, best, piece, worded
from kuultu.public.queries.answers import card_name


@dataclass(frozen=True)
class Behind:
    """A published measure that answers a card."""

    code: str
    short: str
    decided: Piece


@dataclass(frozen=True)
class CardShown:
    """A card as it was read aloud, in one language; `languages`: those that it can be read in."""

    code: str
    number: int
    domain: str
    title: Piece
    narrative: str
    made_from: Piece
    languages: tuple[str, ...]
    measures: tuple[Behind, ...]

    @property
    def foot(self) -> str:
        """What stands at the foot of the card as printed."""
        return f"{self.made_from.text}\n{self.code}"


def card_shown(round: Round, number: int, code: str, now: datetime) -> CardShown | None:
    """The card, once the deck is frozen and the decision event has begun or the programme is published."""
    card = next((each for each in cards_shown(round) if each.number == number), None)
    published = Programme.objects.filter(round=round).exclude(published_at=None).exists()
    if card is None or not (published or has_begun(round, now)):
        return None
    name = card_name(card, code)
    told = next((text for text in card.texts.all() if text.language == name.title.language), card)
    return CardShown(
        card.full_code,
        card.number,
        card.domain,
        name.title,
        told.narrative,
        worded(texts_of(round, code).say("card.made_from")),
        tuple(dict.fromkeys([card.language, *(text.language for text in card.texts.all())])),
        _measures(card, code) if published else (),
    )


def has_begun(round: Round, now: datetime) -> bool:
    """Has the decision event of a round begun?"""
    event = DecisionEvent.objects.filter(round=round).first()
    return event is not None and (event.starts_at <= now or event.step != Step.WAITING)


def _measures(card: Card, code: str) -> tuple[Behind, ...]:
    found = []
    for measure in measures_of(card.deck.round).filter(cards=card):
        told = best(measure.texts.all(), code)
        decided = piece(told, told.decided if told else measure.sentence, code)
        found.append(Behind(measure.full_code, measure.code, decided))
    return tuple(found)
