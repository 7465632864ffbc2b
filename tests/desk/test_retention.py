"""What has had its time is gone from the database, and the log says how much."""

from datetime import timedelta

import pytest

from kuultu.desk.retention import tidy
from kuultu.ground.audit.models import Entry
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.links import make_link
from kuultu.ground.people.models import Link, Purpose
from kuultu.loop.decisions.models import Seat
from kuultu.loop.rounds.models import Assignment, Event, Round
from tests.factories import NOW, a_decision_event, a_round, an_event


@pytest.fixture
def round(mallila: Municipality) -> Round:
    with scope(mallila):
        made = a_round()
        event = an_event(made, starts_at=NOW, contact_name="Leena", contact_phone="050 000 0202")
        Assignment.objects.create(event=event, role="scribe", first_name="Samir", contact="050 000 0303")
        return made


def test_names_and_contacts_go_two_weeks_after_the_event(mallila: Municipality, round: Round) -> None:
    ends = NOW + timedelta(hours=2)
    assert tidy(ends + timedelta(days=14))["contacts"] == 0
    assert tidy(ends + timedelta(days=14, seconds=1))["contacts"] == 2
    with scope(mallila):
        assert not Assignment.objects.exists()
        event = Event.objects.get()
        assert (event.contact_name, event.contact_phone, event.place) == ("", "", "Kirjasto")
    line = Entry.objects.get(verb="deleted what had its time")
    assert line.facts == {"duty": "contacts", "rows": 2}


def test_links_go_a_month_after_they_expired_and_seats_the_day_after(mallila: Municipality, round: Round) -> None:
    with scope(mallila):
        make_link(Purpose.SCRIBE, 1, now=NOW, lasts=timedelta(days=1))
        evening = a_decision_event(round, tables=1)
        Seat.objects.create(decision_event=evening, table=evening.tables.get(), language="fi", token_hash="x")
    gone = tidy(evening.ends_at + timedelta(days=1, seconds=1))
    assert (gone["links"], gone["seats"]) == (1, 1)
    with scope(mallila):
        assert not Link.objects.exists() and not Seat.objects.exists()


def test_what_is_still_in_time_stays(mallila: Municipality, round: Round) -> None:
    assert not any(tidy(NOW + timedelta(days=3)).values())
