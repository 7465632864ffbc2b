"""Report, Upload, Answer, Unplaced, KeptFind, Addendum: what a scribe brought home."""

import hashlib
import json
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.texts import LANGUAGES
from kuultu.ground.municipalities.models import Owned
from kuultu.ground.privacy.register import Term, fields
from kuultu.loop.rounds.models import Event


class ReportState(models.TextChoices):
    """draft → finished → checked by the organisation → delivered → read and locked; or returned to the scribe."""

    DRAFT = "draft", _("being written")
    FINISHED = "finished", _("finished by the scribe")
    RETURNED = "returned", _("returned to the scribe")
    CHECKED = "checked", _("checked by the organisation")
    DELIVERED = "delivered", _("delivered")
    LOCKED = "locked", _("read and locked")


# With the scribe; and where the municipality may read it.
OPEN = frozenset({ReportState.DRAFT, ReportState.RETURNED})
DELIVERED = frozenset({ReportState.DELIVERED, ReportState.LOCKED})


class Road(models.TextChoices):
    """How it came. The three are equal: same fields, same numbers."""

    WEB = "web", _("in the browser")
    WORD = "word", _("as a Word form")
    PAPER = "paper", _("on paper")


class Mark(models.TextChoices):
    """What kind of experience a statement is."""

    NONE = "", _("not marked")
    GOOD = "good", _("good")
    BAD = "bad", _("bad")
    MIXED = "mixed", _("good and bad")
    PROPOSAL = "proposal", _("proposal")


class Manner(models.TextChoices):
    """Whose words they are."""

    SAID = "said", _("was said")
    QUOTE = "quote", _("quote")
    REMARK = "remark", _("scribe's remark")


class Shared(models.TextChoices):
    """How widely the group shared it, as the scribe saw it. Words, never counts."""

    NONE = "", _("not marked")
    ONE = "one", _("one")
    SOME = "some", _("some")
    MOST = "most", _("most")
    ALL = "all", _("all")


class How(models.TextChoices):
    """How the scribe wrote, by their own word."""

    NONE = "", _("not told")
    VERBATIM = "verbatim", _("word for word")
    NOTES = "notes", _("from notes")
    MEMORY = "memory", _("from memory")


@fields(
    keep=Term.ROUND,
    internal="state road language version saved_at finished_at checked_at delivered_at locked_at facts how "
    "read_back corrected agrees_delivery agrees_quotes no_names removed",
    special="who_came top skipped differed who_else works_well remarks returned_because",
)
class Report(Owned):
    """One report per event: the fields of the report form, by whichever road they came.

    Part A, `facts`: {"time": "17:05–19:10", "place": "library", "interpreter": "no", "briefed": "yes"}; `language`.
    Part B, `who_came`: people in bands, {"total": 8, "age.from_18": 3, …}.
    Part C: the answers; `skipped` and `differed`: question key → why it was not asked, where views differed.
    Part D, `top`: the three most important matters; `who_else`, `works_well`, `remarks` (the scribe's own).
    Part E, None while unanswered: `read_back`, `corrected`, `agrees_delivery`, `agrees_quotes`, `no_names`; `how`.
    Part F: `checked_by`, `checked_at`, `removed` (the second reader took identifying details out).
    `version` counts saves; `saved_at` is the last of them.
    """

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="report")
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.DRAFT)
    road = models.CharField(max_length=5, choices=Road.choices, default=Road.WEB)
    language = models.CharField(max_length=5, choices=LANGUAGES)
    version = models.PositiveIntegerField(default=0)
    who_came = models.JSONField(default=dict)
    top = models.JSONField(default=list)
    skipped = models.JSONField(default=dict)
    differed = models.JSONField(default=dict)
    who_else = models.TextField(blank=True)
    works_well = models.TextField(blank=True)
    remarks = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    how = models.CharField(max_length=8, choices=How.choices, blank=True)
    read_back = models.BooleanField(null=True, blank=True)
    corrected = models.BooleanField(null=True, blank=True)
    agrees_delivery = models.BooleanField(null=True, blank=True)
    agrees_quotes = models.BooleanField(null=True, blank=True)
    no_names = models.BooleanField(null=True, blank=True)
    removed = models.BooleanField(default=False)
    saved_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    delivered_at = models.DateTimeField(null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    returned_because = models.TextField(blank=True)

    FACTS: ClassVar = (
        "language", "facts", "who_came", "top", "who_else", "works_well", "remarks",
        "how", "read_back", "corrected", "agrees_delivery", "agrees_quotes", "no_names",
    )  # fmt: skip

    def __str__(self) -> str:
        return self.event.full_code

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.event.round_id

    @property
    def facts_fingerprint(self) -> str:
        """What parts A, B, D and E say, in 16 letters: a writer who saw another state than this one is told so."""
        return _digest([getattr(self, name) for name in self.FACTS])


@fields(keep=Term.ROUND, internal="sha256 received_at replaced_at summary")
class Upload(Owned):
    """A Word file that was read into a report. The file itself is not kept.

    `summary`: what was read and what was left out, in counts and codes; `replaced_at`: a newer file took its place.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="uploads")
    sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)
    summary = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["-received_at"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "sha256"], name="upload_once")]

    def __str__(self) -> str:
        return self.sha256[:8]


@fields(
    keep=Term.ROUND,
    internal="question_key row mark manner shared sent_as",
    special="original translation",
)
class Answer(Owned):
    """One line under a question: original words and the scribe's translation, if any.

    `sent_as` makes a line that is sent twice arrive once; `upload`: the Word file it came from, until somebody
    changes it by hand.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="answers")
    question_key = models.CharField(max_length=12)
    row = models.PositiveSmallIntegerField()
    original = models.TextField(blank=True)
    translation = models.TextField(blank=True)
    mark = models.CharField(max_length=10, choices=Mark.choices, blank=True)
    manner = models.CharField(max_length=7, choices=Manner.choices, default=Manner.SAID)
    shared = models.CharField(max_length=5, choices=Shared.choices, blank=True)
    upload = models.ForeignKey(Upload, null=True, blank=True, on_delete=models.SET_NULL, related_name="answers")
    sent_as = models.CharField(max_length=32, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "question_key", "row"], name="answer_row_once"),
            models.UniqueConstraint(
                fields=["report", "sent_as"], condition=~models.Q(sent_as=""), name="answer_sent_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_key}.{self.row}"

    @property
    def fingerprint(self) -> str:
        """What the line says, in 16 letters."""
        return _digest([self.original, self.translation, self.mark, self.manner, self.shared])


@fields(keep=Term.ROUND, special="text", internal="about settled_at set_aside_because")
class Unplaced(Owned):
    """A text of an imported form that found no place. Shown until a person gives it one or sets it aside.

    `about`: the field that it stood in, where the report had another value there already.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="unplaced")
    text = models.TextField()
    about = models.CharField(max_length=40, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    set_aside_because = models.CharField(max_length=200, blank=True)
    answer = models.ForeignKey(Answer, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.pk}"


@fields(keep=Term.ROUND, internal="kind fingerprint reason at")
class KeptFind(Owned):
    """A find of personal data that a person has looked at and kept, with the reason. Holds no text."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="kept_finds")
    kind = models.CharField(max_length=20)
    fingerprint = models.CharField(max_length=64)
    reason = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "fingerprint"], name="find_kept_once")]

    def __str__(self) -> str:
        return self.kind


@fields(keep=Term.ROUND, special="text", internal="at", personal="author")
class Addendum(Owned):
    """What was added to a report after it was locked."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="addenda")
    text = models.TextField(_("addition"))
    author = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


def _digest(said: object) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]
