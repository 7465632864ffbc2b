"""Who may record what became of measures, close a round and open the next."""

from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, Denied, hidden, rule
from kuultu.loop.followup.models import Checkup
from kuultu.loop.measures.models import Measure, Programme
from kuultu.loop.reports.models import Report, ReportState
from kuultu.loop.rounds.models import Ending, Round

NOT_PUBLISHED = Denied(_("The programme has not been published yet: there is no promise to follow."))
DELIVERED = (ReportState.DELIVERED, ReportState.LOCKED)


@rule("see what became of the measures", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see(actor: Actor, round: Round) -> Answer:
    """An organisation: once the programme has been published."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return ALLOWED
    return ALLOWED if Programme.objects.filter(round=round).exclude(published_at=None).exists() else hidden()


@rule("plan checkups, remind owners, record findings", Role.COORDINATOR, Role.JOB)
def may_follow(actor: Actor, measure: Measure) -> Answer:
    """Once the programme has been published."""
    return ALLOWED if measure.programme.published_at else NOT_PUBLISHED


@rule("tell how a measure stands", Role.OWNER, Role.COORDINATOR, Role.JOB)
def may_check(actor: Actor, checkup: Checkup) -> Answer:
    """The owner by link, or the coordinator; a checkup that has been recorded stays."""
    if actor.has(Role.OWNER) and actor.subject != checkup.measure_id:
        return hidden()
    if not checkup.measure.programme.published_at:
        return NOT_PUBLISHED
    if checkup.done_at:
        return Denied(_("This checkup has been recorded. What has changed since belongs to the next one."))
    return ALLOWED


@rule("see an own measure's follow-up by its link", Role.OWNER)
def may_see_own(actor: Actor, measure: Measure) -> Answer:
    """The owner, by the link in the reminder."""
    return ALLOWED if actor.subject == measure.pk else hidden()


@rule("tell residents what was not done, and whom to hear next", Role.COORDINATOR, Role.JOB)
def may_answer(actor: Actor, round: Round) -> Answer:
    """Always, also after the round has been closed."""
    return ALLOWED


@rule("close a round", Role.COORDINATOR, Role.JOB)
def may_close(actor: Actor, round: Round, ending: str) -> Answer:
    """As collected: when a report has been delivered. As decided: when the programme has been published."""
    if round.ending != Ending.OPEN:
        return Denied(_("The round is closed already."))
    if ending == Ending.DECIDED and not Programme.objects.filter(round=round).exclude(published_at=None).exists():
        return Denied(_("No measure has been published. The round can be closed as collected, and says so in public."))
    if not Report.objects.filter(event__round=round, state__in=DELIVERED).exists():
        return Denied(_("No report has been delivered yet: nobody has been heard."))
    return ALLOWED


@rule("open the next round", Role.COORDINATOR, Role.JOB)
def may_open_next(actor: Actor, round: Round) -> Answer:
    """Once for each round, when it is closed or its programme has been published."""
    if Round.objects.filter(previous=round).exists():
        return Denied(_("The next round has been opened already."))
    published = Programme.objects.filter(round=round).exclude(published_at=None).exists()
    if round.ending == Ending.OPEN and not published:
        return Denied(_("Publish the programme or close this round first: residents wait for their answer."))
    return ALLOWED
