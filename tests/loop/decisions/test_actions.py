"""Preparing the evening, its steps, votes, the tables' words: what is written and what is refused."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from kuultu.ground.audit.log import history
from kuultu.ground.audit.models import Entry
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.cards.models import Card, CardState
from kuultu.loop.decisions.actions.people import (
    add_table,
    count_replies,
    drop_table,
    invite,
    move_attendee,
    reply,
    seat_attendees,
    uninvite,
)
from kuultu.loop.decisions.actions.planning import change_event, set_up_event
from kuultu.loop.decisions.actions.steps import (
    begin_choosing,
    close_vote,
    end_event,
    look_for_ideas,
    open_card,
    open_vote,
    reveal_verdict,
)
from kuultu.loop.decisions.actions.tables import add_idea, dot_idea, drop_idea, merge_ideas, table_verdict
from kuultu.loop.decisions.actions.votes import SEATS_AT_TABLE, cast_vote, count_paper, join
from kuultu.loop.decisions.codes import SIGNS
from kuultu.loop.decisions.models import (
    Attendee,
    AttendeeKind,
    Ballot,
    DecisionEvent,
    Outcome,
    Reply,
    Seat,
    Spent,
    Step,
    Table,
    Tally,
    Verdict,
)
from kuultu.loop.decisions.queries import ideas_of, verdict_of, verdicts_of
from kuultu.loop.rounds.models import Round
from tests.factories import a_card, freeze
from tests.loop.decisions.conftest import EVENING, Join, vote

BEGINS = datetime(2026, 5, 5, 14, 0, tzinfo=UTC)
WHEN = {
    "starts_at": BEGINS,
    "ends_at": BEGINS + timedelta(hours=3),
    "place": "Valtuustosali",
    "languages": ["fi", "ar"],
}

type Open = Callable[[Card], DecisionEvent]


def last() -> tuple[str, dict[str, object]]:
    """The newest line of the log."""
    entry = Entry.objects.order_by("-pk")[0]
    return entry.verb, entry.facts


# Preparing


def test_an_event_gets_a_code_of_six_signs_that_nobody_misreads(round: Round, as_aino: Actor, now: datetime) -> None:
    event = set_up_event(round, by=as_aino, now=now, **WHEN)
    assert len(event.code) == 6
    assert set(event.code) <= set(SIGNS)
    assert not set("O0I1") & set(SIGNS)
    assert len(set(SIGNS)) == 32
    assert last() == ("set up the decision event", {"code": event.code})


def test_a_round_has_one_event(round: Round, as_aino: Actor, now: datetime) -> None:
    set_up_event(round, by=as_aino, now=now, **WHEN)
    with pytest.raises(Refused, match="already"):
        set_up_event(round, by=as_aino, now=now, **WHEN)


def test_an_event_needs_no_deck_to_be_planned_but_ends_after_it_begins(
    round: Round, as_aino: Actor, now: datetime
) -> None:
    with pytest.raises(Refused, match="end after"):
        set_up_event(round, by=as_aino, now=now, **(WHEN | {"ends_at": BEGINS}))
    event = set_up_event(round, by=as_aino, now=now, **WHEN)
    changed = change_event(event, by=as_aino, now=now, **(WHEN | {"place": "Kirjasto"}))
    assert (changed.place, changed.code) == ("Kirjasto", event.code)
    assert last()[0] == "changed the decision event"


def test_an_organisation_sets_up_nothing(round: Round, as_leena: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="coordinator"):
        set_up_event(round, by=as_leena, now=now, **WHEN)


def test_residents_are_invited_in_number_never_by_name(event: DecisionEvent, as_aino: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="without a name"):
        invite(event, by=as_aino, now=now, kind=AttendeeKind.RESIDENT, name="Maria")
    assert len(invite(event, by=as_aino, now=now, kind=AttendeeKind.RESIDENT, number=5)) == 5
    assert last() == ("invited to the decision event", {"kind": "resident", "number": 5})
    assert not Attendee.objects.exclude(name="").exists()


def test_a_reply_is_noted_and_a_no_gives_up_the_place(
    event: DecisionEvent, tables: list[Table], as_aino: Actor, now: datetime
) -> None:
    (otto,) = invite(event, by=as_aino, now=now, kind="elected", name="Otto", body="Valtuusto")
    move_attendee(otto, by=as_aino, now=now, table=tables[0])
    assert last() == ("moved somebody to a table", {"table": 1})
    reply(otto, by=as_aino, now=now, answer=Reply.NOT_COMING)
    otto.refresh_from_db()
    assert (otto.reply, otto.table) == (Reply.NOT_COMING, None)
    assert [entry.verb for entry in history(otto)] == ["noted a reply", "moved somebody to a table"]
    assert "Otto" not in str(list(Entry.objects.values()))


def test_replies_of_residents_are_counted(event: DecisionEvent, as_aino: Actor, now: datetime) -> None:
    invite(event, by=as_aino, now=now, kind="resident", number=10)
    count_replies(event, by=as_aino, now=now, kind="resident", body="", coming=5, not_coming=2)
    assert Attendee.objects.filter(reply=Reply.COMING).count() == 5
    assert Attendee.objects.filter(reply=Reply.NOT_COMING).count() == 2
    assert last() == ("noted replies", {"kind": "resident", "coming": 5})
    with pytest.raises(Refused, match="More replies"):
        count_replies(event, by=as_aino, now=now, kind="resident", body="", coming=9, not_coming=2)


def test_somebody_is_taken_off_the_list(event: DecisionEvent, as_aino: Actor, now: datetime) -> None:
    (row,) = invite(event, by=as_aino, now=now, kind="office", name="Elina")
    uninvite(row, by=as_aino, now=now)
    assert not Attendee.objects.exists()
    assert last() == ("took an invitation back", {"kind": "office"})


def test_seating_mixes_kinds_in_groups_of_five_to_seven(
    round: Round, cards: list[Card], as_aino: Actor, now: datetime
) -> None:
    event = set_up_event(round, by=as_aino, now=now, **WHEN)
    for kind, number in (("elected", 7), ("office", 6), ("organisation", 4), ("resident", 5), ("other", 2)):
        invite(event, by=as_aino, now=now, kind=kind, number=number)
    tables = seat_attendees(event, by=as_aino, now=now)
    assert last() == ("seated people at tables", {"tables": 4, "people": 24})
    for table in tables:
        kinds = [each.kind for each in table.attendees.all()]
        assert len(kinds) == 6
        assert {kind: kinds.count(kind) for kind in ("elected", "resident")} in (
            {"elected": 2, "resident": 1}, {"elected": 1, "resident": 2}, {"elected": 2, "resident": 2},
            {"elected": 1, "resident": 1},
        )  # fmt: skip


def test_seating_needs_somebody(event: DecisionEvent, as_aino: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="Nobody"):
        seat_attendees(event, by=as_aino, now=now)


def test_a_table_is_added_and_taken_away_until_somebody_uses_it(
    event: DecisionEvent, as_aino: Actor, evening: datetime, join_hall: Join
) -> None:
    table = add_table(event, by=as_aino, now=evening)
    assert (table.number, last()) == (5, ("added a table", {"number": 5}))
    drop_table(table, by=as_aino, now=evening)
    assert last() == ("took a table away", {"number": 5})
    fifth = add_table(event, by=as_aino, now=evening)
    join_hall(1, at=[fifth])
    with pytest.raises(Refused, match="stays"):
        drop_table(fifth, by=as_aino, now=evening)


# The steps


def test_the_evening_goes_step_by_step(
    event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor, evening: datetime, join_hall: Join
) -> None:
    seats = join_hall(12)
    assert open_card(event, cards[0], by=as_aino, now=evening).step == Step.READING
    assert open_vote(event, by=as_aino, now=evening).step == Step.VOTING
    vote(seats, cards[0], "MMMMMMMMMMUL", in_hall)
    verdict = close_vote(event, by=as_aino, now=evening)
    assert verdict is not None and verdict.outcome == Outcome.MORE
    assert verdict_of(cards[0]) is None, "closed and not shown yet"
    assert reveal_verdict(event, by=as_aino, now=evening).step == Step.REVEALED
    assert verdict_of(cards[0]) == verdict
    assert open_card(event, cards[1], by=as_aino, now=evening).card == cards[1]
    assert look_for_ideas(event, by=as_aino, now=evening).step == Step.IDEAS
    assert begin_choosing(event, by=as_aino, now=evening).step == Step.CHOOSING
    assert end_event(event, by=as_aino, now=evening).step == Step.ENDED
    verbs = [entry.verb for entry in reversed(history(event)) if "joined" not in entry.verb]
    assert verbs == [
        "opened a card", "opened the vote", "closed the vote", "showed the verdict", "opened a card",
        "asked for ideas", "began to choose measures", "ended the decision event",
    ]  # fmt: skip


def test_nothing_passes_an_open_or_unshown_vote(
    voting: Open, event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor, evening: datetime,
    join_hall: Join,
) -> None:  # fmt: skip
    seats = join_hall(6)
    voting(cards[0])
    for move in (look_for_ideas, begin_choosing, end_event):
        with pytest.raises(Refused, match="Close it first"):
            move(event, by=as_aino, now=evening)
    with pytest.raises(Refused, match="Close it first"):
        open_card(event, cards[1], by=as_aino, now=evening)
    vote(seats, cards[0], "MMMLLL", in_hall)
    close_vote(event, by=as_aino, now=evening)
    with pytest.raises(Refused, match="Show it first"):
        open_card(event, cards[1], by=as_aino, now=evening)
    with pytest.raises(Refused, match="No vote is open"):
        close_vote(event, by=as_aino, now=evening)


def test_a_vote_opened_by_mistake_is_taken_back(
    voting: Open, event: DecisionEvent, cards: list[Card], as_aino: Actor, evening: datetime
) -> None:
    voting(cards[0])
    assert close_vote(event, by=as_aino, now=evening) is None
    event.refresh_from_db()
    assert event.step == Step.READING
    assert not Verdict.objects.exists()
    assert last() == ("took the vote back", {"card": "K1"})


def test_the_host_needs_a_frozen_deck(round: Round, as_aino: Actor, evening: datetime) -> None:
    card = a_card(round)
    event = set_up_event(round, by=as_aino, now=evening, **WHEN)
    with pytest.raises(Refused, match="Freeze"):
        open_card(event, card, by=as_aino, now=evening)


def test_a_card_is_voted_on_once_and_must_be_in_the_deck(
    voting: Open, event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor, evening: datetime,
    join_hall: Join,
) -> None:  # fmt: skip
    seats = join_hall(6)
    cards[2].state = CardState.WITHDRAWN
    cards[2].save()
    with pytest.raises(Refused, match="not in the frozen deck"):
        open_card(event, cards[2], by=as_aino, now=evening)
    voting(cards[0])
    vote(seats, cards[0], "MMMMMM", in_hall)
    close_vote(event, by=as_aino, now=evening)
    reveal_verdict(event, by=as_aino, now=evening)
    with pytest.raises(Refused, match="voted on this card already"):
        open_card(event, cards[0], by=as_aino, now=evening)


def test_only_the_host_moves_the_hall(
    event: DecisionEvent, cards: list[Card], in_hall: Actor, as_leena: Actor, evening: datetime
) -> None:
    for somebody in (in_hall, as_leena):
        with pytest.raises(Refused, match="coordinator"):
            open_card(event, cards[0], by=somebody, now=evening)


def test_the_end_forgets_phones_and_names(
    event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor, evening: datetime, voting: Open,
    join_hall: Join, now: datetime,
) -> None:  # fmt: skip
    invite(event, by=as_aino, now=now, kind="elected", name="Otto Virta", body="Valtuusto")
    seats = join_hall(6)
    voting(cards[0])
    vote(seats, cards[0], "MMMMML", in_hall)
    close_vote(event, by=as_aino, now=evening)
    reveal_verdict(event, by=as_aino, now=evening)
    end_event(event, by=as_aino, now=evening)
    assert (Seat.objects.count(), Spent.objects.count(), Tally.objects.count()) == (0, 0, 0)
    assert Ballot.objects.count() == 6
    assert list(Attendee.objects.values_list("name", "body")) == [("", "Valtuusto")]
    with pytest.raises(Refused, match="ended"):
        open_card(event, cards[1], by=as_aino, now=evening)


# Joining and voting


def test_a_phone_joins_a_table_with_a_token_that_is_not_kept(
    event: DecisionEvent, tables: list[Table], in_hall: Actor, evening: datetime
) -> None:
    seat, token = join(event, by=in_hall, now=evening, table=tables[2], language="ar")
    assert (seat.table, seat.language) == (tables[2], "ar")
    assert len(token) >= 32 and token not in str(Seat.objects.values().get())
    assert last() == ("joined the hall", {"table": 3})


def test_a_phone_that_changes_its_table_keeps_its_seat(
    event: DecisionEvent, tables: list[Table], in_hall: Actor, evening: datetime
) -> None:
    seat, _token = join(event, by=in_hall, now=evening, table=tables[0], language="fi")
    again, token = join(event, by=in_hall, now=evening, table=tables[1], language="sv", seat=seat)
    assert (again.pk, token, Seat.objects.count()) == (seat.pk, "", 1)
    assert Seat.objects.get().table == tables[1]


def test_a_table_takes_ten_phones(tables: list[Table], join_hall: Join) -> None:
    join_hall(SEATS_AT_TABLE, at=[tables[0]])
    with pytest.raises(Refused, match="phones already"):
        join_hall(1, at=[tables[0]])


@pytest.mark.parametrize(
    ("moment", "says"),
    [(BEGINS - timedelta(hours=2), "not begun"), (BEGINS + timedelta(hours=7), "over")],
)
def test_nobody_joins_before_or_after(
    event: DecisionEvent, tables: list[Table], in_hall: Actor, moment: datetime, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        join(event, by=in_hall, now=moment, table=tables[0], language="fi")


def test_a_seat_votes_once_a_card(voting: Open, cards: list[Card], in_hall: Actor, join_hall: Join) -> None:
    (seat,) = join_hall(1)
    voting(cards[0])
    assert vote([seat, seat, seat], cards[0], "MLM", in_hall) == [True, False, False]
    assert [ballot.choice for ballot in Ballot.objects.all()] == ["more"]
    assert Spent.objects.count() == 1


def test_a_vote_that_was_counted_says_so_even_after_the_close(
    voting: Open, event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor, evening: datetime,
    join_hall: Join,
) -> None:  # fmt: skip
    seats = join_hall(2)
    voting(cards[0])
    vote(seats[:1], cards[0], "M", in_hall)
    close_vote(event, by=as_aino, now=evening)
    assert cast_vote(seats[0], cards[0], "less", by=in_hall, now=evening) is False
    with pytest.raises(Refused, match="closed"):
        cast_vote(seats[1], cards[0], "less", by=in_hall, now=evening)
    assert Ballot.objects.count() == 1


def test_a_vote_counts_only_while_it_is_open_and_for_the_card_before_the_hall(
    event: DecisionEvent, voting: Open, cards: list[Card], as_aino: Actor, in_hall: Actor, evening: datetime,
    join_hall: Join,
) -> None:  # fmt: skip
    (seat,) = join_hall(1)
    with pytest.raises(Refused, match="another card"):
        cast_vote(seat, cards[0], "more", by=in_hall, now=evening)
    open_card(event, cards[0], by=as_aino, now=evening)
    with pytest.raises(Refused, match="not been opened"):
        cast_vote(seat, cards[0], "more", by=in_hall, now=evening)
    open_vote(event, by=as_aino, now=evening)
    with pytest.raises(Refused, match="another card"):
        cast_vote(seat, cards[1], "more", by=in_hall, now=evening)
    assert not Ballot.objects.exists()


def test_a_vote_leaves_no_line_in_the_log(voting: Open, cards: list[Card], in_hall: Actor, join_hall: Join) -> None:
    seats = join_hall(3)
    voting(cards[0])
    before = Entry.objects.count()
    vote(seats, cards[0], "MUL", in_hall)
    assert Entry.objects.count() == before


def test_paper_is_counted_in_once(
    voting: Open, event: DecisionEvent, tables: list[Table], cards: list[Card], as_aino: Actor, in_hall: Actor,
    evening: datetime,
) -> None:  # fmt: skip
    voting(cards[0])
    count_paper(tables[0], cards[0], by=as_aino, now=evening, more=5, unsure=1, less=0)
    assert Ballot.objects.count() == 6
    assert last() == ("counted in a paper sheet", {"card": "K1", "table": 1})
    with pytest.raises(Refused, match="already"):
        count_paper(tables[0], cards[0], by=as_aino, now=evening, more=1, unsure=0, less=0)
    with pytest.raises(Refused, match="one to ten"):
        count_paper(tables[1], cards[0], by=as_aino, now=evening, more=11, unsure=0, less=0)
    with pytest.raises(Refused, match="coordinator"):
        count_paper(tables[1], cards[0], by=in_hall, now=evening, more=1, unsure=0, less=0)


# What tables say


def test_a_table_says_its_word_and_why(
    voting: Open, tables: list[Table], cards: list[Card], in_hall: Actor, evening: datetime
) -> None:
    voting(cards[0])
    said = table_verdict(tables[2], cards[0], by=in_hall, now=evening, outcome="less", reason="Lapsi muistaa tämän.")
    assert (said.outcome, said.reason) == (Outcome.LESS, "Lapsi muistaa tämän.")
    assert last() == ("wrote the table's verdict", {"card": "K1", "table": 3})
    again = table_verdict(tables[2], cards[0], by=in_hall, now=evening, outcome="divided")
    assert (again.pk, again.outcome) == (said.pk, Outcome.DIVIDED)


def test_a_table_says_nothing_of_a_card_that_it_has_not_heard(
    voting: Open, tables: list[Table], cards: list[Card], in_hall: Actor, evening: datetime
) -> None:
    voting(cards[0])
    with pytest.raises(Refused, match="not been opened"):
        table_verdict(tables[0], cards[1], by=in_hall, now=evening, outcome="less")


def test_an_idea_is_written_with_who_and_how_much(
    voting: Open, round: Round, tables: list[Table], cards: list[Card], in_hall: Actor, evening: datetime
) -> None:
    voting(cards[0])
    idea = add_idea(
        tables[0], by=in_hall, now=evening, card=cards[0], text=" Lamput kestäviksi ", body="tekninen toimi",
        effort="medium",
    )  # fmt: skip
    assert (idea.text, idea.dots, list(ideas_of(round))) == ("Lamput kestäviksi", 0, [idea])
    assert last() == ("added an idea", {"table": 1, "card": "K1"})
    with pytest.raises(Refused, match="few words"):
        add_idea(tables[0], by=in_hall, now=evening, text="  ")


def test_somebodys_number_does_not_get_into_an_idea(
    voting: Open, tables: list[Table], cards: list[Card], in_hall: Actor, evening: datetime
) -> None:
    voting(cards[0])
    with pytest.raises(Refused, match="phone number"):
        add_idea(tables[0], by=in_hall, now=evening, text="Soittakaa Marialle 050 000 0123")
    with pytest.raises(Refused, match="phone number"):
        table_verdict(tables[0], cards[0], by=in_hall, now=evening, outcome="less", reason="maria@mallila.example")


def test_a_table_dots_an_idea_once_and_may_take_it_back(
    voting: Open, tables: list[Table], cards: list[Card], in_hall: Actor, evening: datetime
) -> None:
    voting(cards[0])
    idea = add_idea(tables[0], by=in_hall, now=evening, text="Pihapäivä")
    for table in (tables[0], tables[1], tables[1]):
        dot_idea(idea, table, by=in_hall, now=evening)
    idea.refresh_from_db()
    assert idea.dots == 2
    assert last() == ("gave a dot", {"table": 2})
    dot_idea(idea, tables[1], by=in_hall, now=evening, given=False)
    idea.refresh_from_db()
    assert (idea.dots, last()[0]) == (1, "took a dot back")


def test_ideas_that_say_the_same_are_merged_with_each_tables_dot_once(
    voting: Open, round: Round, tables: list[Table], cards: list[Card], as_aino: Actor, in_hall: Actor,
    evening: datetime,
) -> None:  # fmt: skip
    voting(cards[0])
    one, two, three = (add_idea(tables[0], by=in_hall, now=evening, text=text) for text in ("a", "b", "c"))
    for idea, table in ((one, 0), (one, 1), (two, 1), (two, 2), (three, 3)):
        dot_idea(idea, tables[table], by=in_hall, now=evening)
    merge_ideas(one, two, by=as_aino, now=evening)
    assert [(idea.text, idea.dots) for idea in ideas_of(round)] == [("b", 3), ("c", 1)]
    assert last() == ("merged an idea", {"into": two.pk})
    drop_idea(three, by=as_aino, now=evening)
    assert [idea.text for idea in ideas_of(round)] == ["b"]
    with pytest.raises(Refused, match="no longer"):
        dot_idea(three, tables[0], by=in_hall, now=evening)
    drop_idea(three, by=as_aino, now=evening, dropped=False)
    assert [idea.text for idea in ideas_of(round)] == ["b", "c"]
    with pytest.raises(Refused, match="coordinator"):
        merge_ideas(three, two, by=in_hall, now=evening)


def test_tables_are_done_when_measures_are_chosen(
    voting: Open, event: DecisionEvent, tables: list[Table], cards: list[Card], as_aino: Actor, in_hall: Actor,
    evening: datetime, join_hall: Join,
) -> None:  # fmt: skip
    open_card(event, cards[0], by=as_aino, now=evening)
    look_for_ideas(event, by=as_aino, now=evening)
    begin_choosing(event, by=as_aino, now=evening)
    with pytest.raises(Refused, match="finished"):
        add_idea(tables[0], by=in_hall, now=evening, text="Liian myöhään")


# Outcomes


@pytest.mark.parametrize(
    ("choices", "outcome", "kind"),
    [
        ("MMMM", Outcome.FEW, "nothing"),
        ("MMMMML", Outcome.MORE, "words"),
        ("MMMLLL", Outcome.DIVIDED, "words"),
        ("L" * 20 + "M" * 4, Outcome.LESS, "words"),
        ("L" * 18 + "UUUMMM", Outcome.LESS, "figures"),
        ("L" * 12 + "M" * 12, Outcome.DIVIDED, "words"),
        ("L" * 10 + "U" * 4 + "M" * 10, Outcome.DIVIDED, "figures"),
        ("L" * 24, Outcome.LESS, "words"),
    ],
)
def test_what_is_kept_went_through_disclosure(
    voting: Open, event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor, evening: datetime,
    join_hall: Join, choices: str, outcome: Outcome, kind: str,
) -> None:  # fmt: skip
    seats = join_hall(len(choices))
    voting(cards[0])
    vote(seats, cards[0], choices, in_hall)
    verdict = close_vote(event, by=as_aino, now=evening)
    assert verdict is not None
    assert (verdict.outcome, verdict.shown["hall"]["kind"]) == (outcome, kind)


def test_where_votes_are_too_few_the_tables_words_count(
    voting: Open, event: DecisionEvent, tables: list[Table], cards: list[Card], as_aino: Actor, in_hall: Actor,
    evening: datetime, join_hall: Join,
) -> None:  # fmt: skip
    seats = join_hall(2)
    voting(cards[0])
    vote(seats, cards[0], "MM", in_hall)
    for table, said in zip(tables, ("less", "less", "less", "divided"), strict=True):
        table_verdict(table, cards[0], by=in_hall, now=evening, outcome=said)
    verdict = close_vote(event, by=as_aino, now=evening)
    assert verdict is not None
    assert (verdict.outcome, verdict.shown["tables"]) == (Outcome.LESS, {"word": "most", "side": "less"})
    assert verdict.shown["hall"]["kind"] == "nothing"


def test_another_rounds_card_is_not_opened(event: DecisionEvent, as_aino: Actor, evening: datetime) -> None:
    other = Round.objects.create(
        code="MAL25", name="Kevät 2025", starts_on=EVENING.date(), talks_until=EVENING.date(), languages=["fi"]
    )
    card = a_card(other)
    freeze(other)
    with pytest.raises(Refused, match="not in the frozen deck"):
        open_card(event, card, by=as_aino, now=evening)
    assert list(verdicts_of(other)) == []
