"""Bases of forms. Every form of ours is one of these two, so that no text in them is without an end."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models import Model
from django.forms.forms import BaseForm

# Characters of a text whose field does not say itself how long it may be: several pages, and less than a cell of a
# spreadsheet holds. The browser is not told, since it would cut what is pasted without a word.
LONGEST = 10_000
# Django's own words for it exist in English only.
NOTHING_CHOSEN = "—"


class Ended(BaseForm):
    """Gives every text an end, also those that a form adds when it is made."""

    def full_clean(self) -> None:
        for field in self.fields.values():
            if isinstance(field, forms.CharField) and field.max_length is None:
                field.max_length = LONGEST
                field.validators.append(MaxLengthValidator(LONGEST))
        super().full_clean()


class TextForm(Ended, forms.Form):
    """A form that fills no row by itself."""


class RowForm[M: Model](Ended, forms.ModelForm):  # type: ignore[type-arg]  # at run time ModelForm takes no type
    """A form that fills a row of the table M."""

    instance: M

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.empty_label = field.empty_label and NOTHING_CHOSEN
            elif isinstance(field, forms.ChoiceField):
                offered = list(cast("Iterable[Any]", field.choices))
                if offered and offered[0][0] == "":
                    field.choices = [("", NOTHING_CHOSEN), *offered[1:]]


def status_of(form: BaseForm) -> int:
    """The status of the page that shows a form: 400 when something in it needs mending."""
    return 400 if form.errors else 200
