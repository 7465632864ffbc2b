"""Surveys: whoever reads results, lets one more person answer, and reads again; and whoever answers for many."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.guesses import WRONG_A_MINUTE
from kuultu.ground.people.rules import Refused
from kuultu.loop.surveys.actions.asking import change_survey, open_survey
from kuultu.loop.surveys.models import Response, Survey, SurveyKind
from tests.conftest import NOW
from tests.factories import a_round

CLOSES = NOW + timedelta(days=7)
OVER = CLOSES + timedelta(hours=1)


@pytest.fixture
def survey(mallila: Municipality, as_aino: Actor) -> Survey:
    cache.clear()
    with scope(mallila):
        return open_survey(a_round(), by=as_aino, now=NOW, kind=SurveyKind.RESIDENTS, languages=["fi", "en"],
                           opens_at=NOW, closes_at=CLOSES)  # fmt: skip


def page(name: str) -> str:
    return reverse(f"surveys:{name}", args=["mallila", "MAL26", "residents"])


def typed(closes: str) -> dict[str, object]:
    return {"languages": ["fi", "en"], "opens_at": "2026-03-24T11:00", "closes_at": closes}


def test_a_survey_whose_results_can_be_read_is_not_opened_again(
    survey: Survey, mallila: Municipality, as_aino: Actor, aino_browser: Client, visitor: Client
) -> None:
    with time_machine.travel(OVER, tick=False):
        assert aino_browser.get(page("survey")).status_code == 200
        assert aino_browser.post(page("open"), typed("2026-05-01T12:00")).status_code == 403
        with scope(mallila), pytest.raises(Refused, match="not opened again"):
            change_survey(survey, by=as_aino, now=OVER, languages=["fi"], opens_at=NOW,
                          closes_at=OVER + timedelta(days=1))  # fmt: skip
        visitor.post(f"/a/{survey.code}/", {"heard": "1"})
    assert not Response.everywhere.exists()


def test_not_even_by_dates_that_a_form_has_set_already(survey: Survey, mallila: Municipality, as_aino: Actor) -> None:
    survey.closes_at = OVER + timedelta(days=1)
    with scope(mallila), pytest.raises(Refused):
        change_survey(survey, by=as_aino, now=OVER, languages=["fi"], opens_at=NOW, closes_at=survey.closes_at)


def test_an_early_end_is_an_end(survey: Survey, aino_browser: Client, visitor: Client) -> None:
    """Moved into the past the survey is over; it cannot be moved back."""
    with time_machine.travel(NOW + timedelta(days=2), tick=False):
        aino_browser.post(page("open"), typed("2026-03-25T12:00"))
        assert aino_browser.post(page("open"), typed("2026-05-01T12:00")).status_code == 403


def test_results_are_kept_after_the_end(survey: Survey, aino_browser: Client) -> None:
    with time_machine.travel(OVER, tick=False):
        assert aino_browser.post(page("close")).status_code == 302
    assert Survey.everywhere.get().closed_at == CLOSES


def test_one_browser_answers_once(survey: Survey, visitor: Client) -> None:
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        for point in "15":
            visitor.post(f"/a/{survey.code}/", {"heard": point})
    assert Response.everywhere.get().answers == {"heard": "1"}


def test_only_what_is_asked_is_kept(survey: Survey, visitor: Client) -> None:
    said = {"heard": "1", "free": "x" * 1000, "email": "a@b.example", "heard__x": "2", "survey": "1", "id": "1"}
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        visitor.post(f"/a/{survey.code}/", said)
    assert set(Response.everywhere.get().answers) == {"heard", "free"}


@pytest.mark.parametrize("said", [{"heard": "6"}, {"heard": ["1", "x"]}, {"free": "x" * 1001}, {"heard": "[]"}])
def test_what_is_no_answer_is_not_kept(said: dict[str, object], survey: Survey, visitor: Client) -> None:
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        assert visitor.post(f"/a/{survey.code}/", said).status_code == 400
    assert not Response.everywhere.exists()


def test_codes_of_surveys_are_not_found_by_trying(survey: Survey, visitor: Client) -> None:
    for number in range(WRONG_A_MINUTE):
        visitor.get(f"/a/AAAA{number:02d}/")
    assert visitor.get(f"/a/{survey.code}/").status_code == 404


def test_the_language_in_which_somebody_answered_is_not_kept(survey: Survey) -> None:
    """In a language that one person in the hall reads it would tell who they are."""
    browser = Client(headers={"accept-language": "en"})
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        browser.post(f"/a/{survey.code}/?lang=ti", {"heard": "1"})
    assert "ti" not in str(Response.everywhere.values("answers", "survey_id").get())
