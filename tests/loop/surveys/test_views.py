"""The pages of surveys: the coordinator's, and the door of those who answer."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Person
from kuultu.loop.rounds.models import Round
from kuultu.loop.surveys.actions.asking import change_items
from kuultu.loop.surveys.models import Response, Survey
from tests.conftest import signed_in
from tests.loop.surveys.conftest import CLOSES, LATER, OPENS, answer

PAGES = ("", "feedback/", "feedback/open/", "residents/open/")


@pytest.fixture(autouse=True)
def while_it_is_open() -> Iterator[None]:
    with time_machine.travel(OPENS + timedelta(minutes=5), tick=False):
        yield


def text_of(page: HttpResponse) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def phone(language: str = "en") -> Client:
    return Client(headers={"accept-language": language})


@pytest.mark.parametrize("page", PAGES)
def test_the_neighbour_sees_no_page(
    survey: Survey, ville_browser: Client, visitor: Client, leena_browser: Client, aino_browser: Client, page: str
) -> None:
    address = f"/mallila/MAL26/surveys/{page}"
    assert ville_browser.get(address).status_code == 404
    assert "/sign-in/" in visitor.get(address).headers["Location"]
    assert leena_browser.get(address).status_code == 403
    assert aino_browser.get(address).status_code == 200


def test_a_kind_that_is_none_is_not_there(survey: Survey, aino_browser: Client) -> None:
    assert aino_browser.get("/mallila/MAL26/surveys/other/").status_code == 404
    assert aino_browser.get("/mallila/MAL26/surveys/residents/").status_code == 404


def test_a_survey_is_opened_on_the_page(round: Round, aino_browser: Client) -> None:
    at = "/mallila/MAL26/surveys/feedback/open/"
    offered = aino_browser.get(at).content.decode()
    assert 'value="2026-05-05T19:45"' in offered, "a quarter of an hour before the end"
    typed = {"opens_at": "2026-05-05T19:45", "closes_at": "2026-05-05T19:00", "languages": ["fi", "ar"]}
    wrong = aino_browser.post(at, typed)
    assert wrong.status_code == 400 and "must close after" in text_of(wrong)
    assert aino_browser.post(at, typed | {"closes_at": "2026-05-12T19:45"}).status_code == 302
    page = aino_browser.get("/mallila/MAL26/surveys/feedback/")
    assert Survey.objects.get().code in text_of(page) and "data:image/svg+xml;base64," in page.content.decode()


def test_while_it_is_open_the_page_shows_no_result(survey: Survey, aino_browser: Client) -> None:
    answer(survey, *({"understands": "5", "missing": f"Kahvia {n}"} for n in range(12)))
    page = text_of(aino_browser.get("/mallila/MAL26/surveys/feedback/"))
    assert "answers have come" in page and "Kahvia" not in page and "12" not in page.replace("12 May", "")
    assert "growing numbers" in page


def test_questions_are_chosen_on_the_page(survey: Survey, aino_browser: Client) -> None:
    aino_browser.post("/mallila/MAL26/surveys/feedback/items/", {"item": ["role", "will_do"]})
    assert [item.key for item in survey.items.filter(asked=True)] == ["role", "will_do"]


def test_results_are_read_and_kept(survey: Survey, aino: Person) -> None:
    answer(survey, *({"understands": "5", "will_do": f"Teemme {n}", "role": "office"} for n in range(12)))
    with time_machine.travel(LATER, tick=False):
        aino_browser = signed_in(aino)  # a session lasts twelve hours
        page = text_of(aino_browser.get("/mallila/MAL26/surveys/feedback/"))
        assert "Nearly everybody answered: much or very much." in page
        assert all(f"Teemme {n}" in page for n in range(12))
        aino_browser.post("/mallila/MAL26/surveys/feedback/close/")
    survey.refresh_from_db()
    assert survey.closed_at == CLOSES and survey.shown


# The door


def test_a_phone_answers_once_without_a_trace(residents: Survey) -> None:
    browser = phone()
    at = f"/a/{residents.code}/"
    page = browser.get(at)
    assert "Did people listen to you?" in text_of(page)
    done = browser.post(at, {"heard": "4", "again": "yes", "free": "Kiitos!"})
    assert done.headers["Location"] == f"{at}thanks/"
    assert "Thank you for your answer." in text_of(browser.get(f"{at}thanks/"))
    again = browser.post(at, {"heard": "1"})
    assert "has answered already" in text_of(again)
    assert [response.answers for response in Response.objects.all()] == [
        {"heard": "4", "again": "yes", "free": "Kiitos!"}
    ]


def test_an_empty_answer_says_what_to_do(residents: Survey) -> None:
    page = phone().post(f"/a/{residents.code}/", {"free": " "})
    assert page.status_code == 400
    assert "Answer at least one question" in text_of(page)


def test_nothing_typed_is_lost_when_an_answer_is_refused(residents: Survey) -> None:
    page = phone().post(f"/a/{residents.code}/", {"heard": "9", "free": "Pitkä kertomus"})
    assert page.status_code == 400
    assert "Pitkä kertomus" in page.content.decode()
    assert not Response.objects.exists()


@pytest.mark.parametrize(
    ("moment", "says"),
    [(OPENS - timedelta(days=1), "not been opened yet"), (CLOSES + timedelta(days=1), "This survey is closed.")],
)
def test_a_closed_survey_says_so(residents: Survey, moment: object, says: str) -> None:
    with time_machine.travel(moment, tick=False):  # type: ignore[arg-type]
        page = phone().get(f"/a/{residents.code}/")
    assert page.status_code == 403
    assert says in text_of(page)


def test_questions_come_in_the_language_of_the_page_right_to_left(residents: Survey) -> None:
    page = phone().get(f"/a/{residents.code}/?lang=ar").content.decode()
    assert '<html lang="ar" dir="rtl">' in page and "هل استمع إليك الناس؟" in page and "كثيراً جداً" in page


def test_a_question_that_is_left_out_is_not_asked(residents: Survey, as_aino: Actor) -> None:
    change_items(residents, by=as_aino, now=OPENS, asked={"safe": False})
    page = phone().get(f"/a/{residents.code}/").content.decode()
    assert 'name="heard"' in page and 'name="safe"' not in page


def test_the_hall_finds_the_survey_of_its_evening(survey: Survey) -> None:
    assert phone().get("/a/hall/KRTP47/").headers["Location"] == f"/a/{survey.code}/"
    assert phone().get("/a/hall/AAAAAA/").status_code == 404
    assert phone().get("/a/AAAAAA/").status_code == 404


def test_an_evening_without_a_survey_says_so(round: Round) -> None:
    page = phone().get("/a/hall/KRTP47/")
    assert page.status_code == 404
    assert "no survey for this evening" in text_of(page)


def test_results_ask_as_much_for_three_answers_as_for_one(survey: Survey, aino: Person) -> None:
    counts = []
    for more in (1, 2):
        answer(survey, *({"understands": "5"} for _answer in range(more)))
        with time_machine.travel(LATER, tick=False):
            browser = signed_in(aino)
            with CaptureQueriesContext(connection) as asked:
                browser.get("/mallila/MAL26/surveys/feedback/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
