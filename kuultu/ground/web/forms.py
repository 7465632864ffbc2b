"""Bases of forms. Every form of ours is one of these two, so that no text in them is without an end."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models import Model
from django.forms.forms import BaseForm

# Characters of a text whose field does not say itself how long it may be: several pages, and less than a cell of a
# spreadsheet holds. The browser is not told, since it would cut what is pasted without a word.
LONGEST = 10_000


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


def status_of(form: BaseForm) -> int:
    """The status of the page that shows a form: 400 when something in it needs mending."""
    return 400 if form.errors else 200
