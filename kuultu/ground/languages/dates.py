"""Dates and times as people read them: weekday, day, month in letters, year, 24-hour clock.

Short numeric dates are never used: 8.5. is read as the 5th of August in some of our languages.
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date

from kuultu.ground.languages.registry import language

HELSINKI = ZoneInfo("Europe/Helsinki")
# CLDR's full pattern puts an era or an odd order in some locales; these read as people write.
DAY_MONTH = {
    "fi": "d. MMMM",
    "et": "d. MMMM",
    "bs": "d. MMMM",
    "es": "d 'de' MMMM",
    "vi": "'ngày' d MMMM",
    "se": "MMMM d.",
}
YEAR = {"es": " 'de' y", "vi": " 'năm' y"}
WEEKDAY = dict.fromkeys(("fi", "sv", "en", "se", "th", "fa", "fa-AF", "ar"), "EEEE ")
BOTH_MONTH_NAMES = {
    1: "كانون الثاني (يناير)", 2: "شباط (فبراير)", 3: "آذار (مارس)", 4: "نيسان (أبريل)",
    5: "أيار (مايو)", 6: "حزيران (يونيو)", 7: "تموز (يوليو)", 8: "آب (أغسطس)",
    9: "أيلول (سبتمبر)", 10: "تشرين الأول (أكتوبر)", 11: "تشرين الثاني (نوفمبر)", 12: "كانون الأول (ديسمبر)",
}  # fmt: skip


def long_date(day: date, code: str) -> str:
    """A date in words in the language `code`, e.g. "tiistaina 24. maaliskuuta 2026"."""
    weekday = format_date(day, WEEKDAY.get(code, "EEEE, "), locale=_locale(code))
    if code == "fi" and weekday == "sunnuntai ":  # CLDR has the other six days in the case of "on that day"
        weekday = "sunnuntaina "
    year = format_date(day, YEAR.get(code, " y"), locale=_locale(code))
    return weekday + day_and_month(day, code) + year


def day_and_month(day: date, code: str) -> str:
    """The same without weekday and year, e.g. "24. maaliskuuta"."""
    if code == "ar":  # eastern and western month names, since readers come from both
        return f"{day.day} {BOTH_MONTH_NAMES[day.month]}"
    said = format_date(day, DAY_MONTH.get(code, "d MMMM"), locale=_locale(code))
    # Northern Sámi says "of March, the 12th day"; CLDR has the month in the nominative.
    return said.replace("mánnu ", "mánu ") + " beaivi" if code == "se" else said


def clock(moment: datetime | time, code: str) -> str:
    """Hours and minutes on the 24-hour clock in Finland's time: 17.30 in Finnish, 17:30 elsewhere."""
    if isinstance(moment, datetime):
        moment = moment.astimezone(HELSINKI).time() if moment.tzinfo else moment.time()
    separator = "." if code == "fi" else ":"
    return f"{moment.hour:02d}{separator}{moment.minute:02d}"


def _locale(code: str) -> Locale:
    return Locale.parse(language(code).locale)
