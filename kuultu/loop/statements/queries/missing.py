"""Who was not heard: groups that the round wanted to hear and that have not been."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from kuultu.loop import Sentence
from kuultu.loop.rounds.models import Event, EventState, Group, Round
from kuultu.loop.statements.models import DELIVERED


@dataclass(frozen=True)
class NotHeard:
    """A group without a delivered report, why not, and when its next discussion begins, if one is planned."""

    group: Group
    why: Sentence
    planned_at: datetime | None = None


def not_heard(round: Round) -> list[NotHeard]:
    """Planned groups of which no event has a delivered report."""
    groups = Group.objects.filter(round=round).prefetch_related("events__report")
    return [_unheard(group) for group in groups if not _heard(group)]


def _heard(group: Group) -> bool:
    return any(_state_of(event) in DELIVERED for event in group.events.all())


def _unheard(group: Group) -> NotHeard:
    """From the nearest to being heard to the farthest."""
    events = list(group.events.all())
    ahead = [event.starts_at for event in events if event.state == EventState.PLANNED]
    if any(event.state == EventState.HELD for event in events):
        return NotHeard(group, _("The discussion has been held, its report has not come yet."))
    if ahead:
        return NotHeard(group, _("The discussion has not been held yet."), min(ahead))
    return NotHeard(group, _("The discussion was cancelled.") if events else _("No discussion was arranged."))


def _state_of(event: Event) -> str:
    report = getattr(event, "report", None)
    return report.state if report else ""
