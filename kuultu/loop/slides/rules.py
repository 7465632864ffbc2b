"""Who may build, change and freeze the presentation, and when."""

from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, Denied, hidden, rule
from kuultu.loop.reports.models import Report, ReportState
from kuultu.loop.rounds.models import Ending, Event, Round
from kuultu.loop.slides.models import ADDED, Presentation, Slide
from kuultu.loop.slides.worries import quote_worries
from kuultu.loop.statements.models import Theme

CLOSED = Denied(_("This round is closed. Its presentation stays as it is."))
FROZEN = Denied(_("The presentation is frozen: it stays as it was shown."))
DELIVERED = (ReportState.DELIVERED, ReportState.LOCKED)


@rule("see the presentation", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see(actor: Actor, round: Round) -> Answer:
    """An organisation: when one of its reports has been delivered. It reads the slides before they are shown."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return ALLOWED
    reported = Report.objects.filter(event__round=round, event__organisation_id__in=actor.organisation_ids)
    return ALLOWED if reported.filter(state__in=DELIVERED).exists() else hidden()


@rule("build the presentation", Role.COORDINATOR, Role.ANALYST, Role.JOB)
def may_build(actor: Actor, round: Round, presentation: Presentation | None) -> Answer:
    """Once a report has been delivered and a theme named; until the presentation is frozen or the round closed."""
    if round.ending != Ending.OPEN:
        return CLOSED
    if presentation and presentation.frozen_at:
        return FROZEN
    if not Event.objects.filter(round=round, report__state__in=DELIVERED).exists():
        return Denied(_("No report has been delivered yet: there is nothing to tell."))
    if not Theme.objects.filter(round=round).exists():
        return Denied(_("There is no theme yet. Gather the statements under themes first."))
    return ALLOWED


@rule("change, move, hide and add slides", Role.COORDINATOR, Role.ANALYST, Role.JOB)
def may_change(actor: Actor, presentation: Presentation) -> Answer:
    """Until the presentation is frozen or the round closed."""
    if presentation.frozen_at:
        return FROZEN
    return ALLOWED if presentation.round.ending == Ending.OPEN else CLOSED


@rule("take away an added slide", Role.COORDINATOR, Role.ANALYST, Role.JOB)
def may_remove(actor: Actor, slide: Slide) -> Answer:
    """One that a person has added; what was built is hidden instead."""
    if slide.kind not in ADDED:
        return Denied(_("This slide was built. Hide it instead."))
    return may_change(actor, slide.presentation)


@rule("freeze the presentation", Role.COORDINATOR, Role.JOB)
def may_freeze(actor: Actor, presentation: Presentation) -> Answer:
    """Once: when something is shown and every quote in it may be shown."""
    if presentation.frozen_at:
        return Denied(_("The presentation is frozen already."))
    slides = presentation.slides.filter(shown=True).select_related("quote__event__report")
    if not slides:
        return Denied(_("Every slide is hidden. Show at least one."))
    if any(quote_worries(slide) for slide in slides):
        return Denied(_("A quote may not be shown any more. Choose another first."))
    return ALLOWED
