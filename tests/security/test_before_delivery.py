"""A report is its organisation's until it is delivered: the municipality's own people are the attackers here."""

import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.links import make_link, token_of
from kuultu.ground.people.models import Link, Purpose, Role
from kuultu.ground.people.request import moment
from kuultu.loop.reports.models import ReportState
from kuultu.loop.rounds.models import AssignedRole, Assignment, Event, EventState, Order
from tests.conftest import member, signed_in
from tests.factories import a_report, a_round, an_answer, an_event, an_order, questions

DOOR = re.compile(rb"/s/([0-9a-f]+-[0-9a-f]{32})")
MARI = "050 000 0303"


@pytest.fixture
def event(mallila: Municipality, silta: Organisation) -> Event:
    """Silta's event tomorrow, with people and links."""
    with scope(mallila):
        round = a_round()
        an_order(round, silta)
        questions(round)
        begins = moment() + timedelta(days=1)
        made = an_event(round, silta, state=EventState.PLANNED, starts_at=begins)
        for role, purpose in ((AssignedRole.SCRIBE, Purpose.SCRIBE), (AssignedRole.FACILITATOR, Purpose.FACILITATOR)):
            Assignment.objects.create(event=made, role=role, first_name="Mari", contact=MARI)
            make_link(purpose, made.pk, now=moment(), lasts=timedelta(days=30))
    return made


@pytest.fixture
def own(event: Event, mallila: Municipality) -> Event:
    """An event that the municipality arranges itself."""
    with scope(mallila):
        made = an_event(event.round, None, code="F", state=EventState.PLANNED, starts_at=event.starts_at,
                        group=event.group)  # fmt: skip
        Assignment.objects.create(event=made, role=AssignedRole.SCRIBE, first_name="Mari", contact=MARI)
        make_link(Purpose.SCRIBE, made.pk, now=moment(), lasts=timedelta(days=30))
    return made


@pytest.fixture
def analyst_browser(mallila: Municipality) -> Client:
    return signed_in(member("analyst@mallila.example", "Kaisa", mallila, Role.ANALYST))


def page(name: str, event: Event, *rest: object) -> str:
    return reverse(name, args=["mallila", event.round.code, event.code, *rest])


def everything_said(browser: Client, event: Event) -> bytes:
    """What a person can read and download of an event, unpacked."""
    said = browser.get(page("rounds:event", event)).content
    said += browser.get(page("materials:pack", event)).content
    return said + _unpacked(browser.get(page("materials:zip", event)).content)


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(_unpacked(archive.read(name)) for name in archive.namelist())


def has_a_code(browser: Client, event: Event) -> bool:
    """Does the Word form carry a code for a camera? The only code on it is the scribe's link."""
    form = browser.get(page("materials:file", event, "form", "docx")).content
    with zipfile.ZipFile(io.BytesIO(form)) as archive:
        return any("media/qr" in name for name in archive.namelist())


def test_the_coordinator_gets_no_link_to_an_organisations_report(event: Event, aino_browser: Client) -> None:
    assert not DOOR.search(everything_said(aino_browser, event))
    assert not has_a_code(aino_browser, event)


def test_the_organisation_hands_its_own_links_over(event: Event, leena_browser: Client) -> None:
    assert DOOR.search(leena_browser.get(page("rounds:event", event)).content)
    assert has_a_code(leena_browser, event)


def test_the_coordinator_hands_over_those_of_the_municipalitys_own_event(own: Event, aino_browser: Client) -> None:
    assert DOOR.search(aino_browser.get(page("rounds:event", own)).content)
    assert has_a_code(aino_browser, own)


def test_how_to_reach_the_people_is_the_organisations(
    event: Event, own: Event, aino_browser: Client, leena_browser: Client, analyst_browser: Client
) -> None:
    assert MARI in leena_browser.get(page("rounds:event", event)).content.decode()
    for browser in (aino_browser, analyst_browser):
        assert MARI.encode() not in everything_said(browser, event)
    assert MARI in aino_browser.get(page("rounds:event", own)).content.decode()
    assert MARI not in analyst_browser.get(page("rounds:event", own)).content.decode()


def test_a_faulty_name_does_not_show_the_links_after_all(event: Event, aino_browser: Client) -> None:
    answer = aino_browser.post(page("rounds:name", event), {"role": "scribe", "first_name": ""})
    assert answer.status_code == 400 and not DOOR.search(answer.content)


def test_a_new_link_is_not_shown_to_who_may_not_hand_it_over(event: Event, aino_browser: Client) -> None:
    answer = aino_browser.post(page("rounds:renew", event, "scribe"), follow=True)
    assert answer.status_code == 200 and not DOOR.search(answer.content)


def test_an_unknown_role_of_a_link_is_no_page(event: Event, aino_browser: Client) -> None:
    assert aino_browser.post(page("rounds:renew", event, "host")).status_code == 404


@pytest.mark.parametrize("state", [ReportState.DRAFT, ReportState.RETURNED, ReportState.FINISHED, ReportState.CHECKED])
def test_the_coordinator_does_not_take_an_event_over_to_read_its_report(
    state: ReportState, event: Event, mallila: Municipality, aino_browser: Client
) -> None:
    with scope(mallila):
        an_answer(a_report(event, state=state), original="Vielä meidän")
        event.assignments.all().delete()
    begins = event.starts_at + timedelta(days=3)
    said = {
        "group": event.group_id, "organisation": "", "language": event.language, "place": "Kirjasto",
        "starts_at": f"{begins:%Y-%m-%dT%H:%M}", "ends_at": f"{begins + timedelta(hours=2):%Y-%m-%dT%H:%M}",
    }  # fmt: skip
    assert aino_browser.post(page("rounds:move", event), said).status_code == 400
    answer = aino_browser.get(page("reports:report", event))
    assert answer.status_code == 403 and "Vielä meidän" not in answer.content.decode()


def test_an_event_without_people_and_report_may_change_hands(
    event: Event, mallila: Municipality, aino_browser: Client
) -> None:
    with scope(mallila):
        event.assignments.all().delete()
    begins = event.starts_at
    said = {
        "group": event.group_id, "organisation": "", "language": event.language, "place": "Kirjasto",
        "starts_at": f"{begins:%Y-%m-%dT%H:%M}", "ends_at": f"{begins + timedelta(hours=2):%Y-%m-%dT%H:%M}",
    }  # fmt: skip
    assert aino_browser.post(page("rounds:move", event), said).status_code == 302
    with scope(mallila):
        assert Event.objects.get(pk=event.pk).organisation_id is None
        assert all(link.revoked_at for link in Link.objects.filter(subject=event.pk).exclude(purpose="in"))


def test_freezing_an_organisation_closes_its_doors(
    event: Event, own: Event, mallila: Municipality, silta: Organisation, aino_browser: Client, visitor: Client
) -> None:
    with scope(mallila):
        doors = [f"/{link.purpose}/{token_of(link)}/" for link in Link.objects.filter(subject=event.pk)]
        open_still = f"/s/{token_of(Link.objects.get(subject=own.pk))}/"
    aino_browser.post(reverse("desk:freeze", args=["mallila", silta.pk]))
    assert [visitor.get(door).status_code for door in doors] == [410, 410]
    assert visitor.get(open_still).status_code == 200


def test_another_organisation_of_the_round_sees_neither_event_nor_order(event: Event, mallila: Municipality) -> None:
    with scope(mallila):
        other = Organisation.objects.create(name="Toinen ry")
        an_order(event.round, other)
        order = Order.objects.get(organisation=event.organisation)
    browser = signed_in(member("muu@toinen.example", "Muu", mallila, Role.ORGANISATION, other))
    pages = [page(name, event) for name in ("rounds:event", "materials:pack", "reports:report", "statements:event")]
    for address in (*pages, reverse("rounds:order", args=["mallila", "MAL26", order.pk])):
        assert browser.get(address).status_code == 404, address
