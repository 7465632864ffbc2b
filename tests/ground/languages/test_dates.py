"""Dates as people read them, in every language; none in figures alone."""

from datetime import UTC, date, datetime, time

import pytest

from kuultu.ground.languages.dates import clock, day_and_month, long_date
from kuultu.ground.languages.registry import CONTENT

SUNDAY = {
    "fi": "sunnuntaina 15. maaliskuuta 2026",
    "sv": "söndag 15 mars 2026",
    "en": "Sunday 15 March 2026",
    "se": "sotnabeaivi njukčamánu 15. beaivi 2026",
    "et": "pühapäev, 15. märts 2026",
    "ru": "воскресенье, 15 марта 2026",
    "uk": "неділя, 15 березня 2026",
    "ar": "الأحد 15 آذار (مارس) 2026",
    "fa": "یکشنبه 15 مارس 2026",
    "fa-AF": "یکشنبه 15 مارچ 2026",
    "so": "Axad, 15 Maarso 2026",
    "sw": "Jumapili, 15 Machi 2026",
    "ti": "ሰንበት, 15 መጋቢት 2026",
    "th": "วันอาทิตย์ 15 มีนาคม 2026",
    "vi": "Chủ Nhật, ngày 15 tháng 3 năm 2026",
    "rw": "Ku cyumweru, 15 Werurwe 2026",
    "rn": "Ku w’indwi, 15 Ntwarante 2026",
    "es": "domingo, 15 de marzo de 2026",
    "bs": "nedjelja, 15. mart 2026",
}


@pytest.mark.parametrize("code", CONTENT)
def test_a_date_is_written_out_in_the_language_s_own_manner(code: str) -> None:
    day = date(2026, 3, 15)
    assert long_date(day, code) == SUNDAY[code]
    assert day_and_month(day, code) in SUNDAY[code]


@pytest.mark.parametrize("code", CONTENT)
def test_no_month_is_a_bare_figure(code: str) -> None:
    for month in range(1, 13):
        said = day_and_month(date(2026, month, 28), code)
        assert [each for each in said if each.isalpha()], said


def test_hours_are_finlands_on_the_24_hour_clock() -> None:
    assert clock(datetime(2026, 7, 1, 14, 5, tzinfo=UTC), "fi") == "17.05"
    assert clock(time(17, 5), "ar") == "17:05"
