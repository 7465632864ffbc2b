"""Forms of those who check, return and read a report."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kuultu.ground.web.forms import TextForm


class CheckedForm(TextForm):
    """The second reader's word. Part F of the form."""

    removed = forms.BooleanField(label=_("I removed identifying details"), required=False)


class ReturnForm(TextForm):
    """What should be changed."""

    reason = forms.CharField(label=_("What should be changed?"), widget=forms.Textarea(attrs={"rows": 3}))


class AddendumForm(TextForm):
    """What is added to a locked report."""

    text = forms.CharField(label=_("Addition"), widget=forms.Textarea(attrs={"rows": 4}))
