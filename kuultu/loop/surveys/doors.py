"""The survey as it is filled in: one field for each question that is asked, none of them required."""

from collections.abc import Iterable
from typing import Any

from django import forms

from kuultu.ground.languages.registry import language
from kuultu.ground.web.forms import TextForm
from kuultu.loop.surveys.item_sets import MOST_SIGNS
from kuultu.loop.surveys.models import Item, ItemKind


class WordsField(forms.CharField):
    """Own words. `tongue`: the language that the question is asked in."""

    def __init__(self, item: Item, code: str) -> None:
        text, found = item.text_in(code)
        self.item, self.tongue = item, language(found)
        area = forms.Textarea(attrs={"rows": 3, "maxlength": MOST_SIGNS, "dir": "auto"})
        super().__init__(label=text, required=False, max_length=MOST_SIGNS, widget=area)


class OptionsField(forms.ChoiceField):
    """A scale or a choice, its answers in the language of the page where they have it."""

    def __init__(self, item: Item, code: str) -> None:
        text, found = item.text_in(code)
        self.item, self.tongue = item, language(found)
        options = [(option["key"], item.option_in(option["key"], code)[0]) for option in item.options]
        super().__init__(label=text, required=False, choices=options, widget=forms.RadioSelect)


class AnswerForm(TextForm):
    """Questions and options in one language, where it has them; else in another, which the field names."""

    def __init__(self, items: Iterable[Item], code: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for item in items:
            field = WordsField if item.kind == ItemKind.TEXT else OptionsField
            self.fields[item.key] = field(item, code)
