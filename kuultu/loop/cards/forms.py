"""What is typed into a card."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import CONTENT
from kuultu.ground.web.fields import TongueField
from kuultu.ground.web.forms import RowForm, TextForm
from kuultu.loop.cards.models import Card, CardText


class CardForm(RowForm[Card]):
    """Title, story, domain, and the two questions about what it rests on and whom it could harm."""

    class Meta:
        model = Card
        fields: ClassVar = ["title", "narrative", "domain", "harm_considered", "single_because"]
        widgets: ClassVar = {
            "narrative": forms.Textarea(attrs={"rows": 8}),
            "harm_considered": forms.Textarea(attrs={"rows": 2}),
            "single_because": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts: ClassVar = {
            "narrative": _("40–90 words, as somebody would tell it aloud. No names, no place smaller than a district."),
            "single_because": _("Only for a card that rests on one statement."),
        }


class CardTextForm(RowForm[CardText]):
    """A card in another language, with the name of the person who has checked it, if anybody has."""

    language = TongueField(label=_("Language"))

    class Meta:
        model = CardText
        fields: ClassVar = ["language", "title", "narrative", "author", "reader"]
        widgets: ClassVar = {"narrative": forms.Textarea(attrs={"rows": 8})}
        labels: ClassVar = {"author": _("Translated by"), "reader": _("Checked by")}
        help_texts: ClassVar = {"reader": _("Leave empty until somebody who knows the language has read it.")}

    def __init__(self, card: Card, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.card = card
        offered = TongueField(label=_("Language"), codes=[code for code in CONTENT if code != card.language])
        self.fields["language"] = offered
        if self.instance.pk:
            del self.fields["language"]
        written = (
            {"lang": self.instance.language, "dir": self.instance.direction} if self.instance.pk else {"dir": "auto"}
        )
        for name in ("title", "narrative"):
            self.fields[name].widget.attrs.update(written)


class ConsentForm(TextForm):
    """An organisation's word on a card."""

    agreed = forms.TypedChoiceField(
        label=_("Is the card true to what was said, and harmless?"),
        choices=[("yes", _("Yes, it may be shown")), ("no", _("No, change it"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("What should change"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("agreed") is False and not data.get("note"):
            self.add_error("note", _("Say what should change, so that the card can be mended."))
        return data
