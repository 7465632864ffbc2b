"""The links that the demo prints: one for each role."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings

from kuultu.desk.demo.cast import Cast
from kuultu.ground.people.actions import make_sign_in_link
from kuultu.ground.people.actor import THE_SYSTEM, Actor
from kuultu.ground.people.links import address_of, make_link, open_link_to
from kuultu.ground.people.models import Purpose
from kuultu.loop.measures.queries import measures_of
from kuultu.loop.rounds.actions.events import renew_link
from kuultu.loop.rounds.models import AssignedRole, Event, EventState

type Visit = tuple[str, str]


def addresses(cast: Cast, now: datetime) -> Iterator[Visit]:
    """Who comes in by which address."""
    yield "Residents", f"{settings.SITE_URL}/{cast.town.slug}/"
    yield f"Coordinator ({cast.coordinator.person})", _sign_in(cast.coordinator, now)
    yield f"Analyst ({cast.analyst.person})", _sign_in(cast.analyst, now)
    for key, speaker in cast.speakers.items():
        yield f"{cast.organisations[key]} ({speaker.person})", _sign_in(speaker, now)
    coming = Event.objects.filter(state=EventState.PLANNED, ends_at__gt=now).order_by("starts_at").first()
    if coming is not None:
        yield f"Scribe of {coming.full_code}", _door(coming, AssignedRole.SCRIBE, Purpose.SCRIBE, now)
        yield f"Facilitator of {coming.full_code}", _door(coming, AssignedRole.FACILITATOR, Purpose.FACILITATOR, now)
    if measure := measures_of(cast.the_round).last():
        link = make_link(Purpose.OWNER, measure.pk, now=now, lasts=timedelta(days=2))
        yield f"Owner of {measure.full_code}", f"{address_of(link)}/now/"


def _sign_in(actor: Actor, now: datetime) -> str:
    assert actor.person is not None
    return f"{address_of(make_sign_in_link(by=THE_SYSTEM, now=now, person=actor.person))}/"


def _door(event: Event, role: AssignedRole, purpose: Purpose, now: datetime) -> str:
    link = open_link_to(purpose, event.pk, now=now) or renew_link(event, by=THE_SYSTEM, now=now, role=role)
    return f"{address_of(link)}/"
