"""Bases of forms."""

from django import forms
from django.db.models import Model


class RowForm[M: Model](forms.ModelForm):  # type: ignore[type-arg]  # at run time ModelForm takes no type
    """A form that fills a row of the table M."""

    instance: M
