"""How a round's reports stand, event by event: where each is, and what waits for whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Link, Purpose
from kuultu.loop.reports.models import Report, ReportState
from kuultu.loop.rounds.models import AssignedRole, Event, EventState, Round
from kuultu.loop.rounds.queries import events_for

type Sentence = str | Promise

SCRIBE, ORGANISATION, COORDINATOR, NOBODY = "scribe", "organisation", "coordinator", ""
# Who has the report in hand, and what they do next.
NEXT: dict[str, tuple[str, Sentence]] = {
    ReportState.DRAFT: (SCRIBE, _("The scribe writes and finishes it.")),
    ReportState.RETURNED: (SCRIBE, _("The scribe or the organisation mends it and finishes it again.")),
    ReportState.FINISHED: (ORGANISATION, _("The organisation's second reader checks it.")),
    ReportState.CHECKED: (ORGANISATION, _("The organisation delivers it.")),
    ReportState.DELIVERED: (COORDINATOR, _("The coordinator reads it.")),
    ReportState.LOCKED: (NOBODY, ""),
}


@dataclass(frozen=True)
class Row:
    """One event on the board. `lines`: how many lines its report has; `link`: the scribe's newest open link."""

    event: Event
    report: Report | None
    lines: int
    link: Link | None
    waits_for: str
    what: Sentence

    @property
    def last_contact(self) -> datetime | None:
        """When the scribe last saved something, or opened the link."""
        moments = (self.report.saved_at if self.report else None, self.link.opened_at if self.link else None)
        return max((moment for moment in moments if moment), default=None)

    @property
    def state(self) -> str:
        """The report's state, or "" before there is one."""
        return self.report.state if self.report else ""


def board(actor: Actor, round: Round, now: datetime) -> list[Row]:
    """Every event of the round that the actor may see, cancelled ones left out, in the order of time."""
    return rows_of(events_for(actor, round).exclude(state=EventState.CANCELLED), now)


def rows_of(events: Iterable[Event], now: datetime) -> list[Row]:
    """The same for these events, in three queries."""
    held = list(events)
    ids = [event.pk for event in held]
    reports = {
        report.event_id: report for report in Report.objects.filter(event__in=ids).annotate(line_count=Count("answers"))
    }
    found = Link.objects.filter(purpose=Purpose.SCRIBE, subject__in=ids, revoked_at=None).order_by("made_at", "pk")
    links = {link.subject: link for link in found if link.is_open(now)}
    return [_row(event, reports.get(event.pk), links.get(event.pk), now) for event in held]


def _row(event: Event, report: Report | None, link: Link | None, now: datetime) -> Row:
    if report is not None:
        report.event = event
    waits_for, what = _next(event, report, link, now)
    return Row(event, report, getattr(report, "line_count", 0), link, waits_for, what)


def _next(event: Event, report: Report | None, link: Link | None, now: datetime) -> tuple[str, Sentence]:
    """Who does what next."""
    if report is not None and (report.state != ReportState.DRAFT or event.starts_at <= now):
        return NEXT[report.state]
    if link is None and not any(person.role == AssignedRole.SCRIBE for person in event.assignments.all()):
        return ORGANISATION, _("The organisation names a scribe.")
    if link is None:
        return ORGANISATION, _("The organisation gives the scribe a new link.")
    if link.opened_at is None:
        return SCRIBE, _("The scribe opens the link and tries it.")
    if now < event.starts_at:
        return NOBODY, _("The discussion is ahead.")
    return SCRIBE, _("The scribe writes the report.")
