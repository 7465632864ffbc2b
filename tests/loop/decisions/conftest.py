"""An evening in Mallila: three cards in a frozen deck, four tables, phones that have joined."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.people.actor import Actor, actor_by
from kuultu.ground.people.models import Role
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.actions.steps import open_card, open_vote
from kuultu.loop.decisions.actions.votes import cast_vote, join
from kuultu.loop.decisions.models import DecisionEvent, Seat, Table
from kuultu.loop.rounds.models import Round
from tests.factories import a_card, a_decision_event, a_round, freeze

EVENING = datetime(2026, 5, 5, 14, 10, tzinfo=UTC)  # ten minutes in


@pytest.fixture
def round(in_mallila: Municipality) -> Round:
    return a_round()


@pytest.fixture
def cards(round: Round) -> list[Card]:
    """Three approved cards in a frozen deck."""
    found = [a_card(round, title=title) for title in ("Kuljettaja odotti", "Vartija seurasi", "Bussi ajoi ohi")]
    freeze(round)
    return found


@pytest.fixture
def event(round: Round, cards: list[Card]) -> DecisionEvent:
    """The evening with four tables; nothing has been opened yet."""
    return a_decision_event(round, tables=4, languages=["fi", "sv", "en", "ar"])


@pytest.fixture
def tables(event: DecisionEvent) -> list[Table]:
    return list(event.tables.all())


@pytest.fixture
def evening() -> datetime:
    """Ten minutes after the beginning."""
    return EVENING


@pytest.fixture
def in_hall() -> Actor:
    """Somebody who has come in with the code."""
    return actor_by({Role.HALL})


type Join = Callable[..., list[Seat]]


@pytest.fixture
def join_hall(event: DecisionEvent, tables: list[Table], in_hall: Actor) -> Join:
    """`join_hall(20)`: so many phones, spread over the tables; `at=[…]` names the tables."""

    def make(phones: int, *, at: list[Table] | None = None, language: str = "fi") -> list[Seat]:
        spread = at or tables
        return [
            join(event, by=in_hall, now=EVENING, table=spread[place % len(spread)], language=language)[0]
            for place in range(phones)
        ]

    return make


@pytest.fixture
def voting(event: DecisionEvent, cards: list[Card], as_aino: Actor) -> Callable[[Card], DecisionEvent]:
    """`voting(card)`: the card has been read and its vote is open."""

    def make(card: Card) -> DecisionEvent:
        open_card(event, card, by=as_aino, now=EVENING)
        return open_vote(event, by=as_aino, now=EVENING + timedelta(minutes=2))

    return make


def vote(seats: list[Seat], card: Card, choices: str, by: Actor) -> list[bool]:
    """`vote(seats, card, "MMLU", by)`: the seats vote in that order."""
    names = {"M": "more", "U": "unsure", "L": "less"}
    return [
        cast_vote(seat, card, names[choice], by=by, now=EVENING) for seat, choice in zip(seats, choices, strict=True)
    ]
