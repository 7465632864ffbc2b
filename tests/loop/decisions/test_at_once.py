"""Fifty phones press at the same moment, twice each, on a real database file with real threads."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.actions.people import add_table
from kuultu.loop.decisions.actions.steps import close_vote
from kuultu.loop.decisions.actions.votes import cast_vote
from kuultu.loop.decisions.models import Ballot, DecisionEvent, Seat, Spent
from tests.loop.decisions.conftest import Join

PHONES = 60


@dataclass
class Hall:
    """A database file of its own, a copy of what the test has written so far."""

    file: Path
    town: Municipality

    def do[T](self, deed: Callable[[], T]) -> T:
        """Do it with a connection of this thread's own."""
        connection.settings_dict = {**connection.settings_dict, "NAME": str(self.file)}
        try:
            with scope(self.town):
                return deed()
        finally:
            connection.close()

    def look[T](self, deed: Callable[[], T]) -> T:
        """The same from another thread, so that the test keeps its own database."""
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(self.do, deed).result()


@pytest.fixture
def hall_of(tmp_path: Path, mallila: Municipality) -> Callable[[], Hall]:
    """`hall_of()`: the rows of the test so far, in a file. The test database itself lives in memory, where threads
    do not meet as they do in a file, and its log refuses to be emptied, so that no test may really commit."""

    def copy() -> Hall:
        if connection.vendor != "sqlite":
            pytest.skip("these threads meet in an SQLite file")
        file = tmp_path / "hall.sqlite3"
        connection.ensure_connection()
        file.write_bytes(connection.connection.serialize())
        return Hall(file, mallila)

    return copy


def counts() -> tuple[int, int]:
    """Ballots, and notes that a seat has voted."""
    return Ballot.objects.count(), Spent.objects.count()


def test_fifty_votes_at_once_are_neither_lost_nor_doubled(
    voting: Callable[[Card], DecisionEvent], event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor,
    evening: datetime, join_hall: Join, hall_of: Callable[[], Hall],
) -> None:  # fmt: skip
    tables = [*event.tables.all(), add_table(event, by=as_aino, now=evening), add_table(event, by=as_aino, now=evening)]
    seats = join_hall(PHONES, at=tables)
    voting(cards[0])
    hall = hall_of()
    together = threading.Barrier(PHONES)

    def press(seat: Seat) -> list[bool]:
        def twice() -> list[bool]:
            together.wait(timeout=30)
            return [cast_vote(seat, cards[0], "less", by=in_hall, now=evening) for _press in range(2)]

        return hall.do(twice)

    with ThreadPoolExecutor(PHONES) as pool:
        answers = list(pool.map(press, seats))
    assert answers == [[True, False]] * PHONES
    assert hall.look(counts) == (PHONES, PHONES)


def test_one_seat_pressed_from_twenty_threads_is_one_vote(
    voting: Callable[[Card], DecisionEvent], cards: list[Card], in_hall: Actor, evening: datetime, join_hall: Join,
    hall_of: Callable[[], Hall],
) -> None:  # fmt: skip
    (seat,) = join_hall(1)
    voting(cards[0])
    hall = hall_of()
    together = threading.Barrier(20)

    def press(_number: int) -> bool:
        def once() -> bool:
            together.wait(timeout=30)
            return cast_vote(Seat.objects.get(pk=seat.pk), cards[0], "more", by=in_hall, now=evening)

        return hall.do(once)

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(press, range(20)))
    assert sorted(answers) == [False] * 19 + [True]
    assert hall.look(counts) == (1, 1)


def test_no_vote_slips_in_after_the_close(
    voting: Callable[[Card], DecisionEvent], event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor,
    evening: datetime, join_hall: Join, hall_of: Callable[[], Hall],
) -> None:  # fmt: skip
    """The host closes while forty phones press: whoever was told "counted" is in the verdict, and nobody else."""
    seats = join_hall(40)
    voting(cards[0])
    hall = hall_of()
    together = threading.Barrier(41)

    def press(seat: Seat) -> bool:
        def once() -> bool:
            together.wait(timeout=30)
            try:
                return cast_vote(seat, cards[0], "more", by=in_hall, now=evening)
            except Refused:
                return False

        return hall.do(once)

    def close() -> object:
        def once() -> object:
            together.wait(timeout=30)
            return close_vote(event, by=as_aino, now=evening)

        return hall.do(once)

    with ThreadPoolExecutor(41) as pool:
        closing = pool.submit(close)
        counted = sum(pool.map(press, seats))
        closing.result()
    ballots, spent = hall.look(counts)
    assert ballots == spent == counted
