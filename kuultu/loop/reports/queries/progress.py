"""What this stage says of itself to the desk, in the language that is on when it is asked."""

from datetime import date, datetime

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kuultu.ground.languages.registry import language
from kuultu.ground.municipalities.addresses import at
from kuultu.loop import Progress, State, Task
from kuultu.loop.reports.models import OPEN, ReportState
from kuultu.loop.reports.queries.board import Row, rows_of
from kuultu.loop.reports.queries.steps import day_of, when
from kuultu.loop.rounds.models import Ending, EventState, Round
from kuultu.loop.rounds.queries import events_of

REMIND_DAYS = 7


def progress(round: Round, now: datetime) -> Progress:
    """How many discussions have been held; what waits for the coordinator and for the organisations."""
    rows = rows_of(events_of(round).exclude(state=EventState.CANCELLED), now)
    held = [row for row in rows if row.event.starts_at <= now]
    locked = [row for row in rows if row.state == ReportState.LOCKED]
    if round.ending != Ending.OPEN:
        return Progress(State.DONE, _counted(len(locked), len(rows)))
    tasks = tuple(task for row in rows if (task := _task(round, row, now)))
    if not held and not any(row.report for row in rows):
        return Progress(State.AHEAD, _("no discussion held yet"), tasks)
    state = State.DONE if len(locked) == len(rows) else State.NOW
    return Progress(state, _("{held} of {all} held").format(held=len(held), all=len(rows)), tasks)


def _counted(read: int, events: int) -> str:
    return _("{read} of {all} reports read").format(read=read, all=events)


def _task(round: Round, row: Row, now: datetime) -> Task | None:
    """The one thing to do next about an event, if it waits for somebody with an account."""
    if row.report is not None and row.report.state not in OPEN:
        return _task_of_report(round, row, now)
    if row.event.starts_at > now:
        return _task_of_link(round, row, now)
    return _task_of_writing(round, row, now)


def _task_of_report(round: Round, row: Row, now: datetime) -> Task | None:
    report = row.report
    assert report is not None
    match report.state:
        case ReportState.FINISHED:
            why = _("The scribe finished it {when}.").format(when=when(report.finished_at or now, now))
            return _new(row, _("Check the report: {language} ({code})"), why, _("Check"))
        case ReportState.CHECKED:
            why = _("It was checked {when}.").format(when=when(report.checked_at or now, now))
            return _new(row, _("Deliver the report: {language} ({code})"), why, _("Deliver"))
        case ReportState.DELIVERED:
            delivered = when(report.delivered_at or now, now)
            why = _("{name} delivered it {when}.").format(name=_arranger(row), when=delivered)
            return _new(row, _("Read the report: {language} ({code})"), why, _("Read"), role="coordinator")
        case _:
            return None


def _task_of_link(round: Round, row: Row, now: datetime) -> Task | None:
    """Before the discussion: the scribe should have opened the link a week ahead."""
    day = day_of(row.event.starts_at)
    left = (day - day_of(now)).days
    if left > REMIND_DAYS or row.link is None or row.link.opened_at is not None:
        return None
    why = ngettext("%d day left.", "%d days left.", left) % left if left else _("The discussion is today.")
    what = _("Scribe's link not opened yet: {language} ({code})")
    href = at("rounds:event", round.code, row.event.code)
    return _new(row, what, why, _("See the link"), href=href, due=day)


def _task_of_writing(round: Round, row: Row, now: datetime) -> Task:
    """After the discussion: the report is still being written, or was returned."""
    if row.state == ReportState.RETURNED:
        return _new(row, _("Mend the report: {language} ({code})"), _("It was returned with a reason."), _("See why"))
    held = when(row.event.starts_at, now)
    why = _("The discussion was held {when}. The report has not been finished.").format(when=held)
    return _new(row, _("Ask for the report: {language} ({code})"), why, _("See"))


def _new(row: Row, what: str, why: str, button: str, *, href: str = "", due: date | None = None,
         role: str = "organisation") -> Task:  # fmt: skip
    """A task about an event. What the municipality arranges itself waits for its coordinator."""
    event = row.event
    due = due or (event.order.due_on if event.order else event.round.talks_until)
    href = href or at("reports:report", event.round.code, event.code)
    role = role if event.organisation_id else "coordinator"
    whose = {event.organisation_id} if event.organisation_id and role == "organisation" else set()
    what = what.format(language=_language(row), code=event.code)
    return Task(what, why, button, href, due=due, role=role, organisations=frozenset(whose))


def _language(row: Row) -> str:
    return language(row.event.language).named_in(_code())


def _arranger(row: Row) -> str:
    return row.event.organisation.name if row.event.organisation else row.event.round.municipality.name


def _code() -> str:
    return get_language() or "fi"
