"""What is typed and chosen: a search, a translation, a check, a reason, a theme, the themes of a statement."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import language
from kuultu.ground.web.fields import Segments
from kuultu.ground.web.forms import RowForm, TextForm
from kuultu.loop import Sentence
from kuultu.loop.materials.models import Domain
from kuultu.loop.reports.models import Answer, Mark
from kuultu.loop.statements.finds import certain_finds
from kuultu.loop.statements.models import Hand, Theme

WAITING = (
    ("", _("everything")),
    ("translation", _("what waits for translation")),
    ("check", _("what waits for checking")),
    ("theme", _("what has no theme")),
    ("care", _("what needs special care")),
)

ALL = pgettext_lazy("no narrowing", "all")


class FindForm(TextForm):
    """A search among statements. It comes by GET: an unknown value narrows nothing."""

    words = forms.CharField(label=_("Words"), required=False, max_length=80, widget=forms.TextInput({"type": "search"}))
    waiting = forms.ChoiceField(label=_("Of them"), choices=WAITING, required=False)
    event = forms.ChoiceField(label=_("Discussion"), required=False)
    question = forms.ChoiceField(label=_("Question"), required=False)
    domain = forms.ChoiceField(label=_("Domain"), choices=[("", ALL), *Domain.choices], required=False)
    mark = forms.ChoiceField(label=_("Mark"), choices=[("", ALL), *Mark.choices[1:]], required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    group = forms.IntegerField(required=False, widget=forms.HiddenInput)
    language = forms.CharField(required=False, max_length=5, widget=forms.HiddenInput)

    def __init__(self, data: Any, **offered: Iterable[tuple[Any, Sentence]]) -> None:
        """`offered`: choices for event, question and theme."""
        super().__init__(data)
        for name in ("event", "question", "theme"):
            self.fields[name].choices = [("", ALL), *offered.get(name, ())]  # type: ignore[attr-defined]

    @property
    def wanted(self) -> dict[str, Any]:
        """What narrows the list, by name."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}


class LiftForm(TextForm):
    """Which of the scribe's remarks to lift as well."""

    remarks = forms.ModelMultipleChoiceField(
        queryset=Answer.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("One of the remarks is not in the report any more. Choose again.")},
    )

    def __init__(self, data: Any, remarks: Sequence[Answer]) -> None:
        super().__init__(data)
        found = Answer.objects.filter(pk__in=[answer.pk for answer in remarks])
        self.fields["remarks"].queryset = found  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[int]:
        """Ids of the remarks."""
        return [answer.pk for answer in self.cleaned_data["remarks"]]


class LookedForm(TextForm):
    """A form with new words of a statement: it asks for a look where they seem to tell who somebody is."""

    looked = forms.BooleanField(
        label=_("I have looked: this points at nobody who took part."), required=False, widget=forms.HiddenInput
    )
    new_words: ClassVar = "text"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if found := certain_finds(data.get(self.new_words, "")):
            self.fields["looked"].widget = forms.CheckboxInput()
            if not data.get("looked"):
                why = _("This may tell who somebody is: {words}. Write [name] or [number] instead, or tick below.")
                self.add_error(self.new_words, format_lazy(why, words=", ".join(found)))
        return data


class TranslationForm(LookedForm):
    """A translation, and whose it is."""

    text = forms.CharField(
        label=_("Translation"),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write the translation first.")},
    )
    hand = forms.ChoiceField(
        label=_("Who has translated it?"),
        choices=Hand.choices,
        widget=Segments,
        initial=Hand.PERSON,
        help_text=_("An engine's translation is marked as one until somebody has checked it."),
        error_messages={"required": _("Say whether a person or an engine has translated it.")},
    )
    author = forms.CharField(
        label=_("Translator's or engine's name"),
        max_length=80,
        required=False,
        help_text=_("Leave it empty if you have translated it yourself."),
    )

    field_order = ("text", "looked", "hand", "author")

    def __init__(self, data: Any, language_code: str, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        tongue = language(language_code)
        self.fields["text"].widget.attrs |= {"lang": tongue.code, "dir": tongue.direction}
        self.fields["text"].label = tongue.named_in(get_language() or "fi").capitalize()


class CheckForm(LookedForm):
    """A reader's word that a translation says what the original says; they may mend it first."""

    new_words = "words"
    words = forms.CharField(
        label=_("Translation"),
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Mend it here if something is missing, added or wrong."),
        error_messages={"required": _("A translation cannot be empty.")},
    )
    reader = forms.CharField(
        label=_("Who has checked it?"),
        max_length=80,
        help_text=_("The name of a person who knows both languages, other than the translator."),
        error_messages={"required": _("Name the person who has checked the translation.")},
    )

    field_order = ("words", "looked", "reader")

    def __init__(self, data: Any, language_code: str, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        tongue = language(language_code)
        self.fields["words"].widget.attrs |= {"lang": tongue.code, "dir": tongue.direction}


class WithdrawForm(TextForm):
    """Why a statement is withdrawn."""

    reason = forms.CharField(
        label=_("Why is it withdrawn?"),
        max_length=200,
        help_text=_("For example: the speaker asked for it. Name nobody."),
        error_messages={"required": _("Say why the statement is withdrawn, without naming anybody.")},
    )


class ThemeForm(RowForm[Theme]):
    """A theme of the codebook, with its names in the municipality's other languages."""

    class Meta:
        model = Theme
        fields: ClassVar = ["name", "domain", "definition"]
        widgets: ClassVar = {"definition": forms.Textarea({"rows": 2})}
        help_texts: ClassVar = {"definition": _("So that two people place a statement under the same theme.")}

    def __init__(self, data: Any, languages: Iterable[str], **kwargs: Any) -> None:
        """`languages`: the other languages in which the theme is shown to people."""
        super().__init__(data, **kwargs)
        names = self.instance.names or {}
        self.languages = tuple(languages)
        for code in self.languages:
            tongue = language(code)
            self.fields[f"name_{code}"] = forms.CharField(
                label=tongue.own,
                max_length=120,
                required=False,
                initial=names.get(code, ""),
                widget=forms.TextInput({"lang": tongue.code, "dir": tongue.direction}),
            )

    @property
    def other_names(self) -> list[forms.BoundField]:
        """The fields of the other languages."""
        return [self[f"name_{code}"] for code in self.languages]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        typed = {code: data.pop(f"name_{code}", "").strip() for code in self.languages}
        data["names"] = dict(self.instance.names) | typed
        data["names"] = {code: name for code, name in data["names"].items() if name}
        return data


class MergeForm(TextForm):
    """Which themes are merged into this one."""

    others = forms.ModelMultipleChoiceField(
        label=_("Merge these into this theme"),
        queryset=Theme.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one other theme to merge into this one.")},
    )

    def __init__(self, data: Any, theme: Theme) -> None:
        super().__init__(data)
        found = Theme.objects.filter(round_id=theme.round_id).exclude(pk=theme.pk)
        self.fields["others"].queryset = found  # type: ignore[attr-defined]


class ThemesForm(TextForm):
    """The themes under which a person places a statement."""

    themes = forms.ModelMultipleChoiceField(
        queryset=Theme.objects.none(),
        required=False,
        error_messages={"invalid_choice": _("One of the themes is not there any more. Choose again.")},
    )

    def __init__(self, data: Any, themes: Any) -> None:
        super().__init__(data)
        self.fields["themes"].queryset = themes  # type: ignore[attr-defined]
