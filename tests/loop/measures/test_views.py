"""The pages of measures, as the coordinator and the owner use them."""

import pytest
from django.test import Client
from django.urls import reverse

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.links import make_link, token_of
from kuultu.ground.people.models import Purpose
from kuultu.loop.cards.models import Card
from kuultu.loop.measures.models import Acceptance, Measure, Programme
from tests.conftest import NOW
from tests.factories import a_card, a_measure, a_report, a_round, a_statement, an_event, freeze


def page(name: str, *args: object) -> str:
    return reverse(f"measures:{name}", args=["mallila", "MAL26", *args])


@pytest.fixture
def card(mallila: Municipality) -> Card:
    with scope(mallila):
        round = a_round()
        made = a_card(round, a_statement(a_report(an_event(round))))
        freeze(round)
        return made


def test_aino_chooses_accepts_and_publishes(mallila: Municipality, card: Card, aino_browser: Client) -> None:
    assert "No measure yet" in aino_browser.get(page("programme")).content.decode()
    answer = aino_browser.post(
        page("new"),
        {"sentence": "Bussi pysähtyy.", "owner_body": "Lautakunta", "owner_post": "suunnittelija",
         "due_on": "2026-11-30", "cards": [card.pk]},
    )  # fmt: skip
    assert answer["Location"] == page("measure", 1)
    aino_browser.post(page("accept", 1), {"accepted": "yes"})
    aino_browser.post(page("describe"), {"approved_by": "Kunnanhallitus", "minutes": "§ 88"})
    aino_browser.post(page("publish"))
    with scope(mallila):
        assert Programme.objects.get().published_at is not None
    shown = aino_browser.get(page("programme")).content.decode()
    assert "published on" in shown and "§ 88" in shown
    pdf = aino_browser.get(page("paper", "fi", "pdf"))
    docx = aino_browser.get(page("paper", "sv", "docx"))
    assert pdf.content.startswith(b"%PDF") and docx.content.startswith(b"PK")


@pytest.mark.parametrize("idea", ["", "0", "-1", "abc", "9" * 5000])
def test_an_idea_that_is_none_leaves_the_form_empty(card: Card, aino_browser: Client, idea: str) -> None:
    assert aino_browser.get(page("new"), {"idea": idea}).status_code == 200


def test_a_measure_without_a_card_is_asked_for_one(card: Card, aino_browser: Client) -> None:
    answer = aino_browser.post(page("new"), {"sentence": "Bussi pysähtyy.", "owner_body": "Lautakunta",
                                             "owner_post": "suunnittelija", "due_on": "2026-11-30"})  # fmt: skip
    assert answer.status_code == 400 and "Bussi pysähtyy." in answer.content.decode()


def test_the_owner_says_yes_behind_the_link(mallila: Municipality, card: Card, visitor: Client) -> None:
    with scope(mallila):
        measure = a_measure(card.deck.round, card, accepted=None)
        link = make_link(Purpose.OWNER, measure.pk, now=NOW, lasts=NOW - NOW.replace(year=2020))
    door = f"/o/{token_of(link)}/"
    assert measure.sentence in visitor.get(door).content.decode()
    assert visitor.post(door, {"accepted": "yes"}).status_code == 302
    with scope(mallila):
        assert Acceptance.objects.get().accepted
    assert "Thank you" in visitor.get(door).content.decode()


def test_the_neighbour_and_the_organisation_see_nothing_before_publication(
    mallila: Municipality, card: Card, ville_browser: Client, leena_browser: Client
) -> None:
    with scope(mallila):
        a_measure(card.deck.round, card)
    for address in (
        page("programme"),
        page("measure", 1),
        page("new"),
        page("tell", 1, "ar"),
        page("paper", "fi", "pdf"),
    ):
        assert ville_browser.get(address).status_code == 404
        assert leena_browser.get(address).status_code in {403, 404}
    with scope(mallila):
        assert Measure.objects.count() == 1
