"""What is typed in the hall: a join code, a table and a language, a table's word, an idea."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import language
from kuultu.ground.web.fields import Segments
from kuultu.ground.web.forms import RowForm, TextForm
from kuultu.loop.decisions.codes import CODE_SIGNS, as_typed
from kuultu.loop.decisions.models import DecisionEvent, Idea, Outcome, Table
from kuultu.loop.decisions.words import EFFORTS


class CodeForm(TextForm):
    """The code on the wall."""

    code = forms.CharField(
        label=_("Code of the event"),
        help_text=_("Six signs. You see them on the wall and on the paper on your table."),
        max_length=20,
        widget=forms.TextInput(attrs={
            "class": "code-input", "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false",
            "dir": "ltr",
        }),
    )  # fmt: skip

    def clean_code(self) -> str:
        """Six signs, whatever small letters, spaces and dashes were typed."""
        code = as_typed(self.cleaned_data["code"])
        if len(code) != CODE_SIGNS:
            raise forms.ValidationError(_("A code has six signs. Look at the wall or at the paper on your table."))
        return code


class JoinForm(TextForm):
    """At which table, in which language."""

    table = forms.TypedChoiceField(label=_("Your table"), coerce=int, widget=Segments)
    language = forms.ChoiceField(label=_("Language of the cards"), widget=forms.RadioSelect)

    def __init__(self, event: DecisionEvent, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tables = self.fields["table"]
        assert isinstance(tables, forms.TypedChoiceField)
        numbers = Table.objects.filter(decision_event=event).values_list("number", flat=True)
        tables.choices = [(number, str(number)) for number in numbers]
        languages = self.fields["language"]
        assert isinstance(languages, forms.ChoiceField)
        languages.choices = [(code, language(code).own) for code in event.languages]


class WordForm(TextForm):
    """What a table says of a card, and why. A table that does not agree says so."""

    OUTCOMES: ClassVar = {"more": Outcome.MORE, "unsure": Outcome.DIVIDED, "less": Outcome.LESS}

    card = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(choices=[(key, key) for key in OUTCOMES], error_messages={
        "required": _("Choose one of the three first."), "invalid_choice": _("Choose one of the three first."),
    })  # fmt: skip
    reason = forms.CharField(label=_("Why?"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def clean_verdict(self) -> Outcome:
        """As it is kept."""
        return self.OUTCOMES[self.cleaned_data["verdict"]]


class IdeaForm(RowForm[Idea]):
    """What could be done, by whom, how much it asks for."""

    class Meta:
        model = Idea
        fields: ClassVar = ["text", "body", "effort"]
        widgets: ClassVar = {"text": forms.Textarea(attrs={"rows": 2}), "effort": Segments}
        labels: ClassVar = {
            "text": _("What could be done?"), "body": _("Who could do it?"), "effort": _("How much does it ask for?"),
        }  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        effort = self.fields["effort"]
        assert isinstance(effort, forms.ChoiceField)
        effort.choices = EFFORTS
