"""Verdicts and ideas, for the hall and for the rooms that come after."""

from django.db.models import QuerySet

from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.models import DecisionEvent, Idea, Step, Verdict
from kuultu.loop.rounds.models import Round


def verdict_of(card: Card) -> Verdict | None:
    """The hall's verdict on a card, once it has been shown. `words.sentence_of(verdict)` says it in a sentence."""
    return verdicts_of(card.deck.round).filter(card=card).first()


def verdicts_of(round: Round) -> QuerySet[Verdict]:
    """The hall's verdicts in the order of the cards. One that is closed and not yet shown is nobody's to read:
    all see it at the same moment."""
    held_back = DecisionEvent.objects.filter(round=round, step=Step.CLOSED).exclude(card=None).values("card")
    return (
        Verdict.objects.filter(card__deck__round=round, table=None)
        .exclude(card__in=held_back)
        .select_related("card__deck__round")
        .order_by("card__number")
    )


def words_of_tables(card: Card) -> QuerySet[Verdict]:
    """What each table said of a card, in the order of the tables."""
    return Verdict.objects.filter(card=card, table__isnull=False).select_related("table").order_by("table__number")


def ideas_of(round: Round) -> QuerySet[Idea]:
    """The ideas of the evening, those that most tables would choose first; merged and dropped ones are left out."""
    return (
        Idea.objects.filter(decision_event__round=round, merged_into=None, dropped_at=None)
        .select_related("card", "table", "decision_event__round")
        .order_by("-dots", "pk")
    )


def card_seen(event: DecisionEvent, number: int) -> Card | None:
    """A card that the hall has had before it, by its number: of others nobody there knows that they exist."""
    return Card.objects.select_related("deck__round").filter(pk__in=seen_cards(event), number=number).first()


def seen_cards(event: DecisionEvent) -> set[int]:
    """The keys of the cards that the hall has had before it: something was said of them, or they are read now."""
    said = Verdict.objects.filter(card__deck__round_id=event.round_id).values_list("card_id", flat=True)
    return {*said, *([event.card_id] if event.card_id else [])}
