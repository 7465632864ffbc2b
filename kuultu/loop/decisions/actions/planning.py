"""Writes on the event itself: set it up, change it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.decisions.codes import new_code
from kuultu.loop.decisions.models import DecisionEvent
from kuultu.loop.decisions.rules import may_prepare
from kuultu.loop.rounds.models import Round


@transaction.atomic
def set_up_event(
    round: Round,
    *,
    by: Actor,
    now: datetime,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    languages: list[str],
    code: str = "",
) -> DecisionEvent:
    """The evening of a round, with a join code of its own (`code`: one that was printed before)."""
    require(may_prepare(by, round))
    if DecisionEvent.objects.filter(round=round).exists():
        raise Refused(Denied(_("This round has its decision event already. Change that one.")))
    _check_times(starts_at, ends_at)
    event = DecisionEvent.objects.create(
        round=round, code=code or new_code(), starts_at=starts_at, ends_at=ends_at, place=place, languages=languages
    )
    record(by, "set up the decision event", event, now=now, code=event.code)
    return event


@transaction.atomic
def change_event(
    event: DecisionEvent,
    *,
    by: Actor,
    now: datetime,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    languages: list[str],
) -> DecisionEvent:
    """Another time, place or languages. The code stays: it may have been printed."""
    require(may_prepare(by, event.round))
    _check_times(starts_at, ends_at)
    event.starts_at, event.ends_at, event.place, event.languages = starts_at, ends_at, place, languages
    event.save(update_fields=["starts_at", "ends_at", "place", "languages"])
    record(by, "changed the decision event", event, now=now)
    return event


def _check_times(starts_at: datetime, ends_at: datetime) -> None:
    if starts_at >= ends_at:
        raise Refused(Denied(_("The event must end after it begins.")))
