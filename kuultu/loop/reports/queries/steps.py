# door words: scribes read these, so the content languages carry them too
"""A report's way in four steps, as its scribe and its organisation see it."""

from datetime import date, datetime

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from kuultu.ground.languages.dates import HELSINKI, day_and_month
from kuultu.loop.reports.models import OPEN, Report, ReportState

ORDER = (ReportState.FINISHED, ReportState.CHECKED, ReportState.DELIVERED, ReportState.LOCKED)


def steps_of(report: Report, now: datetime) -> list[tuple[str, str, str]]:
    """Name, state (done, now, ahead) and day of each step."""
    names = (
        pgettext("step", "written"),
        pgettext("step", "checked by the organisation"),
        pgettext("step", "given to the municipality"),
        pgettext("step", "read"),
    )
    moments = (report.finished_at, report.checked_at, report.delivered_at, report.locked_at)
    done = 0 if report.state in OPEN else ORDER.index(ReportState(report.state)) + 1
    return [
        (name, "done" if at < done else "now" if at == done else "ahead", when(moment, now) if moment else "")
        for at, (name, moment) in enumerate(zip(names, moments, strict=True))
    ]


def when(moment: date | datetime, now: datetime) -> str:
    """Today, yesterday, tomorrow, or the day in words, in the language that is on."""
    day = day_of(moment)
    away = (day - day_of(now)).days
    if away in (-1, 0, 1):
        return {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}[away]
    return _("on {day}").format(day=day_and_month(day, get_language() or "fi"))


def day_of(moment: date | datetime) -> date:
    """The day in Finland."""
    return moment.astimezone(HELSINKI).date() if isinstance(moment, datetime) else moment
