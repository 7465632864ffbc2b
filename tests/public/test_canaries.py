"""No page of residents shows anything internal, in any language."""

import pytest
from django.test import Client

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.loop.reports.models import Report
from kuultu.loop.rounds.models import Ending
from tests.factories import a_round
from tests.public.conftest import CANARIES, Answered, read

PAGES = (
    "/", "/mallila/", "/mallila/MAL26/answer/", "/c/MAL26-K1/", "/m/MAL26-T1/", "/mallila/privacy/",
    "/mallila/accessibility/", "/mallila/help/", "/mallila/feedback/",
)  # fmt: skip


@pytest.mark.parametrize("code", ["fi", "sv", "en", "ar", "fa-AF", "so", "uk", "ti", "th"])
def test_no_page_shows_anything_internal(answered: Answered, visitor: Client, code: str) -> None:
    for page in PAGES:
        html = read(visitor, page, code)
        assert [canary for canary in CANARIES if canary in html] == [], page


def test_nor_to_somebody_who_is_signed_in(answered: Answered, aino_browser: Client, ville_browser: Client) -> None:
    for browser in (aino_browser, ville_browser):
        for page in PAGES:
            html = read(browser, page, "en")
            assert [canary for canary in CANARIES if canary in html] == [], page


def test_an_unpublished_programme_is_as_hidden_as_the_rest(answered: Answered, visitor: Client) -> None:
    with scope(answered.round.municipality):
        answered.programme.published_at = None
        answered.programme.save()
    for page in ("/", "/mallila/", "/mallila/MAL26/answer/"):
        html = read(visitor, page)
        assert "Bussi" not in html and "Numeroa" not in html
        assert [canary for canary in CANARIES if canary in html] == []


def test_a_neighbours_answer_stays_on_the_neighbours_page(
    answered: Answered, naapuri: Municipality, visitor: Client
) -> None:
    with scope(naapuri):
        a_round(code="NAA26", name="Naapurin kevät", ending=Ending.COLLECTED)
    assert "Naapurin kevät" not in read(visitor, "/mallila/")
    assert "Bussi" not in read(visitor, "/naapuri/")
    assert visitor.get("/naapuri/MAL26/answer/").status_code == 404


def test_people_are_counted_nowhere(answered: Answered, visitor: Client) -> None:
    with scope(answered.round.municipality):
        Report.objects.update(who_came={"total": 8371})
    for page in PAGES:
        assert "8371" not in read(visitor, page)
