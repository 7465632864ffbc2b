"""What is typed is kept or refused with a sentence."""

import pytest
from django.utils.translation import override

from kuultu.loop.materials.models import Domain
from kuultu.loop.statements.forms import CheckForm, FindForm, MergeForm, ThemeForm, TranslationForm, WithdrawForm
from tests.factories import a_round, a_theme

pytestmark = pytest.mark.usefixtures("in_mallila")


def test_a_search_drops_what_is_unknown() -> None:
    form = FindForm({"words": "بس", "mark": "purple", "event": "Z", "group": "x", "question": "SEC1"},
                    question=[("SEC1", "4 SEC1")])  # fmt: skip
    assert form.wanted == {"words": "بس", "question": "SEC1"}
    assert FindForm(None).wanted == {}


def test_a_translation_carries_its_language_and_direction() -> None:
    with override("en"):
        form = TranslationForm(None, "fa-AF")
        assert 'lang="fa-AF"' in str(form["text"]) and 'dir="rtl"' in str(form["text"])
        assert form["text"].label == "Dari"
        empty = TranslationForm({"text": "", "hand": "person"}, "fi")
        assert empty.errors == {"text": ["Write the translation first."]}


def test_a_name_in_a_translation_asks_for_a_look() -> None:
    with override("en"):
        typed = {"text": "Maryam sanoi, että opettele ensin suomea.", "hand": "person"}
        form = TranslationForm(typed, "fi")
        assert not form.is_valid() and "Maryam" in form.errors["text"][0]
        assert 'type="checkbox"' in str(form["looked"])
        assert TranslationForm(typed | {"looked": "on"}, "fi").is_valid()
        assert TranslationForm({"text": "Hän sanoi, että opettele ensin suomea.", "hand": "person"}, "fi").is_valid()


def test_a_reader_is_named() -> None:
    with override("en"):
        form = CheckForm({"words": "Bussi", "reader": " "}, "fi")
        assert form.errors == {"reader": ["Name the person who has checked the translation."]}


def test_a_withdrawal_has_a_reason() -> None:
    assert not WithdrawForm({"reason": ""}).is_valid()


def test_a_theme_keeps_names_in_languages_that_the_form_does_not_show() -> None:
    theme = a_theme(a_round(), names={"so": "Baska", "sv": "Buss"})
    form = ThemeForm({"name": "Bussi", "domain": Domain.SECURITY, "name_sv": " Bussen ", "name_en": ""}, ["sv", "en"],
                     instance=theme)  # fmt: skip
    assert form.is_valid() and form.cleaned_data["names"] == {"so": "Baska", "sv": "Bussen"}


def test_only_other_themes_of_the_round_are_merged() -> None:
    round = a_round()
    theme, other, strange = a_theme(round), a_theme(round), a_theme(a_round(code="MAL27"))
    assert MergeForm({"others": [other.pk]}, theme).is_valid()
    for wrong in (theme, strange):
        assert not MergeForm({"others": [wrong.pk]}, theme).is_valid()
