"""Who may open, change, answer and close surveys, and read their results."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, Denied, rule
from kuultu.loop.rounds.models import Ending, Round
from kuultu.loop.surveys.models import Response, Survey
from kuultu.loop.surveys.refusals import CLOSED, NOT_OPEN_YET

ROUND_CLOSED = Denied(_("This round is closed. Its surveys stay as they are."))


@rule("see the surveys of a round", Role.COORDINATOR, Role.ANALYST)
def may_see(actor: Actor, round: Round) -> Answer:
    """Always; results only after a survey has closed."""
    return ALLOWED


@rule("open a survey", Role.COORDINATOR, Role.JOB)
def may_open(actor: Actor, round: Round) -> Answer:
    """While the round is open; residents may also be asked after the decisions."""
    return ALLOWED if round.ending == Ending.OPEN else ROUND_CLOSED


@rule("change a survey's dates and languages", Role.COORDINATOR, Role.JOB)
def may_change(actor: Actor, survey: Survey, now: datetime) -> Answer:
    """Until it is over: opened again, its growing results would tell what the last ones said."""
    if survey.closed_at is None and survey.is_over(now):
        return Denied(_("The survey is over and its results can be read, so it is not opened again."))
    return may_close(actor, survey)


@rule("close a survey and keep its results", Role.COORDINATOR, Role.JOB)
def may_close(actor: Actor, survey: Survey) -> Answer:
    """Once."""
    if survey.closed_at is not None:
        return Denied(_("The survey is closed, and its results have been kept as they are."))
    return ALLOWED


@rule("choose which questions a survey asks", Role.COORDINATOR, Role.JOB)
def may_choose_items(actor: Actor, survey: Survey, now: datetime) -> Answer:
    """Until the first answer has come: later answers must be to the same questions."""
    if survey.is_over(now):
        return Denied(_("The survey is closed."))
    if Response.objects.filter(survey=survey).exists():
        return Denied(_("Somebody has answered already. Everybody is asked the same questions."))
    return ALLOWED


@rule("answer a survey", Role.PUBLIC, Role.JOB)
def may_answer(actor: Actor, survey: Survey, now: datetime) -> Answer:
    """With its code, while it is open."""
    if survey.is_over(now):
        return Denied(CLOSED)
    return ALLOWED if survey.is_open(now) else Denied(NOT_OPEN_YET)


@rule("read a survey's results", Role.COORDINATOR, Role.ANALYST)
def may_read_results(actor: Actor, survey: Survey, now: datetime) -> Answer:
    """After it has closed: until then there are none."""
    if survey.is_over(now):
        return ALLOWED
    return Denied(_("Results are there when the survey has closed: growing numbers would tell what the last one said."))
