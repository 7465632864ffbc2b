"""Who may sit at the desk."""

import pytest

from kuultu.desk.rules import may_export, may_look_through, may_see_desk, may_see_rounds, may_take_round
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.people.actor import ANYBODY, Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import Because, Denied
from kuultu.loop.rounds.models import OrderState
from tests.factories import a_round, an_event, an_order


def acting(*roles: Role) -> Actor:
    return Actor(roles=frozenset(roles))


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION, Role.TRANSLATOR, Role.AUTHORITY])
def test_everybody_with_an_account_sees_a_list(role: Role) -> None:
    assert may_see_rounds(acting(role))


def test_a_visitor_signs_in_and_a_scribe_stays_out() -> None:
    visitor, scribe = may_see_rounds(ANYBODY), may_see_rounds(acting(Role.SCRIBE))
    assert isinstance(visitor, Denied) and visitor.because == Because.ANONYMOUS
    assert isinstance(scribe, Denied) and scribe.because == Because.ROLE


def test_an_organisation_sees_a_round_with_a_sent_order_or_an_own_event(
    in_mallila: Municipality, silta: Organisation, as_leena: Actor
) -> None:
    round = a_round()
    nothing = may_see_desk(as_leena, round)
    assert isinstance(nothing, Denied) and nothing.because == Because.STRANGER
    order = an_order(round, silta, state=OrderState.DRAFT)
    assert not may_see_desk(as_leena, round)
    order.state = OrderState.SENT
    order.save()
    assert may_see_desk(as_leena, round)
    other = a_round(code="MAL27")
    an_event(other, silta)
    assert may_see_desk(as_leena, other)


def test_only_the_municipality_looks_through_and_takes_along(in_mallila: Municipality, as_leena: Actor) -> None:
    round = a_round()
    for role in (Role.COORDINATOR, Role.ANALYST):
        assert may_look_through(acting(role), round) and may_take_round(acting(role), round)
    assert not may_look_through(as_leena, round) and not may_take_round(as_leena, round)
    assert may_export(acting(Role.COORDINATOR)) and not may_export(acting(Role.ANALYST))
    assert not may_see_desk(acting(Role.AUTHORITY), round) and not may_look_through(acting(Role.AUTHORITY), round)
