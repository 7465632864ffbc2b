"""Whoever tries addresses without an account, or with one of the neighbour's, learns nothing of what there is."""

import pytest
from django.test import Client

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from tests.factories import a_card, a_decision_event, a_measure, a_report, a_round, a_statement, an_event, freeze

PAIRS = [
    ("MAL26/", "MAL99/"),
    ("MAL26/rounds/", "MAL99/rounds/"),
    ("MAL26/rounds/events/D/", "MAL26/rounds/events/X/"),
    ("MAL26/reports/D/", "MAL26/reports/X/"),
    ("MAL26/materials/D/pack.zip", "MAL26/materials/X/pack.zip"),
    ("MAL26/statements/D/1/", "MAL26/statements/D/77/"),
    ("MAL26/cards/1/", "MAL26/cards/77/"),
    ("MAL26/measures/1/", "MAL26/measures/77/"),
    ("MAL26/decisions/host/", "MAL99/decisions/host/"),
    ("MAL26/evidence/K1/", "MAL26/evidence/K77/"),
]
POSTS = [
    ("MAL26/reports/D/lock/", "MAL26/reports/X/lock/"),
    ("MAL26/rounds/events/D/cancel/", "MAL26/rounds/events/X/cancel/"),
    ("MAL26/decisions/step/", "MAL99/decisions/step/"),
    ("MAL26/decisions/host/step/", "MAL99/decisions/host/step/"),
    ("MAL26/decisions/ideas/1/drop/", "MAL99/decisions/ideas/1/drop/"),
    ("MAL26/decisions/people/1/reply/", "MAL99/decisions/people/1/reply/"),
    ("MAL26/cards/1/approve/", "MAL26/cards/77/approve/"),
    ("MAL26/statements/D/1/care/", "MAL26/statements/D/77/care/"),
]


@pytest.fixture
def filled(mallila: Municipality, silta: Organisation) -> None:
    with scope(mallila):
        round = a_round()
        card = a_card(round, a_statement(a_report(an_event(round, silta))))
        freeze(round)
        a_measure(round, card)
        a_decision_event(round)


def answers(browser: Client, there: str, not_there: str, *, post: bool = False) -> list[tuple[int, str]]:
    """Status and where it leads, the tried address itself left out."""
    found = []
    for address in (f"/mallila/{there}", f"/mallila/{not_there}"):
        answer = browser.post(address) if post else browser.get(address)
        found.append((answer.status_code, answer.headers.get("Location", "").partition("?")[0]))
    return found


@pytest.mark.parametrize(("there", "not_there"), PAIRS)
def test_what_is_there_answers_like_what_is_not(
    there: str, not_there: str, filled: None, visitor: Client, ville_browser: Client
) -> None:
    for browser, expected in ((visitor, (302, "/sign-in/")), (ville_browser, (404, ""))):
        assert answers(browser, there, not_there) == [expected, expected]


@pytest.mark.parametrize(("there", "not_there"), POSTS)
def test_and_so_does_what_only_acts(
    there: str, not_there: str, filled: None, visitor: Client, ville_browser: Client
) -> None:
    for browser in (visitor, ville_browser):
        first, second = answers(browser, there, not_there, post=True)
        assert first == second


def test_public_pages_are_still_missing_where_there_is_none(filled: None, visitor: Client) -> None:
    assert visitor.get("/mallila/MAL99/answer/").status_code == 404
    assert visitor.get("/s/1-00000000000000000000000000000000/").status_code == 404
    assert visitor.get("/nowhere/MAL26/rounds/").status_code == 404
