"""The evening step by step: a card is read, voted on, closed, revealed; then ideas, choosing, the end."""

import secrets
import uuid
from collections import Counter
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.ground.privacy.disclosure import Audience, merged_tables
from kuultu.ground.privacy.disclosure.stored import as_stored
from kuultu.loop.cards.models import Card
from kuultu.loop.cards.queries import cards_shown
from kuultu.loop.decisions.models import Attendee, Ballot, DecisionEvent, Outcome, Seat, Step, Tally, Verdict
from kuultu.loop.decisions.outcomes import OUTCOMES, TABLES, outcome_of, shown_to, word_of_tables
from kuultu.loop.decisions.queries.hall import card_before
from kuultu.loop.decisions.rules import may_host

CLOSE_FIRST = Denied(_("A vote is open. Close it first."))
REVEAL_FIRST = Denied(_("The vote is closed, and its result has not been shown yet. Show it first."))


@transaction.atomic
def open_card(event: DecisionEvent, card: Card, *, by: Actor, now: datetime) -> DecisionEvent:
    """Put a card before the hall to be read aloud."""
    event = _locked(event)
    require(may_host(by, event, now))
    _no_vote_hangs(event)
    if card.pk not in {each.pk for each in cards_shown(event.round)}:
        raise Refused(Denied(_("This card is not in the frozen deck.")))
    if Verdict.objects.filter(card=card, table=None).exists():
        raise Refused(Denied(_("The hall has voted on this card already.")))
    return _turn(event, Step.READING, "opened a card", by, now, card=card)


@transaction.atomic
def open_vote(event: DecisionEvent, *, by: Actor, now: datetime) -> DecisionEvent:
    """Let the phones vote on the card before the hall."""
    event = _locked(event)
    require(may_host(by, event, now))
    if event.step == Step.VOTING:
        return event
    if event.step != Step.READING or event.card is None:
        raise Refused(Denied(_("Open a card for reading first.")))
    if card_before(event) is None:
        raise Refused(Denied(_("This card has been withdrawn. Open the next one.")))
    return _turn(event, Step.VOTING, "opened the vote", by, now)


@transaction.atomic
def close_vote(event: DecisionEvent, *, by: Actor, now: datetime) -> Verdict | None:
    """Close the vote and keep what may be told of it. The ballots are shuffled and lose the trace of small tables.

    Where nobody has voted and no table has said anything, the card is read again: None.
    """
    event = _locked(event)
    require(may_host(by, event, now))
    if event.step != Step.VOTING or event.card is None:
        raise Refused(Denied(_("No vote is open.")))
    card = event.card
    ballots = list(Ballot.objects.filter(card=card))
    if not ballots and not Verdict.objects.filter(card=card).exists():
        _turn(event, Step.READING, "took the vote back", by, now)
        return None
    verdict = _verdict(card, ballots, now)
    _shuffle(ballots)
    _turn(event, Step.CLOSED, "closed the vote", by, now)
    return verdict


@transaction.atomic
def reveal_verdict(event: DecisionEvent, *, by: Actor, now: datetime) -> DecisionEvent:
    """Show everybody the verdict at the same moment."""
    event = _locked(event)
    require(may_host(by, event, now))
    if event.step == Step.REVEALED:
        return event
    if event.step != Step.CLOSED:
        raise Refused(Denied(_("Close the vote first.")))
    return _turn(event, Step.REVEALED, "showed the verdict", by, now)


@transaction.atomic
def look_for_ideas(event: DecisionEvent, *, by: Actor, now: datetime) -> DecisionEvent:
    """The tables look for means and say which they would choose."""
    event = _locked(event)
    require(may_host(by, event, now))
    _no_vote_hangs(event)
    return _turn(event, Step.IDEAS, "asked for ideas", by, now)


@transaction.atomic
def begin_choosing(event: DecisionEvent, *, by: Actor, now: datetime) -> DecisionEvent:
    """Show which ideas the tables would choose; one to four become measures."""
    event = _locked(event)
    require(may_host(by, event, now))
    _no_vote_hangs(event)
    return _turn(event, Step.CHOOSING, "began to choose measures", by, now)


@transaction.atomic
def end_event(event: DecisionEvent, *, by: Actor, now: datetime) -> DecisionEvent:
    """End the evening: phones are forgotten, and so are the names of those who were invited."""
    event = _locked(event)
    require(may_host(by, event, now))
    _no_vote_hangs(event)
    Seat.objects.filter(decision_event=event).delete()
    Tally.objects.filter(table__decision_event=event).delete()
    Attendee.objects.filter(decision_event=event).exclude(name="").update(name="")
    return _turn(event, Step.ENDED, "ended the decision event", by, now)


def _locked(event: DecisionEvent) -> DecisionEvent:
    """The event as it is now, held until the transaction ends: a vote and the close of it cannot cross."""
    return DecisionEvent.objects.select_for_update(of=("self",)).select_related("round", "card").get(pk=event.pk)


def _no_vote_hangs(event: DecisionEvent) -> None:
    if event.step == Step.VOTING:
        raise Refused(CLOSE_FIRST)
    if event.step == Step.CLOSED:
        raise Refused(REVEAL_FIRST)


def _turn(
    event: DecisionEvent, step: Step, verb: str, by: Actor, now: datetime, *, card: Card | None = None
) -> DecisionEvent:
    event.step, event.step_at = step, now
    event.card = card or event.card
    event.save(update_fields=["step", "step_at", "card"])
    record(by, verb, event, now=now, card=event.card.code if event.card else "")
    return event


def _verdict(card: Card, ballots: list[Ballot], now: datetime) -> Verdict:
    """What the votes tell; where they tell too little, what most tables said."""
    counts = Counter(ballot.choice for ballot in ballots)
    tables = len({ballot.table_id for ballot in ballots})
    hall = shown_to(Audience.DECISION_MAKERS, counts, tables)
    shown = {"hall": as_stored(hall), "public": as_stored(shown_to(Audience.PUBLIC, counts, tables))}
    outcome = outcome_of(hall)
    said = word_of_tables(Verdict.objects.filter(card=card, table__isnull=False).values_list("outcome", flat=True))
    if outcome == Outcome.FEW and said:
        word, side = said
        shown[TABLES] = {"word": word.value, "side": side}
        outcome = OUTCOMES.get(side, Outcome.DIVIDED)
    return Verdict.objects.create(card=card, table=None, outcome=outcome, shown=shown, closed_at=now)


def _shuffle(ballots: list[Ballot]) -> None:
    """Write the ballots anew, in a random order and under new keys, tables under five put together."""
    sizes = Counter(str(ballot.table_id) for ballot in ballots)
    home = {int(name): int(group[0]) for group in merged_tables(sizes) for name in group}
    anew = [
        Ballot(id=uuid.uuid4(), card_id=each.card_id, table_id=home[each.table_id], choice=each.choice)
        for each in ballots
    ]
    secrets.SystemRandom().shuffle(anew)
    Ballot.objects.filter(pk__in=[ballot.pk for ballot in ballots]).delete()
    Ballot.objects.bulk_create(anew)
