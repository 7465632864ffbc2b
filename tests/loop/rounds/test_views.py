"""The pages of planning, as Aino and Leena use them, and as Ville must not."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.models import Membership, Role
from kuultu.loop.rounds.models import Event, EventState, Group, Order, OrderState, Round
from tests.factories import a_group, a_round, an_event, an_order


def page(name: str, *args: object) -> str:
    return reverse(f"rounds:{name}", args=["mallila", *args])


@pytest.fixture
def round(mallila: Municipality, silta: Organisation) -> Round:
    with scope(mallila):
        made = a_round()
        group = a_group(made, name="Darinkieliset naiset")
        an_order(made, silta)
        an_event(made, silta, group=group, state=EventState.PLANNED)
    return made


def test_aino_plans_from_nothing_to_a_named_scribe(mallila: Municipality, aino_browser: Client) -> None:
    answer = aino_browser.post(
        page("new"),
        {
            "name": "Syksy", "purpose": "Kuullaan.", "starts_on": "2026-09-01", "talks_until": "2026-11-01",
            "decides_on": "2026-12-01", "ends_on": "2027-12-01", "languages": ["fi", "ar"], "neighbours": "Kivisuo, ",
        },
    )  # fmt: skip
    assert answer.status_code == 302 and answer["Location"] == page("plan", "MAL26")
    assert "No group yet" in aino_browser.get(page("plan", "MAL26")).content.decode()
    aino_browser.post(page("new_group", "MAL26"), {"name": "Arabiankieliset", "languages": ["ar"]})
    aino_browser.post(
        page("new_organisation", "MAL26"),
        {"name": "Silta ry", "person_name": "Leena", "person_email": "leena@silta.example"},
    )
    with scope(mallila):
        group, organisation = Group.objects.get(), Organisation.objects.get()
    assert Membership.objects.get(organisation=organisation).role == Role.ORGANISATION
    aino_browser.post(
        page("new_order", "MAL26"),
        {"organisation": organisation.pk, "groups": [group.pk], "events_wanted": 1, "due_on": "2026-11-05"},
    )
    with scope(mallila):
        order = Order.objects.get()
    aino_browser.post(page("send_order", "MAL26", order.pk))
    answer = aino_browser.post(
        page("schedule", "MAL26"),
        {
            "group": group.pk, "organisation": organisation.pk, "language": "ar", "starts_at": "2026-10-01T17:00",
            "ends_at": "2026-10-01T19:00", "place": "Kirjasto",
        },
    )  # fmt: skip
    assert answer["Location"] == page("event", "MAL26", "A")
    aino_browser.post(page("name", "MAL26", "A"), {"role": "scribe", "first_name": "Samir"})
    shown = aino_browser.get(page("event", "MAL26", "A")).content.decode()
    assert "Samir" in shown and "العربية" in shown
    assert "/s/" not in shown and "Only the organisation can hand over the links" in shown


def test_a_faulty_form_keeps_what_was_typed_and_says_what_to_do(round: Round, aino_browser: Client) -> None:
    answer = aino_browser.post(
        page("schedule", round.code), {"language": "ar", "starts_at": "2026-10-01T17:00", "ends_at": "2026-10-01T16:00",
                                       "place": "Kirjaston kokoushuone"},
    )  # fmt: skip
    shown = answer.content.decode()
    assert answer.status_code == 400
    assert "must end after it begins" in shown and "Kirjaston kokoushuone" in shown


def test_leena_answers_the_order_and_sees_her_events_only(
    mallila: Municipality, round: Round, leena_browser: Client
) -> None:
    with scope(mallila):
        order = Order.objects.get()
        order.state = OrderState.SENT
        order.save()
        other = Organisation.objects.create(name="Toinen ry")
        an_event(round, other, code="T", group=Group.objects.get(), place="Salainen talo")
    leena_browser.post(page("answer_order", round.code, order.pk), {"accepted": "yes", "answer": "Sopii."})
    shown = leena_browser.get(page("plan", round.code)).content.decode()
    assert "Kirjasto" in shown and "Salainen talo" not in shown
    assert leena_browser.get(page("event", round.code, "T")).status_code == 404
    assert leena_browser.get(page("change", round.code)).status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        ("new",), ("plan", "MAL26"), ("change", "MAL26"), ("new_group", "MAL26"), ("new_order", "MAL26"),
        ("new_organisation", "MAL26"), ("schedule", "MAL26"), ("event", "MAL26", "D"), ("move", "MAL26", "D"),
    ],
    ids=lambda address: address[0],
)  # fmt: skip
def test_the_neighbour_sees_nothing_and_a_visitor_signs_in(
    address: tuple[object, ...], round: Round, ville_browser: Client, visitor: Client
) -> None:
    assert ville_browser.get(page(*map(str, address))).status_code == 404
    assert visitor.get(page(*map(str, address))).status_code == 302


def test_the_plan_asks_the_database_as_often_for_three_events_as_for_one(
    mallila: Municipality, round: Round, silta: Organisation, aino_browser: Client
) -> None:
    aino_browser.get(page("plan", round.code))
    with CaptureQueriesContext(connection) as one:
        aino_browser.get(page("plan", round.code))
    with scope(mallila):
        for code in ("E", "G"):
            an_event(round, silta, code=code, group=a_group(round))
        assert Event.objects.count() == 3
    with CaptureQueriesContext(connection) as three:
        aino_browser.get(page("plan", round.code))
    assert len(three) == len(one)
