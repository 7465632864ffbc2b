# door words: scribes read some of these, so the content languages carry them too
"""Forms of those who tidy, check, return and read a report."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kuultu.ground.web.fields import Segments
from kuultu.loop.reports.fields import MARKS, SIGNS


class KeepForm(forms.Form):
    """Why a find can stay."""

    reason = forms.CharField(label=_("It can stay, because"), max_length=200)


class CoarsenForm(forms.Form):
    """What to say instead of words that give somebody away."""

    words = forms.CharField(label=_("Say instead"), max_length=80)


class PlaceForm(forms.Form):
    """Under which question a loose text belongs."""

    question_key = forms.ChoiceField(label=_("Under which question?"))
    mark = forms.ChoiceField(
        label=_("What kind of experience"), choices=MARKS, widget=Segments(signs=SIGNS), required=False
    )

    def __init__(self, questions: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        """`questions`: key and words of each."""
        super().__init__(*args, **kwargs)
        self.fields["question_key"].choices = [("", "—"), *questions]  # type: ignore[attr-defined]


class AsideForm(forms.Form):
    """Why a loose text belongs nowhere."""

    reason = forms.CharField(label=_("It belongs nowhere, because"), max_length=200)


class CheckedForm(forms.Form):
    """The second reader's word. Part F of the form."""

    removed = forms.BooleanField(label=_("I removed identifying details"), required=False)


class ReturnForm(forms.Form):
    """What should be changed."""

    reason = forms.CharField(label=_("What should be changed?"), widget=forms.Textarea(attrs={"rows": 3}))


class AddendumForm(forms.Form):
    """What is added to a locked report."""

    text = forms.CharField(label=_("Addition"), widget=forms.Textarea(attrs={"rows": 4}))
