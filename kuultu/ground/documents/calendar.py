"""Calendar files that phones and calendar programs take in: the event in the reader's language, Helsinki time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event, vText

from kuultu.ground.documents.bidi import clean
from kuultu.ground.languages.dates import HELSINKI


@dataclass(frozen=True)
class Appointment:
    """One event. `uid` stays the same when the event changes; `sequence` counts its changes.

    `start` and `end` know their zone. `lang` is the language of the texts. Name no person in them.
    """

    uid: str
    start: datetime
    end: datetime
    summary: str
    lang: str
    location: str = ""
    description: str = ""
    url: str = ""
    sequence: int = 0
    cancelled: bool = False
    remind: timedelta | None = None


def event_ics(appointment: Appointment, *, stamp: datetime) -> bytes:
    """A file with one event. `stamp` is when it was written down."""
    return calendar_ics([appointment], stamp=stamp)


def calendar_ics(appointments: Iterable[Appointment], *, stamp: datetime, name: str = "") -> bytes:
    """A file with events (RFC 5545), with the rules of Helsinki's time in it. The same input gives the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Kuultu//Kuultu//FI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    many = list(appointments)
    calendar.add("method", "CANCEL" if many and all(each.cancelled for each in many) else "PUBLISH")
    if name:
        calendar.add("x-wr-calname", clean(name))
    for each in many:
        calendar.add_component(_event(each, stamp))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(one: Appointment, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", one.start.astimezone(HELSINKI))
    event.add("dtend", one.end.astimezone(HELSINKI))
    event.add("sequence", one.sequence)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    for name, text in (("summary", one.summary), ("location", one.location), ("description", one.description)):
        if text:
            event.add(name, vText(clean(text)), parameters={"LANGUAGE": one.lang})
    if one.url:
        event.add("url", one.url)
    if one.remind:
        event.add_component(_alarm(one, one.remind))
    return event


def _alarm(one: Appointment, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", vText(clean(one.summary)), parameters={"LANGUAGE": one.lang})
    alarm.add("trigger", -before)
    return alarm
