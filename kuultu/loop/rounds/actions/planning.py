"""Writes on the round itself: begin, change, close; groups and neighbours."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.municipalities.scope import current
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.rounds.codes import next_round_code
from kuultu.loop.rounds.models import Ending, Group, Neighbour, Round
from kuultu.loop.rounds.rules import may_begin, may_plan


@transaction.atomic
def begin_round(
    *,
    by: Actor,
    now: datetime,
    name: str,
    starts_on: date,
    talks_until: date,
    languages: list[str],
    neighbours: list[str] | None = None,
    previous: Round | None = None,
    **more: Any,
) -> Round:
    """A new round with a code of its own. `more`: purpose, decides_on, ends_on; `neighbours`: Finnish names."""
    require(may_begin(by))
    taken = set(Round.everywhere.filter(municipality=current()).values_list("code", flat=True))
    round = Round.objects.create(
        code=next_round_code(current().prefix, starts_on.year, taken),
        name=name, starts_on=starts_on, talks_until=talks_until, languages=languages, previous=previous, **more,
    )  # fmt: skip
    _name_neighbours(round, neighbours or [])
    record(by, "began the round", round, now=now, code=round.code)
    return round


@transaction.atomic
def change_round(round: Round, *, by: Actor, now: datetime, neighbours: list[str], **values: Any) -> Round:
    """New dates, name, purpose or languages."""
    require(may_plan(by, round))
    for name, value in values.items():
        setattr(round, name, value)
    round.save()
    _name_neighbours(round, neighbours)
    record(by, "changed the round", round, now=now)
    return round


@transaction.atomic
def close_round(round: Round, *, by: Actor, now: datetime, ending: Ending) -> Round:
    """End the round, as collected or as decided. Whether it may be called decided is asked by the follow-up."""
    require(may_plan(by, round))
    if ending == Ending.OPEN:
        raise Refused(Denied(_("Say how the round ended.")))
    round.ending, round.closed_at = ending, now
    round.save(update_fields=["ending", "closed_at"])
    record(by, "closed the round", round, now=now, ending=ending.value)
    return round


@transaction.atomic
def add_group(round: Round, *, by: Actor, now: datetime, name: str, languages: list[str], **more: Any) -> Group:
    """Somebody to hear. `more`: reason, speakers."""
    require(may_plan(by, round))
    if Group.objects.filter(round=round, name__iexact=name.strip()).exists():
        raise Refused(Denied(_("This group is in the round already.")))
    group = Group.objects.create(round=round, name=name.strip(), languages=languages, **more)
    record(by, "added a group", group, now=now)
    return group


@transaction.atomic
def change_group(group: Group, *, by: Actor, now: datetime, **values: Any) -> Group:
    """Another name, reason, languages or number."""
    require(may_plan(by, group.round))
    for name, value in values.items():
        setattr(group, name, value)
    group.save()
    record(by, "changed a group", group, now=now)
    return group


@transaction.atomic
def drop_group(group: Group, *, by: Actor, now: datetime) -> None:
    """Leave a group out. Not possible once it has an event."""
    require(may_plan(by, group.round))
    if group.events.exists():
        raise Refused(Denied(_("The group has an event. Cancel the event first.")))
    record(by, "left a group out", group, now=now)
    group.delete()


def _name_neighbours(round: Round, names: list[str]) -> None:
    Neighbour.objects.filter(round=round).exclude(name_fi__in=names).delete()
    for name in names:
        Neighbour.objects.get_or_create(round=round, name_fi=name)
