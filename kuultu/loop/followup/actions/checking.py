"""Writes on checkups: plan, remind, record, tell; findings of an evaluation."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.languages.texts import TextState
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.links import address_of, make_link
from kuultu.ground.people.models import Purpose
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.followup.models import Checkup, CheckupText, Finding, Reminder
from kuultu.loop.followup.rules import may_answer, may_check, may_follow
from kuultu.loop.measures.models import Measure

LINK_LASTS = timedelta(days=90)


@transaction.atomic
def plan_checkup(measure: Measure, *, by: Actor, now: datetime, due_on: date) -> Checkup:
    """A day on which it is asked how the measure stands."""
    require(may_follow(by, measure))
    if Checkup.objects.filter(measure=measure, due_on=due_on, done_at=None).exists():
        raise Refused(Denied(_("There is a checkup on that day already.")))
    checkup = Checkup.objects.create(measure=measure, due_on=due_on)
    record(by, "planned a checkup", checkup, now=now, code=measure.code)
    return checkup


@transaction.atomic
def remind_owner(checkup: Checkup, *, by: Actor, now: datetime) -> Reminder:
    """A letter to the owner with a link to tell how the measure stands."""
    measure = checkup.measure
    require(may_follow(by, measure))
    if not measure.owner_email:
        raise Refused(Denied(_("The owner has no e-mail address here. Call them and record the checkup yourself.")))
    link = make_link(Purpose.OWNER, measure.pk, now=now, lasts=LINK_LASTS)
    reminder = Reminder.objects.create(checkup=checkup, sent_at=now)
    record(by, "reminded the owner", checkup, now=now, code=measure.code)
    context = {"measure": measure, "checkup": checkup, "address": f"{address_of(link)}/now/"}
    letter, subject = render_to_string("followup/remind_owner.txt", context), gettext("How does the measure stand?")
    transaction.on_commit(lambda: send_mail(subject, letter, settings.DEFAULT_FROM_EMAIL, [measure.owner_email]))
    return reminder


@transaction.atomic
def record_checkup(
    checkup: Checkup,
    *,
    by: Actor,
    now: datetime,
    state: str,
    step: str,
    says: str,
    new_due_on: date | None = None,
) -> Checkup:
    """How the measure stands, for residents to read. It stays as recorded."""
    require(may_check(by, checkup))
    checkup.state, checkup.step, checkup.says, checkup.new_due_on = state, step, says, new_due_on
    checkup.done_at = now
    checkup.save()
    CheckupText.objects.create(checkup=checkup, language="fi", done=says, state=TextState.DRAFT)
    record(by, "recorded a checkup", checkup, now=now, code=checkup.measure.code, state=state)
    return checkup


@transaction.atomic
def tell_checkup(
    checkup: Checkup,
    *,
    by: Actor,
    now: datetime,
    language: str,
    done: str,
    author: str = "",
    reader: str = "",
    machine: bool = False,
) -> CheckupText:
    """What was done, in a language."""
    require(may_answer(by, checkup.measure.programme.round))
    if not checkup.done_at:
        raise Refused(Denied(_("Record the checkup first, then tell of it.")))
    state = TextState.MACHINE if machine else TextState.CHECKED if reader else TextState.DRAFT
    text, _made = CheckupText.objects.update_or_create(
        checkup=checkup,
        language=language,
        defaults={"done": done, "state": state, "author": author, "reader": reader, "read_at": now if reader else None},
    )
    record(by, "told a checkup", checkup, now=now, language=language, state=state.value)
    return text


@transaction.atomic
def add_finding(
    measure: Measure,
    *,
    by: Actor,
    now: datetime,
    question: str,
    finding: str,
    effect: str,
    onward: str,
    method: str = "",
) -> Finding:
    """What an evaluation found, and what follows from it."""
    require(may_follow(by, measure))
    made = Finding.objects.create(
        measure=measure, question=question, method=method, finding=finding, effect=effect, onward=onward, at=now
    )
    record(by, "added a finding", made, now=now, code=measure.code, effect=effect)
    return made
