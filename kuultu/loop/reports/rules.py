"""Who may write, check, deliver, read and lock a report, and when. Source: METHOD, rules 2, 3, 8 and 10."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, Denied, hidden, rule
from kuultu.loop.reports.models import DELIVERED, OPEN, Report, ReportState
from kuultu.loop.reports.sentences import CANCELLED, LOCKED, NOT_BEGUN, NOT_OPEN, NOT_YET, ROUND_CLOSED
from kuultu.loop.rounds.models import Ending, Event, EventState, Order, OrderState, Round

LIFTED = Denied(
    _("Statements have been lifted out of this report, so it is not returned any more. Mark it as read; then what is "
      "missing can be written as an addition.")
)  # fmt: skip
NOT_DELIVERED = Denied(
    _("This report has not been delivered yet. You can read it when the organisation has checked and delivered it.")
)


def arranges(actor: Actor, event: Event) -> bool:
    """Is the actor the one who arranged the event: its organisation, or the municipality where there is none?"""
    if actor.has(Role.JOB) or actor.speaks_for(event.organisation_id):
        return True
    return event.organisation_id is None and actor.has(Role.COORDINATOR)


def writes(actor: Actor, event: Event) -> bool:
    """Does the actor hold the event's scribe link, or arrange the event?"""
    return (actor.has(Role.SCRIBE) and actor.subject == event.pk) or arranges(actor, event)


def lifted(report: Report) -> bool:
    """Do statements rest on this report's lines? Asked of the lines themselves: the next stage is not ours to know."""
    return report.answers.filter(statement__isnull=False).exists()


def told(actor: Actor, report: Report | None) -> Answer:
    """What somebody hears who does not write this report: the coordinator where it is, others nothing."""
    if not actor.has(Role.COORDINATOR):
        return hidden()
    return NOT_OPEN[report.state] if report is not None and report.state in DELIVERED else NOT_DELIVERED


@rule("see how a round's reports stand", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see_board(actor: Actor, round: Round) -> Answer:
    """An organisation: when it has an order or an event in the round, and then its own events."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return ALLOWED
    ordered = Order.objects.filter(round=round, organisation_id__in=actor.organisation_ids)
    arranged = Event.objects.filter(round=round, organisation_id__in=actor.organisation_ids)
    return ALLOWED if ordered.exclude(state=OrderState.DRAFT).exists() or arranged.exists() else hidden()


@rule("read a report", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION, Role.SCRIBE, Role.JOB)
def may_read(actor: Actor, report: Report) -> Answer:
    """The scribe and the organisation: their own event's. The municipality: once it has been delivered."""
    if writes(actor, report.event):
        return ALLOWED
    if not actor.has(Role.COORDINATOR, Role.ANALYST):
        return hidden()
    return ALLOWED if report.state in DELIVERED else NOT_DELIVERED


@rule("write a report: lines, facts, a Word form", Role.SCRIBE, Role.ORGANISATION, Role.COORDINATOR, Role.JOB)
def may_write(actor: Actor, event: Event, report: Report | None = None) -> Answer:
    """The event's scribe until it is finished, its organisation until it is checked; while the round is open."""
    if not writes(actor, event):
        return told(actor, report)
    if event.round.ending != Ending.OPEN:
        return ROUND_CLOSED
    if event.state == EventState.CANCELLED:
        return CANCELLED
    if report is None or report.state in OPEN:
        return ALLOWED
    if report.state == ReportState.FINISHED and arranges(actor, event):
        return ALLOWED
    return NOT_OPEN[report.state]


@rule("finish a report", Role.SCRIBE, Role.ORGANISATION, Role.COORDINATOR, Role.JOB)
def may_finish(actor: Actor, report: Report, missing: Sequence[str | Promise], now: datetime) -> Answer:
    """Whoever may write it, after the event has begun, when nothing is missing and no certain find is open."""
    may = may_write(actor, report.event, report)
    if not may:
        return may
    if report.state not in OPEN:
        return NOT_OPEN[ReportState.FINISHED]
    if now < report.event.starts_at:
        return NOT_BEGUN
    return still_missing(missing)


@rule("check a report as its second reader", Role.ORGANISATION, Role.COORDINATOR, Role.JOB)
def may_check(actor: Actor, report: Report, missing: Sequence[str | Promise]) -> Answer:
    """The event's organisation, once the scribe has finished and nothing is missing."""
    if not arranges(actor, report.event):
        return told(actor, report)
    if report.event.round.ending != Ending.OPEN:
        return ROUND_CLOSED
    if report.state in OPEN:
        return Denied(_("The scribe has not finished the report yet."))
    if report.state != ReportState.FINISHED:
        return Denied(_("The report has been checked already."))
    return still_missing(missing)


@rule("return a report to its scribe", Role.ORGANISATION, Role.COORDINATOR, Role.JOB)
def may_return(actor: Actor, report: Report) -> Answer:
    """The organisation until the municipality locks it or lifts statements out of it; the coordinator once it has
    been delivered."""
    ours = arranges(actor, report.event)
    if not ours and not actor.has(Role.COORDINATOR):
        return hidden()
    if report.event.round.ending != Ending.OPEN:
        return ROUND_CLOSED
    if report.state == ReportState.LOCKED:
        return LOCKED
    if not ours and report.state != ReportState.DELIVERED:
        return NOT_DELIVERED
    if report.state in OPEN:
        return Denied(_("The report is with its scribe already."))
    return LIFTED if lifted(report) else ALLOWED


@rule("deliver a report to the municipality", Role.ORGANISATION, Role.COORDINATOR, Role.JOB)
def may_deliver(actor: Actor, report: Report, missing: Sequence[str | Promise]) -> Answer:
    """The event's organisation, once it has checked the report and the group has agreed to the delivery."""
    if not arranges(actor, report.event):
        return told(actor, report)
    if report.event.round.ending != Ending.OPEN:
        return ROUND_CLOSED
    if report.state in DELIVERED:
        return Denied(_("The report has been delivered already."))
    if report.state != ReportState.CHECKED:
        return Denied(_("The report must be checked by the organisation before it is delivered."))
    if report.agrees_delivery is False:
        return Denied(
            _("The group did not agree to the delivery, so the report stays with you. If they have agreed since, "
              "return the report and correct the answer.")
        )  # fmt: skip
    return still_missing(missing)


@rule("mark a report as read, which locks it", Role.COORDINATOR, Role.JOB)
def may_lock(actor: Actor, report: Report, missing: Sequence[str | Promise]) -> Answer:
    """A delivered report in which every text has its place and no certain find is open."""
    if report.event.round.ending != Ending.OPEN:
        return ROUND_CLOSED
    if report.state == ReportState.LOCKED:
        return Denied(_("The report has been read and locked already."))
    return still_missing(missing) if report.state == ReportState.DELIVERED else NOT_DELIVERED


@rule("place a loose text, cover personal data", Role.SCRIBE, Role.ORGANISATION, Role.COORDINATOR, Role.JOB)
def may_tidy(actor: Actor, report: Report) -> Answer:
    """Whoever may write the report; after the delivery the coordinator, until it is locked."""
    if report.state == ReportState.DELIVERED and actor.has(Role.COORDINATOR, Role.JOB):
        return ALLOWED if report.event.round.ending == Ending.OPEN else ROUND_CLOSED
    return may_write(actor, report.event, report)


@rule("add to a locked report", Role.ORGANISATION, Role.COORDINATOR, Role.JOB)
def may_add(actor: Actor, report: Report) -> Answer:
    """The organisation or the coordinator, while the round is open."""
    if not arranges(actor, report.event) and not actor.has(Role.COORDINATOR):
        return hidden()
    if report.event.round.ending != Ending.OPEN:
        return ROUND_CLOSED
    if report.state != ReportState.LOCKED:
        return Denied(_("The report is not locked yet. Change the report itself."))
    return ALLOWED


def still_missing(missing: Sequence[str | Promise]) -> Answer:
    """No while anything is missing, naming each thing."""
    if not missing:
        return ALLOWED
    return Denied(format_lazy(NOT_YET, what=format_lazy(" ".join(["{}"] * len(missing)), *missing)))
