"""Whom the round hears, event by event, and whom it does not hear yet."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kuultu.ground.languages.dates import HELSINKI, clock
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.web.context import page_language
from kuultu.ground.web.moments import short_day
from kuultu.ground.web.parts import TongueRow
from kuultu.loop import Sentence
from kuultu.loop.reports.models import DELIVERED, ReportState
from kuultu.loop.reports.queries import Row, board
from kuultu.loop.rounds.models import EventState, Round
from kuultu.loop.statements.queries import NotHeard, not_heard

# The state of a report → the chip's kind and words; a chip that waits for the reader says so instead.
READ: tuple[str, Sentence] = ("ok", pgettext_lazy("report", "read"))
DELIVERED_YET: tuple[str, Sentence] = ("mut", pgettext_lazy("report", "delivered"))
WITH_ORGANISATION: tuple[str, Sentence] = ("mut", _("with the organisation"))
FOR_SCRIBE: tuple[str, Sentence] = ("warn", _("waits for the scribe"))
NO_SCRIBE: tuple[str, Sentence] = ("warn", _("no scribe yet"))
AHEAD: tuple[str, Sentence] = ("mut", pgettext_lazy("discussion", "ahead"))
FOR_YOU: tuple[str, Sentence] = ("you", _("waits for you"))


@dataclass(frozen=True)
class Unheard:
    """A group that no discussion reaches, and why."""

    name: str
    why: Sentence


def whom_we_hear(actor: Actor, round: Round, now: datetime) -> list[TongueRow]:
    """A row for each discussion that the actor may see, in the order of time: language, place and day, a chip."""
    staff = actor.has(Role.COORDINATOR, Role.ANALYST)
    return [_row(row, round, staff) for row in board(actor, round, now)]


def whom_we_do_not_hear(round: Round) -> list[Unheard]:
    """Groups without a discussion. Those whose discussion is planned or held stand among those we hear."""
    return [Unheard(each.group.name, each.why) for each in not_heard(round) if not _has_discussion(each)]


def _has_discussion(unheard: NotHeard) -> bool:
    return any(event.state != EventState.CANCELLED for event in unheard.group.events.all())


def _row(row: Row, round: Round, staff: bool) -> TongueRow:
    event = row.event
    begins = event.starts_at.astimezone(HELSINKI)
    where = event.place or (event.organisation.name if event.organisation else round.municipality.name)
    when = f"{where}, {short_day(begins)}"
    ahead = row.report is None and event.state == EventState.PLANNED
    text = f"{when}, {clock(begins, page_language().code)}" if ahead else when
    kind, says = _chip(row, staff)
    return TongueRow(event.language, text, kind, says, _page(row, round, staff))


def _page(row: Row, round: Round, staff: bool) -> str:
    """The report once the reader may open it, else the event."""
    opens = row.report is not None and (not staff or row.state in DELIVERED or row.event.organisation_id is None)
    return at("reports:report" if opens else "rounds:event", round.code, row.event.code)


def _chip(row: Row, staff: bool) -> tuple[str, Sentence]:
    if row.state == ReportState.LOCKED:
        return READ
    if row.state == ReportState.DELIVERED:
        return FOR_YOU if staff else DELIVERED_YET
    if row.state in {ReportState.FINISHED, ReportState.CHECKED}:
        return WITH_ORGANISATION if staff and row.event.organisation_id else FOR_YOU
    if row.waits_for == "scribe":
        return FOR_SCRIBE
    return NO_SCRIBE if row.waits_for == "organisation" else AHEAD
