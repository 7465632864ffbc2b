"""Days and times as the page's language says them."""

from datetime import date, datetime, time

from django.utils.translation import get_language

from kuultu.ground.languages.dates import HELSINKI, clock, day_and_month, long_date
from kuultu.ground.languages.registry import language


def long_day(moment: date | datetime | None) -> str:
    """A date with weekday and year in the page's language."""
    return long_date(_local(moment), _here()) if moment else ""


def short_day(moment: date | datetime | None) -> str:
    """Day and month in the page's language."""
    return day_and_month(_local(moment), _here()) if moment else ""


def hours(moment: datetime | time | None) -> str:
    """Hours and minutes, 24-hour clock."""
    return clock(moment, _here()) if moment else ""


def _here() -> str:
    code = get_language() or "fi"
    try:
        return language(code).code
    except KeyError:
        return "fi"


def _local(moment: date | datetime) -> date:
    if isinstance(moment, datetime):
        return (moment.astimezone(HELSINKI) if moment.tzinfo else moment).date()
    return moment
