"""Short codes and words, in any script."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kuultu.desk.queries.search import MOST, search
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.loop.reports.models import ReportState
from tests.conftest import NOW
from tests.desk.conftest import Told, page
from tests.factories import a_card, a_measure, a_round, a_statement, a_theme


@pytest.mark.parametrize(("typed", "code"), [("d-1", "D-01"), ("MAL26-K1", "K1"), ("t1", "T1"), ("K-1", "K1")])
def test_a_code_opens_its_evidence_at_once(told: Told, aino_browser: Client, typed: str, code: str) -> None:
    answer = aino_browser.get(page("search", "MAL26"), {"q": typed})
    assert answer.status_code == 302 and answer["Location"] == page("evidence", "MAL26", code)


@pytest.mark.parametrize("typed", ["MAL26-S", "s"])
def test_a_discussions_code_opens_its_statements(told: Told, aino_browser: Client, typed: str) -> None:
    answer = aino_browser.get(page("search", "MAL26"), {"q": typed})
    assert answer.status_code == 302 and answer["Location"] == "/mallila/MAL26/statements/S/"
    assert aino_browser.get(page("search", "MAL26"), {"q": "Z"}).status_code == 200


def test_a_code_of_nothing_is_looked_for_as_words(told: Told, aino_browser: Client) -> None:
    shown = aino_browser.get(page("search", "MAL26"), {"q": "D-99"})
    assert shown.status_code == 200 and "Nothing found" in shown.content.decode()


def test_words_are_found_in_every_script_and_with_any_capitals(
    told: Told, mallila: Municipality, as_aino: Actor
) -> None:
    with scope(mallila):
        assert [str(each.statement) for each in search(as_aino, told.round, "کتابخانه").statements] == ["D-02"]
        assert [str(each.statement) for each in search(as_aino, told.round, "PYSÄHTYNYT").statements] == [
            "D-01", "D-02", "S-01",
        ]  # fmt: skip
        hits = [(str(hit.label), hit.text) for hit in search(as_aino, told.round, "bussi").hits]
    assert hits == [
        ("Theme · 2 statements", "Bussi ja pysäkki"),
        ("Experience card · K1", "Bussi ajoi ohi"),
        ("Measure · T1", "Bussi pysähtyy aina, kun pysäkillä on joku."),
    ]


def test_what_may_not_be_used_is_not_found(told: Told, mallila: Municipality, as_aino: Actor) -> None:
    with scope(mallila):
        other = a_round(code="MAL25", name="Edellinen")
        a_theme(other, name="Bussi silloin")
        told.statements[0].withdrawn_at, told.statements[0].withdrawn_because = NOW, "pyydettiin"
        told.statements[0].save()
        told.somali.report.state = ReportState.RETURNED
        told.somali.report.save()
        found = search(as_aino, told.round, "bussi")
    assert [str(each.statement) for each in found.statements] == ["D-02"]
    assert "Bussi silloin" not in [hit.text for hit in found.hits]


@pytest.mark.parametrize("typed", ["", " ", "b", "%", "_%"])
def test_too_little_finds_nothing(told: Told, mallila: Municipality, as_aino: Actor, typed: str) -> None:
    with scope(mallila):
        assert search(as_aino, told.round, typed).is_empty


def test_a_long_list_says_how_many_are_not_shown(
    told: Told, mallila: Municipality, as_aino: Actor, aino_browser: Client
) -> None:
    with scope(mallila):
        for _number in range(MOST):
            a_statement(told.dari.report)
        found = search(as_aino, told.round, "pysähtynyt")
    assert (len(found.statements), found.all, found.more) == (MOST, MOST + 3, 3)
    shown = aino_browser.get(page("search", "MAL26"), {"q": "pysähtynyt"}).content.decode()
    assert f"{MOST + 3} statements" in shown and "3 more are not shown" in shown


def test_what_was_typed_stays_and_is_no_markup(told: Told, aino_browser: Client) -> None:
    shown = aino_browser.get(page("search", "MAL26"), {"q": '"><script>bus'}).content.decode()
    assert "&quot;&gt;&lt;script&gt;bus" in shown and "<script>bus" not in shown
    assert aino_browser.get(page("search", "MAL26"), {"q": "x" * 5000}).status_code == 200


def test_only_the_municipality_searches(
    told: Told, ville_browser: Client, leena_browser: Client, kaisa_browser: Client, visitor: Client
) -> None:
    found = [browser.get(page("search", "MAL26"), {"q": "bussi"}).status_code
             for browser in (ville_browser, leena_browser, visitor, kaisa_browser)]  # fmt: skip
    assert found == [404, 403, 302, 200]
    assert ville_browser.get(page("search", "MAL26"), {"q": "D-01"}).status_code == 404


def test_a_search_asks_as_often_for_three_as_for_one(told: Told, mallila: Municipality, aino_browser: Client) -> None:
    aino_browser.get(page("search", "MAL26"), {"q": "bussi"})
    with CaptureQueriesContext(connection) as one:
        aino_browser.get(page("search", "MAL26"), {"q": "bussi"})
    with scope(mallila):
        for _number in range(2):
            statement = a_statement(told.dari.report)
            a_theme(told.round, statement, name=f"Bussi {statement}")
            a_measure(told.round, a_card(told.round, statement))
    with CaptureQueriesContext(connection) as three:
        aino_browser.get(page("search", "MAL26"), {"q": "bussi"})
    assert len(three) == len(one)
