"""Results leave through disclosure, after the close, and nobody can be put together from them."""

from datetime import timedelta

import pytest

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied
from kuultu.ground.privacy.disclosure import InFigures, InWords, Nothing
from kuultu.loop import State
from kuultu.loop.rounds.models import Round
from kuultu.loop.surveys.actions.asking import close_survey
from kuultu.loop.surveys.models import Response, Survey
from kuultu.loop.surveys.queries import ItemResult, intentions_of, progress, results_of, tongues_of
from kuultu.loop.surveys.rules import may_read_results
from tests.factories import a_decision_event, a_round
from tests.loop.surveys.conftest import CLOSES, LATER, OPENS, answer


def of(survey: Survey, key: str) -> ItemResult:
    return next(each for each in results_of(survey, LATER, "en") if each.item.key == key)


def test_there_are_no_results_before_the_close(survey: Survey, as_aino: Actor) -> None:
    answer(survey, *({"understands": "5", "will_do": "Pihapäivä"} for _each in range(20)))
    now = CLOSES - timedelta(minutes=1)
    assert results_of(survey, now) == []
    assert intentions_of(survey.round, now) == []
    assert isinstance(may_read_results(as_aino, survey, now), Denied)
    assert may_read_results(as_aino, survey, CLOSES)


@pytest.mark.parametrize(
    ("points", "kind", "sentence"),
    [
        ("5555", Nothing, "Fewer than five answered: nothing is shown."),
        ("55544", InWords, "Most answered: much or very much."),
        ("5544332211", InWords, "Answers are divided."),
        ("55443332211", InFigures, "Answers are divided."),
        ("55555444443211", InWords, "Most answered: much or very much."),
        ("55555555444444333221", InFigures, "Most answered: much or very much."),
        ("5" * 12, InWords, "Nearly everybody answered: much or very much."),
    ],
)
def test_a_scale_becomes_a_sentence(survey: Survey, points: str, kind: type[object], sentence: str) -> None:
    answer(survey, *({"understands": point} for point in points))
    found = of(survey, "understands")
    assert (type(found.shown), found.sentence) == (kind, sentence)


def test_a_scale_is_put_together_below_thirty_answers(survey: Survey) -> None:
    answer(survey, *({"understands": point} for point in "5554443333222111"))
    lines = of(survey, "understands").lines
    assert [(line.answers, line.people) for line in lines] == [
        ("not at all · a little", 6), ("somewhat", 4), ("much · very much", 6),
    ]  # fmt: skip
    assert all(line.low <= line.percent <= line.high for line in lines)


def test_no_line_is_of_one_or_two_people(survey: Survey) -> None:
    roles = ["elected"] * 9 + ["office"] * 4 + ["resident"] * 2 + ["other"]
    answer(survey, *({"role": role} for role in roles))
    lines = of(survey, "role").lines
    assert lines and all(line.people >= 3 for line in lines)
    assert not any(line.answers in {"resident", "other"} for line in lines)


def test_own_words_need_five_people(survey: Survey) -> None:
    answer(survey, *({"missing": f"Kahvia {number}"} for number in range(4)))
    assert of(survey, "missing").words == ()
    answer(survey, {"missing": "Aikaa pöydissä"})
    assert sorted(of(survey, "missing").words) == ["Aikaa pöydissä", *(f"Kahvia {number}" for number in range(4))]


def test_own_words_are_shuffled_each_time_so_that_nothing_binds_a_persons_answers(survey: Survey) -> None:
    answer(survey, *({"changed_view": f"a{n:02}", "missing": f"b{n:02}"} for n in range(30)))
    first, second = of(survey, "changed_view").words, of(survey, "missing").words
    assert sorted(word[1:] for word in first) == sorted(word[1:] for word in second)
    # The n-th of one and the n-th of the other are one person's about once in thirty.
    assert sum(a[1:] == b[1:] for a, b in zip(first, second, strict=True)) < 12
    assert of(survey, "changed_view").words != first


def test_own_words_lose_personal_data(survey: Survey) -> None:
    wrote = ["Soita minulle 050 000 0123", "maria@mallila.example kertoo lisää", "Aikaa", "Kahvia", "Tulkki"]
    answer(survey, *({"missing": text} for text in wrote))
    shown = " ".join(of(survey, "missing").words)
    assert "050 000 0123" not in shown and "maria@" not in shown
    assert "[phone number]" in shown and "[e-mail]" in shown


def test_intentions_are_there_for_choosing_measures(survey: Survey, round: Round) -> None:
    answer(survey, *({"will_do": f"Teemme {number}"} for number in range(6)))
    assert sorted(intentions_of(round, LATER)) == [f"Teemme {number}" for number in range(6)]


def test_results_outlive_the_single_answers(survey: Survey, as_aino: Actor) -> None:
    answer(survey, *({"understands": "5"} for _each in range(12)))
    close_survey(survey, by=as_aino, now=LATER)
    Response.objects.all().delete()
    assert of(survey, "understands").sentence == "Nearly everybody answered: much or very much."


def test_answers_are_named_in_the_language_of_the_page(survey: Survey) -> None:
    answer(survey, *({"understands": "5"} for _each in range(12)))
    found = next(each for each in results_of(survey, LATER, "fi") if each.item.key == "understands")
    assert "paljon" in found.sentence
    assert found.text == "Kuinka paljon paremmin ymmärrät nyt asukkaiden kokemuksia?"


def test_drafts_and_missing_words_are_told(survey: Survey) -> None:
    assert tongues_of(survey) == [
        ("fi", 0, False),
        ("sv", 0, False),
        ("en", 0, False),
        ("ar", 0, True),
        ("ti", 0, True),
    ]


# How the asking stands


def test_the_desk_hears_what_is_next(round: Round, as_aino: Actor, survey: Survey) -> None:
    assert (progress(round, OPENS).state, str(progress(round, OPENS).says)) == (State.NOW, "open until 12 May")
    assert str(progress(round, OPENS - timedelta(days=1)).says) == "opens on 5 May"
    over = progress(round, LATER)
    assert [str(task.what) for task in over.tasks] == ["Read the results of the survey and keep them"]
    close_survey(survey, by=as_aino, now=LATER)
    assert progress(round, LATER).state == State.DONE


def test_before_a_survey_there_is_an_evening(in_mallila: object) -> None:
    round = a_round()
    assert progress(round, OPENS).state == State.AHEAD
    a_decision_event(round)
    told = progress(round, OPENS)
    assert (told.state, [str(task.what) for task in told.tasks]) == (State.NOW, ["Open the survey of the evening"])
    assert progress(round, OPENS + timedelta(days=30)).state == State.DONE
