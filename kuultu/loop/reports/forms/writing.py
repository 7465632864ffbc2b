# door words: scribes read these, so the content languages carry them too
"""The scribe's forms: a line, notes under a question, who came, what mattered most, the checks with the group."""

import secrets
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import language
from kuultu.ground.web.fields import Segments, TongueField
from kuultu.ground.web.forms import TextForm
from kuultu.loop.reports.fields import (
    AGES,
    COUNTS,
    FACTS,
    GENDERS,
    HOWS,
    MANNERS,
    MARKS,
    MOST_PEOPLE,
    PLACES,
    SHARES,
    SIGNS,
    TOP,
    YEARS,
)
from kuultu.loop.reports.models import Answer, Report

YES_NO = (("yes", _("yes")), ("no", _("no")))


def area(code: str, rows: int = 2) -> forms.Textarea:
    """A place to write in, in the direction of a language."""
    return forms.Textarea(attrs={"rows": rows, "lang": code, "dir": language(code).direction})


class LineForm(TextForm):
    """One statement. `client_id` is made with the page, so that a line sent twice arrives once."""

    manner = forms.ChoiceField(label=_("Whose words"), choices=MANNERS, widget=Segments, initial="said")
    original = forms.CharField(label=_("Statement"))
    mark = forms.ChoiceField(
        label=_("What kind of experience"), choices=MARKS, widget=Segments(signs=SIGNS), required=False
    )
    shared = forms.ChoiceField(label=_("How widely shared"), choices=SHARES, widget=Segments, required=False)
    translation = forms.CharField(
        label=_("Translation"), help_text=_("Can be left empty. The translation can be made later."), required=False
    )
    client_id = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def __init__(self, spoken: str, staff: str, *args: Any, answer: Answer | None = None, **kwargs: Any) -> None:
        """`spoken`: the report's language; `staff`: the municipality's, into which a line may be translated."""
        initial = {"client_id": secrets.token_hex(8)}
        if answer is not None:
            names = ("manner", "original", "mark", "shared", "translation")
            initial = {name: getattr(answer, name) for name in names} | {"seen": answer.fingerprint}
        kwargs["initial"] = initial
        super().__init__(*args, **kwargs)
        self.fields["original"].widget = area(spoken, 3)
        self.fields["translation"].widget = area(staff)
        self.fields["original"].error_messages["required"] = _("Write what was said first.")
        if spoken == staff:
            del self.fields["translation"]
        if answer is not None:
            for name in ("mark", "shared"):
                field = self.fields[name]
                field.choices = [*field.choices, ("", _("not marked"))]  # type: ignore[attr-defined]

    def line(self) -> dict[str, str]:
        """What `add_line` takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    def change(self) -> dict[str, str]:
        """What `change_line` takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "client_id"}


class NotesForm(TextForm):
    """Beside the lines: where views differed, and why a question was not asked."""

    differed = forms.CharField(label=_("Where did views differ?"), required=False)
    skipped = forms.CharField(label=_("Not asked, because"), required=False)

    def __init__(self, report_language: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget = area(report_language)


class SeenForm(TextForm):
    """Remembers what the writer had before them."""

    seen = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def __init__(self, report: Report, *args: Any, **kwargs: Any) -> None:
        self.report = report
        kwargs["initial"] = self.initial_of(report) | {"seen": report.facts_fingerprint}
        super().__init__(*args, **kwargs)

    def initial_of(self, report: Report) -> dict[str, Any]:
        """What stands in the report already."""
        return {}


class FactsForm(SeenForm):
    """Parts A and B: when and where, in which language the report is written, how many came."""

    time = forms.CharField(label=_("Started and ended"), required=False, max_length=40)
    place = forms.ChoiceField(label=_("Place"), choices=PLACES, widget=Segments, required=False)
    language = TongueField(label=_("Language of the report"))
    interpreter = forms.ChoiceField(label=_("An interpreter was present"), choices=YES_NO, widget=Segments,
                                    required=False)  # fmt: skip
    briefed = forms.ChoiceField(label=_("Facilitator and scribe have been briefed"), choices=YES_NO, widget=Segments,
                                required=False)  # fmt: skip

    def __init__(self, report: Report, *args: Any, **kwargs: Any) -> None:
        super().__init__(report, *args, **kwargs)
        labels = dict((*AGES, *GENDERS, *YEARS)) | {
            "total": _("Total"), "first_time": _("Here for the first time"), "left_early": _("Left early"),
        }  # fmt: skip
        for name in COUNTS:
            self.fields[name] = forms.IntegerField(
                label=labels[name], required=False, min_value=0, max_value=MOST_PEOPLE,
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            )  # fmt: skip

    def initial_of(self, report: Report) -> dict[str, Any]:
        return {**report.facts, **report.who_came, "language": report.language}

    @property
    def ages(self) -> list[forms.BoundField]:
        """The bands of age."""
        return [self[name] for name, _label in AGES]

    @property
    def years(self) -> list[forms.BoundField]:
        """How long in Finland."""
        return [self[name] for name, _label in YEARS]

    @property
    def genders(self) -> list[forms.BoundField]:
        """Women, men, others."""
        return [self[name] for name, _label in GENDERS]

    def values(self) -> dict[str, Any]:
        """What `save_facts` takes."""
        data = self.cleaned_data
        return {
            "facts": {name: data.get(name, "") for name in FACTS},
            "who_came": {name: data.get(name) for name in COUNTS},
            "language": data["language"],
            "seen": data["seen"],
        }


class MattersForm(SeenForm):
    """Part D: the three most important matters, who else, what works, the scribe's own remarks."""

    def __init__(self, report: Report, *args: Any, **kwargs: Any) -> None:
        super().__init__(report, *args, **kwargs)
        for number in range(1, TOP + 1):
            self.fields[f"top_{number}"] = forms.CharField(
                label=str(number), required=False, widget=area(report.language)
            )
        for name, label in (
            ("who_else", _("Who else should be heard?")),
            ("works_well", _("What works well already?")),
            ("remarks", _("Scribe's own remarks")),
        ):
            self.fields[name] = forms.CharField(label=label, required=False, widget=area(report.language))
        self.fields["remarks"].help_text = _("What you noticed yourself. Keep it apart from what was said.")

    def initial_of(self, report: Report) -> dict[str, Any]:
        top = {f"top_{number}": text for number, text in enumerate(report.top, start=1)}
        return top | {"who_else": report.who_else, "works_well": report.works_well, "remarks": report.remarks}

    @property
    def top(self) -> list[forms.BoundField]:
        """The three."""
        return [self[f"top_{number}"] for number in range(1, TOP + 1)]

    def values(self) -> dict[str, Any]:
        """What `save_facts` takes."""
        data = self.cleaned_data
        more = {name: data[name] for name in ("who_else", "works_well", "remarks", "seen")}
        return more | {"top": [data[f"top_{number}"] for number in range(1, TOP + 1)]}


class ChecksForm(SeenForm):
    """Part E: gone through together with the group."""

    read_back = forms.ChoiceField(label=_("We read the statements aloud to the group."), choices=YES_NO)
    corrected = forms.ChoiceField(label=_("The group's corrections have been made."), choices=YES_NO)
    agrees_delivery = forms.ChoiceField(
        label=_("The group agrees that the report is given to the municipality."), choices=YES_NO
    )
    agrees_quotes = forms.ChoiceField(label=_("The group agrees that quotes are used."), choices=YES_NO)
    no_names = forms.ChoiceField(label=_("There are no names, numbers or addresses in the report."), choices=YES_NO)
    how = forms.ChoiceField(label=_("How did you write"), choices=HOWS)

    CHECKS = ("read_back", "corrected", "agrees_delivery", "agrees_quotes", "no_names")

    def __init__(self, report: Report, *args: Any, **kwargs: Any) -> None:
        super().__init__(report, *args, **kwargs)
        for name in (*self.CHECKS, "how"):
            field = self.fields[name]
            field.required = False
            field.widget = Segments(choices=field.choices)  # type: ignore[attr-defined]

    def initial_of(self, report: Report) -> dict[str, Any]:
        words = {True: "yes", False: "no", None: ""}
        return {name: words[getattr(report, name)] for name in self.CHECKS} | {"how": report.how}

    def values(self) -> dict[str, Any]:
        """What `save_facts` takes."""
        meant = {"yes": True, "no": False, "": None}
        checks = {name: meant[self.cleaned_data[name]] for name in self.CHECKS}
        return checks | {"how": self.cleaned_data["how"], "seen": self.cleaned_data["seen"]}


class PlaceForm(TextForm):
    """Under which question a loose text belongs."""

    question_key = forms.ChoiceField(label=_("Under which question?"))

    def __init__(self, questions: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        """`questions`: key and words of each."""
        super().__init__(*args, **kwargs)
        self.fields["question_key"].choices = [("", "—"), *questions]  # type: ignore[attr-defined]


class UploadForm(TextForm):
    """A Word form that has been filled in."""

    file = forms.FileField(
        label=_("Word form"),
        help_text=_("The form of this event, saved as a Word document (.docx), at most 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
        allow_empty_file=True,
        error_messages={"required": _("Choose the file first.")},
    )
