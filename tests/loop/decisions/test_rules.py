"""Who may do what in the hall, before it, during it, after it."""

from datetime import UTC, datetime, timedelta

import pytest

from kuultu.ground.people.actor import ANYBODY, THE_SYSTEM, Actor, actor_by
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import Because, Denied
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.models import DecisionEvent, Step
from kuultu.loop.decisions.rules import (
    during,
    may_host,
    may_join,
    may_prepare,
    may_see,
    may_vote,
    may_weed,
    may_write_at_table,
)
from kuultu.loop.rounds.models import Ending, Round

BEGINS = datetime(2026, 5, 5, 14, 0, tzinfo=UTC)
ENDS = BEGINS + timedelta(hours=3)


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        (BEGINS - timedelta(minutes=61), False),
        (BEGINS - timedelta(minutes=60), True),
        (BEGINS, True),
        (ENDS + timedelta(hours=3), True),
        (ENDS + timedelta(hours=3, minutes=1), False),
    ],
)
def test_the_door_opens_an_hour_before_and_closes_three_after(
    event: DecisionEvent, in_hall: Actor, moment: datetime, open_: bool
) -> None:
    assert bool(during(event, moment)) is open_
    assert bool(may_join(in_hall, event, moment)) is open_


def test_before_the_event_the_sentence_says_when(event: DecisionEvent, in_hall: Actor) -> None:
    answer = may_join(in_hall, event, BEGINS - timedelta(days=3))
    assert isinstance(answer, Denied)
    assert str(answer.reason) == (
        "The event has not begun yet. It begins on Tuesday 5 May 2026 at 17:00; the door opens an hour before."
    )


def test_an_ended_event_is_closed_at_any_time(event: DecisionEvent, in_hall: Actor, as_aino: Actor) -> None:
    event.step = Step.ENDED
    event.save()
    for answer in (
        may_join(in_hall, event, BEGINS),
        may_host(as_aino, event, BEGINS),
        may_write_at_table(in_hall, event, BEGINS),
        may_prepare(as_aino, event.round),
    ):
        assert isinstance(answer, Denied)
        assert "has ended" in str(answer.reason)


@pytest.mark.parametrize(
    ("step", "says"),
    [
        (Step.READING, "not been opened"),
        (Step.CLOSED, "is closed"),
        (Step.REVEALED, "is closed"),
        (Step.IDEAS, "is closed"),
    ],
)
def test_a_vote_counts_only_while_the_vote_is_open(
    event: DecisionEvent, cards: list[Card], in_hall: Actor, step: Step, says: str
) -> None:
    event.card, event.step = cards[0], step
    answer = may_vote(in_hall, event, cards[0], BEGINS)
    assert isinstance(answer, Denied)
    assert says in str(answer.reason)
    event.step = Step.VOTING
    assert may_vote(in_hall, event, cards[0], BEGINS)
    assert not may_vote(in_hall, event, cards[1], BEGINS)
    assert not may_vote(in_hall, event, cards[0], ENDS + timedelta(hours=4))


@pytest.mark.parametrize(
    ("step", "may"),
    [(Step.WAITING, False), (Step.READING, True), (Step.VOTING, True), (Step.CLOSED, True), (Step.REVEALED, True),
     (Step.IDEAS, True), (Step.CHOOSING, False)],
)  # fmt: skip
def test_tables_write_from_the_first_card_until_measures_are_chosen(
    event: DecisionEvent, in_hall: Actor, step: Step, may: bool
) -> None:
    event.step = step
    assert bool(may_write_at_table(in_hall, event, BEGINS)) is may


def test_strangers_and_others_are_told_nothing_or_who_may(
    round: Round, event: DecisionEvent, as_leena: Actor, in_hall: Actor
) -> None:
    stranger = Actor(person=as_leena.person)
    assert may_see(stranger, round).because is Because.STRANGER  # type: ignore[union-attr]
    assert may_see(ANYBODY, round).because is Because.ANONYMOUS  # type: ignore[union-attr]
    assert may_see(as_leena, round).because is Because.ROLE  # type: ignore[union-attr]
    assert may_host(in_hall, event, BEGINS).because is Because.ROLE  # type: ignore[union-attr]


def test_an_analyst_sees_and_changes_nothing(round: Round, event: DecisionEvent) -> None:
    analyst = actor_by({Role.ANALYST})
    assert may_see(analyst, round)
    assert not may_prepare(analyst, round)
    assert not may_host(analyst, event, BEGINS)


def test_nothing_changes_in_a_closed_round(round: Round, event: DecisionEvent, as_aino: Actor) -> None:
    assert may_prepare(as_aino, round) and may_weed(as_aino, event)
    round.ending = Ending.DECIDED
    round.save()
    event.refresh_from_db()
    assert not may_prepare(as_aino, round)
    assert not may_weed(as_aino, event)


def test_a_job_may_play_an_evening_through(event: DecisionEvent) -> None:
    assert may_host(THE_SYSTEM, event, BEGINS) and may_join(THE_SYSTEM, event, BEGINS)
