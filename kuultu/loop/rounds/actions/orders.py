"""Writes between the municipality and the organisations: admit, order, send, answer."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.links import revoke_links
from kuultu.ground.people.models import Purpose
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.rounds.models import Event, Group, Order, OrderState, Round
from kuultu.loop.rounds.rules import may_answer, may_begin, may_plan


@transaction.atomic
def admit_organisation(*, by: Actor, now: datetime, name: str, **more: Any) -> Organisation:
    """Let an organisation in. `more`: contact_email, contact_phone, agreement_on."""
    require(may_begin(by))
    if Organisation.objects.filter(name__iexact=name.strip()).exists():
        raise Refused(Denied(_("This organisation has been admitted already.")))
    organisation = Organisation.objects.create(name=name.strip(), **more)
    record(by, "admitted an organisation", organisation, now=now)
    return organisation


@transaction.atomic
def freeze_organisation(organisation: Organisation, *, by: Actor, now: datetime) -> Organisation:
    """Stop everything the organisation may do, at once: its people's doors close too, and are opened by new links."""
    require(may_begin(by))
    organisation.frozen_at = now
    organisation.save(update_fields=["frozen_at"])
    for number in Event.objects.filter(organisation=organisation).values_list("pk", flat=True):
        for purpose in (Purpose.SCRIBE, Purpose.FACILITATOR):
            revoke_links(purpose, number, now=now)
    record(by, "froze an organisation", organisation, now=now)
    return organisation


@transaction.atomic
def thaw_organisation(organisation: Organisation, *, by: Actor, now: datetime) -> Organisation:
    """Let the organisation go on."""
    require(may_begin(by))
    organisation.frozen_at = None
    organisation.save(update_fields=["frozen_at"])
    record(by, "thawed an organisation", organisation, now=now)
    return organisation


@transaction.atomic
def write_order(
    round: Round,
    *,
    by: Actor,
    now: datetime,
    organisation: Organisation,
    groups: Iterable[Group],
    events_wanted: int,
    due_on: date,
    terms: str = "",
) -> Order:
    """An order as a draft; one to an organisation in a round."""
    require(may_plan(by, round))
    if Order.objects.filter(round=round, organisation=organisation).exists():
        raise Refused(Denied(_("This organisation has an order in the round already. Change that one.")))
    order = Order.objects.create(
        round=round, organisation=organisation, events_wanted=events_wanted, due_on=due_on, terms=terms
    )
    order.groups.set(groups)
    record(by, "wrote an order", order, now=now)
    return order


@transaction.atomic
def change_order(order: Order, *, by: Actor, now: datetime, groups: Iterable[Group], **values: Any) -> Order:
    """Change an order before it is answered; a sent one goes out anew."""
    require(may_plan(by, order.round))
    if order.state in {OrderState.ACCEPTED, OrderState.DECLINED}:
        raise Refused(Denied(_("The order has been answered. Agree on the change and write it under terms.")))
    for name, value in values.items():
        setattr(order, name, value)
    order.save()
    order.groups.set(groups)
    record(by, "changed an order", order, now=now)
    return order


@transaction.atomic
def send_order(order: Order, *, by: Actor, now: datetime) -> Order:
    """Send it to the organisation, which finds it on its desk."""
    require(may_plan(by, order.round))
    if order.state != OrderState.DRAFT:
        raise Refused(Denied(_("The order has been sent already.")))
    order.state, order.sent_at = OrderState.SENT, now
    order.save(update_fields=["state", "sent_at"])
    record(by, "sent an order", order, now=now)
    return order


@transaction.atomic
def answer_order(order: Order, *, by: Actor, now: datetime, accepted: bool, answer: str = "") -> Order:
    """The organisation's yes or no, with its words."""
    require(may_answer(by, order))
    order.state = OrderState.ACCEPTED if accepted else OrderState.DECLINED
    order.answered_at, order.answer = now, answer
    order.save(update_fields=["state", "answered_at", "answer"])
    record(by, "answered an order", order, now=now, state=order.state)
    return order
