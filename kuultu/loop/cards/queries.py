"""What this room tells: the deck, its cards, what each rests on, and how the telling stands."""

from collections import Counter
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet
from django.http import Http404
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.loop import Progress, State, Task
from kuultu.loop.cards.models import Card, CardState, CardText, Deck, Source
from kuultu.loop.materials.models import Domain
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Statement

CARDS_WANTED = 8  # two for each domain
FROZEN_BEFORE = timedelta(days=5)


def deck_of(round: Round) -> Deck:
    """The round's deck; one not saved yet if nobody has begun."""
    return Deck.objects.select_related("round").filter(round=round).first() or Deck(round=round)


def cards_of(round: Round) -> QuerySet[Card]:
    """All cards of a round with `source_count`, withdrawn ones too."""
    return (
        Card.objects.filter(deck__round=round)
        .select_related("deck__round")
        .prefetch_related("texts", "consents")
        .annotate(source_count=Count("sources", distinct=True))
    )


def cards_for(actor: Actor, round: Round) -> list[Card]:
    """The cards that the actor may see."""
    found = cards_of(round)
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return list(found)
    theirs = found.filter(statements__event__organisation_id__in=actor.organisation_ids).exclude(state=CardState.DRAFT)
    return list(theirs.distinct())


def cards_shown(round: Round) -> list[Card]:
    """The cards of a frozen deck that were not withdrawn, in their order: what the hall sees."""
    return [card for card in cards_of(round) if card.deck.frozen_at and card.state == CardState.APPROVED]


def the_card(round: Round, number: int) -> Card:
    """A card of a round by its number. Raises Http404."""
    found = cards_of(round).filter(number=number).first()
    if found is None:
        raise Http404("No such card.")
    return found


def in_language(card: Card, code: str) -> Card | CardText:
    """Title and narrative in a language: the card's own, a translation, or its own again where there is none."""
    if code == card.language:
        return card
    return next((text for text in card.texts.all() if text.language == code), card)


def by_domain(cards: list[Card]) -> list[tuple[str, list[Card]]]:
    """The cards under their domains, in the order of the domains; empty ones too, so that a gap is seen."""
    four = [domain for domain in Domain.values if domain != Domain.OTHER or any(c.domain == domain for c in cards)]
    return [(domain, [card for card in cards if card.domain == domain]) for domain in four]


def progress(round: Round, now: datetime) -> Progress:
    """How the telling stands: cards wanted, written, waiting for a reader, frozen."""
    deck = deck_of(round)
    if deck.frozen_at:
        return Progress(State.DONE, _("the deck is frozen"))
    cards = [card for card in cards_of(round) if card.state != CardState.WITHDRAWN]
    if not cards:
        return _not_begun(round)
    says = ngettext_lazy("%d card", "%d cards", len(cards)) % len(cards)
    return Progress(State.NOW, says, tuple(_tasks(round, cards)))


def _to_read(cards: list[Card]) -> Counter[int]:
    """Organisation → how many cards that rest on its events wait for its word on the words they have now."""
    sent = {card.pk: card for card in cards if card.state == CardState.SENT}
    if not sent:
        return Counter()
    said = {(each.card_id, each.organisation_id) for card in sent.values() for each in card.consents.all()
            if each.version == card.version}  # fmt: skip
    behind = Source.objects.filter(card__in=sent, statement__withdrawn_at=None)
    pairs = behind.values_list("card_id", "statement__event__organisation_id").distinct().order_by()
    return Counter(organisation for card, organisation in pairs if organisation and (card, organisation) not in said)


def _not_begun(round: Round) -> Progress:
    if not Statement.objects.filter(round=round, withdrawn_at=None, codings__isnull=False).exists():
        return Progress(State.AHEAD, _("ahead"))
    task = Task(
        _("Write the first experience card"),
        _("Choose two or more statements that tell of the same thing, from different events."),
        _("Write a card"),
        at("cards:deck", round.code),
        due=round.decides_on - FROZEN_BEFORE if round.decides_on else None,
    )
    return Progress(State.NOW, _("nothing written yet"), (task,))


def _tasks(round: Round, cards: list[Card]) -> list[Task]:
    due = round.decides_on - FROZEN_BEFORE if round.decides_on else None
    found = [
        Task(
            format_lazy(_("Card {code}: {title}"), code=card.code, title=card.title),
            _("The organisations have it to read. Approve it when they have said yes.")
            if card.state == CardState.SENT
            else _("Finish it and send it to the organisations behind it."),
            _("Open the card"),
            at("cards:card", round.code, card.number),
            due=due,
        )
        for card in cards
        if card.state in {CardState.DRAFT, CardState.SENT}
    ]
    for organisation, number in _to_read(cards).items():
        words = ngettext_lazy("Read %d card made of your events", "Read %d cards made of your events", number)
        found.append(Task(words % number, _("Is it true to what was said? Could it harm anybody?"), _("Read"),
                          at("cards:deck", round.code), due=due, role="organisation",
                          organisations=frozenset({organisation})))  # fmt: skip
    if not found:
        found.append(Task(_("Freeze the deck"), _("All cards are approved. Frozen, they stay as they are."),
                          _("To the deck"), at("cards:deck", round.code), due=due))  # fmt: skip
    return found
