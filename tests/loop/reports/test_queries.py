"""A report by question, the board, and what the desk is told."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.links import make_link
from kuultu.ground.people.models import Purpose
from kuultu.loop import State
from kuultu.loop.reports.models import Report, ReportState
from kuultu.loop.reports.queries import board, parts_of, progress, questions_of
from kuultu.loop.rounds.models import Ending, Event, EventState, Round
from tests.factories import a_report, a_round, an_answer, an_event, an_order, questions

pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.fixture(autouse=True)
def in_english() -> object:
    with translation.override("en"):
        yield


def test_questions_are_numbered_and_said_in_what_there_is(event: Event) -> None:
    first, second, third = questions_of(event.round)
    assert [(each.key, each.number) for each in (first, second, third)] == [("OPEN1", 1), ("SEC1", 2), ("PAR1", 3)]
    assert second.said_in("fa-AF") == ("سؤال SEC1؟", "fa-AF")
    assert second.said_in("vi") == ("Kysymys SEC1?", "fi")


def test_a_report_comes_question_by_question_and_drops_nothing(report: Report) -> None:
    report.skipped, report.differed = {"PAR1": "وقت نبود"}, {"OLD9": "x"}
    late, early = an_answer(report, row=2), an_answer(report, row=1, key="SEC1")
    stray = an_answer(report, key="OLD8")
    parts = parts_of(report)
    assert [(part.asked.key, part.lines) for part in parts] == [
        ("OPEN1", ()), ("SEC1", (early, late)), ("PAR1", ()), ("OLD8", (stray,)), ("OLD9", ()),
    ]  # fmt: skip
    assert [part.is_touched for part in parts] == [False, True, True, True, True]


def test_the_board_says_what_waits_for_whom(event: Event, as_leena: Actor, as_aino: Actor, now: datetime) -> None:
    (row,) = board(as_leena, event.round, now)
    assert (row.state, row.waits_for, row.what) == ("", "organisation", "The organisation names a scribe.")
    link = make_link(Purpose.SCRIBE, event.pk, now=now, lasts=timedelta(days=3))
    assert board(as_leena, event.round, now)[0].what == "The scribe opens the link and tries it."
    link.opened_at = now - timedelta(hours=3)
    link.save()
    assert board(as_leena, event.round, now)[0].last_contact == link.opened_at
    report = a_report(event, state=ReportState.FINISHED, saved_at=now)
    an_answer(report)
    (row,) = board(as_leena, event.round, now)
    assert (row.lines, row.last_contact, row.waits_for) == (1, now, "organisation")
    report.state = ReportState.DELIVERED
    report.save()
    assert board(as_aino, event.round, now)[0].waits_for == "coordinator"


def test_the_board_of_an_organisation_shows_its_own_events(event: Event, as_leena: Actor, now: datetime) -> None:
    other = Organisation.objects.create(name="Toinen ry")
    an_event(event.round, other, code="A", language="ar")
    an_event(event.round, as_leena.person and event.organisation, code="S", language="so", state=EventState.CANCELLED)
    assert [row.event.code for row in board(as_leena, event.round, now)] == ["D"]


def test_the_board_asks_as_many_questions_for_three_events_as_for_one(
    event: Event, as_aino: Actor, now: datetime
) -> None:
    a_report(event)
    with CaptureQueriesContext(
        connection,
    ) as one:
        board(as_aino, event.round, now)
    for code in "ABC":
        a_report(an_event(event.round, event.organisation, code=code))
    with CaptureQueriesContext(connection) as four:
        assert len(board(as_aino, event.round, now)) == 4
    assert len(four) == len(one)


def told(round: Round, now: datetime) -> list[tuple[str, str, str]]:
    return [(str(task.what), str(task.why), task.role) for task in progress(round, now).tasks]


def test_progress_tells_what_to_do_with_each_report(event: Event, now: datetime) -> None:
    round = event.round
    report = a_report(event, state=ReportState.DRAFT)
    assert told(round, now) == [
        ("Ask for the report: Dari (D)", "The discussion was held on 17 March. The report has not been finished.",
         "organisation"),
    ]  # fmt: skip
    expected = {
        ReportState.RETURNED: ("Mend the report: Dari (D)", "It was returned with a reason.", "organisation"),
        ReportState.FINISHED: ("Check the report: Dari (D)", "The scribe finished it yesterday.", "organisation"),
        ReportState.CHECKED: ("Deliver the report: Dari (D)", "It was checked yesterday.", "organisation"),
        ReportState.DELIVERED: ("Read the report: Dari (D)", "Silta ry delivered it yesterday.", "coordinator"),
    }
    for state, says in expected.items():
        report.state = state
        report.save()
        assert told(round, now + timedelta(days=1)) == [says]
    report.state = ReportState.LOCKED
    report.save()
    assert told(round, now) == []
    assert progress(round, now).state == State.DONE


def test_what_the_municipality_arranges_waits_for_its_coordinator(now: datetime) -> None:
    round = a_round()
    an_event(round)
    assert [role for _what, _why, role in told(round, now)] == ["coordinator"]


def test_progress_says_how_many_discussions_were_held(event: Event, silta: Organisation, now: datetime) -> None:
    ahead = an_event(event.round, silta, code="T", language="ti", starts_at=now + timedelta(days=2))
    make_link(Purpose.SCRIBE, ahead.pk, now=now, lasts=timedelta(days=9))
    found = progress(event.round, now)
    assert (found.state, found.says) == (State.NOW, "1 of 2 held")
    assert ("Scribe's link not opened yet: Tigrinya (T)", "2 days left.", "organisation") in told(event.round, now)
    assert found.tasks[1].due == date(2026, 3, 26)


def test_a_report_is_due_when_its_order_says(event: Event, silta: Organisation, now: datetime) -> None:
    event.order = an_order(event.round, silta, due_on=date(2026, 3, 28))
    event.save()
    assert progress(event.round, now).tasks[0].due == date(2026, 3, 28)


def test_progress_before_anything_and_after_everything(silta: Organisation, now: datetime) -> None:
    round = a_round()
    questions(round)
    event = an_event(round, silta, starts_at=now + timedelta(days=30))
    assert progress(round, now).state == State.AHEAD and told(round, now) == []
    a_report(event, state=ReportState.LOCKED)
    round.ending = Ending.COLLECTED
    round.save()
    assert (progress(round, now).state, progress(round, now).says) == (State.DONE, "1 of 1 reports read")
