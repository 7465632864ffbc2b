"""Attackers: with a copy of the database, with the host's page, with a phone at a small table."""

import itertools
from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection

from kuultu.ground.audit.models import Entry
from kuultu.ground.people.actor import Actor
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.actions.steps import close_vote, open_card, open_vote, reveal_verdict
from kuultu.loop.decisions.models import Ballot, DecisionEvent, Seat, Spent, Table
from kuultu.loop.decisions.queries.hall import hall_turnout, tables_now
from kuultu.loop.rounds.models import Round
from tests.factories import a_card
from tests.loop.decisions.conftest import Join, vote

type Open = Callable[[Card], DecisionEvent]


def as_stored(table: str) -> list[tuple[object, ...]]:
    """The rows as a copy of the database holds them, in the order in which they lie there."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        return [tuple(row) for row in cursor.fetchall()]


def hits(order_of_casting: list[str], as_read: list[str]) -> float:
    """How often "the n-th row is the n-th voter" is right."""
    return sum(a == b for a, b in zip(order_of_casting, as_read, strict=True)) / len(as_read)


def test_ballots_have_no_order_while_the_vote_is_open(
    voting: Open, round: Round, tables: list[Table], cards: list[Card], in_hall: Actor, join_hall: Join
) -> None:
    """Forty phones, the first twenty say more: who reads the rows in their order guesses no better than by chance."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps rows in the order of writing until the vote closes; see the next test")
    seats = join_hall(40)
    voting(cards[0])
    cast = "M" * 20 + "L" * 20
    vote(seats, cards[0], cast, in_hall)
    read = [str(row[1])[0].upper() for row in as_stored("decisions_ballot")]
    assert sorted(read) == sorted(cast)
    # By chance 20 of 40 hit; more than 36 would be one in 10¹².
    assert 4 / 40 < hits(list(cast), read) < 36 / 40


def test_a_row_number_would_give_the_order_away_and_ballots_have_none(db: None) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("row numbers are SQLite's")
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name IN ('decisions_ballot', 'decisions_spent')")
        ballot, spent = sorted((row[0] for row in cursor.fetchall()), key=lambda sql: "decisions_spent" in sql)
    assert ballot.endswith("WITHOUT ROWID")
    assert not spent.endswith("WITHOUT ROWID"), "the order of `Spent` is there, and there is nothing to match it with"


def test_closing_writes_every_ballot_anew(
    voting: Open, event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor, evening: datetime,
    join_hall: Join,
) -> None:  # fmt: skip
    seats = join_hall(40)
    voting(cards[0])
    vote(seats, cards[0], "M" * 20 + "L" * 20, in_hall)
    before = set(Ballot.objects.values_list("pk", flat=True))
    close_vote(event, by=as_aino, now=evening)
    after = list(Ballot.objects.all())
    assert len(after) == 40
    assert not before & {ballot.pk for ballot in after}
    assert sorted(ballot.choice for ballot in after) == ["less"] * 20 + ["more"] * 20


def test_a_ballot_and_the_note_that_a_seat_has_voted_share_nothing_but_the_card() -> None:
    def of(model: type[Ballot] | type[Spent]) -> set[str]:
        return {field.name for field in model._meta.get_fields()}

    assert of(Ballot) == {"id", "municipality", "card", "table", "choice"}
    assert of(Spent) == {"id", "municipality", "seat", "card"}
    assert {field.name for field in Seat._meta.get_fields()} == {
        "id", "municipality", "decision_event", "table", "language", "token_hash", "spent",
    }  # fmt: skip


def test_a_thousand_votes_are_a_thousand_ballots(
    round: Round, event: DecisionEvent, tables: list[Table], as_aino: Actor, in_hall: Actor, evening: datetime,
    join_hall: Join, cards: list[Card],
) -> None:  # fmt: skip
    """Forty phones, twenty-five cards: every vote is counted once, in one half of the time sent twice."""
    more = [a_card(round) for _number in range(22)]
    seats = join_hall(40)
    choices = itertools.cycle("MMUL")
    for card in [*cards, *more]:
        open_card(event, card, by=as_aino, now=evening)
        open_vote(event, by=as_aino, now=evening)
        cast = "".join(next(choices) for _seat in seats)
        assert all(vote(seats, card, cast, in_hall))
        assert not any(vote(seats[::2], card, cast[::2], in_hall))
        close_vote(event, by=as_aino, now=evening)
        reveal_verdict(event, by=as_aino, now=evening)
    assert Ballot.objects.count() == Spent.objects.count() == 1000
    assert Spent.objects.values("seat", "card").distinct().count() == 1000
    assert Entry.objects.filter(role="hall").exclude(verb="joined the hall").count() == 0


def test_a_table_under_five_is_kept_with_another(
    voting: Open, event: DecisionEvent, tables: list[Table], cards: list[Card], as_aino: Actor, in_hall: Actor,
    evening: datetime, join_hall: Join,
) -> None:  # fmt: skip
    """Two phones at table 1 say "less" and nobody else does: after the close no table holds those two alone."""
    small = join_hall(2, at=[tables[0]])
    large = join_hall(12, at=tables[1:3])
    voting(cards[0])
    vote(small, cards[0], "LL", in_hall)
    vote(large, cards[0], "M" * 12, in_hall)
    assert Ballot.objects.filter(table=tables[0]).count() == 2
    close_vote(event, by=as_aino, now=evening)
    kept: dict[int, list[str]] = {}
    for ballot in Ballot.objects.all():
        kept.setdefault(ballot.table_id, []).append(ballot.choice)
    assert all(len(choices) >= 5 for choices in kept.values())
    assert sum(choices.count("less") for choices in kept.values()) == 2
    assert len(kept) == 2


@pytest.mark.parametrize("cast", ["LLLLLL", "MMMMMM", "MLMLML", "UUUUUU"])
def test_while_a_vote_is_open_nobody_sees_which_way_it_goes(
    voting: Open, cards: list[Card], in_hall: Actor, evening: datetime, join_hall: Join, cast: str
) -> None:
    """What the host sees with any votes is what the host sees with any others."""
    seats = join_hall(6)
    event = voting(cards[0])
    vote(seats, cards[0], cast, in_hall)
    states = [(table.state, str(table.says)) for table in tables_now(event, evening)]
    assert states == [("voted", "voted")] * 4
    assert hall_turnout(event) == "all"
    assert not event.card.verdicts.exists()  # type: ignore[union-attr]


def test_turnout_is_told_in_steps_never_as_a_number(
    voting: Open, cards: list[Card], in_hall: Actor, join_hall: Join
) -> None:
    seats = join_hall(20)
    event = voting(cards[0])
    told = []
    for seat in seats:
        vote([seat], cards[0], "M", in_hall)
        told.append(hall_turnout(event).value)
    assert [(step, len(list(group))) for step, group in itertools.groupby(told)] == [
        ("some", 9), ("half", 5), ("nearly_all", 5), ("all", 1),
    ]  # fmt: skip
