"""Sample data for the page that shows every part. The municipality and everybody in it are fictional."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import QueryDict

from kuultu.ground.web.fields import Clock, Day, Moment, Segments, TongueField
from kuultu.ground.web.forms import TextForm
from kuultu.ground.web.parts import (
    Cell,
    Fact,
    PathStep,
    StepItem,
    ThreadItem,
    TongueRow,
    WordGroup,
    WordRow,
    WordTable,
)
from kuultu.ground.web.words import POLARITIES

WHEN = datetime(2026, 3, 24, 12, 2, tzinfo=UTC)


@dataclass(frozen=True)
class No:
    """A No as the rules give it."""

    reason: str

    def __bool__(self) -> bool:
        return False


@dataclass(frozen=True)
class Text:
    """A text with its state, as `Written` has it."""

    state: str
    follows: int = 1
    read_at: datetime | None = None


@dataclass(frozen=True)
class Task:
    """A thing to do, as the loop has it."""

    what: str
    why: str
    button: str
    href: str


class SampleForm(TextForm):
    """A field of every kind."""

    name = forms.CharField(label="Name of the event", help_text="As it stands in the invitation.")
    held_on = forms.DateField(label="Day", widget=Day)
    at = forms.TimeField(label="Begins", widget=Clock, required=False)
    closes = forms.DateTimeField(label="Sign-up closes", widget=Moment, required=False)
    language = TongueField(label="Language")
    seats = forms.IntegerField(label="Seats", required=False, min_value=1)
    sign = forms.ChoiceField(
        label="What kind of experience?",
        choices=[(key, word) for key, (_kind, _sign, word) in POLARITIES.items()],
        widget=Segments(signs={key: (kind, sign) for key, (kind, sign, _word) in POLARITIES.items()}),
    )
    domains = forms.MultipleChoiceField(
        label="What was spoken of",
        choices=[("attitudes", "Attitudes"), ("security", "Security"), ("participation", "Participation")],
        widget=forms.CheckboxSelectMultiple,
    )
    remark = forms.CharField(label="Your own remark", widget=forms.Textarea, required=False)
    file = forms.FileField(label="The form from Word", required=False)
    checked = forms.BooleanField(label="No names of participants are in this report")


PATH = [
    PathStep("Plan", "done", "done", "#plan"),
    PathStep("Prepare", "done", "done", "#prepare"),
    PathStep("Talk", "now", "4 held of 6", "#talk", current=True),
    PathStep("Understand", "ahead", "2 reports wait for you", "#understand"),
    PathStep("Tell", "ahead", "ahead", "#tell"),
    PathStep("Decide", "ahead", "5 May", "#decide"),
    PathStep("Keep", "ahead", "ahead", "#keep"),
    PathStep("Answer", "ahead", "ahead"),
]
TASKS = [
    Task("Read the Dari report", "Silta ry delivered it yesterday. 31 statements, 2 found no place.", "Read", "#dari"),
    Task("Remind the scribe of the Tigrinya event", "The link has not been opened. 4 days left.", "Remind", "#ti"),
]
CAME = [
    ThreadItem("Said in Dari, word for word", "راننده بس ما را دید و ایستاد نشد.", language="fa-AF", quote=True),
    ThreadItem("Question 2", "How do people here meet you and your family?"),
    ThreadItem("Event", "Dari, 17 March, Silta ry", href="#event"),
]
BECAME = [
    ThreadItem("Theme", "Buses and getting about", href="#theme"),
    ThreadItem("Verdict of the tables", "Less of this, most tables", polarity="bad"),
    ThreadItem("Measure", "Nobody is left at the stop", state="now", href="#measure"),
    ThreadItem("Checked with residents", "not yet", state="ahead"),
    ThreadItem("Night bus", "not done: no money in the budget", state="no"),
]
STEPS = [
    StepItem("Promised", "done", "5 May"),
    StepItem("Started", "done", "24 August"),
    StepItem("Visible to residents", "now", "at 12 stops"),
    StepItem("Checked with residents", "ahead", "in November"),
]
TONGUES = [
    TongueRow("ar", "Library, 10 March", "ok", "read"),
    TongueRow("fa-AF", "Silta ry, 17 March", "you", "waits for you"),
    TongueRow("th", "Parish hall, 19 March", "mut", "coming"),
    TongueRow("ti", "Yhteinen pöytä ry, 28 March", "warn", "waits for the scribe"),
]
FACTS = [Fact("Owner", "Head of public transport"), Fact("Ready by", "31 October 2026")]
DATES = [Fact("Thursday 26 March", "Somali event."), Fact("Tuesday 5 May", "Decision event in the council hall.")]
TABLE = WordTable(
    "Theme",
    ["ar", "uk", "so"],
    [
        WordGroup(
            "security",
            [
                WordRow(
                    "Buses and getting about",
                    [Cell("most", "bad", "#1"), Cell("a few", "bad", "#2"), Cell("not spoken of")],
                    "#bus",
                ),
                WordRow(
                    "Light on the paths",
                    [Cell("a few", "bad", "#3"), Cell("not spoken of"), Cell("divided", "mixed", "#4")],
                ),
            ],
        ),
        WordGroup(
            "attitudes",
            [
                WordRow(
                    "Meeting in services",
                    [Cell("most", "good", "#5"), Cell("idea", "proposal", "#6"), Cell("not shown")],
                )
            ],
        ),
    ],
)
STORY = (
    "I waited for the bus with my children. It rained. The driver looked at us and drove past. "
    "The next day I stood there alone, and the bus stopped. I do not know whether it was chance."
)


def sample(posted: QueryDict | None) -> dict[str, Any]:
    """The context of the page."""
    return {
        "form": SampleForm(posted),
        "path": PATH,
        "round": "Spring 2026",
        "tasks": TASKS,
        "came": CAME,
        "became": BECAME,
        "steps": STEPS,
        "rows": TONGUES,
        "facts": FACTS,
        "dates": DATES,
        "table": TABLE,
        "story": STORY,
        "when": WHEN,
        "yes": True,
        "no": No("Not yet: the owner has not accepted. Remind the owner first."),
        "draft": Text("draft"),
        "machine": Text("machine"),
        "checked": Text("checked", read_at=WHEN),
        "stale": Text("approved", follows=1),
    }
