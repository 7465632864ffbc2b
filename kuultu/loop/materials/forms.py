"""What is typed into questions and texts. Texts stand beside their source, one field for each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import language as language_of
from kuultu.ground.web.forms import RowForm, TextForm
from kuultu.loop.materials.exchange import Back, Comparison, Returned, Row, Verdict
from kuultu.loop.materials.models import Domain, Kind, Question
from kuultu.loop.materials.wording import Texts, Wording, wording_of

LONG = 70  # characters from which on a text gets several lines
TAKE = _("Take this text")
WORDS, TAKEN, SOURCE = "text-", "take-", "from-"  # before the key of a text that came back


def lines(text: str) -> list[str]:
    """The lines of a text that hold anything."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class LinesField(forms.CharField):
    """Several short texts, one to a line; cleaned to a list."""

    widget = forms.Textarea(attrs={"rows": 4})

    def clean(self, value: Any) -> list[str]:
        return lines(super().clean(value))


class QuestionForm(TextForm):
    """A question of the municipality's own."""

    text = forms.CharField(
        label=_("Question"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ask for what happened, not for an opinion. One thing in one question, in everyday words."),
    )
    probes = LinesField(
        label=_("Follow-ups"), required=False, help_text=_("One to a line. The facilitator uses them if needed.")
    )
    domain = forms.ChoiceField(label=_("Domain"), choices=Domain.choices)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=60, initial=10)


class PlaceForm(RowForm[Question]):
    """Where a question belongs and how long it takes."""

    class Meta:
        model = Question
        fields: ClassVar = ["domain", "minutes"]


class ReaderForm(TextForm):
    """Who has read the texts."""

    reader = forms.CharField(
        label=_("Reader's name"),
        max_length=80,
        help_text=_("Somebody who knows the language well. The name is kept with the text, for the municipality only."),
    )


class BesideForm(TextForm):
    """Fields in one language beside the same in the source language."""

    def __init__(self, code: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code = code

    def add(self, name: str, label: Any, *, text: str, rows: int) -> None:
        """A field in the language, with what stands there now."""
        tongue = language_of(self.code)
        look: dict[str, Any] = {"lang": tongue.code, "dir": tongue.direction}
        widget = forms.Textarea(attrs=look | {"rows": rows}) if rows > 1 else forms.TextInput(attrs=look)
        self.fields[name] = forms.CharField(label=label, initial=text, widget=widget, required=False)


class WordingsForm(BesideForm):
    """All questions in one language. `beside` gives each with its source wording and its two fields."""

    def __init__(self, questions: Sequence[Question], code: str, source: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(code, *args, **kwargs)
        self.questions, self.source = questions, source
        for number, question in enumerate(questions, start=1):
            said = wording_of(question, code)
            text, probes = ("", ()) if said.fell_back else (said.text, said.probes)
            self.add(f"text-{question.key}", format_lazy(_("Question {number}"), number=number), text=text, rows=3)
            follow_ups = format_lazy(_("Follow-ups to question {number}, one to a line"), number=number)
            self.add(f"probes-{question.key}", follow_ups, text="\n".join(probes), rows=4)
        if code == source:
            self.fields["spelling_only"] = forms.BooleanField(
                label=_("I mended only spelling: the translations still hold"), required=False
            )

    def beside(self) -> Iterator[tuple[Question, Wording, Wording, BoundField, BoundField]]:
        """Question, source wording, wording now, and its fields."""
        for question in self.questions:
            source, said = wording_of(question, self.source), wording_of(question, self.code)
            yield question, source, said, self[f"text-{question.key}"], self[f"probes-{question.key}"]

    def wordings(self) -> Iterator[tuple[Question, str, list[str]]]:
        """What was typed for each question; a question left empty that has no wording yet stays as it is."""
        for question in self.questions:
            text = self.cleaned_data[f"text-{question.key}"]
            if text or not wording_of(question, self.code).fell_back:
                yield question, text, lines(self.cleaned_data[f"probes-{question.key}"])


class WordsForm(BesideForm):
    """The words of one kind in one language."""

    def __init__(self, kind: Kind, texts: Texts, source: Texts, *args: Any, **kwargs: Any) -> None:
        super().__init__(texts.language, *args, **kwargs)
        self.kind, self.texts, self.source = kind, texts, source
        for key in texts.keys(kind):
            said = texts.say(key)
            now = "" if said.fell_back else said.text
            beside = source[key]
            rows = max(len(now.split("\n")), len(beside) // LONG + 1, beside.count("\n") + 1)
            self.add(key, source[key].split("\n")[0][:LONG], text=now, rows=min(rows + (rows > 1), 12))

    def beside(self) -> Iterator[tuple[str, Wording, Wording, BoundField]]:
        """Key, source wording, wording now, and its field."""
        for key in self.texts.keys(self.kind):
            yield key, self.source.say(key), self.texts.say(key), self[key]


class ReturnedForm(TextForm):
    """A file that came back from a translator."""

    file = forms.FileField(
        label=_("File from the translator"),
        help_text=_("XLIFF or Word, as it was downloaded here and came back translated; at most 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlf,.xliff,.docx"}),
        allow_empty_file=True,
        error_messages={"required": _("Choose the file first.")},
    )


class TakeForm(TextForm):
    """What came back, text by text: its words, and whether it is to be taken. Nothing is kept between the two pages
    but what stands in these fields."""

    author = forms.CharField(
        label=_("Translator's name"),
        max_length=80,
        help_text=_("The name is kept with the texts, for the municipality only."),
    )

    def __init__(self, compared: Comparison, code: str, *args: Any, author: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["author"].initial = author
        self.compared, tongue = compared, language_of(code)
        look: dict[str, Any] = {"lang": tongue.code, "dir": tongue.direction}
        for row in self.rows_shown:
            key, lines = row.whole.key, max(row.text.count("\n") + 1, len(row.text) // LONG + 1)
            widget = forms.Textarea(attrs=look | {"rows": min(lines + 1, 12)})
            label = row.whole.source.split("\n")[0][:LONG]
            self.fields[f"{WORDS}{key}"] = forms.CharField(label=label, initial=row.text, widget=widget, required=False)
            wanted = row.is_taken and not row.source_then
            box = forms.CheckboxInput(attrs={"aria-label": format_lazy("{}: {}", TAKE, label)})
            taken = forms.BooleanField(label=TAKE, initial=wanted, widget=box, required=False)
            self.fields[f"{TAKEN}{key}"] = taken
            then = forms.CharField(initial=row.source_then, widget=forms.HiddenInput, required=False, strip=False)
            self.fields[f"{SOURCE}{key}"] = then

    def clean(self) -> dict[str, Any]:
        """At least one text is to be taken."""
        if not any(self.cleaned_data.get(f"{TAKEN}{row.whole.key}") for row in self.rows_shown):
            raise forms.ValidationError(_("Choose at least one text to take."))
        return self.cleaned_data

    @property
    def rows_shown(self) -> list[Row]:
        """All that came back and does not stand here already."""
        return [row for row in self.compared.rows if row.verdict is not Verdict.UNCHANGED]

    def beside(self) -> Iterator[tuple[Row, BoundField, BoundField, BoundField]]:
        """Each text with its fields: words, whether it is taken, what it was translated from."""
        for row in self.rows_shown:
            key = row.whole.key
            yield row, self[f"{WORDS}{key}"], self[f"{TAKEN}{key}"], self[f"{SOURCE}{key}"]

    @staticmethod
    def typed(data: Mapping[str, str]) -> Returned:
        """Every text in what was sent, taken or not."""
        pieces = [
            Back(name.removeprefix(WORDS), "\n".join(lines(text)), data.get(SOURCE + name.removeprefix(WORDS)) or None)
            for name, text in data.items()
            if name.startswith(WORDS)
        ]
        return Returned("", tuple(pieces))

    def chosen(self) -> Returned:
        """The texts that are to be taken."""
        keys = [row.whole.key for row in self.rows_shown if self.cleaned_data[f"{TAKEN}{row.whole.key}"]]
        return Returned("", tuple(Back(key, "\n".join(lines(self.cleaned_data[f"{WORDS}{key}"]))) for key in keys))
