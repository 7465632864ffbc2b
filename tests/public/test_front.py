"""The front page of the server, and where a typed code leads."""

import pytest
from django.core.cache import cache
from django.test import Client

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.guesses import WRONG_A_MINUTE
from kuultu.loop.rounds.models import Ending
from tests.factories import a_round
from tests.public.conftest import Answered, read


@pytest.fixture(autouse=True)
def nobody_has_guessed() -> None:
    cache.clear()


def test_one_municipality_is_greeted_by_its_name(answered: Answered, visitor: Client) -> None:
    html = read(visitor, "/", "en")
    assert "Mallila hears its residents in 4 languages and tells what came of it." in html
    assert 'href="/mallila/?lang=ar"' in html and "/sign-in/" in html


def test_several_are_listed_and_those_without_an_answer_are_not(
    answered: Answered, naapuri: Municipality, visitor: Client
) -> None:
    Municipality.objects.create(slug="kolmas", code="997", prefix="KOL", name_fi="Kolmas", name_sv="Tredje")
    with scope(naapuri):
        a_round(code="NAA24", ending=Ending.COLLECTED, languages=["fi", "so"])
    html = read(visitor, "/", "en")
    assert 'href="/mallila/"' in html and 'href="/naapuri/"' in html and "Soomaali" in html
    assert "Kolmas" not in html and "kolmas" not in html


def test_an_empty_server_says_what_will_be_here(db: None, visitor: Client) -> None:
    assert "Ei vielä vastausta" in read(visitor, "/")


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("MAL26-K1", "/c/MAL26-K1/"),
        (" mal26 k1 ", "/c/MAL26-K1/"),
        ("MAL26–K1", "/c/MAL26-K1/"),
        ("MAL26-K١", "/c/MAL26-K1/"),
        ("MAL26-K99", "/c/MAL26-K99/"),
        ("mal26t1", "/m/MAL26-T1/"),
        ("MAL26", "/mallila/#MAL26"),
        ("MAL26-D", "/mallila/#MAL26"),
        ("MAL26-D-01", "/mallila/#MAL26"),
        ("MAL26-S3", "/mallila/#MAL26"),
        ("krtp47", "/join/KRTP47/"),
    ],
)
def test_a_code_leads_to_its_page(answered: Answered, visitor: Client, typed: str, leads_to: str) -> None:
    assert visitor.post("/", {"code": typed})["Location"] == leads_to


@pytest.mark.parametrize("typed", ["MAL27-K1", "KRTP48", "hello", "MAL2", "🚌", "K1"])
def test_an_unknown_code_gets_a_sentence_and_stays(answered: Answered, visitor: Client, typed: str) -> None:
    answer = visitor.post("/?lang=en", {"code": typed})
    assert answer.status_code == 400
    html = answer.content.decode()
    assert "We do not know this code." in html and f'value="{typed}"' in html


def test_the_longer_round_code_wins(answered: Answered, visitor: Client) -> None:
    with scope(answered.round.municipality):
        a_round(code="MAL26B", ending=Ending.COLLECTED)
    assert visitor.post("/", {"code": "MAL26B"})["Location"] == "/mallila/#MAL26B"
    assert visitor.post("/", {"code": "MAL26-D"})["Location"] == "/mallila/#MAL26"


def test_guessing_codes_comes_to_an_end(answered: Answered, visitor: Client) -> None:
    for _ in range(WRONG_A_MINUTE):
        assert visitor.post("/", {"code": "AAAAAA"}).status_code == 400
    assert visitor.post("/", {"code": "KRTP47"}).status_code == 400


def test_doors_are_not_shadowed_by_municipalities(answered: Answered, visitor: Client) -> None:
    assert visitor.get("/sign-in/").status_code == 200
    assert visitor.get("/join/").status_code == 200
    assert visitor.get("/nowhere/").status_code == 404
