"""What is typed to open a survey: when, and in which languages."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import choices
from kuultu.ground.web.fields import Moment
from kuultu.ground.web.forms import RowForm
from kuultu.loop.surveys.models import Survey


class SurveyForm(RowForm[Survey]):
    """Dates and languages of a survey."""

    languages = forms.MultipleChoiceField(
        label=_("Languages of the survey"),
        help_text=_("A question without a wording in a language is asked in English, and says so."),
        choices=lambda: choices(get_language() or "fi"),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Survey
        fields: ClassVar = ["opens_at", "closes_at"]
        widgets: ClassVar = {"opens_at": Moment(), "closes_at": Moment()}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        opens, closes = data.get("opens_at"), data.get("closes_at")
        if opens and closes and opens >= closes:
            self.add_error("closes_at", _("The survey must close after it opens."))
        return data
