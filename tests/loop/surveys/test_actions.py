"""Opening, choosing questions, answering, closing: what is written and what is refused."""

from datetime import timedelta

import pytest
from django.db import connection

from kuultu.ground.audit.models import Entry
from kuultu.ground.people.actor import ANYBODY, Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.rounds.models import Ending, Round
from kuultu.loop.surveys.actions.answering import answer_survey
from kuultu.loop.surveys.actions.asking import change_items, change_survey, close_survey, open_survey
from kuultu.loop.surveys.codes import SIGNS
from kuultu.loop.surveys.models import Response, Survey
from tests.loop.surveys.conftest import CLOSES, DATES, LATER, OPENS, answer


def last() -> tuple[str, dict[str, object]]:
    entry = Entry.objects.order_by("-pk")[0]
    return entry.verb, entry.facts


def test_the_evenings_survey_has_its_questions_in_every_language(survey: Survey) -> None:
    items = list(survey.items.all())
    assert [item.key for item in items][:3] == ["role", "knew_before", "understands"]
    assert {"will_do", "help_needed", "may_ask"} <= {item.key for item in items}
    for item in items:
        assert {"fi", "sv", "en", "ar", "ti"} <= item.texts.keys()
        assert len(item.options) == {"scale": 5, "text": 0}.get(item.kind, len(item.options))
    assert items[1].option_in("5", "ar") == ("كثيراً جداً", "ar")
    assert len(survey.code) == 6 and set(survey.code) <= set(SIGNS)
    assert last() == ("opened a survey", {"kind": "feedback", "code": survey.code})


def test_the_residents_survey_is_four_questions_in_the_printed_words(residents: Survey) -> None:
    items = list(residents.items.all())
    assert [(item.key, item.kind) for item in items] == [
        ("heard", "scale"), ("safe", "scale"), ("again", "choice"), ("free", "text"),
    ]  # fmt: skip
    assert items[0].text_in("fi") == ("Kuunneltiinko sinua?", "fi")
    assert items[0].text_in("ar") == ("هل استمع إليك الناس؟", "ar")
    assert items[0].text_in("th") == ("Did people listen to you?", "en"), "no Thai: said in English, and as English"


def test_a_survey_is_opened_once_with_dates_in_order(round: Round, survey: Survey, as_aino: Actor) -> None:
    with pytest.raises(Refused, match="already"):
        open_survey(round, by=as_aino, now=OPENS, kind="feedback", **DATES)
    with pytest.raises(Refused, match="close after"):
        open_survey(round, by=as_aino, now=OPENS, kind="residents", **(DATES | {"closes_at": OPENS}))


def test_an_organisation_opens_nothing(round: Round, as_leena: Actor) -> None:
    with pytest.raises(Refused, match="coordinator"):
        open_survey(round, by=as_leena, now=OPENS, kind="residents", **DATES)


def test_no_survey_is_opened_in_a_closed_round(round: Round, as_aino: Actor) -> None:
    round.ending = Ending.COLLECTED
    round.save()
    with pytest.raises(Refused, match="round is closed"):
        open_survey(round, by=as_aino, now=OPENS, kind="residents", **DATES)


def test_a_language_is_added_with_its_words(residents: Survey, as_aino: Actor) -> None:
    assert "so" not in residents.items.all()[0].texts
    change_survey(residents, by=as_aino, now=OPENS, **(DATES | {"languages": ["fi", "so"]}))
    item = residents.items.all()[0]
    assert item.text_in("so")[1] == "so" and item.option_in("1", "so")[1] == "so"
    assert last()[0] == "changed a survey"


def test_questions_are_left_out_until_somebody_has_answered(residents: Survey, as_aino: Actor) -> None:
    change_items(residents, by=as_aino, now=OPENS, asked={"again": False})
    assert [item.key for item in residents.items.filter(asked=True)] == ["heard", "safe", "free"]
    assert last() == ("chose a survey's questions", {"asked": 3})
    with pytest.raises(Refused, match="at least one"):
        change_items(residents, by=as_aino, now=OPENS, asked=dict.fromkeys(("heard", "safe", "free"), False))
    answer(residents, {"heard": "4"})
    with pytest.raises(Refused, match="answered already"):
        change_items(residents, by=as_aino, now=OPENS, asked={"again": True})


def test_an_answer_keeps_only_what_was_asked(residents: Survey, as_aino: Actor) -> None:
    change_items(residents, by=as_aino, now=OPENS, asked={"again": False})
    sent = {"heard": "4", "safe": "9", "again": "yes", "free": f"  {'a' * 2000} ", "name": "Maria", "ip": "192.0.2.1"}
    answer(residents, sent)
    assert Response.objects.get().answers == {"heard": "4", "free": "a" * 1000}


def test_an_empty_answer_is_not_kept(residents: Survey) -> None:
    with pytest.raises(Refused, match="at least one question"):
        answer(residents, {"heard": "", "free": "   "})
    assert not Response.objects.exists()


def test_an_answer_comes_while_the_survey_is_open(residents: Survey, as_aino: Actor) -> None:
    for moment, says in ((OPENS - timedelta(minutes=1), "not been opened"), (CLOSES, "closed")):
        with pytest.raises(Refused, match=says):
            answer_survey(residents, by=ANYBODY, now=moment, answers={"heard": "4"})
    close_survey(residents, by=as_aino, now=OPENS + timedelta(hours=1))
    with pytest.raises(Refused, match="closed"):
        answer(residents, {"heard": "4"})


def test_answering_leaves_no_line_no_time_and_no_order(residents: Survey) -> None:
    """Whoever has a copy of the database and saw who answered first finds nothing to match."""
    before = Entry.objects.count()
    answer(residents, *({"heard": "1"} for _first in range(20)), *({"heard": "5"} for _then in range(20)))
    assert Entry.objects.count() == before
    assert {field.name for field in Response._meta.get_fields()} == {"id", "municipality", "survey", "answers"}
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT answers FROM surveys_response")
            early = sum('"1"' in row[0] for row in cursor.fetchall()[:20])
        assert 2 <= early <= 18  # twenty by the order of answering; by chance outside this once in 10⁷


def test_closing_keeps_the_results_once(survey: Survey, as_aino: Actor) -> None:
    answer(survey, *({"understands": "5"} for _each in range(6)))
    closed = close_survey(survey, by=as_aino, now=LATER)
    assert closed.closed_at == CLOSES, "it had closed by itself"
    assert closed.shown["understands"]["word"] == "nearly_all" or closed.shown["understands"]["word"] == "most"
    assert last() == ("closed a survey", {"kind": "feedback"})
    lines = Entry.objects.count()
    close_survey(survey, by=as_aino, now=LATER)
    assert Entry.objects.count() == lines
    with pytest.raises(Refused, match="kept as they are"):
        change_survey(survey, by=as_aino, now=LATER, **DATES)
