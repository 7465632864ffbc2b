"""The list of rounds; counts for the supporting authority."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kuultu.desk.queries.rounds import rounds_for
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Membership, Role
from kuultu.loop.decisions.models import Step
from kuultu.loop.measures.models import Programme
from kuultu.loop.rounds.models import Ending
from tests.conftest import NOW, member, signed_in
from tests.desk.conftest import CANARIES, Told, page
from tests.factories import a_card, a_decision_event, a_report, a_round, an_event, an_order, freeze


def test_an_empty_municipality_is_told_what_a_round_is(mallila: Municipality, aino_browser: Client) -> None:
    shown = aino_browser.get(page("rounds")).content.decode()
    assert "No round yet" in shown and "/mallila/rounds/new/" in shown


def test_an_analyst_reads_why_there_is_no_button(told: Told, kaisa_browser: Client) -> None:
    shown = kaisa_browser.get(page("rounds")).content.decode()
    assert "Kevät 2026" in shown and "This can be done by: coordinator." in shown
    assert page("people") not in shown and page("everything") not in shown


def test_rounds_stand_newest_first(mallila: Municipality, as_aino: Actor, now: datetime) -> None:
    with scope(mallila):
        a_round()
        a_round(code="MAL27", name="Syksy 2027", starts_on=date(2027, 9, 1))
        assert [row.round.code for row in rounds_for(as_aino, now)] == ["MAL27", "MAL26"]


def test_where_a_round_stands_is_told_from_the_end(in_mallila: Municipality, as_aino: Actor, now: datetime) -> None:
    round = a_round()

    def stands() -> tuple[str, str]:
        [row] = rounds_for(as_aino, now)
        return str(row.stage), str(row.says)

    assert stands() == ("Plan", "whom to hear")
    event = an_event(round, starts_at=datetime(2026, 4, 1, tzinfo=UTC), state="planned")
    assert stands() == ("Prepare", "0 of 1 discussion held")
    event.starts_at = datetime(2026, 3, 1, tzinfo=UTC)
    event.save()
    assert stands() == ("Talk", "1 of 1 discussion held")
    a_report(event)
    assert stands()[0] == "Understand"
    a_card(round)
    assert stands()[0] == "Tell"
    freeze(round)
    assert stands() == ("Decide", "decision event 5 May")
    a_decision_event(round, step=Step.ENDED)
    assert stands() == ("Decide", "the measures are written down")
    Programme.objects.create(round=round, published_at=NOW)
    assert stands()[0] == "Keep"
    round.ending, round.closed_at = Ending.COLLECTED, NOW
    round.save()
    assert stands() == ("ended when it had collected", "closed 24 March")


def test_an_organisation_sees_rounds_with_an_order_and_counts_its_own(
    told: Told, mallila: Municipality, silta: Organisation, leena_browser: Client, as_leena: Actor, now: datetime
) -> None:
    with scope(mallila):
        a_round(code="MAL27", name="Salainen kierros")
        an_order(a_round(code="MAL28", name="Luonnos"), silta, state="draft")
    shown = leena_browser.get(page("rounds")).content.decode()
    assert "Kevät 2026" in shown
    assert "Salainen kierros" not in shown and "Luonnos" not in shown
    with scope(mallila):
        [row] = rounds_for(as_leena, now)
        assert row.round.planned == 1  # type: ignore[attr-defined]


def test_a_translator_is_led_to_the_texts_of_open_rounds(told: Told, mallila: Municipality) -> None:
    browser = signed_in(member("tarik@mallila.example", "Tarik", mallila, Role.TRANSLATOR))
    assert "/mallila/MAL26/materials/" in browser.get(page("rounds")).content.decode()
    assert browser.get(page("round", "MAL26")).status_code == 403


def test_the_supporting_authority_reads_counts_over_its_municipalities_and_no_texts(
    told: Told, mallila: Municipality, naapuri: Municipality
) -> None:
    eeva = member("eeva@ely.example", "Eeva", mallila, Role.AUTHORITY)
    browser = signed_in(eeva)
    shown = browser.get(page("rounds")).content.decode()
    assert "1 round" in shown and "2 discussions held" in shown and "in 2 languages" in shown
    assert "2 reports delivered" in shown and "1 measure promised, 0 done" in shown
    assert "Naapuri" not in shown
    for text in ("Kevät 2026", "Bussi", "MAL26", "Silta", "Darinkieliset", *CANARIES):
        assert text not in shown
    Membership.objects.create(person=eeva, municipality=naapuri, role=Role.AUTHORITY, since=NOW)
    with scope(naapuri):
        a_round(code="NAA26", name="Naapurin kierros")
    both = browser.get(page("rounds")).content.decode()
    assert "Naapuri" in both and "Naapurin kierros" not in both
    for closed in (page("round", "MAL26"), page("people"), page("search", "MAL26"), page("workbook", "MAL26")):
        assert browser.get(closed).status_code == 403


def test_an_ended_role_of_the_authority_counts_no_more(
    told: Told, mallila: Municipality, naapuri: Municipality
) -> None:
    eeva = member("eeva@ely.example", "Eeva", naapuri, Role.AUTHORITY)
    Membership.objects.create(person=eeva, municipality=mallila, role=Role.AUTHORITY, since=NOW, until=NOW)
    assert "Mallila" not in signed_in(eeva).get("/naapuri/desk/").content.decode()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ORGANISATION])
def test_the_list_asks_the_database_as_often_for_three_rounds_as_for_one(
    mallila: Municipality, silta: Organisation, role: Role, aino_browser: Client, leena_browser: Client
) -> None:
    browser = aino_browser if role == Role.COORDINATOR else leena_browser
    with scope(mallila):
        an_order(a_round(), silta)
    browser.get(page("rounds"))
    with CaptureQueriesContext(connection) as one:
        browser.get(page("rounds"))
    with scope(mallila):
        for code in ("MAL27", "MAL28"):
            round = a_round(code=code)
            an_order(round, silta)
            a_report(an_event(round, silta))
    with CaptureQueriesContext(connection) as three:
        assert browser.get(page("rounds")).content.decode().count("rows__name") == 3
    assert len(three) == len(one)
