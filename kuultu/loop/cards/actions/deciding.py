"""Writes on the way of a card: sent, agreed to, approved, withdrawn; the deck frozen."""

from datetime import datetime

from django.db import transaction

from kuultu.ground.audit.log import record
from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import require
from kuultu.loop.cards.models import Card, CardState, Consent, Deck
from kuultu.loop.cards.rules import may_approve, may_consent, may_freeze, may_send, may_withdraw


@transaction.atomic
def send_card(card: Card, *, by: Actor, now: datetime) -> Card:
    """Give it to the organisations behind it to read."""
    require(may_send(by, card))
    return _turn(card, CardState.SENT, "sent the card", by, now)


@transaction.atomic
def consent_to_card(
    card: Card, *, by: Actor, now: datetime, organisation: Organisation, agreed: bool, note: str = ""
) -> Consent:
    """An organisation's yes or no to the card as it now reads; a new word replaces its old one."""
    require(may_consent(by, card, organisation.pk))
    consent, _made = Consent.objects.update_or_create(
        card=card,
        organisation=organisation,
        defaults={"agreed": agreed, "note": note, "version": card.version, "at": now},
    )
    record(by, "agreed to the card" if agreed else "did not agree to the card", card, now=now, code=card.code)
    return consent


@transaction.atomic
def approve_card(card: Card, *, by: Actor, now: datetime) -> Card:
    """It may be shown in the hall."""
    require(may_approve(by, card))
    return _turn(card, CardState.APPROVED, "approved the card", by, now)


@transaction.atomic
def withdraw_card(card: Card, *, by: Actor, now: datetime) -> Card:
    """Show it no more. Printed copies must be collected; the page says so."""
    require(may_withdraw(by, card))
    return _turn(card, CardState.WITHDRAWN, "withdrew the card", by, now)


@transaction.atomic
def freeze_deck(deck: Deck, *, by: Actor, now: datetime) -> Deck:
    """From now on the cards stay as they are."""
    require(may_freeze(by, deck))
    deck.frozen_at = now
    deck.save(update_fields=["frozen_at"])
    record(by, "froze the deck", deck, now=now)
    return deck


def _turn(card: Card, state: CardState, verb: str, by: Actor, now: datetime) -> Card:
    card.state = state
    card.save(update_fields=["state"])
    record(by, verb, card, now=now, code=card.code)
    return card
