"""Bases of forms."""

from typing import Any

from django import forms
from django.db.models import Model
from django.forms.forms import BaseForm

# Django's own words for it exist in English only.
NOTHING_CHOSEN = "—"


class RowForm[M: Model](forms.ModelForm):  # type: ignore[type-arg]  # at run time ModelForm takes no type
    """A form that fills a row of the table M."""

    instance: M

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.empty_label = field.empty_label and NOTHING_CHOSEN
            elif isinstance(field, forms.ChoiceField) and (offered := list(field.choices)) and offered[0][0] == "":
                field.choices = [("", NOTHING_CHOSEN), *offered[1:]]


def status_of(form: BaseForm) -> int:
    """The status of the page that shows a form: 400 when something in it needs mending."""
    return 400 if form.errors else 200
