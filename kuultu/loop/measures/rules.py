"""Who may choose, accept and publish measures, and when."""

from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, Denied, hidden, rule
from kuultu.loop.measures.models import Measure, Programme
from kuultu.loop.rounds.models import Ending, Round

MOST_MEASURES = 4

CLOSED = Denied(_("This round is closed. Its measures are followed, but no longer changed."))


@rule("see the action programme", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see(actor: Actor, round: Round) -> Answer:
    """An organisation: once the programme has been published."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return ALLOWED
    return ALLOWED if Programme.objects.filter(round=round).exclude(published_at=None).exists() else hidden()


@rule("choose measures and write the programme", Role.COORDINATOR, Role.JOB)
def may_choose(actor: Actor, programme: Programme) -> Answer:
    """While the round is open and the programme has not been published."""
    if programme.round.ending != Ending.OPEN:
        return CLOSED
    if programme.published_at:
        return Denied(_("The programme is published. What was promised stays; record in the follow-up what happens."))
    return ALLOWED


@rule("add one more measure", Role.COORDINATOR, Role.JOB)
def may_add(actor: Actor, programme: Programme, more_because: str = "") -> Answer:
    """Up to four; more only with a stated reason."""
    if not (answer := may_choose(actor, programme)):
        return answer
    many = programme.pk is not None and programme.measures.count() >= MOST_MEASURES
    if many and not (more_because or programme.more_because):
        return Denied(_("There are four measures already, and few are kept better than many. Say why one more."))
    return ALLOWED


@rule("write what residents read of a measure", Role.COORDINATOR, Role.ANALYST, Role.JOB)
def may_tell(actor: Actor, measure: Measure) -> Answer:
    """Also after the programme has been published: translations come later."""
    return ALLOWED


@rule("see a measure by its link", Role.OWNER)
def may_see_own(actor: Actor, measure: Measure) -> Answer:
    """The owner, by the link in the letter."""
    return ALLOWED if actor.subject == measure.pk else hidden()


@rule("accept a measure", Role.OWNER, Role.COORDINATOR, Role.JOB)
def may_accept(actor: Actor, measure: Measure) -> Answer:
    """The owner by link; or the coordinator, who records a yes that was said aloud at the event. Until publication."""
    if actor.has(Role.OWNER) and actor.subject != measure.pk:
        return hidden()
    if measure.programme.published_at:
        return Denied(_("The programme has been published already."))
    return ALLOWED


@rule("publish the programme", Role.COORDINATOR, Role.JOB)
def may_publish(actor: Actor, programme: Programme) -> Answer:
    """One to four measures (more with a reason), each with an owner who said yes and at least one card behind it."""
    if not (answer := may_choose(actor, programme)):
        return answer
    measures = list(programme.measures.prefetch_related("cards").select_related("acceptance")) if programme.pk else []
    if not measures:
        return Denied(_("No measure has been chosen yet."))
    if len(measures) > MOST_MEASURES and not programme.more_because:
        return Denied(_("There are more than four measures. Say why, or leave some out."))
    for measure in measures:
        if not measure.cards.all():
            return Denied(_("A measure has no card behind it: residents must see what it answers."))
        acceptance = getattr(measure, "acceptance", None)
        if acceptance is None or not acceptance.accepted:
            return Denied(_("An owner has not accepted yet. Ask again, or record the yes that was said at the event."))
    return ALLOWED
