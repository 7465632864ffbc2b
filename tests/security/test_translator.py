"""A translator gets texts: not where and when people meet, not what they said."""

import pytest
from django.test import Client
from django.urls import reverse

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.models import Role
from kuultu.loop.rounds.models import EventState, Round
from tests.conftest import NOW, member, signed_in
from tests.factories import a_card, a_report, a_round, a_statement, an_event, questions


@pytest.fixture
def round(mallila: Municipality, silta: Organisation) -> Round:
    with scope(mallila):
        made = a_round()
        questions(made)
        event = an_event(made, silta, state=EventState.PLANNED, starts_at=NOW.replace(year=2099), place="Salainen talo",
                         contact_name="Mari", contact_phone="050 000 0303")  # fmt: skip
        a_card(made, a_statement(a_report(event)))
        return made


@pytest.fixture
def translator(mallila: Municipality) -> Client:
    return signed_in(member("t@mallila.example", "Tulkki", mallila, Role.TRANSLATOR))


def test_texts_come_without_times_and_places(round: Round, translator: Client) -> None:
    for address in ("materials/", "materials/questions/", "materials/languages/fa-AF/",
                    "materials/languages/fa-AF/invitation/"):  # fmt: skip
        page = translator.get(f"/mallila/{round.code}/{address}")
        assert page.status_code == 200, address
        for secret in ("Salainen", "2099", "Mari", "0303", "MAL26-D"):
            assert secret not in page.content.decode(), (address, secret)


@pytest.mark.parametrize(
    "address",
    ["", "rounds/", "rounds/events/D/", "materials/D/", "materials/D/invitation.pdf", "materials/D/pack.zip",
     "materials/D/event.ics", "reports/", "reports/D/", "statements/", "statements/D/", "statements/table/", "cards/",
     "cards/1/", "cards/print/fi.pdf", "slides/", "decisions/", "decisions/host/", "surveys/", "measures/", "followup/",
     "search/?q=bussi", "history/", "export.xlsx", "evidence/K1/"],
)  # fmt: skip
def test_the_rest_is_not_theirs(address: str, round: Round, translator: Client) -> None:
    assert translator.get(f"/mallila/{round.code}/{address}").status_code in {403, 404}


@pytest.mark.parametrize("address", ["desk/people/", "desk/export/", "desk/people/new/", "rounds/new/"])
def test_nor_is_the_municipalitys_desk(address: str, round: Round, translator: Client) -> None:
    assert translator.get(f"/mallila/{address}").status_code == 403


def test_the_round_list_names_rounds_only(round: Round, translator: Client) -> None:
    page = translator.get(reverse("desk:rounds", args=["mallila"])).content.decode()
    assert round.name in page and "Salainen" not in page
