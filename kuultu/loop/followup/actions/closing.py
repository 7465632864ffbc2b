"""Writes at a round's end: what is not done, whom to hear next, close, open the next round."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.followup.models import HearNext, Undone
from kuultu.loop.followup.rules import may_answer, may_close, may_open_next
from kuultu.loop.rounds.actions.planning import add_group, begin_round, close_round
from kuultu.loop.rounds.models import Ending, Group, Round


@transaction.atomic
def say_undone(
    round: Round,
    *,
    by: Actor,
    now: datetime,
    what: str,
    because: str,
    texts: dict[str, dict[str, str]] | None = None,
) -> Undone:
    """What was asked for and is not done, and why. `texts`: language → {"what", "because"}."""
    require(may_answer(by, round))
    undone = Undone.objects.create(round=round, what=what, because=because, texts=texts or {})
    record(by, "said what is not done", undone, now=now)
    return undone


@transaction.atomic
def hear_next(round: Round, *, by: Actor, now: datetime, name: str, languages: list[str], reason: str) -> HearNext:
    """A group for the next round."""
    require(may_answer(by, round))
    if HearNext.objects.filter(round=round, name__iexact=name).exists():
        raise Refused(Denied(_("This group is on the list already.")))
    made = HearNext.objects.create(round=round, name=name, languages=languages, reason=reason)
    record(by, "put a group on the next round's list", made, now=now)
    return made


@transaction.atomic
def end_round(round: Round, *, by: Actor, now: datetime, ending: str) -> Round:
    """Close the round as decided or as collected."""
    require(may_close(by, round, ending))
    return close_round(round, by=by, now=now, ending=Ending(ending))


@transaction.atomic
def open_next_round(
    round: Round,
    *,
    by: Actor,
    now: datetime,
    name: str,
    starts_on: date,
    talks_until: date,
    again: bool = False,
) -> Round:
    """The next round, with the groups to hear next and, if asked, the same groups again.

    The one place where a stage writes an earlier stage's rows: the loop closes here.
    """
    require(may_open_next(by, round))
    following = begin_round(
        by=by, now=now, name=name, starts_on=starts_on, talks_until=talks_until, languages=list(round.languages),
        neighbours=[neighbour.name_fi for neighbour in round.neighbours.all()], previous=round,
    )  # fmt: skip
    for each in HearNext.objects.filter(round=round):
        add_group(following, by=by, now=now, name=each.name, languages=each.languages, reason=each.reason)
    if again:
        taken = {each.name.lower() for each in following.groups.all()}
        for group in Group.objects.filter(round=round):
            if group.name.lower() not in taken:
                add_group(following, by=by, now=now, name=group.name, languages=group.languages, reason=group.reason)
    record(by, "opened the next round", following, now=now, code=following.code)
    return following
