"""What has had its time goes: people's names and contacts, links, phones in the hall, single answers.

The terms are those that docs/privacy.md lists and that residents are told. The log says how many rows went, never
what stood in them.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.db import transaction

from kuultu.ground.audit.log import record
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import THE_SYSTEM
from kuultu.ground.people.models import Link
from kuultu.loop.decisions.models import Attendee, Ballot, DecisionEvent, Seat, Tally
from kuultu.loop.rounds.models import Assignment, Event
from kuultu.loop.surveys.actions.asking import close_survey
from kuultu.loop.surveys.models import Response, Survey

CONTACTS = timedelta(days=14)
LINKS = timedelta(days=30)
SEATS = timedelta(days=1)
ANSWERS = timedelta(days=730)
VISITS = timedelta(days=1)


def forget_contacts(now: datetime) -> int:
    """Names and contacts of facilitators, scribes and contact persons, two weeks after their event."""
    held = Event.objects.filter(ends_at__lt=now - CONTACTS)
    people, _by_table = Assignment.objects.filter(event__in=held).delete()
    named = held.exclude(contact_name="", contact_phone="")
    return people + named.update(contact_name="", contact_phone="")


def forget_links(now: datetime) -> int:
    """Links a month after they have expired."""
    return Link.objects.filter(expires_at__lt=now - LINKS).delete()[0]


def forget_seats(now: datetime) -> int:
    """Phones that had joined the hall and names of those invited, the day after the evening, also where nobody has
    ended it; with the phones what says that they have voted."""
    past = DecisionEvent.objects.filter(ends_at__lt=now - SEATS)
    phones = Seat.objects.filter(decision_event__in=past).delete()[0]
    Tally.objects.filter(table__decision_event__in=past).delete()
    return phones + Attendee.objects.filter(decision_event__in=past).exclude(name="").update(name="")


def forget_answers(now: datetime) -> int:
    """Single ballots and survey answers after two years; what was shown of them stays. A survey that nobody closed is
    closed first, so that what may be told of it is kept."""
    for survey in Survey.objects.filter(closes_at__lt=now - ANSWERS, closed_at=None):
        close_survey(survey, by=THE_SYSTEM, now=now)
    ballots = Ballot.objects.filter(card__deck__round__decision_event__ends_at__lt=now - ANSWERS).delete()[0]
    return ballots + Response.objects.filter(survey__closes_at__lt=now - ANSWERS).delete()[0]


def forget_visits(now: datetime) -> int:
    """Of the whole server: sessions that are over, and the day after it who mistyped a password from where."""
    over = Session.objects.filter(expire_date__lt=now).delete()[0]
    return int(over + AccessAttempt.objects.filter(attempt_time__lt=now - VISITS).delete()[0])


DUTIES: dict[str, Callable[[datetime], int]] = {
    "contacts": forget_contacts,
    "links": forget_links,
    "seats": forget_seats,
    "answers": forget_answers,
}


def tidy(now: datetime) -> dict[str, int]:
    """Do every duty in every municipality, and those of the server; how many rows went, by duty."""
    gone = dict.fromkeys(DUTIES, 0) | {"visits": forget_visits(now)}
    for town in Municipality.objects.all():
        with scope(town), transaction.atomic():
            for name, duty in DUTIES.items():
                if rows := duty(now):
                    record(THE_SYSTEM, "deleted what had its time", now=now, duty=name, rows=rows)
                    gone[name] += rows
    return gone
