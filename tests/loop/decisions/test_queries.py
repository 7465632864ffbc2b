"""What later rooms and the desk hear: verdicts once shown, ideas by dots, how the deciding stands."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from kuultu.ground.people.actor import Actor
from kuultu.ground.privacy.disclosure import Audience, InFigures, InWords, Nothing, Word
from kuultu.ground.privacy.disclosure.stored import as_stored
from kuultu.loop import State
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.actions.people import count_replies, invite, seat_attendees
from kuultu.loop.decisions.actions.steps import close_vote, end_event, reveal_verdict
from kuultu.loop.decisions.actions.tables import table_verdict
from kuultu.loop.decisions.codes import opens_table, table_key
from kuultu.loop.decisions.models import Attendee, AttendeeKind, DecisionEvent, Outcome, Table
from kuultu.loop.decisions.outcomes import outcome_of, read, shown_to
from kuultu.loop.decisions.queries import progress, seated, verdict_of, verdicts_of, words_of_tables
from kuultu.loop.decisions.queries.hall import cards_now, next_card, turn_at
from kuultu.loop.decisions.seating import dealt, tables_wanted
from kuultu.loop.decisions.words import rows_of, sentence_of
from kuultu.loop.rounds.models import Round
from tests.factories import a_card, a_decision_event, a_round
from tests.loop.decisions.conftest import EVENING, Join, vote

type Open = Callable[[Card], DecisionEvent]


@pytest.fixture
def decided(
    voting: Open, event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor, join_hall: Join
) -> Card:
    """The first card: eighteen of twenty-four want less of it, three cannot say."""
    seats = join_hall(24)
    voting(cards[0])
    vote(seats, cards[0], "L" * 18 + "UUU" + "MMM", in_hall)
    close_vote(event, by=as_aino, now=EVENING)
    reveal_verdict(event, by=as_aino, now=EVENING)
    return cards[0]


def test_a_verdict_stays_as_it_was_shown(decided: Card, round: Round) -> None:
    verdict = verdict_of(decided)
    assert verdict is not None
    decided.ballots.all().delete()  # single answers go after two years, the verdict stays
    assert sentence_of(verdict) == "Most want less of this."
    assert [(row.side, str(row.name), row.says) for row in rows_of(verdict)] == [
        ("less", "Less", "18 of 24"), ("more", "More", "3 of 24"), ("unsure", "Unsure", "3 of 24"),
    ]  # fmt: skip
    assert list(verdicts_of(round)) == [verdict]


def test_the_public_gets_rounded_figures(decided: Card) -> None:
    verdict = verdict_of(decided)
    assert verdict is not None
    public = read(verdict.shown["public"])
    assert isinstance(public, InFigures)
    assert public.rounded
    assert all(each.people % 5 == 0 for each in public.slices)
    assert sentence_of(verdict, "public") == "Most want less of this."


@pytest.mark.parametrize(
    ("counts", "outcome", "kind"),
    [
        ({"more": 2, "less": 2}, Outcome.FEW, Nothing),
        ({"more": 5}, Outcome.MORE, InWords),
        ({"more": 4, "less": 3}, Outcome.DIVIDED, InWords),
        ({"less": 9, "unsure": 1}, Outcome.LESS, InWords),
        ({"more": 8, "unsure": 4, "less": 4}, Outcome.DIVIDED, InFigures),
        ({"more": 1, "unsure": 2, "less": 21}, Outcome.LESS, InWords),
        ({"more": 40, "unsure": 5, "less": 5}, Outcome.MORE, InFigures),
        ({"more": 4, "less": 20}, Outcome.LESS, InWords),
        ({"more": 13, "unsure": 1, "less": 10}, Outcome.DIVIDED, InWords),
    ],
)
def test_outcomes_are_read_from_what_may_be_shown(counts: dict[str, int], outcome: Outcome, kind: type[object]) -> None:
    shown = shown_to(Audience.DECISION_MAKERS, counts, tables=4)
    assert (outcome_of(shown), type(shown)) == (outcome, kind)
    assert read(as_stored(shown)) == shown


def test_no_figure_is_ever_of_one_or_two_people() -> None:
    """Every way in which up to forty people can vote: no slice is small, and none leaves only one or two out."""
    for people in range(41):
        for more in range(people + 1):
            for unsure in range(people + 1 - more):
                counts = {"more": more, "unsure": unsure, "less": people - more - unsure}
                for audience in (Audience.DECISION_MAKERS, Audience.PUBLIC):
                    shown = shown_to(audience, counts, tables=4)
                    if people < 5:
                        assert isinstance(shown, Nothing)
                    elif people < 10:
                        assert isinstance(shown, InWords) and shown.people is None
                    elif isinstance(shown, InFigures) and not shown.rounded:
                        assert min(each.people for each in shown.slices) >= 3
                        assert sum(each.people for each in shown.slices) == people
                    elif isinstance(shown, InWords):
                        assert shown.word in {Word.NEARLY_ALL, Word.MOST, Word.DIVIDED}


def test_one_table_is_not_the_public() -> None:
    shown = shown_to(Audience.PUBLIC, {"more": 10, "less": 10}, tables=1)
    assert isinstance(shown, Nothing)


def test_the_tables_words_come_in_the_order_of_the_tables(decided: Card, tables: list[Table], in_hall: Actor) -> None:
    table_verdict(tables[3], decided, by=in_hall, now=EVENING, outcome="less", reason="Lapsi muistaa.")
    table_verdict(tables[0], decided, by=in_hall, now=EVENING, outcome="divided")
    assert [(said.table.number, said.outcome) for said in words_of_tables(decided) if said.table] == [
        (1, "divided"), (4, "less"),
    ]  # fmt: skip


def test_the_next_card_is_the_first_that_nobody_has_voted_on(
    decided: Card, event: DecisionEvent, cards: list[Card], voting: Open
) -> None:
    event.refresh_from_db()
    assert next_card(cards_now(event)) == cards[1]
    skipped = voting(cards[2])
    assert next_card(cards_now(skipped)) == cards[1]


def test_seats_read_in_turn(event: DecisionEvent, tables: list[Table], cards: list[Card], voting: Open) -> None:
    assert [turn_at(table, event).now for table in tables] == ["A", "B", "C", "D"]
    assert turn_at(tables[0], event).then == "B"


@pytest.mark.parametrize(("people", "tables"), [(1, 1), (5, 1), (7, 1), (8, 2), (12, 2), (24, 4), (25, 4), (33, 6)])
def test_tables_for_so_many_people(people: int, tables: int) -> None:
    assert tables_wanted(people) == tables


def test_dealing_spreads_every_kind_and_every_body() -> None:
    kinds = [AttendeeKind.ELECTED] * 8 + [AttendeeKind.RESIDENT] * 4 + [AttendeeKind.OFFICE] * 12
    people = [Attendee(pk=number, kind=kind) for number, kind in enumerate(kinds)]
    for table in dealt(people, 4):
        assert sorted(each.kind for each in table) == ["elected"] * 2 + ["office"] * 3 + ["resident"]


def test_a_tables_key_is_its_own() -> None:
    assert opens_table(table_key("KRTP47", 3).lower(), "KRTP47", 3)
    assert not opens_table(table_key("KRTP47", 2), "KRTP47", 3)
    assert not opens_table(table_key("KRTP48", 3), "KRTP47", 3)
    assert not opens_table("", "KRTP47", 3)


# How the deciding stands


def says(round: Round, now: datetime) -> tuple[State, str, list[str]]:
    told = progress(round, now)
    return told.state, str(told.says), [str(task.what) for task in told.tasks]


def test_far_ahead_nothing_is_asked(in_mallila: object, now: datetime) -> None:
    round = a_round(decides_on=now.date() + timedelta(weeks=20))
    assert says(round, now) == (State.AHEAD, "ahead", [])


def test_with_a_first_card_or_eight_weeks_before_the_event_is_to_be_set_up(in_mallila: object, now: datetime) -> None:
    round = a_round()
    assert says(round, now) == (State.NOW, "not set up yet", ["Set up the decision event"])
    later = a_round(code="MAL27", decides_on=None)
    a_card(later)
    assert says(later, now)[2] == ["Set up the decision event"]


def test_then_people_tables_and_the_deck(round: Round, as_aino: Actor, now: datetime) -> None:
    event = a_decision_event(round, tables=0)
    assert says(round, now)[2] == [
        "Invite people to the decision event", "Freeze the deck before the decision event",
    ]  # fmt: skip
    invite(event, by=as_aino, now=now, kind="resident", number=6)
    count_replies(event, by=as_aino, now=now, kind="resident", body="", coming=5, not_coming=0)
    assert says(round, now) == (
        State.NOW,
        "5 of 6 replied",
        ["1 person has not replied", "Make the tables", "Freeze the deck before the decision event"],
    )
    seat_attendees(event, by=as_aino, now=now)
    assert len(seated(event)[0]) == 1


def test_on_the_day_the_evening_is_to_be_hosted_and_then_it_is_done(
    event: DecisionEvent, round: Round, decided: Card, as_aino: Actor, evening: datetime
) -> None:
    assert says(round, evening)[2] == ["Host the decision event"]
    end_event(event, by=as_aino, now=evening)
    assert says(round, evening) == (State.DONE, "1 card decided on", [])
