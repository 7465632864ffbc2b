"""Who may see, change and check texts, and when."""

from datetime import datetime

import pytest

from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.actor import ANYBODY, Actor, actor_by
from kuultu.ground.people.models import Link, Role
from kuultu.ground.people.rules import Answer, Because, Denied
from kuultu.loop.materials.models import QuestionSet
from kuultu.loop.materials.rules import (
    may_carry_link,
    may_change_questions,
    may_freeze,
    may_open_pack,
    may_prepare,
    may_see,
    may_word,
)
from kuultu.loop.rounds.models import Ending, Event, OrderState, Round
from tests.factories import an_event, an_order
from tests.loop.materials.conftest import SOON

pytestmark = pytest.mark.usefixtures("in_mallila")
ANALYST = Actor(roles=frozenset({Role.ANALYST}))
TRANSLATOR = Actor(roles=frozenset({Role.TRANSLATOR}))
OTHER = Actor(roles=frozenset({Role.ORGANISATION}), organisation_ids=frozenset({0}))


def because(answer: Answer) -> Because | None:
    return answer.because if isinstance(answer, Denied) else None


def test_the_municipality_and_its_organisations_see_a_rounds_materials(
    spring: Round, as_aino: Actor, as_leena: Actor
) -> None:
    assert all(may_see(actor, spring) for actor in (as_aino, as_leena, ANALYST, TRANSLATOR))
    assert because(may_see(OTHER, spring)) is Because.STRANGER
    assert because(may_see(ANYBODY, spring)) is Because.ANONYMOUS


def test_an_organisation_with_an_order_sees_them_before_it_has_an_event(spring: Round) -> None:
    other = Organisation.objects.create(name="Toinen ry")
    actor = Actor(roles=frozenset({Role.ORGANISATION}), organisation_ids=frozenset({other.pk}))
    order = an_order(spring, other, state=OrderState.DRAFT)
    assert not may_see(actor, spring)
    order.state = OrderState.SENT
    order.save()
    assert may_see(actor, spring)


def test_only_the_coordinator_prepares(spring: Round, as_aino: Actor, as_leena: Actor) -> None:
    assert may_prepare(as_aino, spring)
    assert because(may_prepare(as_leena, spring)) is Because.ROLE
    spring.ending = Ending.COLLECTED
    assert because(may_prepare(as_aino, spring)) is Because.STATE


def test_questions_change_until_the_first_discussion_begins(
    asked: QuestionSet, as_aino: Actor, as_leena: Actor, now: datetime
) -> None:
    assert may_change_questions(as_aino, asked, now)
    assert not may_change_questions(as_leena, asked, now)
    assert not may_change_questions(as_aino, asked, now + SOON)
    assert may_freeze(as_aino, asked, now)
    assert not may_freeze(as_aino, asked, now + SOON)
    asked.frozen_at = now
    assert not may_change_questions(as_aino, asked, now)


def test_who_writes_in_which_language(spring: Round, as_aino: Actor, as_leena: Actor) -> None:
    assert may_word(as_aino, spring, "fi") and may_word(as_aino, spring, "so")
    assert may_word(TRANSLATOR, spring, "so") and not may_word(TRANSLATOR, spring, "fi")
    assert may_word(as_leena, spring, "fa-AF") and not may_word(as_leena, spring, "so")
    assert because(may_word(ANALYST, spring, "so")) is Because.ROLE


def test_a_cancelled_event_gives_no_language(spring: Round, as_leena: Actor) -> None:
    spring.events.update(state="cancelled")
    assert not may_word(as_leena, spring, "fa-AF")


def test_a_pack_is_opened_by_the_events_own_people(dari: Event, as_aino: Actor, as_leena: Actor) -> None:
    assert all(may_open_pack(actor, dari) for actor in (as_aino, as_leena, ANALYST))
    assert because(may_open_pack(OTHER, dari)) is Because.STRANGER
    facilitator = actor_by({Role.FACILITATOR}, link=Link(subject=dari.pk))
    assert may_open_pack(facilitator, dari)
    elsewhere = an_event(dari.round, code="S", language="so")
    assert because(may_open_pack(facilitator, elsewhere)) is Because.STRANGER


def test_the_scribes_link_is_printed_only_by_who_hands_it_over(dari: Event, as_aino: Actor, as_leena: Actor) -> None:
    assert may_carry_link(as_leena, dari)
    facilitator = actor_by({Role.FACILITATOR}, link=Link(subject=dari.pk))
    assert not any(may_carry_link(actor, dari) for actor in (as_aino, ANALYST, OTHER, facilitator))
    dari.organisation = None
    assert may_carry_link(as_aino, dari) and not may_carry_link(as_leena, dari)
