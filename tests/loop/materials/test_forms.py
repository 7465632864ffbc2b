"""What is typed, and what is asked for when it is not right."""

import pytest

from kuultu.loop.materials.forms import QuestionForm, ReaderForm, WordingsForm, WordsForm
from kuultu.loop.materials.models import Kind, QuestionSet
from kuultu.loop.materials.queries import questions_of, texts_of

pytestmark = pytest.mark.usefixtures("in_mallila")


def test_a_question_has_words_a_domain_and_minutes() -> None:
    form = QuestionForm({"text": "Miten?", "probes": "Missä?\n\n Milloin? ", "domain": "security", "minutes": "5"})
    assert form.is_valid()
    assert form.cleaned_data["probes"] == ["Missä?", "Milloin?"]
    bad = QuestionForm({"text": " ", "domain": "weather", "minutes": "0"})
    assert set(bad.errors) == {"text", "domain", "minutes"}


def test_a_reader_has_a_name() -> None:
    assert not ReaderForm({"reader": "  "}).is_valid()


def test_wordings_stand_beside_their_source_in_their_direction(asked: QuestionSet) -> None:
    form = WordingsForm(questions_of(asked.round), "fa-AF", "fi")
    question, source, said, text, probes = next(iter(form.beside()))
    assert (question.key, source.language, said.language) == ("OPEN1", "fi", "fa-AF")
    assert 'dir="rtl"' in str(text) and 'lang="fa-AF"' in str(text)
    assert str(probes).count("؟") == 3
    assert "spelling_only" not in form.fields
    assert "spelling_only" in WordingsForm(questions_of(asked.round), "fi", "fi").fields


def test_a_wording_that_is_missing_begins_empty_and_may_stay_so(asked: QuestionSet) -> None:
    asked.questions.get(key="OPEN1").translations.filter(language="fa-AF").delete()
    asked.questions.filter(key="OPEN1").update(key="OWN9")
    questions = questions_of(asked.round)
    data = {name: str(field.initial) for name, field in WordingsForm(questions, "fa-AF", "fi").fields.items()}
    assert data["text-OWN9"] == ""
    form = WordingsForm(questions, "fa-AF", "fi", data)
    assert form.is_valid()
    assert next(question.key for question, _text, _probes in form.wordings()) == "ATT1"


def test_words_have_a_field_for_each_text_that_is_printed(asked: QuestionSet) -> None:
    texts, source = texts_of(asked.round, "fa-AF"), texts_of(asked.round, "fi")
    form = WordsForm(Kind.INVITATION, texts, source)
    assert list(form.fields) == texts.keys(Kind.INVITATION)
    beside = {key: (one.text, said.text) for key, one, said, _field in form.beside()}
    assert beside["invitation.greeting"] == ("Hei!", texts["invitation.greeting"])
