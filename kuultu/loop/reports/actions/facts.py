"""Writes on the rest of the form: the event's facts, who came, what mattered most, the checks with the group."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused, require
from kuultu.loop.reports.actions.writing import clean, clean_all, hold, saved
from kuultu.loop.reports.fields import COUNTS, FACTS, MOST_PEOPLE, TOP
from kuultu.loop.reports.models import Report
from kuultu.loop.reports.rules import may_write
from kuultu.loop.reports.sentences import FACTS_CHANGED, MORE_THAN_CAME, TOO_MANY


@transaction.atomic
def save_facts(
    report: Report,
    *,
    by: Actor,
    now: datetime,
    facts: Mapping[str, str] | None = None,
    who_came: Mapping[str, int | None] | None = None,
    top: Sequence[str] | None = None,
    seen: str = "",
    **more: Any,
) -> Report:
    """Parts A, B, D and E of the form, as far as given. `more`: language, who_else, works_well, remarks, how,
    read_back, corrected, agrees_delivery, agrees_quotes, no_names (True, False, or None for unanswered)."""
    hold(report)
    require(may_write(by, report.event, report))
    before = report.facts_fingerprint
    if facts is not None:
        report.facts = {name: clean(facts[name]) for name in FACTS if facts.get(name)}
    if who_came is not None:
        report.who_came = counted(who_came)
    if top is not None:
        report.top = clean_all(top)[:TOP]
    for name, value in more.items():
        if name not in Report.FACTS:
            raise TypeError(f"a report has no field {name}")
        setattr(report, name, clean(value) if isinstance(value, str) else value)
    if report.facts_fingerprint == before:
        return report
    if seen and seen != before:
        raise Refused(FACTS_CHANGED)
    saved(report, *Report.FACTS, now=now)
    record(by, "wrote the facts", report, now=now)
    return report


def counted(who_came: Mapping[str, Any]) -> dict[str, int]:
    """Numbers of people by band; no band holds more than came in all. Raises Refused."""
    counted = {name: number for name in COUNTS if (number := who_came.get(name)) is not None}
    if any(not 0 <= number <= MOST_PEOPLE for number in counted.values()):
        raise Refused(TOO_MANY)
    total = counted.get("total")
    if total is None:
        return counted
    for start in ("age.", "gender.", "years."):
        if sum(number for name, number in counted.items() if name.startswith(start)) > total:
            raise Refused(MORE_THAN_CAME)
    if counted.get("first_time", 0) > total:
        raise Refused(MORE_THAN_CAME)
    return counted
