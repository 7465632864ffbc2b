"""Joining the hall, and votes: one a seat and card, unlinkable, never counted twice."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.codes import token_hash
from kuultu.loop.decisions.models import Ballot, Choice, DecisionEvent, Seat, Spent, Step, Table, Tally
from kuultu.loop.decisions.refusals import MOVED_ON, TABLE_FULL, VOTE_CLOSED
from kuultu.loop.decisions.rules import may_host, may_join, may_vote

TOKEN_BYTES = 24
# Seven sit at a table; a few change their phone. More would be somebody who votes for others.
SEATS_AT_TABLE = 10


@transaction.atomic
def join(
    event: DecisionEvent, *, by: Actor, now: datetime, table: Table, language: str, seat: Seat | None = None
) -> tuple[Seat, str]:
    """A place at a table and the token for the phone's cookie ("" when it keeps its own).

    A phone that has a `seat` already changes its table and language; it gets no second vote.
    """
    event = _locked(event)
    require(may_join(by, event, now))
    if table.decision_event_id != event.pk:
        raise Refused(Denied(_("There is no such table.")))
    if (seat is None or seat.table_id != table.pk) and table.seats.count() >= SEATS_AT_TABLE:
        raise Refused(Denied(TABLE_FULL))
    token = ""
    if seat is None:
        token = secrets.token_urlsafe(TOKEN_BYTES)
        seat = Seat(decision_event=event, token_hash=token_hash(token))
    seat.table, seat.language = table, language
    seat.save()
    record(by, "joined the hall", event, now=now, table=table.number)
    return seat, token


@transaction.atomic
def cast_vote(seat: Seat, card: Card, choice: Choice | str, *, by: Actor, now: datetime) -> bool:
    """Count a vote: True, or False when this seat's vote on the card has been counted already.

    `Spent` and `Ballot` are written together and share nothing but the card. No line in the log and no time
    anywhere: with those, a copy of the database would tell who voted what. Closing the vote is what is recorded.
    """
    event = _locked(seat.decision_event)
    if event.card_id == card.pk and Spent.objects.filter(seat=seat, card=card).exists():
        return False
    require(may_vote(by, event, card, now))
    Spent.objects.create(seat=seat, card=card)
    Ballot.objects.create(card=card, table_id=seat.table_id, choice=Choice(choice))
    return True


@transaction.atomic
def count_paper(
    table: Table, card: Card, *, by: Actor, now: datetime, more: int, unsure: int, less: int
) -> DecisionEvent:
    """Count in the lines of a table's paper sheet, once, while the vote on the card is open."""
    event = _locked(table.decision_event)
    require(may_host(by, event, now))
    if event.card_id != card.pk:
        raise Refused(Denied(MOVED_ON))
    if event.step != Step.VOTING:
        raise Refused(Denied(VOTE_CLOSED))
    lines = {Choice.MORE: more, Choice.UNSURE: unsure, Choice.LESS: less}
    if min(lines.values()) < 0 or not 0 < sum(lines.values()) <= SEATS_AT_TABLE:
        raise Refused(Denied(_("Count one line for each person at the table: one to ten in all.")))
    _made, is_new = Tally.objects.get_or_create(card=card, table=table)
    if not is_new:
        raise Refused(Denied(_("This table's paper has been counted in already for this card.")))
    for choice, number in lines.items():
        for _line in range(number):
            Ballot.objects.create(card=card, table=table, choice=choice)
    record(by, "counted in a paper sheet", event, now=now, card=card.code, table=table.number)
    return event


def _locked(event: DecisionEvent) -> DecisionEvent:
    """The event as it is now, held until the transaction ends, so that no vote slips in after the close."""
    return DecisionEvent.objects.select_for_update(of=("self",)).select_related("round").get(pk=event.pk)
