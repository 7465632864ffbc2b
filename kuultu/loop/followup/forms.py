"""What is typed of the follow-up."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kuultu.ground.web.fields import Day, TonguesField
from kuultu.ground.web.forms import RowForm, TextForm
from kuultu.loop.followup.models import Checkup, CheckupState, CheckupText, Finding, HearNext, Undone
from kuultu.loop.rounds.models import Ending


class PlanCheckupForm(RowForm[Checkup]):
    """A day on which the owner is asked."""

    class Meta:
        model = Checkup
        fields: ClassVar = ["due_on"]
        widgets: ClassVar = {"due_on": Day()}


class CheckupForm(RowForm[Checkup]):
    """How the measure stands, in one honest sentence."""

    class Meta:
        model = Checkup
        fields: ClassVar = ["state", "step", "says", "new_due_on"]
        widgets: ClassVar = {"new_due_on": Day(), "says": forms.Textarea(attrs={"rows": 2})}
        help_texts: ClassVar = {"says": _("Residents read this. If it is late, say so and say why.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("state", "step", "says"):
            self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("state") == CheckupState.LATE and not data.get("new_due_on"):
            self.add_error("new_due_on", _("It is late: give the new date, so that residents know."))
        return data


class CheckupTextForm(RowForm[CheckupText]):
    """What was done, in one language."""

    class Meta:
        model = CheckupText
        fields: ClassVar = ["done", "author", "reader"]
        widgets: ClassVar = {"done": forms.Textarea(attrs={"rows": 3})}
        labels: ClassVar = {"author": _("Translated by"), "reader": _("Checked by")}

    def __init__(self, language: str, direction: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["done"].widget.attrs.update({"lang": language, "dir": direction})


class FindingForm(RowForm[Finding]):
    """What an evaluation found."""

    class Meta:
        model = Finding
        fields: ClassVar = ["question", "method", "finding", "effect", "onward"]
        widgets: ClassVar = {"finding": forms.Textarea(attrs={"rows": 3})}


class UndoneForm(RowForm[Undone]):
    """What is not done, and why."""

    class Meta:
        model = Undone
        fields: ClassVar = ["what", "because"]
        widgets: ClassVar = {"because": forms.Textarea(attrs={"rows": 2})}


class HearNextForm(RowForm[HearNext]):
    """Whom to hear next, and why."""

    languages = TonguesField(label=_("Languages they speak together"))

    class Meta:
        model = HearNext
        fields: ClassVar = ["name", "languages", "reason"]


class CloseForm(TextForm):
    """How the round ended."""

    ending = forms.ChoiceField(
        label=_("How did it end?"),
        choices=[(Ending.DECIDED, Ending.DECIDED.label), (Ending.COLLECTED, Ending.COLLECTED.label)],
        widget=forms.RadioSelect,
    )


class NextRoundForm(TextForm):
    """The next round: a name and its first dates; groups come from whom to hear next."""

    name = forms.CharField(label=_("Name of the next round"), max_length=80)
    starts_on = forms.DateField(label=_("Begins"), widget=Day())
    talks_until = forms.DateField(label=_("Discussions are held by"), widget=Day())
    again = forms.BooleanField(label=_("Hear the same groups again, so that change can be seen"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("starts_on") and data.get("talks_until") and data["starts_on"] > data["talks_until"]:
            self.add_error("talks_until", _("The discussions come after the beginning."))
        return data
