"""Writes that make a measure a promise: ask the owner, the owner's word, publish."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.links import address_of, make_link, revoke_links
from kuultu.ground.people.models import Link, Purpose
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.measures.models import Acceptance, Measure, Programme
from kuultu.loop.measures.rules import may_accept, may_choose, may_publish

LINK_LASTS = timedelta(days=400)  # a measure lives for a year or two; each reminder brings a new link


@transaction.atomic
def ask_owner(measure: Measure, *, by: Actor, now: datetime) -> Link:
    """Send the owner a link with which to say yes or no. The old links are closed."""
    require(may_choose(by, measure.programme))
    if not measure.owner_email:
        raise Refused(Denied(_("The owner has no e-mail address here. Add it, or record the yes that was said aloud.")))
    revoke_links(Purpose.OWNER, measure.pk, now=now)
    link = make_link(Purpose.OWNER, measure.pk, now=now, lasts=LINK_LASTS)
    Acceptance.objects.update_or_create(
        measure=measure, defaults={"asked_at": now, "answered_at": None, "accepted": None, "note": ""}
    )
    record(by, "asked the owner", measure, now=now, code=measure.code)
    letter = render_to_string("measures/ask_owner.txt", {"measure": measure, "address": address_of(link)})
    subject = gettext("Will you take on a measure?")
    transaction.on_commit(lambda: send_mail(subject, letter, settings.DEFAULT_FROM_EMAIL, [measure.owner_email]))
    return link


@transaction.atomic
def answer_for_measure(measure: Measure, *, by: Actor, now: datetime, accepted: bool, note: str = "") -> Acceptance:
    """The owner's word: by link, or recorded by the coordinator as said at the event."""
    require(may_accept(by, measure))
    known = Acceptance.objects.filter(measure=measure).first()
    acceptance, _made = Acceptance.objects.update_or_create(
        measure=measure,
        defaults={"asked_at": known.asked_at if known else now, "answered_at": now, "accepted": accepted, "note": note},
    )
    record(by, "accepted a measure" if accepted else "declined a measure", measure, now=now, code=measure.code)
    return acceptance


@transaction.atomic
def publish_programme(programme: Programme, *, by: Actor, now: datetime) -> Programme:
    """From now on residents see what was promised, by whom and by when. It stays as published."""
    require(may_publish(by, programme))
    programme.published_at = now
    programme.save(update_fields=["published_at"])
    record(by, "published the programme", programme, now=now, measures=programme.measures.count())
    return programme
