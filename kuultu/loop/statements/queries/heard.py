"""Which discussions count, so that no figure points at a room with fewer than five people in it."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from kuultu.ground.privacy.disclosure import Band, band_of
from kuultu.loop.reports.models import Report
from kuultu.loop.rounds.models import Event, Round
from kuultu.loop.statements.models import DELIVERED, Statement


@dataclass(frozen=True)
class Heard:
    """Events with a delivered report, and which of them may be told of.

    `read`: something has been lifted out of their report. `large`: five people or more, so that the event may be
    told of by itself. `counted`: those in the counts of all; a single small event is not, for the others subtracted
    from all would leave it alone.
    """

    delivered: tuple[Event, ...]
    read: tuple[Event, ...]
    large: tuple[Event, ...]
    counted: tuple[Event, ...]

    @property
    def small(self) -> int:
        """How many events are in no column."""
        return len(self.read) - len(self.large)


def heard(round: Round) -> Heard:
    """The delivered events of a round by group, in one question to the database."""
    lifted = Statement.objects.filter(event=OuterRef("pk"), withdrawn_at=None)
    events = list(
        Event.objects.filter(round=round, report__state__in=DELIVERED)
        .select_related("group", "report")
        .annotate(has_statements=Exists(lifted))
        .order_by("group__name", "code")
    )
    read = tuple(event for event in events if event.has_statements)
    large = tuple(event for event in read if not _is_small(event.report))
    return Heard(tuple(events), read, large, large if len(read) - len(large) == 1 else read)


def _is_small(report: Report) -> bool:
    """An unknown number of people counts as a small one."""
    total = report.who_came.get("total")
    return not isinstance(total, int) or band_of(total) is Band.UNDER_5
