"""Writes on a card: its words, its statements, its translations."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.languages.texts import TextState
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.cards.models import Card, CardState, CardText, Source
from kuultu.loop.cards.queries import deck_of
from kuultu.loop.cards.rules import WITHDRAWN, may_translate, may_write
from kuultu.loop.materials.models import Domain
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Statement


@transaction.atomic
def write_card(
    round: Round,
    *,
    by: Actor,
    now: datetime,
    title: str,
    narrative: str,
    domain: Domain | str,
    statements: Iterable[Statement] = (),
    single_because: str = "",
    harm_considered: str = "",
    language: str = "fi",
) -> Card:
    """A new card with the next number, resting on these statements."""
    deck = deck_of(round)
    require(may_write(by, deck))
    if not deck.pk:
        deck.save()
    number = (Card.objects.filter(deck=deck).aggregate(last=Max("number"))["last"] or 0) + 1
    card = Card.objects.create(
        deck=deck, number=number, title=title, narrative=narrative, domain=domain, language=language,
        single_because=single_because, harm_considered=harm_considered,
    )  # fmt: skip
    for statement in statements:
        _rest_on(card, statement)
    record(by, "wrote the card", card, now=now, code=card.code)
    return card


@transaction.atomic
def change_card(card: Card, *, by: Actor, now: datetime, **values: str) -> Card:
    """Other words, domain or reasons. With other words it is a draft again: the yes was to the old."""
    require(may_write(by, card.deck))
    if card.state == CardState.WITHDRAWN:
        raise Refused(WITHDRAWN)
    was = (card.title, card.narrative)
    for name, value in values.items():
        setattr(card, name, value)
    if (card.title, card.narrative) != was:
        card.version += 1
        card.state = CardState.DRAFT
    card.save()
    record(by, "changed the card", card, now=now, code=card.code)
    return card


@transaction.atomic
def add_statement(card: Card, statement: Statement, *, by: Actor, now: datetime) -> None:
    """Let the card rest on one more statement."""
    require(may_write(by, card.deck))
    _rest_on(card, statement)
    _draft_again(card)
    record(by, "added a statement to the card", card, now=now, code=card.code, statement=statement.code)


@transaction.atomic
def drop_statement(card: Card, statement: Statement, *, by: Actor, now: datetime) -> None:
    """Let the card rest on it no longer."""
    require(may_write(by, card.deck))
    Source.objects.filter(card=card, statement=statement).delete()
    _draft_again(card)
    record(by, "took a statement off the card", card, now=now, code=card.code, statement=statement.code)


@transaction.atomic
def translate_card(
    card: Card,
    *,
    by: Actor,
    now: datetime,
    language: str,
    title: str,
    narrative: str,
    author: str = "",
    reader: str = "",
    machine: bool = False,
) -> CardText:
    """The card in another language: a draft, machine-made, or checked by a named reader. Also for a frozen deck, but
    what has been checked stays as the hall reads it."""
    require(may_translate(by, card))
    if language == card.language:
        raise Refused(Denied(_("The card is written in this language. Change the card itself.")))
    known = CardText.objects.filter(card=card, language=language).first()
    if card.deck.frozen_at and known and known.is_checked and known.follows == card.version:
        raise Refused(
            Denied(_("This text has been checked, and the deck is frozen: what the hall reads stays as it is."))
        )
    state = TextState.MACHINE if machine else TextState.CHECKED if reader else TextState.DRAFT
    text, _made = CardText.objects.update_or_create(
        card=card,
        language=language,
        defaults={
            "title": title, "narrative": narrative, "state": state, "author": author, "reader": reader,
            "read_at": now if reader else None, "follows": card.version,
        },
    )  # fmt: skip
    record(by, "translated the card", card, now=now, code=card.code, language=language, state=state.value)
    return text


def _rest_on(card: Card, statement: Statement) -> None:
    if statement.round_id != card.deck.round_id:
        raise Refused(Denied(_("The statement is of another round.")))
    if statement.withdrawn_at:
        raise Refused(Denied(_("The statement has been withdrawn.")))
    Source.objects.get_or_create(card=card, statement=statement)


def _draft_again(card: Card) -> None:
    if card.state != CardState.DRAFT:
        card.state = CardState.DRAFT
        card.version += 1
        card.save(update_fields=["state", "version"])
