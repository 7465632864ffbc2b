"""Where a text comes from, and that a fallback never passes for the language that was asked for."""

import pytest

from kuultu.ground.languages.texts import TextState
from kuultu.loop.materials.models import Domain, Kind, Material, Question, Translation
from kuultu.loop.materials.wording import (
    PLACEHOLDER,
    PLACEHOLDERS,
    STARTER,
    Texts,
    Wording,
    shipped,
    weakest,
    wording_of,
)


def ours(code: str) -> Texts:
    return Texts(code, {})


def test_our_texts_are_flat_and_lists_are_lines() -> None:
    finnish = shipped("fi")
    assert finnish is not None
    assert finnish.texts["domains.security"] == "Turvallisuus"
    assert len(finnish.texts["questions.OPEN1.probes"].split("\n")) == 3
    assert "\n" in finnish.texts["facilitator.sections.1.body"]
    assert shipped("xx") is None


def test_the_ten_questions_are_there_in_finnish_and_english() -> None:
    for code in ("fi", "en"):
        texts = shipped(code)
        assert texts is not None
        assert all(texts.question(key) for key, _domain, _minutes in STARTER)


def test_no_text_of_ours_has_a_placeholder_that_nobody_fills_in() -> None:
    for code in ("fi", "sv", "en", "ar"):
        texts = shipped(code)
        assert texts is not None
        assert {name for text in texts.texts.values() for name in PLACEHOLDER.findall(text)} <= set(PLACEHOLDERS)


def test_a_language_without_texts_falls_back_to_english_and_says_so() -> None:
    said = ours("xx").say("domains.security")
    english = shipped("en")
    assert english is not None
    assert (said.text, said.language, said.fell_back) == (english.texts["domains.security"], "en", True)
    assert not said.is_checked


def test_a_key_that_no_language_has_is_an_error() -> None:
    with pytest.raises(KeyError, match="no such key"):
        ours("fi").say("no such key")


def test_own_words_go_before_ours_in_the_fallback_too() -> None:
    own = Material(kind="invitation", language="en", texts={"invitation.lead": "Come in!"}, state="checked")
    said = Texts("xx", {("invitation", "en"): own}).say("invitation.lead")
    assert (said.text, said.own, said.fell_back, said.is_checked) == ("Come in!", True, True, False)


def test_what_was_read_against_an_older_text_of_ours_is_stale() -> None:
    row = Material(kind="scribe", language="fi", texts={}, state="checked", follows=0)
    whole = Texts("fi", {("scribe", "fi"): row}).whole(Kind.SCRIBE)
    assert (whole.stale, whole.is_checked) == (True, False)


def test_the_weakest_needs_a_reader_most() -> None:
    checked = Wording("a", "fi", TextState.CHECKED)
    draft = Wording("b", "fi", TextState.DRAFT)
    stale = Wording("c", "fi", TextState.CHECKED, stale=True)
    fallen = Wording("d", "en", TextState.CHECKED, fell_back=True)
    assert weakest([checked, draft]) is draft
    assert weakest([draft, stale]) is stale
    assert weakest([fallen, stale]) is fallen


def a_question(*rows: tuple[str, str], key: str = "SEC1", version: int = 1) -> Question:
    question = Question(pk=1, key=key, domain=Domain.SECURITY, order=1, version=version)
    made = [Translation(question=question, language=code, text=text) for code, text in rows]
    question._prefetched_objects_cache = {"translations": made}  # type: ignore[attr-defined]
    return question


def test_a_question_is_taken_from_its_row_then_from_ours_then_falls_back() -> None:
    question = a_question(("fi", "Missä?"), ("en", "Where?"))
    dari = shipped("fa-AF")
    assert dari is not None
    assert wording_of(question, "fi").text == "Missä?"
    assert (wording_of(question, "fa-AF").text, wording_of(question, "fa-AF").fell_back) == (
        dari.texts["questions.SEC1.text"], False,
    )  # fmt: skip
    assert (wording_of(question, "xx").text, wording_of(question, "xx").fell_back) == ("Where?", True)


def test_our_translation_of_a_question_that_has_changed_is_stale() -> None:
    assert wording_of(a_question(("fi", "Missä?"), version=2), "fa-AF").stale


def test_an_own_question_falls_back_to_the_language_that_it_has() -> None:
    said = wording_of(a_question(("sv", "Var?"), key="OWN1"), "fa-AF")
    assert (said.text, said.language, said.fell_back) == ("Var?", "sv", True)
