"""Who may prepare, host, join, vote and write at a table, and when."""

from datetime import datetime, timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, Denied, rule
from kuultu.ground.web.moments import hours, long_day
from kuultu.loop.cards.models import Card, CardState, Deck
from kuultu.loop.decisions.models import DecisionEvent, Step
from kuultu.loop.decisions.refusals import (
    ENDED,
    MOVED_ON,
    NO_CARD_YET,
    NOT_BEGUN,
    NOT_OPEN_YET,
    OVER,
    TABLES_DONE,
    VOTE_CLOSED,
)
from kuultu.loop.rounds.models import Ending, Round

# People come early, and an evening may run late.
OPENS_BEFORE = timedelta(hours=1)
CLOSES_AFTER = timedelta(hours=3)

ROUND_CLOSED = Denied(_("This round is closed. What it decided stays as it is."))
AT_TABLES = frozenset({Step.READING, Step.VOTING, Step.CLOSED, Step.REVEALED, Step.IDEAS})


def during(event: DecisionEvent, now: datetime) -> Answer:
    """Is the evening on: from an hour before it begins until it has been ended, or three hours past its end?"""
    if event.has_ended:
        return Denied(ENDED)
    if now < event.starts_at - OPENS_BEFORE:
        begins = event.starts_at
        return Denied(format_lazy(NOT_BEGUN, day=long_day(begins), clock=hours(begins)))
    if now > event.ends_at + CLOSES_AFTER:
        return Denied(OVER)
    return ALLOWED


@rule("see the decision event and its verdicts", Role.COORDINATOR, Role.ANALYST)
def may_see(actor: Actor, round: Round) -> Answer:
    """Always."""
    return ALLOWED


@rule("set up the decision event, invite, make and seat tables", Role.COORDINATOR, Role.JOB)
def may_prepare(actor: Actor, round: Round) -> Answer:
    """While the round is open and the event has not ended."""
    if round.ending != Ending.OPEN:
        return ROUND_CLOSED
    ended = DecisionEvent.objects.filter(round=round, step=Step.ENDED).exists()
    return Denied(ENDED) if ended else ALLOWED


@rule("host the evening", Role.COORDINATOR, Role.JOB)
def may_host(actor: Actor, event: DecisionEvent, now: datetime) -> Answer:
    """During the event, with a frozen deck."""
    if not (answer := during(event, now)):
        return answer
    if not Deck.objects.filter(round_id=event.round_id, frozen_at__isnull=False).exists():
        return Denied(_("Freeze the deck of cards first: what the hall sees may not change any more."))
    return ALLOWED


@rule("join the hall", Role.HALL, Role.JOB)
def may_join(actor: Actor, event: DecisionEvent, now: datetime) -> Answer:
    """With the code, during the event."""
    return during(event, now)


@rule("vote on a card", Role.HALL, Role.JOB)
def may_vote(actor: Actor, event: DecisionEvent, card: Card, now: datetime) -> Answer:
    """With a seat, during the event, on the card that is before the hall, while its vote is open."""
    if not (answer := during(event, now)):
        return answer
    if event.card_id != card.pk or card.state == CardState.WITHDRAWN:
        return Denied(MOVED_ON)
    if event.step == Step.READING:
        return Denied(NOT_OPEN_YET)
    return ALLOWED if event.step == Step.VOTING else Denied(VOTE_CLOSED)


@rule("write a table's verdict and ideas", Role.HALL, Role.COORDINATOR, Role.JOB)
def may_write_at_table(actor: Actor, event: DecisionEvent, now: datetime) -> Answer:
    """With the table's key, during the event, from the first card until measures are chosen."""
    if not (answer := during(event, now)):
        return answer
    if event.step in AT_TABLES:
        return ALLOWED
    if event.step == Step.WAITING:
        return Denied(NO_CARD_YET)
    return Denied(TABLES_DONE)


@rule("merge ideas and take them off the list", Role.COORDINATOR, Role.JOB)
def may_weed(actor: Actor, event: DecisionEvent) -> Answer:
    """While the round is open: also after the evening, before measures are written."""
    return ALLOWED if event.round.ending == Ending.OPEN else ROUND_CLOSED
