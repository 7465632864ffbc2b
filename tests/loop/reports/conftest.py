"""Samir, who writes: by a link, without an account."""

from datetime import datetime, timedelta

import pytest

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.people.actor import Actor, actor_by
from kuultu.ground.people.links import make_link
from kuultu.ground.people.models import Purpose, Role
from kuultu.loop.reports.actions.writing import open_report
from kuultu.loop.reports.models import Report
from kuultu.loop.rounds.models import Event
from tests.factories import a_round, an_event, questions

FULL = {
    "who_came": {"total": 8, "age.from_18": 5}, "read_back": True, "agrees_delivery": True, "agrees_quotes": True,
}  # fmt: skip


@pytest.fixture
def event(in_mallila: Municipality, silta: Organisation) -> Event:
    """The Dari discussion of a week ago, arranged by Silta, with three questions."""
    round = a_round()
    questions(round)
    return an_event(round, silta)


@pytest.fixture
def as_samir(event: Event, now: datetime) -> Actor:
    """The scribe of that discussion."""
    link = make_link(Purpose.SCRIBE, event.pk, now=now, lasts=timedelta(days=20))
    return actor_by({Role.SCRIBE}, link=link)


@pytest.fixture
def report(event: Event, as_samir: Actor, now: datetime) -> Report:
    """His report, just begun."""
    return open_report(event, by=as_samir, now=now)
