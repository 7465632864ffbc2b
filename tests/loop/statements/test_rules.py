"""Who may do what with statements, and when."""

from datetime import datetime

import pytest

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.people.actor import ANYBODY, Actor
from kuultu.ground.people.models import Person, Role
from kuultu.ground.people.rules import Because, Denied
from kuultu.loop.reports.models import ReportState
from kuultu.loop.rounds.models import Ending
from kuultu.loop.statements.models import StatementText
from kuultu.loop.statements.rules import (
    may_approve,
    may_check,
    may_code,
    may_compare,
    may_lift,
    may_see,
    may_see_event,
    may_translate,
    may_withdraw,
)
from tests.conftest import acting, member
from tests.factories import a_report, a_round, a_statement, an_event

pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.fixture
def as_authority(mallila: Municipality) -> Actor:
    return acting(member("ely@example.example", "Elli", mallila, Role.AUTHORITY), Role.AUTHORITY)


@pytest.fixture
def text(silta: Organisation) -> StatementText:
    """A checked translation of a statement of Leena's event."""
    return a_statement(a_report(an_event(a_round(), silta))).texts.get()


def because(answer: object) -> Because:
    assert isinstance(answer, Denied)
    return answer.because


def test_an_organisation_sees_its_own_event_and_no_other(as_leena: Actor, silta: Organisation) -> None:
    round = a_round()
    own, other = an_event(round, silta), an_event(round, code="A")
    assert may_see(as_leena, round) and may_see_event(as_leena, own)
    assert because(may_see_event(as_leena, other)) is Because.STRANGER


def test_an_organisation_without_an_event_is_told_nothing_of_the_round(as_leena: Actor) -> None:
    assert because(may_see(as_leena, a_round())) is Because.STRANGER


def test_the_authority_reads_no_statement(as_authority: Actor, text: StatementText) -> None:
    statement = text.statement
    for answer in (may_see(as_authority, statement.round), may_see_event(as_authority, statement.event),
                   may_compare(as_authority, statement.round)):  # fmt: skip
        assert because(answer) is Because.ROLE


def test_a_visitor_is_asked_to_sign_in(text: StatementText) -> None:
    assert because(may_see(ANYBODY, text.statement.round)) is Because.ANONYMOUS


def test_nothing_is_lifted_before_the_report_is_delivered(as_aino: Actor) -> None:
    report = a_report(an_event(a_round()), state=ReportState.CHECKED)
    assert because(may_lift(as_aino, report)) is Because.STATE
    report.state = ReportState.DELIVERED
    assert may_lift(as_aino, report)


def test_an_organisation_does_not_lift(as_leena: Actor, silta: Organisation) -> None:
    assert because(may_lift(as_leena, a_report(an_event(a_round(), silta)))) is Because.ROLE


def test_an_organisation_translates_and_checks_its_own_only(as_leena: Actor, text: StatementText) -> None:
    StatementText.objects.update(state="draft")
    text.refresh_from_db()
    assert may_translate(as_leena, text.statement) and may_check(as_leena, text)
    other = a_statement(a_report(an_event(text.statement.round, code="A"))).texts.get()
    assert because(may_translate(as_leena, other.statement)) is Because.STRANGER
    assert because(may_check(as_leena, other)) is Because.STRANGER


def test_a_checked_text_is_checked_again_only_when_the_words_have_changed(as_aino: Actor, text: StatementText) -> None:
    assert because(may_check(as_aino, text)) is Because.STATE
    text.statement.version = 2
    assert may_check(as_aino, text)


def test_a_text_is_approved_by_the_coordinator_after_it_was_checked(
    as_aino: Actor, as_leena: Actor, text: StatementText
) -> None:
    assert because(may_approve(as_leena, text)) is Because.ROLE
    assert may_approve(as_aino, text)
    text.state = "machine"
    assert because(may_approve(as_aino, text)) is Because.STATE


def test_nothing_is_done_while_the_report_is_back_with_the_scribe(as_aino: Actor, text: StatementText) -> None:
    text.statement.event.report.state = ReportState.RETURNED
    assert because(may_translate(as_aino, text.statement)) is Because.STATE


def test_a_closed_round_is_only_read_but_words_can_still_be_withdrawn(as_leena: Actor, text: StatementText) -> None:
    text.statement.event.round.ending = Ending.COLLECTED
    assert because(may_translate(as_leena, text.statement)) is Because.STATE
    assert may_withdraw(as_leena, text.statement)


def test_a_statement_is_withdrawn_once(as_aino: Actor, text: StatementText, now: datetime) -> None:
    text.statement.withdrawn_at = now
    assert because(may_withdraw(as_aino, text.statement)) is Because.STATE
    assert because(may_translate(as_aino, text.statement)) is Because.STATE


def test_an_organisation_places_nothing_under_themes(as_leena: Actor, aino: Person, text: StatementText) -> None:
    assert because(may_code(as_leena, text.statement.round)) is Because.ROLE
    assert may_code(acting(aino, Role.ANALYST), text.statement.round)
