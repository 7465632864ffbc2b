"""Who may write, read, approve and freeze cards, and when."""

from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, Denied, hidden, rule
from kuultu.loop.cards.models import Card, CardState, Deck
from kuultu.loop.cards.worries import stops
from kuultu.loop.rounds.models import Ending, Event, Order, OrderState, Round

FROZEN = Denied(_("The deck is frozen: what the decision-makers see stays as it is."))
CLOSED = Denied(_("This round is closed. Its cards stay as they are."))
WITHDRAWN = Denied(_("The card has been withdrawn. Write a new one."))


@rule("see the cards of a round", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see(actor: Actor, round: Round) -> Answer:
    """An organisation with an order or an event in the round; it sees the cards that were sent to it and rest on its
    events."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return ALLOWED
    own = {"round": round, "organisation_id__in": actor.organisation_ids}
    ordered = Order.objects.filter(**own).exclude(state=OrderState.DRAFT)
    return ALLOWED if ordered.exists() or Event.objects.filter(**own).exists() else hidden()


@rule("see a card", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see_card(actor: Actor, card: Card) -> Answer:
    """An organisation: once it has been sent, when the card rests on its events."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return ALLOWED
    theirs = actor.organisation_ids & {organisation.pk for organisation in card.organisations_behind()}
    return ALLOWED if theirs and card.state != CardState.DRAFT else hidden()


@rule("write cards", Role.COORDINATOR, Role.ANALYST, Role.JOB)
def may_write(actor: Actor, deck: Deck) -> Answer:
    """Until the deck is frozen."""
    if deck.round.ending != Ending.OPEN:
        return CLOSED
    return FROZEN if deck.frozen_at else ALLOWED


@rule("translate a card", Role.COORDINATOR, Role.ANALYST, Role.JOB)
def may_translate(actor: Actor, card: Card) -> Answer:
    """While the round is open; also when the deck is frozen, in languages that nobody has checked yet."""
    if card.deck.round.ending != Ending.OPEN:
        return CLOSED
    return WITHDRAWN if card.state == CardState.WITHDRAWN else ALLOWED


@rule("send a card to the organisations behind it", Role.COORDINATOR, Role.ANALYST, Role.JOB)
def may_send(actor: Actor, card: Card) -> Answer:
    """When nothing about the card stops it."""
    if card.deck.frozen_at:
        return FROZEN
    if card.state != CardState.DRAFT:
        return Denied(_("The card has been sent already."))
    wrong = stops(card, list(card.statements_behind()))
    return Denied(wrong[0].says) if wrong else ALLOWED


@rule("say what the organisation thinks of a card", Role.ORGANISATION, Role.JOB)
def may_consent(actor: Actor, card: Card, organisation_id: int) -> Answer:
    """The organisation whose event the card rests on, after it has been sent and before the deck is frozen."""
    behind = {organisation.pk for organisation in card.organisations_behind()}
    if organisation_id not in behind or not (actor.has(Role.JOB) or actor.speaks_for(organisation_id)):
        return hidden()
    if card.deck.frozen_at:
        return FROZEN
    return ALLOWED if card.state != CardState.DRAFT else hidden()


@rule("approve a card", Role.COORDINATOR, Role.JOB)
def may_approve(actor: Actor, card: Card) -> Answer:
    """When it has been sent, nothing stops it, no organisation has said no, and for one statement one has said yes."""
    if card.deck.frozen_at:
        return FROZEN
    if card.state != CardState.SENT:
        return Denied(_("Send the card to the organisations first."))
    statements = list(card.statements_behind())
    if wrong := stops(card, statements):
        return Denied(wrong[0].says)
    said = [consent for consent in card.consents.all() if consent.version == card.version]
    if any(not consent.agreed for consent in said):
        return Denied(_("An organisation does not agree. Change the card and send it again."))
    if len(statements) == 1 and not said:
        return Denied(_("The card rests on one statement: wait for the organisation's yes."))
    return ALLOWED


@rule("freeze the deck", Role.COORDINATOR, Role.JOB)
def may_freeze(actor: Actor, deck: Deck) -> Answer:
    """When there are cards and all of them are approved or withdrawn."""
    if deck.frozen_at:
        return Denied(_("The deck is frozen already."))
    cards = list(deck.cards.all())
    if not any(card.state == CardState.APPROVED for card in cards):
        return Denied(_("There is no approved card yet."))
    if any(card.state in {CardState.DRAFT, CardState.SENT} for card in cards):
        return Denied(_("Some cards are not approved yet. Approve or withdraw them first."))
    return ALLOWED


@rule("withdraw a card", Role.COORDINATOR, Role.JOB)
def may_withdraw(actor: Actor, card: Card) -> Answer:
    """Also from a frozen deck: when somebody asks for their words back, the card is marked and shown no more."""
    return Denied(_("The card has been withdrawn already.")) if card.state == CardState.WITHDRAWN else ALLOWED
