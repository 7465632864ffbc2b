"""What is typed of measures."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kuultu.ground.web.fields import Day
from kuultu.ground.web.forms import RowForm, TextForm
from kuultu.loop.cards.queries import cards_shown
from kuultu.loop.decisions.models import Idea
from kuultu.loop.measures.models import Measure, MeasureText, Programme
from kuultu.loop.rounds.models import Round


class MeasureForm(RowForm[Measure]):
    """One sentence, owner, date, and the cards it answers; the statutory headings follow.

    Source of the headings: Integration Act 681/2023 (objectives, measures, responsible, cooperation, follow-up).
    """

    cards = forms.MultipleChoiceField(label=_("Because residents said"), widget=forms.CheckboxSelectMultiple)
    more_because = forms.CharField(label=_("Why more than four"), required=False, max_length=300)

    class Meta:
        model = Measure
        fields: ClassVar = [
            "sentence", "owner_body", "owner_post", "owner_email", "due_on", "cards", "aim", "activities", "partners",
            "starts_on", "indicators", "money", "residents_hear",
        ]  # fmt: skip
        widgets: ClassVar = {
            "due_on": Day(), "starts_on": Day(),
            "aim": forms.Textarea(attrs={"rows": 2}), "activities": forms.Textarea(attrs={"rows": 3}),
            "indicators": forms.Textarea(attrs={"rows": 2}),
        }  # fmt: skip
        help_texts: ClassVar = {
            "sentence": _("As it will be read to residents: what will be different."),
            "owner_post": _("A post, not a person's name."),
            "owner_email": _("For the question whether the owner accepts, and for reminders. Not shown to anybody."),
        }

    def __init__(self, round: Round, many: bool, *args: Any, **kwargs: Any) -> None:
        """`many`: there are four already, so a reason is asked for."""
        super().__init__(*args, **kwargs)
        self.shown = cards_shown(round)
        self.fields["cards"].choices = [(str(card.pk), f"{card.code} {card.title}") for card in self.shown]  # type: ignore[attr-defined]
        if not many:
            del self.fields["more_because"]

    def clean_cards(self) -> list[Any]:
        """The cards themselves."""
        wanted = set(self.cleaned_data["cards"])
        return [card for card in self.shown if str(card.pk) in wanted]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("starts_on") and data.get("due_on") and data["starts_on"] > data["due_on"]:
            raise ValidationError(_("The measure would be ready before it starts. Check the dates."))
        return data


class ProgrammeForm(RowForm[Programme]):
    """Who approved the programme, and where it stands in the minutes."""

    class Meta:
        model = Programme
        fields: ClassVar = ["approved_by", "minutes"]


class MeasureTextForm(RowForm[MeasureText]):
    """What residents read, in one language."""

    class Meta:
        model = MeasureText
        fields: ClassVar = ["said", "decided", "author", "reader"]
        widgets: ClassVar = {"said": forms.Textarea(attrs={"rows": 3}), "decided": forms.Textarea(attrs={"rows": 3})}
        labels: ClassVar = {"author": _("Translated by"), "reader": _("Checked by")}
        help_texts: ClassVar = {"reader": _("Leave empty until somebody who knows the language has read it.")}

    def __init__(self, language: str, direction: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("said", "decided"):
            self.fields[name].widget.attrs.update({"lang": language, "dir": direction})


class AcceptanceForm(TextForm):
    """The owner's yes or no."""

    accepted = forms.TypedChoiceField(
        label=_("Do you take this on?"),
        choices=[("yes", _("Yes, we do it")), ("no", _("No, we cannot"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("A word to the municipality, if you like"), max_length=300, required=False)


def from_idea(idea: Idea | None) -> dict[str, Any]:
    """What an idea of the evening fills in beforehand."""
    if idea is None:
        return {}
    card = [str(idea.card_id)] if idea.card_id else []
    return {"sentence": idea.text[:200], "owner_body": idea.body, "cards": card}
