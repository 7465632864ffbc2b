"""A report's way from the scribe to the municipality, and what holds it up."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from kuultu.ground.audit.log import history
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.reports.actions.facts import save_facts
from kuultu.loop.reports.actions.lines import add_line, save_notes
from kuultu.loop.reports.actions.steps import (
    add_addendum,
    check_report,
    deliver_report,
    finish_report,
    read_and_lock,
    return_report,
)
from kuultu.loop.reports.models import Report, ReportState
from kuultu.loop.rounds.models import Ending
from tests.factories import an_answer
from tests.loop.reports.conftest import FULL

pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.fixture
def ready(report: Report, as_samir: Actor, now: datetime) -> Report:
    """Everything that finishing needs."""
    add_line(report, by=as_samir, now=now, question_key="SEC1", original="راننده بس ایستاد نشد")
    save_facts(report, by=as_samir, now=now, **FULL)
    return report


def test_the_whole_way(ready: Report, as_samir: Actor, as_leena: Actor, as_aino: Actor, now: datetime) -> None:
    finish_report(ready, by=as_samir, now=now)
    check_report(ready, by=as_leena, now=now, removed=True)
    deliver_report(ready, by=as_leena, now=now)
    read_and_lock(ready, by=as_aino, now=now)
    ready.refresh_from_db()
    assert (ready.state, ready.checked_by, ready.removed) == (ReportState.LOCKED, as_leena.person, True)
    assert [entry.verb for entry in history(ready)][:4] == [
        "read and locked the report", "delivered the report", "checked the report", "finished the report",
    ]  # fmt: skip


def test_finishing_names_everything_that_is_missing(report: Report, as_samir: Actor, now: datetime) -> None:
    with pytest.raises(Refused) as refused:
        finish_report(report, by=as_samir, now=now)
    said = str(refused.value)
    assert said.startswith("Not yet: Nothing has been written")
    assert "how many people came" in said and "We read the statements" in said and "quotes" in said
    assert Report.objects.get().state == ReportState.DRAFT


def test_a_question_left_out_with_a_reason_is_also_a_report(report: Report, as_samir: Actor, now: datetime) -> None:
    save_notes(report, by=as_samir, now=now, question_key="SEC1", skipped="کسی نیامد")
    save_facts(report, by=as_samir, now=now, **FULL)
    assert finish_report(report, by=as_samir, now=now).state == ReportState.FINISHED


def test_finishing_twice_is_finishing_once(ready: Report, as_samir: Actor, now: datetime) -> None:
    finish_report(ready, by=as_samir, now=now)
    finish_report(ready, by=as_samir, now=now + timedelta(minutes=1))
    assert ready.finished_at == now
    assert [entry.verb for entry in history(ready)].count("finished the report") == 1


def test_a_phone_number_holds_the_report_up_and_says_where(ready: Report, as_samir: Actor, now: datetime) -> None:
    add_line(ready, by=as_samir, now=now, question_key="PAR1", original="سلام", translation="Soita 050 000 0000")
    with pytest.raises(Refused, match=r"Personal data .* Question 3, line 1"):
        finish_report(ready, by=as_samir, now=now)


def test_nothing_is_finished_before_the_discussion(ready: Report, as_samir: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="not begun yet"):
        finish_report(ready, by=as_samir, now=ready.event.starts_at - timedelta(minutes=1))


def test_a_finished_report_is_out_of_the_scribe_s_hands_but_not_of_the_organisation_s(
    ready: Report, as_samir: Actor, as_leena: Actor, now: datetime
) -> None:
    finish_report(ready, by=as_samir, now=now)
    with pytest.raises(Refused, match="ask the organisation to return it"):
        add_line(ready, by=as_samir, now=now, question_key="SEC1", original="یک چیز دیگر")
    add_line(ready, by=as_leena, now=now, question_key="SEC1", original="یک چیز دیگر")


def test_the_coordinator_neither_checks_nor_delivers_for_an_organisation(
    ready: Report, as_samir: Actor, as_aino: Actor, as_leena: Actor, now: datetime
) -> None:
    finish_report(ready, by=as_samir, now=now)
    with pytest.raises(Refused, match="not been delivered yet"):
        check_report(ready, by=as_aino, now=now)
    check_report(ready, by=as_leena, now=now)
    with pytest.raises(Refused, match="not been delivered yet"):
        deliver_report(ready, by=as_aino, now=now)


def test_what_the_municipality_arranges_itself_its_coordinator_checks(
    ready: Report, as_samir: Actor, as_aino: Actor, now: datetime
) -> None:
    ready.event.organisation = None
    ready.event.save()
    finish_report(ready, by=as_samir, now=now)
    check_report(ready, by=as_aino, now=now)
    assert deliver_report(ready, by=as_aino, now=now).state == ReportState.DELIVERED


def test_a_group_that_says_no_to_delivery_is_obeyed(
    ready: Report, as_samir: Actor, as_leena: Actor, now: datetime
) -> None:
    save_facts(ready, by=as_samir, now=now, agrees_delivery=False)
    finish_report(ready, by=as_samir, now=now)
    check_report(ready, by=as_leena, now=now)
    with pytest.raises(Refused, match="did not agree to the delivery"):
        deliver_report(ready, by=as_leena, now=now)


@pytest.mark.parametrize("step", [check_report, deliver_report])
def test_steps_go_in_their_order(ready: Report, as_leena: Actor, now: datetime, step: Any) -> None:
    with pytest.raises(Refused, match=r"not finished|must be checked"):
        step(ready, by=as_leena, now=now)


def test_a_returned_report_tells_why_and_comes_again(
    ready: Report, as_samir: Actor, as_leena: Actor, as_aino: Actor, now: datetime
) -> None:
    finish_report(ready, by=as_samir, now=now)
    check_report(ready, by=as_leena, now=now)
    deliver_report(ready, by=as_leena, now=now)
    with pytest.raises(Refused, match="Say what should be changed"):
        return_report(ready, by=as_aino, now=now, reason=" ")
    return_report(ready, by=as_aino, now=now, reason="Peitä nimi, rivi 3.")
    assert (ready.state, ready.delivered_at) == (ReportState.RETURNED, None)
    add_line(ready, by=as_samir, now=now, question_key="SEC1", original="بهتر")
    assert finish_report(ready, by=as_samir, now=now).state == ReportState.FINISHED
    assert history(ready)[2].verb == "returned the report"


def test_a_locked_report_changes_only_by_an_addition(
    ready: Report, as_samir: Actor, as_leena: Actor, as_aino: Actor, now: datetime
) -> None:
    with pytest.raises(Refused, match="not locked yet"):
        add_addendum(ready, by=as_leena, now=now, text="Lisäys")
    finish_report(ready, by=as_samir, now=now)
    check_report(ready, by=as_leena, now=now)
    deliver_report(ready, by=as_leena, now=now)
    read_and_lock(ready, by=as_aino, now=now)
    with pytest.raises(Refused, match="can be written as an addition"):
        add_line(ready, by=as_leena, now=now, question_key="SEC1", original="یک")
    with pytest.raises(Refused, match="can be written as an addition"):
        return_report(ready, by=as_aino, now=now, reason="Liian myöhään")
    addendum = add_addendum(ready, by=as_leena, now=now, text="Bussilinja oli 12.")
    assert (addendum.author, history(ready)[0].verb) == ("Leena Koski", "added to the report")


def test_only_what_was_delivered_is_locked(ready: Report, as_aino: Actor, as_leena: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="not been delivered yet"):
        read_and_lock(ready, by=as_aino, now=now)
    ready.state = ReportState.DELIVERED
    ready.save()
    with pytest.raises(Refused, match="coordinator"):
        read_and_lock(ready, by=as_leena, now=now)


def test_an_uncovered_find_or_a_loose_text_keeps_a_report_open(ready: Report, as_aino: Actor, now: datetime) -> None:
    ready.state = ReportState.DELIVERED
    ready.save()
    ready.unplaced.create(text="جایی ندارد")
    an_answer(ready, translation="Hetu 010190-900X")
    with pytest.raises(Refused, match=r"1 text waits for its place.*Personal data"):
        read_and_lock(ready, by=as_aino, now=now)


def test_a_closed_round_takes_no_more_words(ready: Report, as_samir: Actor, as_leena: Actor, now: datetime) -> None:
    ready.event.round.ending = Ending.COLLECTED
    ready.event.round.save()
    with pytest.raises(Refused, match="round is closed"):
        add_line(ready, by=as_samir, now=now, question_key="SEC1", original="یک")
    with pytest.raises(Refused, match="round is closed"):
        finish_report(ready, by=as_samir, now=now)
