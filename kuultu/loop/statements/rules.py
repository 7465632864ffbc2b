"""Who may lift, translate, check, gather under themes and withdraw, and when."""

from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.texts import TextState
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, Denied, hidden, rule
from kuultu.loop.reports.models import Report
from kuultu.loop.rounds.models import Ending, Event, Round
from kuultu.loop.statements.models import DELIVERED, Statement, StatementText

CLOSED = Denied(_("This round is closed. Its statements stay as they are; open the next round instead."))
NOT_DELIVERED = Denied(_("The organisation has not delivered this report yet. Its words cannot be used before that."))
WITHDRAWN = Denied(_("This statement has been withdrawn. Nothing more is done with it."))


@rule("see a round's statements", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see(actor: Actor, round: Round) -> Answer:
    """An organisation: when it has arranged an event of the round."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return ALLOWED
    own = Event.objects.filter(round=round, organisation_id__in=actor.organisation_ids)
    return ALLOWED if own.exists() else hidden()


@rule("see the statements of an event", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see_event(actor: Actor, event: Event) -> Answer:
    """An organisation: its own event."""
    if actor.has(Role.COORDINATOR, Role.ANALYST) or actor.speaks_for(event.organisation_id):
        return ALLOWED
    return hidden()


@rule("see which reports wait to be lifted", Role.COORDINATOR, Role.ANALYST)
def may_see_waiting(actor: Actor, round: Round) -> Answer:
    """Always."""
    return ALLOWED


@rule("lift statements out of a report", Role.COORDINATOR, Role.ANALYST, Role.JOB)
def may_lift(actor: Actor, report: Report) -> Answer:
    """When the report has been delivered and the round is open."""
    if report.event.round.ending != Ending.OPEN:
        return CLOSED
    return ALLOWED if report.state in DELIVERED else NOT_DELIVERED


@rule("translate a statement", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION, Role.JOB)
def may_translate(actor: Actor, statement: Statement) -> Answer:
    """An organisation: those of its own events. While the round is open and the statement has not been withdrawn."""
    return _may_work_on(actor, statement)


@rule("check a translation of a statement", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION, Role.JOB)
def may_check(actor: Actor, text: StatementText) -> Answer:
    """An organisation: those of its own events. Once per version of the text."""
    if not (answer := _may_work_on(actor, text.statement)):
        return answer
    if text.is_checked and text.follows >= text.statement.version:
        return Denied(_("This translation has been checked already. Write it anew if it is wrong."))
    return ALLOWED


@rule("approve a translation of a statement", Role.COORDINATOR, Role.JOB)
def may_approve(actor: Actor, text: StatementText) -> Answer:
    """After a reader has checked it."""
    if not (answer := _may_work_on(actor, text.statement)):
        return answer
    if text.state == TextState.APPROVED:
        return Denied(_("This translation has been approved already."))
    if not text.is_checked or text.follows < text.statement.version:
        return Denied(_("Somebody who knows the language checks the translation first."))
    return ALLOWED


@rule("mark a statement for special care", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION, Role.JOB)
def may_mark(actor: Actor, statement: Statement) -> Answer:
    """An organisation: those of its own events."""
    return _may_work_on(actor, statement)


@rule("withdraw a statement", Role.COORDINATOR, Role.ORGANISATION, Role.JOB)
def may_withdraw(actor: Actor, statement: Statement) -> Answer:
    """An organisation: those of its own events, for the people who spoke there turn to it. Also in a closed round."""
    if not _reaches(actor, statement):
        return hidden()
    return WITHDRAWN if statement.withdrawn_at else ALLOWED


@rule("edit the codebook: themes", Role.COORDINATOR, Role.ANALYST, Role.JOB)
def may_edit_themes(actor: Actor, round: Round) -> Answer:
    """While the round is open."""
    return ALLOWED if round.ending == Ending.OPEN else CLOSED


@rule("place statements under themes", Role.COORDINATOR, Role.ANALYST, Role.JOB)
def may_code(actor: Actor, round: Round) -> Answer:
    """While the round is open."""
    return ALLOWED if round.ending == Ending.OPEN else CLOSED


@rule("see what is shared and what differs between groups", Role.COORDINATOR, Role.ANALYST)
def may_compare(actor: Actor, round: Round) -> Answer:
    """Always."""
    return ALLOWED


def _reaches(actor: Actor, statement: Statement) -> bool:
    """Is the statement within the actor's sight: the municipality's staff, or the event's own organisation?"""
    staff = actor.has(Role.COORDINATOR, Role.ANALYST, Role.JOB)
    return staff or actor.speaks_for(statement.event.organisation_id)


def _may_work_on(actor: Actor, statement: Statement) -> Answer:
    if not _reaches(actor, statement):
        return hidden()
    if statement.withdrawn_at:
        return WITHDRAWN
    if statement.event.report.state not in DELIVERED:
        return NOT_DELIVERED
    return CLOSED if statement.event.round.ending != Ending.OPEN else ALLOWED
