"""What has had its time is gone from the database, and the log says how much."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.test import Client

from kuultu.desk.retention import tidy
from kuultu.ground.audit.models import Entry
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.links import make_link
from kuultu.ground.people.models import Link, Person, Purpose
from kuultu.loop.decisions.models import Attendee, Seat
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


def test_names_of_those_invited_go_the_day_after_also_where_nobody_ended_the_evening(
    mallila: Municipality, round: Round
) -> None:
    with scope(mallila):
        evening = a_decision_event(round, tables=1)
        Attendee.objects.create(decision_event=evening, kind="elected", name="Otto Päättäjä", body="Valtuusto")
    assert tidy(evening.ends_at + timedelta(days=1))["seats"] == 0
    assert tidy(evening.ends_at + timedelta(days=1, seconds=1))["seats"] == 1
    with scope(mallila):
        kept = Attendee.objects.get()
        assert (kept.name, kept.body, kept.kind) == ("", "Valtuusto", "elected")


def test_sessions_that_are_over_and_mistyped_passwords_go(mallila: Municipality, aino: Person) -> None:
    browser = Client()
    browser.force_login(aino, backend="django.contrib.auth.backends.ModelBackend")
    browser.post("/sign-in/", {"email": aino.email, "password": "mistyped, and long"})
    now = AccessAttempt.objects.get().attempt_time
    assert tidy(now)["visits"] == 0
    assert tidy(now + timedelta(days=1, seconds=1))["visits"] == 2
    assert not Session.objects.exists() and not AccessAttempt.objects.exists()
