"""A report's way: finished by the scribe, checked and delivered by the organisation, read and locked."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.reports.actions.writing import clean, hold
from kuultu.loop.reports.models import Addendum, Report, ReportState
from kuultu.loop.reports.queries import missing_for_delivery, missing_for_finish, missing_for_lock
from kuultu.loop.reports.rules import may_add, may_check, may_deliver, may_finish, may_lock, may_return


@transaction.atomic
def finish_report(report: Report, *, by: Actor, now: datetime) -> Report:
    """The scribe is done: read back, agreed, no certain find of personal data left. The organisation checks next."""
    hold(report)
    if report.state == ReportState.FINISHED:  # pressed twice
        return report
    require(may_finish(by, report, [each.what for each in missing_for_finish(report)], now))
    return _step(report, ReportState.FINISHED, "finished the report", by=by, now=now, finished_at=now)


@transaction.atomic
def check_report(report: Report, *, by: Actor, now: datetime, removed: bool = False) -> Report:
    """The organisation's second pair of eyes has read it. `removed`: they took identifying details out."""
    hold(report)
    require(may_check(by, report, [each.what for each in missing_for_delivery(report)]))
    return _step(report, ReportState.CHECKED, "checked the report", by=by, now=now, checked_at=now,
                 checked_by=by.person, removed=removed or report.removed)  # fmt: skip


@transaction.atomic
def return_report(report: Report, *, by: Actor, now: datetime, reason: str) -> Report:
    """Back to the scribe and the organisation, with the reason."""
    hold(report)
    require(may_return(by, report))
    if not (reason := clean(reason)):
        raise Refused(Denied(_("Say what should be changed, so that the scribe knows what to do.")))
    return _step(report, ReportState.RETURNED, "returned the report", by=by, now=now, returned_because=reason,
                 finished_at=None, checked_at=None, checked_by=None, delivered_at=None)  # fmt: skip


@transaction.atomic
def deliver_report(report: Report, *, by: Actor, now: datetime) -> Report:
    """The municipality may read it. From here on it is a public document."""
    hold(report)
    require(may_deliver(by, report, [each.what for each in missing_for_delivery(report)]))
    return _step(report, ReportState.DELIVERED, "delivered the report", by=by, now=now, delivered_at=now)


@transaction.atomic
def read_and_lock(report: Report, *, by: Actor, now: datetime) -> Report:
    """The coordinator has read it. It changes no more; what is missing is written as an addition."""
    hold(report)
    require(may_lock(by, report, [each.what for each in missing_for_lock(report)]))
    return _step(report, ReportState.LOCKED, "read and locked the report", by=by, now=now, locked_at=now)


@transaction.atomic
def add_addendum(report: Report, *, by: Actor, now: datetime, text: str) -> Addendum:
    """What is added to a locked report, under the name of who adds it."""
    hold(report)
    require(may_add(by, report))
    if not (text := clean(text)):
        raise Refused(Denied(_("Write the addition first.")))
    author = by.person.name if by.person else by.role_name
    addendum = Addendum.objects.create(report=report, text=text, author=author, at=now)
    record(by, "added to the report", report, now=now)
    return addendum


def _step(report: Report, state: ReportState, verb: str, *, by: Actor, now: datetime, **values: object) -> Report:
    report.state = state
    for name, value in values.items():
        setattr(report, name, value)
    report.save(update_fields=["state", *values])
    record(by, verb, report, now=now, state=state.value)
    return report
