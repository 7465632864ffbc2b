"""What ends and begins every write on a report: the row held against a second writer, the save counted."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from kuultu.ground.audit.log import record
from kuultu.ground.documents.reading.letters import tidy, trim
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import require
from kuultu.loop.reports.models import Report, Road
from kuultu.loop.reports.rules import may_write
from kuultu.loop.rounds.models import Event

OWN = [each.name for each in Report._meta.concrete_fields if not each.is_relation and each.name != "id"]


@transaction.atomic
def open_report(event: Event, *, by: Actor, now: datetime, road: Road = Road.WEB) -> Report:
    """The event's report; begun if there was none. The questions are the round's."""
    report = Report.objects.filter(event=event).first()
    if report is not None:
        report.event = event
        return report
    require(may_write(by, event))
    report, made = Report.objects.get_or_create(event=event, defaults={"language": event.language, "road": road})
    if made:
        record(by, "began a report", report, now=now, code=event.code)
    return report


def hold(report: Report) -> None:
    """Inside a transaction: nobody else writes this report until it ends, and what we know of it is fresh."""
    Report.objects.select_for_update().filter(pk=report.pk).first()
    report.refresh_from_db(fields=OWN)


def saved(report: Report, *names: str, now: datetime) -> None:
    """Write these fields and count the save."""
    report.version += 1
    report.saved_at = now
    report.save(update_fields=[*names, "version", "saved_at"])


def clean(text: str) -> str:
    """A text as it is kept: NFC, plain line ends, no stray direction controls. Source: research trust F8."""
    return trim(tidy(text))


def clean_all(texts: Iterable[str]) -> list[str]:
    """The same for several, without the empty ones."""
    return [kept for kept in (clean(text) for text in texts) if kept]
