"""Who may see, change and check what is asked and handed out, and when."""

from datetime import datetime

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import ALLOWED, Answer, Denied, hidden, rule
from kuultu.loop.materials.models import QuestionSet, source_language
from kuultu.loop.rounds.models import Ending, Event, EventState, Order, OrderState, Round

CLOSED = Denied(_("This round is closed. What was asked in it stays as it was asked."))


@rule("see a round's materials", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION, Role.TRANSLATOR)
def may_see(actor: Actor, round: Round) -> Answer:
    """An organisation: when it has an order or an event in the round."""
    if actor.has(Role.COORDINATOR, Role.ANALYST, Role.TRANSLATOR):
        return ALLOWED
    own = {"round": round, "organisation_id__in": actor.organisation_ids}
    ordered = Order.objects.filter(**own).exclude(state=OrderState.DRAFT)
    return ALLOWED if ordered.exists() or Event.objects.filter(**own).exists() else hidden()


@rule("prepare a round's questions, bring in a language", Role.COORDINATOR, Role.JOB)
def may_prepare(actor: Actor, round: Round) -> Answer:
    """While the round is open."""
    return ALLOWED if round.ending == Ending.OPEN else CLOSED


@rule("add, remove and reorder questions", Role.COORDINATOR, Role.JOB)
def may_change_questions(actor: Actor, question_set: QuestionSet, now: datetime) -> Answer:
    """Until the first discussion begins or the questions are frozen by hand; while the round is open."""
    if question_set.round.ending != Ending.OPEN:
        return CLOSED
    if first := question_set.first_event(now):
        return Denied(format_lazy(
            _("The first discussion, {code}, has begun. All discussions of a round are asked the same questions, so "
              "only their wording can be mended now. Write a new question for the next round."),
            code=first.full_code,
        ))  # fmt: skip
    if question_set.frozen_at:
        return Denied(_("The questions are frozen. Thaw them to add or remove one, or mend the wording only."))
    return ALLOWED


@rule("freeze or thaw the questions by hand", Role.COORDINATOR, Role.JOB)
def may_freeze(actor: Actor, question_set: QuestionSet, now: datetime) -> Answer:
    """Until the first discussion begins; while the round is open."""
    if question_set.round.ending != Ending.OPEN:
        return CLOSED
    if question_set.first_event(now):
        return Denied(_("The first discussion has begun, so the questions stay frozen."))
    return ALLOWED


@rule(
    "write and check texts in a language",
    Role.COORDINATOR, Role.ORGANISATION, Role.TRANSLATOR, Role.JOB,
)  # fmt: skip
def may_word(actor: Actor, round: Round, language: str) -> Answer:
    """While the round is open. Translators: not the source language. Organisations: the languages of their events."""
    if round.ending != Ending.OPEN:
        return CLOSED
    if actor.has(Role.COORDINATOR, Role.JOB):
        return ALLOWED
    if language == source_language(round):
        return Denied(_("The municipality's coordinator writes the texts that all others follow."))
    if actor.has(Role.TRANSLATOR):
        return ALLOWED
    own = Event.objects.filter(round=round, language=language, organisation_id__in=actor.organisation_ids)
    if own.exclude(state=EventState.CANCELLED).exists():
        return ALLOWED
    return Denied(_("Your organisation has no discussion in this language."))


@rule("see when and where the discussions are", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION)
def may_see_events(actor: Actor, round: Round) -> Answer:
    """An organisation: its own. A translator sees the texts, not the people and the places that they are for."""
    return may_see(actor, round)


@rule("open and download an event's pack", Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION, Role.FACILITATOR)
def may_open_pack(actor: Actor, event: Event) -> Answer:
    """An organisation: its own events. A facilitator: the event that the link is bound to."""
    if actor.has(Role.COORDINATOR, Role.ANALYST) or actor.speaks_for(event.organisation_id):
        return ALLOWED
    return ALLOWED if actor.has(Role.FACILITATOR) and actor.subject == event.pk else hidden()


@rule("print the scribe's link on the report form", Role.COORDINATOR, Role.ORGANISATION)
def may_carry_link(actor: Actor, event: Event) -> Answer:
    """Who arranges the event: its organisation, or the municipality where there is none. Whoever holds the paper can
    read the report before it has been delivered, so nobody else prints it."""
    own = event.organisation_id is None and actor.has(Role.COORDINATOR)
    return ALLOWED if own or actor.speaks_for(event.organisation_id) else hidden()
