"""What the planning stage writes, and what it refuses."""

from datetime import date, datetime, timedelta

import pytest

from kuultu.ground.audit.log import history
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.links import open_link_to
from kuultu.ground.people.models import Purpose
from kuultu.ground.people.rules import Refused
from kuultu.loop.rounds.actions.events import (
    cancel_event,
    hold_event,
    name_person,
    release_person,
    renew_link,
    schedule_event,
)
from kuultu.loop.rounds.actions.orders import admit_organisation, answer_order, send_order, write_order
from kuultu.loop.rounds.actions.planning import add_group, begin_round, close_round, drop_group
from kuultu.loop.rounds.models import AssignedRole, Ending, EventState, OrderState
from tests.factories import a_group, a_round, an_event, an_order

pytestmark = pytest.mark.usefixtures("in_mallila")
DATES = {"starts_on": date(2026, 1, 12), "talks_until": date(2026, 4, 10)}


def test_a_round_gets_a_code_of_its_own(as_aino: Actor, now: datetime) -> None:
    first = begin_round(by=as_aino, now=now, name="Kevät", languages=["fi"], neighbours=["Kivisuo"], **DATES)
    second = begin_round(by=as_aino, now=now, name="Syksy", languages=["fi"], **DATES)
    assert (first.code, second.code) == ("MAL26", "MAL26B")
    assert [n.name_fi for n in first.neighbours.all()] == ["Kivisuo"]
    assert [entry.verb for entry in history(first)] == ["began the round"]


def test_an_organisation_cannot_begin_a_round(as_leena: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="coordinator"):
        begin_round(by=as_leena, now=now, name="Kevät", languages=["fi"], **DATES)


def test_a_group_is_named_once_and_stays_while_it_has_an_event(as_aino: Actor, now: datetime) -> None:
    round = a_round()
    group = add_group(round, by=as_aino, now=now, name="Darinkieliset", languages=["fa-AF"])
    with pytest.raises(Refused, match="already"):
        add_group(round, by=as_aino, now=now, name="darinkieliset ", languages=["fa-AF"])
    an_event(round, group=group)
    with pytest.raises(Refused, match="has an event"):
        drop_group(group, by=as_aino, now=now)


def test_an_order_goes_out_and_is_answered(as_aino: Actor, as_leena: Actor, silta: Organisation, now: datetime) -> None:
    round = a_round()
    order = write_order(round, by=as_aino, now=now, organisation=silta, groups=[a_group(round)], events_wanted=2,
                        due_on=date(2026, 4, 1))  # fmt: skip
    with pytest.raises(Refused):
        answer_order(order, by=as_leena, now=now, accepted=True)
    send_order(order, by=as_aino, now=now)
    answer_order(order, by=as_leena, now=now, accepted=True, answer="Sopii.")
    assert order.state == OrderState.ACCEPTED
    assert [entry.verb for entry in history(order)] == ["answered an order", "sent an order", "wrote an order"]


def test_an_organisation_schedules_after_it_has_accepted(as_leena: Actor, silta: Organisation, now: datetime) -> None:
    round = a_round()
    group = a_group(round)
    order = an_order(round, silta, state=OrderState.SENT)
    begins = now + timedelta(days=3)
    values = {"group": group, "language": "fa-AF", "starts_at": begins, "ends_at": begins + timedelta(hours=2)}
    with pytest.raises(Refused, match="Accept"):
        schedule_event(round, by=as_leena, now=now, organisation=silta, **values)
    order.state = OrderState.ACCEPTED
    order.save()
    event = schedule_event(round, by=as_leena, now=now, organisation=silta, **values)
    assert (event.code, event.full_code, event.order) == ("D", "MAL26-D", order)


def test_a_named_scribe_gets_a_link_and_a_released_one_loses_it(
    as_leena: Actor, silta: Organisation, now: datetime
) -> None:
    event = an_event(a_round(), silta, state=EventState.PLANNED, starts_at=now + timedelta(days=2))
    samir = name_person(event, by=as_leena, now=now, role=AssignedRole.SCRIBE, first_name="Samir")
    link = open_link_to(Purpose.SCRIBE, event.pk, now=now)
    assert link is not None and link.expires_at > event.ends_at
    release_person(samir, by=as_leena, now=now)
    assert open_link_to(Purpose.SCRIBE, event.pk, now=now) is None


def test_a_renewed_link_closes_the_old_one(as_aino: Actor, now: datetime) -> None:
    event = an_event(a_round(), state=EventState.PLANNED)
    old = renew_link(event, by=as_aino, now=now, role=AssignedRole.SCRIBE)
    new = renew_link(event, by=as_aino, now=now, role=AssignedRole.SCRIBE)
    old.refresh_from_db()
    assert old.revoked_at == now and open_link_to(Purpose.SCRIBE, event.pk, now=now) == new


def test_an_event_is_held_after_it_has_begun(as_aino: Actor, now: datetime) -> None:
    event = an_event(a_round(), state=EventState.PLANNED, starts_at=now + timedelta(hours=1))
    with pytest.raises(Refused, match="not begun"):
        hold_event(event, by=as_aino, now=now)
    hold_event(event, by=as_aino, now=now + timedelta(hours=1))
    with pytest.raises(Refused, match="has been held"):
        cancel_event(event, by=as_aino, now=now + timedelta(hours=2))


def test_a_closed_round_changes_no_more(as_aino: Actor, now: datetime) -> None:
    round = a_round()
    close_round(round, by=as_aino, now=now, ending=Ending.COLLECTED)
    with pytest.raises(Refused, match="closed"):
        add_group(round, by=as_aino, now=now, name="Myöhässä", languages=["fi"])


def test_an_organisation_is_admitted_once(as_aino: Actor, now: datetime, in_mallila: Municipality) -> None:
    admit_organisation(by=as_aino, now=now, name="Yhteinen pöytä ry")
    with pytest.raises(Refused, match="already"):
        admit_organisation(by=as_aino, now=now, name="yhteinen pöytä ry")
