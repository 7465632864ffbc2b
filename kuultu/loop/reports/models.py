"""Report, Answer, Unplaced, Upload, KeptFind, Addendum: what a scribe brought home."""

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


@fields(
    keep=Term.ROUND,
    internal="state road language version finished_at checked_at delivered_at locked_at returned_because "
    "read_back agrees_delivery agrees_quotes",
    special="who_came top skipped differed remarks",
)
class Report(Owned):
    """One report per event. `version` counts the scribe's saves, so that two writers notice each other.

    `who_came`: counts in bands, {"total": 8, "18-29": 3, …}; `top`: the three most important matters;
    `skipped` and `differed`: question key → why it was not asked, where views differed; `remarks`: the
    scribe's word on conditions.
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
    remarks = models.TextField(blank=True)
    read_back = models.BooleanField(default=False)
    agrees_delivery = models.BooleanField(default=False)
    agrees_quotes = models.BooleanField(default=False)
    finished_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    delivered_at = models.DateTimeField(null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    returned_because = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.event.full_code

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.event.round_id


@fields(
    keep=Term.ROUND,
    internal="question_key row mark manner shared",
    special="original translation",
)
class Answer(Owned):
    """One line under a question: original words and the scribe's translation, if any."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="answers")
    question_key = models.CharField(max_length=12)
    row = models.PositiveSmallIntegerField()
    original = models.TextField(blank=True)
    translation = models.TextField(blank=True)
    mark = models.CharField(max_length=10, choices=Mark.choices, blank=True)
    manner = models.CharField(max_length=7, choices=Manner.choices, default=Manner.SAID)
    shared = models.CharField(max_length=5, choices=Shared.choices, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "question_key", "row"], name="answer_row_once")
        ]

    def __str__(self) -> str:
        return f"{self.question_key}.{self.row}"


@fields(keep=Term.ROUND, special="text", internal="settled_at")
class Unplaced(Owned):
    """A text of an imported form that found no place. Shown until a person gives it one or sets it aside."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="unplaced")
    text = models.TextField()
    settled_at = models.DateTimeField(null=True, blank=True)
    answer = models.ForeignKey(Answer, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.pk}"


@fields(keep=Term.ROUND, internal="sha256 received_at summary")
class Upload(Owned):
    """A Word file that was read into a report. The file is not kept; `summary`: counts of what was read and dropped."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="uploads")
    sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    summary = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["-received_at"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "sha256"], name="upload_once")]

    def __str__(self) -> str:
        return self.sha256[:8]


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
