"""The evidence walk, both ways, as a page and as the drawer beside another page."""

from collections.abc import Iterable

import pytest
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kuultu.desk.queries.evidence import Evidence, evidence_of, find_evidence
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.web.parts import ThreadItem
from kuultu.loop.cards.models import Card, CardState
from kuultu.loop.decisions.models import Step
from kuultu.loop.reports.models import ReportState
from kuultu.loop.slides.models import Presentation, Slide
from tests.conftest import NOW
from tests.desk.conftest import Told, page
from tests.factories import a_card, a_measure, a_statement


@pytest.fixture
def here(told: Told, mallila: Municipality) -> Iterable[Told]:
    with scope(mallila):
        yield told


def lines(items: list[ThreadItem]) -> list[str]:
    return [f"{each.label}: {each.text}" for each in items]


def linked(found: Evidence) -> set[str]:
    """The evidence pages that its knots open."""
    return {item.href for item in [*found.came, *found.became] if "/evidence/" in item.href}


def test_a_statement_leads_back_to_its_question_and_forward_to_its_checkup(here: Told) -> None:
    found = evidence_of(here.round, "D-01")
    assert found.text == here.statements[0].original and found.language == "fa-AF"
    assert found.words is not None and found.words.text.startswith("Bussi ei pysähtynyt")
    came, became = lines(found.came), lines(found.became)
    assert came[0] == "Question 2 · SEC1: In which places and at what times do you feel safe? Where do you not?"
    assert came[1].startswith("Discussion · MAL26-D: Dari, 17 March, Silta ry")
    assert came[-1] == "Round · MAL26: Kevät 2026"
    assert became == [
        "Theme: Bussi ja pysäkki",
        "Experience card · K1: Bussi ajoi ohi",
        "Verdict · K1: Most tables want less of this.",
        "Measure · T1: Bussi pysähtyy aina, kun pysäkillä on joku.",
        "Checkup · T1: planned for Monday 30 November 2026",
    ]
    assert found.codes == ["MAL26", "MAL26-D", "MAL26-D-01", "MAL26-K1", "MAL26-T1"]


def test_one_can_walk_from_the_measure_back_to_every_statement_and_forward_again(here: Told) -> None:
    measure = evidence_of(here.round, "T1")
    card = evidence_of(here.round, "K1")
    assert page("evidence", "MAL26", "K1") in linked(measure)
    assert [each.code for each in card.behind] == [each.code for each in measure.behind] == ["D-01", "S-01"]
    assert page("evidence", "MAL26", "T1") in linked(card)
    for statement in card.behind:
        forward = linked(evidence_of(here.round, statement.code))
        assert {page("evidence", "MAL26", "K1"), page("evidence", "MAL26", "T1")} <= forward


def test_a_measure_tells_its_ideas_its_owner_and_its_programme(here: Told) -> None:
    found = evidence_of(here.round, "mal26-t1")
    assert lines(found.came)[:3] == [
        "Idea of a table: Kuljettajat tapaavat matkustajia.",
        "Verdict · K1: Most tables want less of this.",
        "Experience card · K1: Bussi ajoi ohi",
    ]
    assert lines(found.became)[:2] == [
        "The owner's word: accepted 24 March", "Action programme: published Tuesday 24 March 2026",
    ]  # fmt: skip


def test_a_card_tells_of_its_statements_its_slide_and_what_the_hall_said(here: Told) -> None:
    show = Presentation.objects.create(round=here.round, title="Tulokset", language="fi", built_at=NOW)
    slide = Slide.objects.create(presentation=show, order=1, kind="theme", heading="Bussi", quote=here.statements[0])
    slide.cards.set([here.card])
    found = evidence_of(here.round, "K1")
    assert "Made of: 2 statements from 2 discussions" in lines(found.came)
    assert "On a slide: Bussi" in lines(found.became)
    assert "Quoted on a slide: Bussi" in lines(evidence_of(here.round, "D-01").became)


def test_what_nothing_came_of_says_so(here: Told) -> None:
    assert lines(evidence_of(here.round, "D-02").became) == ["Theme: none yet", "Experience card: in none yet"]
    lonely = a_card(here.round, here.statements[1])
    assert lines(evidence_of(here.round, lonely.code).became)[-1] == "Measure: none answers it yet"


def test_a_verdict_that_is_not_shown_yet_is_told_to_nobody(here: Told) -> None:
    evening = here.round.decision_event
    evening.step, evening.card = Step.CLOSED, here.card
    evening.save()
    for code in ("D-01", "K1", "T1"):
        found = evidence_of(here.round, code)
        assert not any("Most tables" in line for line in lines([*found.came, *found.became]))


def test_a_withdrawn_statement_shows_no_words_but_what_rests_on_it(here: Told, aino_browser: Client) -> None:
    statement = here.statements[0]
    statement.withdrawn_at, statement.withdrawn_because = NOW, "pyydettiin pois"
    statement.save()
    shown = aino_browser.get(page("evidence", "MAL26", "D-01")).content.decode()
    assert statement.original not in shown and "Bussi ei pysähtynyt" not in shown
    assert "was withdrawn" in shown and "Bussi ajoi ohi" in shown
    card = evidence_of(here.round, "K1")
    assert [each.code for each in card.behind] == ["S-01"]


def test_a_statement_of_a_returned_report_is_nowhere(here: Told) -> None:
    here.dari.report.state = ReportState.RETURNED
    here.dari.report.save()
    assert find_evidence(here.round, "D-01") is None
    assert [each.code for each in evidence_of(here.round, "K1").behind] == ["S-01"]


def test_a_withdrawn_card_says_so(here: Told) -> None:
    Card.objects.update(state=CardState.WITHDRAWN)
    assert "withdrawn" in str(evidence_of(here.round, "K1").note)


def test_an_unknown_code_is_not_found(here: Told) -> None:
    for code in ("D-99", "K9", "T9", "Z-01", "bussi"):
        with pytest.raises(Http404):
            evidence_of(here.round, code)


def test_the_page_shows_the_original_first_and_prints_its_codes(told: Told, aino_browser: Client) -> None:
    shown = aino_browser.get(page("evidence", "MAL26", "D-01")).content.decode()
    original, translation = shown.index(told.statements[0].original), shown.index("Bussi ei pysähtynyt")
    assert original < translation and 'lang="fa-AF" dir="rtl"' in shown
    assert "MAL26-D-01 → MAL26-K1 → MAL26-T1" in shown


def test_beside_a_page_it_is_a_drawer(told: Told, aino_browser: Client) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/mallila/MAL26/cards/"}
    shown = aino_browser.get(page("evidence", "MAL26", "K1"), headers=headers).content.decode()
    assert shown.strip().startswith('<section class="drawer"') and "<html" not in shown
    assert 'href="/mallila/MAL26/cards/"' in shown and page("evidence", "MAL26", "K1") in shown
    assert "path__step" not in shown


@pytest.mark.parametrize("code", ["D-01", "K1", "T1"])
def test_only_the_municipality_walks(
    told: Told, code: str, ville_browser: Client, leena_browser: Client, kaisa_browser: Client, visitor: Client
) -> None:
    address = page("evidence", "MAL26", code)
    assert ville_browser.get(address).status_code == 404
    assert leena_browser.get(address).status_code == 403
    assert visitor.get(address).status_code == 302
    assert kaisa_browser.get(address).status_code == 200


@pytest.mark.parametrize("code", ["D-01", "K1", "T1"])
def test_the_walk_asks_as_often_for_three_as_for_one(
    told: Told, mallila: Municipality, code: str, aino_browser: Client
) -> None:
    aino_browser.get(page("evidence", "MAL26", code))
    with CaptureQueriesContext(connection) as one:
        aino_browser.get(page("evidence", "MAL26", code))
    with scope(mallila):
        more = [a_statement(told.dari.report), a_statement(told.somali.report)]
        for _number in range(2):
            a_measure(told.round, a_card(told.round, told.statements[0], *more))
        told.card.sources.bulk_create([type(told.card.sources.get(statement=told.statements[0]))(
            card=told.card, statement=statement) for statement in more])  # fmt: skip
    with CaptureQueriesContext(connection) as three:
        assert aino_browser.get(page("evidence", "MAL26", code)).status_code == 200
    assert len(three) == len(one)


ROOMS = ["measures/", "measures/1/", "followup/1/", "cards/", "cards/1/", "decisions/ideas/"]


@pytest.mark.parametrize("where", ROOMS)
def test_the_codes_in_the_rooms_open_the_walk_for_whoever_may_walk(
    told: Told, where: str, aino_browser: Client, leena_browser: Client
) -> None:
    here = f"/mallila/{told.round.code}/"
    shown = aino_browser.get(f"{here}{where}")
    assert shown.status_code == 200 and f'href="{here}evidence/' in shown.text
    assert f'href="{here}evidence/' not in leena_browser.get(f"{here}{where}").text
