"""What the preparing stage tells others."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.actor import Actor
from kuultu.loop import State
from kuultu.loop.materials.actions.questions import add_question, prepare_questions
from kuultu.loop.materials.actions.wordings import change_wording, mark_language_read
from kuultu.loop.materials.models import QuestionSet
from kuultu.loop.materials.queries import (
    artefacts_of,
    form_map,
    form_words,
    pack_of,
    progress,
    questions_of,
    shelf_of,
    tasks_of,
    texts_of,
    tongues_of,
)
from kuultu.loop.rounds.models import Event, EventState, Round
from kuultu.loop.rounds.queries import events_of
from tests.factories import a_round, an_event

pytestmark = pytest.mark.usefixtures("in_mallila")


def states(event: Event) -> dict[str, str]:
    return {each.kind.value: each.state for each in artefacts_of(event)}


def test_a_pack_has_no_questions_and_no_form_before_they_are_prepared(dari: Event) -> None:
    names = ("invitation", "poster", "facilitator", "scribe", "induction")
    assert states(dari) == dict.fromkeys(names, "draft")


def test_a_pack_tells_how_far_each_paper_has_come(
    dari: Event, asked: QuestionSet, as_aino: Actor, now: datetime
) -> None:
    assert set(states(dari).values()) == {"draft"}
    mark_language_read(dari.round, "fa-AF", by=as_aino, now=now, reader="Farid")
    assert set(states(dari).values()) == {"checked"}
    change_wording(asked.questions.get(key="SEC1"), "fi", by=as_aino, now=now, text="Missä?")
    assert (states(dari)["questions"], states(dari)["form"], states(dari)["scribe"]) == ("stale", "stale", "checked")
    add_question(asked, by=as_aino, now=now, text="Oma?", domain="other")
    assert (states(dari)["questions"], states(dari)["form"]) == ("missing", "missing")


def test_a_pack_names_the_gaps_of_its_invitation(dari: Event) -> None:
    assert pack_of(dari).gaps() == []
    dari.place, dari.contact_phone, dari.contact_name = "", "", ""
    dari.address = ""
    assert pack_of(dari).gaps() == ["place", "contact"]


def test_what_is_filled_in_is_in_the_event_language(dari: Event) -> None:
    assert "29 مارچ" in pack_of(dari).say("message.text").text


@pytest.mark.usefixtures("few_texts")
def test_what_is_filled_into_a_text_that_fell_back_is_in_that_texts_language(dari: Event) -> None:
    said = pack_of(dari).say("message.text")
    assert (said.lang, "29 March" in said.text, "{" in said.text) == ("en", True, False)


def test_the_form_map_knows_every_question_and_field_in_both_languages(
    dari: Event, asked: QuestionSet, as_aino: Actor, now: datetime
) -> None:
    old = asked.questions.get(key="SEC1").translations.get(language="fa-AF").text
    change_wording(asked.questions.get(key="SEC1"), "fa-AF", by=as_aino, now=now, text="کجا امن است؟")
    found = form_map(dari.round)
    assert list(found.questions)[:3] == ["OPEN1", "ATT1", "ATT2"]
    finnish = asked.questions.get(key="SEC1").translations.get(language="fi").text
    assert {"کجا امن است؟", finnish, old} <= set(found.questions["SEC1"])
    assert found.fields["B.total"] == (texts_of(dari.round, "fa-AF")["form.people.total"], "Yhteensä")
    assert {"A.time", "B.age.from_18", "SEC1.skipped", "SEC1.differed", "D.1", "D.3", "E.read_back", "E.delivery",
            "E.quotes", "E.remark", "F.checked"} <= set(found.fields)  # fmt: skip
    assert "Keitä oli paikalla" in found.sections
    assert found.columns["t"][-1] == "Käännös"


def test_words_and_signs_of_the_form_have_a_meaning(dari: Event, asked: QuestionSet) -> None:
    words = form_words(dari.round)
    assert [words.marks[sign] for sign in ("+", "−", "-", "±", "!", "“", "▲", "huono")] == [
        "good", "bad", "bad", "both", "proposal", "quote", "good", "bad",
    ]  # fmt: skip
    yes = texts_of(dari.round, "fa-AF")["form.yes"]
    assert (words.choices["E.delivery"][yes], words.choices["E.delivery"]["ei"]) == ("yes", "no")
    assert words.choices["A.place"]["kirjasto"] == "library"
    assert words.choices["E.how"]["muistista"] == "memory"


def test_progress_waits_for_the_first_event(as_aino: Actor, now: datetime) -> None:
    found = progress(a_round(), now)
    assert (found.state, found.tasks) == (State.AHEAD, ())


def test_progress_asks_for_questions_first(spring: Round, now: datetime) -> None:
    found = progress(spring, now)
    assert (found.state, [str(task.button) for task in found.tasks]) == (State.NOW, ["Prepare the questions"])
    assert found.tasks[0].due == (now + timedelta(days=5)).date()


def test_progress_asks_each_language_for_what_it_needs_most(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    spring = asked.round
    tasks = progress(spring, now).tasks
    assert [(str(task.what), task.role) for task in tasks] == [
        ("Read the texts: suomi", "coordinator"), ("Find a reader: دری", "organisation"),
        ("Fill in the invitation of MAL26-D", "organisation"),
    ]  # fmt: skip
    for code in ("fi", "fa-AF"):
        mark_language_read(spring, code, by=as_aino, now=now, reader="Farid")
    change_wording(asked.questions.get(key="SEC1"), "fi", by=as_aino, now=now, text="Missä?")
    assert [str(task.what) for task in progress(spring, now).tasks][:2] == [
        "Read the texts: suomi", "Look at the changed texts: دری",
    ]  # fmt: skip


def test_progress_is_done_when_all_is_read_or_all_has_begun(
    dari: Event, asked: QuestionSet, as_aino: Actor, now: datetime
) -> None:
    assert progress(dari.round, now + timedelta(days=5)).state == State.DONE
    for code in ("fi", "fa-AF"):
        mark_language_read(dari.round, code, by=as_aino, now=now, reader="Farid")
    found = progress(dari.round, now)
    assert (found.state, str(found.says), found.tasks) == (State.DONE, "1 language", ())


def test_an_organisation_is_not_asked_for_the_source(dari: Event, asked: QuestionSet, now: datetime) -> None:
    shelf = shelf_of(dari.round)
    tasks = tasks_of(shelf, [dari], now, source=False)
    assert [str(task.what) for task in tasks] == ["Find a reader: دری"]
    assert [tongue.code for tongue in tongues_of(shelf, [dari], source=False)] == ["fa-AF"]


def test_cancelled_events_need_no_texts(spring: Round, asked: QuestionSet, silta: Organisation) -> None:
    an_event(spring, silta, code="S", language="so", state=EventState.CANCELLED)
    assert [tongue.code for tongue in tongues_of(shelf_of(spring), events_of(spring))] == ["fi", "fa-AF"]


def test_the_shelf_is_loaded_once_however_much_stands_on_it(
    spring: Round, silta: Organisation, as_aino: Actor, now: datetime
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            shelf = shelf_of(spring)
            for tongue in tongues_of(shelf, events_of(spring)):
                assert tongue.artefacts
        return len(seen)

    prepare_questions(spring, by=as_aino, now=now)
    first = cost()
    for code, language in (("S", "so"), ("T", "ti")):
        an_event(spring, silta, code=code, language=language, starts_at=now + timedelta(days=9))
    assert cost() == first


def test_questions_come_in_their_order_with_their_wordings(asked: QuestionSet) -> None:
    assert [question.order for question in questions_of(asked.round)] == list(range(1, 11))
