"""Calendar files: read back by the standard's rules, in every script, in Helsinki's summer and winter."""

import datetime

import pytest
from icalendar import Calendar
from making_texts import HEADING, LANGUAGES, NAME, TEXT

from kuultu.ground.documents.calendar import Appointment, calendar_ics, event_ics

STAMP = datetime.datetime(2026, 2, 1, 8, tzinfo=datetime.UTC)
START = datetime.datetime(2026, 3, 12, 15, tzinfo=datetime.UTC)


def appointment(lang: str = "fi", **changes: object) -> Appointment:
    known: dict[str, object] = {
        "uid": "MAL26-D@mallila.example", "start": START, "end": START + datetime.timedelta(hours=2),
        "summary": HEADING[lang], "lang": lang, "location": NAME[lang],
        "description": TEXT[lang] + "\nKoulutie 4; ovi, A",
    }  # fmt: skip
    return Appointment(**(known | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_comes_back_with_its_language(lang: str) -> None:
    made = event_ics(appointment(lang), stamp=STAMP)
    event = Calendar.from_ical(made).walk("VEVENT")[0]
    assert event["SUMMARY"] == HEADING[lang]
    assert event["DESCRIPTION"] == TEXT[lang] + "\nKoulutie 4; ovi, A"
    assert {event[name].params["LANGUAGE"] for name in ("SUMMARY", "LOCATION", "DESCRIPTION")} == {lang}
    lines = made.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


@pytest.mark.parametrize(("month", "offset"), [(3, 2), (7, 3)])
def test_the_hour_is_helsinkis_in_winter_and_summer(month: int, offset: int) -> None:
    start = datetime.datetime(2026, month, 12, 15, tzinfo=datetime.UTC)
    calendar = Calendar.from_ical(event_ics(appointment(start=start, end=start), stamp=STAMP))
    begins = calendar.walk("VEVENT")[0]["DTSTART"]
    assert begins.params["TZID"] == "Europe/Helsinki"
    assert begins.dt.utcoffset() == datetime.timedelta(hours=offset)
    assert begins.dt == start
    zones = calendar.walk("VTIMEZONE")
    assert [str(zone["TZID"]) for zone in zones] == ["Europe/Helsinki"]
    assert {str(each["TZOFFSETTO"].to_ical()) for each in zones[0].walk("DAYLIGHT")} == {"+0300"}
    assert {str(each["TZOFFSETTO"].to_ical()) for each in zones[0].walk("STANDARD")} == {"+0200"}


def test_a_change_keeps_the_event_and_a_cancellation_says_so() -> None:
    changed = Calendar.from_ical(event_ics(appointment(sequence=2, cancelled=True), stamp=STAMP))
    event = changed.walk("VEVENT")[0]
    assert (str(event["UID"]), event["SEQUENCE"], str(event["STATUS"])) == ("MAL26-D@mallila.example", 2, "CANCELLED")
    assert str(changed["METHOD"]) == "CANCEL"


def test_several_events_a_reminder_and_a_link() -> None:
    day = datetime.timedelta(days=1)
    several = [appointment(), appointment("ar", uid="b", url="https://mallila.example/k/MAL26-D", remind=day)]
    calendar = Calendar.from_ical(calendar_ics(several, stamp=STAMP, name="Mallila"))
    assert len(calendar.walk("VEVENT")) == 2
    assert str(calendar.walk("VEVENT")[1]["URL"]) == "https://mallila.example/k/MAL26-D"
    assert calendar.walk("VALARM")[0]["TRIGGER"].dt == -day


def test_the_same_event_gives_the_same_bytes_and_no_line_can_be_smuggled_in() -> None:
    assert event_ics(appointment(), stamp=STAMP) == event_ics(appointment(), stamp=STAMP)
    made = event_ics(appointment(summary="x\r\nATTENDEE:mailto:x@mallila.example"), stamp=STAMP)
    assert b"\r\nATTENDEE" not in made
