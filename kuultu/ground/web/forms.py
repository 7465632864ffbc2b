"""Bases of forms."""

from django import forms
from django.db.models import Model
from django.forms.forms import BaseForm


class RowForm[M: Model](forms.ModelForm):  # type: ignore[type-arg]  # at run time ModelForm takes no type
    """A form that fills a row of the table M."""

    instance: M


def status_of(form: BaseForm) -> int:
    """The status of the page that shows a form: 400 when something in it needs mending."""
    return 400 if form.errors else 200
