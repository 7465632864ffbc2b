"""Who may do what with a report, in each of its states."""

from datetime import datetime

import pytest
from django.utils.functional import Promise

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.people.actor import ANYBODY, Actor, actor_by
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import Answer, Because, Denied
from kuultu.loop.reports.actions.steps import return_report
from kuultu.loop.reports.models import Report, ReportState
from kuultu.loop.reports.rules import (
    may_add,
    may_check,
    may_deliver,
    may_finish,
    may_lock,
    may_read,
    may_return,
    may_see_board,
    may_tidy,
    may_write,
)
from kuultu.loop.rounds.models import Ending, Event, EventState
from tests.conftest import acting, member
from tests.factories import a_report, a_statement, an_event

pytestmark = pytest.mark.usefixtures("in_mallila")
NOTHING: list[str | Promise] = []
STATES = list(ReportState)


def why(answer: Answer) -> Because | None:
    return answer.because if isinstance(answer, Denied) else None


@pytest.fixture
def whole(event: Event) -> Report:
    return a_report(event, state=ReportState.DRAFT)


@pytest.fixture
def as_analyst(mallila: Municipality) -> Actor:
    return acting(member("anna@mallila.example", "Anna Analyytikko", mallila, Role.ANALYST), Role.ANALYST)


@pytest.fixture
def as_toinen(mallila: Municipality) -> Actor:
    other = Organisation.objects.create(name="Toinen ry")
    person = member("toinen@example.org", "Tomi Toinen", mallila, Role.ORGANISATION, other)
    return acting(person, Role.ORGANISATION, organisation=other)


def allowed(report: Report, actor: Actor, now: datetime) -> dict[str, set[str]]:
    """What the actor may do, by state."""
    found: dict[str, set[str]] = {}
    for state in STATES:
        report.state = state
        report.save()
        may = {
            "read": may_read(actor, report),
            "write": may_write(actor, report.event, report),
            "finish": may_finish(actor, report, NOTHING, now),
            "check": may_check(actor, report, NOTHING),
            "return": may_return(actor, report),
            "deliver": may_deliver(actor, report, NOTHING),
            "lock": may_lock(actor, report, NOTHING),
            "tidy": may_tidy(actor, report),
            "add": may_add(actor, report),
        }
        found[state.value] = {name for name, answer in may.items() if answer}
    return found


def test_what_the_scribe_may_do(whole: Report, as_samir: Actor, now: datetime) -> None:
    writing = {"read", "write", "finish", "tidy"}
    assert allowed(whole, as_samir, now) == {
        "draft": writing, "returned": writing, "finished": {"read"}, "checked": {"read"}, "delivered": {"read"},
        "locked": {"read"},
    }  # fmt: skip


def test_what_the_organisation_may_do(whole: Report, as_leena: Actor, now: datetime) -> None:
    writing = {"read", "write", "finish", "tidy"}
    assert allowed(whole, as_leena, now) == {
        "draft": writing, "returned": writing, "finished": {"read", "write", "tidy", "check", "return"},
        "checked": {"read", "deliver", "return"}, "delivered": {"read", "return"}, "locked": {"read", "add"},
    }  # fmt: skip


def test_what_the_coordinator_may_do(whole: Report, as_aino: Actor, now: datetime) -> None:
    assert allowed(whole, as_aino, now) == {
        "draft": set(), "returned": set(), "finished": set(), "checked": set(),
        "delivered": {"read", "return", "lock", "tidy"}, "locked": {"read", "add"},
    }  # fmt: skip


def test_the_analyst_reads_what_has_been_delivered(whole: Report, as_analyst: Actor, now: datetime) -> None:
    may = allowed(whole, as_analyst, now)
    assert [state for state, names in may.items() if names] == ["delivered", "locked"]
    assert may["delivered"] == {"read"}


def test_strangers_are_told_nothing(whole: Report, as_toinen: Actor, event: Event, now: datetime) -> None:
    other_scribe = actor_by({Role.SCRIBE})
    for actor in (as_toinen, other_scribe, Actor()):
        assert allowed(whole, actor, now) == {state.value: set() for state in STATES}
    assert why(may_read(as_toinen, whole)) is Because.STRANGER
    assert why(may_write(other_scribe, event, whole)) is Because.STRANGER
    assert why(may_see_board(as_toinen, event.round)) is Because.STRANGER
    assert why(may_see_board(ANYBODY, event.round)) is Because.ANONYMOUS
    assert why(may_see_board(other_scribe, event.round)) is Because.ROLE


def test_an_organisation_with_an_event_or_an_order_sees_the_board(event: Event, as_leena: Actor) -> None:
    assert may_see_board(as_leena, event.round)


def test_a_cancelled_event_takes_no_report(event: Event, as_samir: Actor) -> None:
    event.state = EventState.CANCELLED
    answer = may_write(as_samir, event)
    assert isinstance(answer, Denied) and "cancelled" in str(answer.reason)


def test_a_closed_round_is_closed_to_all(whole: Report, as_leena: Actor, as_aino: Actor, now: datetime) -> None:
    whole.event.round.ending = Ending.COLLECTED
    for actor in (as_leena, as_aino):
        assert {name for names in allowed(whole, actor, now).values() for name in names} <= {"read"}


def test_a_report_is_not_returned_once_statements_rest_on_it(whole: Report, as_aino: Actor, now: datetime) -> None:
    whole.state = ReportState.DELIVERED
    whole.save()
    a_statement(whole)
    answer = may_return(as_aino, whole)
    assert isinstance(answer, Denied) and "Statements have been lifted" in str(answer.reason)


def test_an_event_of_the_municipality_is_its_coordinator_s_from_end_to_end(
    event: Event, as_aino: Actor, as_leena: Actor, now: datetime
) -> None:
    own = a_report(an_event(event.round, code="K"), state=ReportState.DRAFT)
    assert allowed(own, as_aino, now)["draft"] == {"read", "write", "finish", "tidy"}
    assert allowed(own, as_leena, now)["draft"] == set()
    own.state = ReportState.CHECKED
    own.save()
    assert return_report(own, by=as_aino, now=now, reason="Vielä kerran").state == ReportState.RETURNED
