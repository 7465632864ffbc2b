"""QuestionSet, Question, Translation, Material: what is asked and handed out, per language."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.texts import Written
from kuultu.ground.municipalities.models import Owned
from kuultu.ground.privacy.register import Term, fields
from kuultu.loop.rounds.models import Event, EventState, Round


class Domain(models.TextChoices):
    """The four domains of good relations, and a fifth for what does not fit.

    Source: Wigfield & Turner (EHRC 2010), as adapted by Finland's Ministry of Justice.
    """

    ATTITUDES = "attitudes", _("Attitudes")
    SECURITY = "security", _("Security")
    INTERACTION = "interaction", _("Interaction")
    PARTICIPATION = "participation", _("Participation")
    OTHER = "other", _("Other")


@fields(keep=Term.PERMANENT, public="version spent_keys", internal="frozen_at")
class QuestionSet(Owned):
    """The questions of a round. Frozen when its first discussion begins; from then on only wording is mended.

    `version` counts what has changed in print; it stands on every report form. `spent_keys`: keys of questions
    that were removed, never given to another question. `frozen_at`: frozen by hand before the first discussion.
    """

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="question_set")
    version = models.PositiveIntegerField(default=1)
    spent_keys = models.JSONField(default=list)
    frozen_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.round} v{self.version}"

    @property
    def source(self) -> str:
        """The language that the others follow: the municipality's first."""
        return source_language(self.round)

    def first_event(self, now: datetime) -> Event | None:
        """The discussion that froze the questions by beginning, if one has begun."""
        begun = Event.objects.filter(round_id=self.round_id, starts_at__lte=now)
        return begun.exclude(state=EventState.CANCELLED).order_by("starts_at").first()


def source_language(round: Round) -> str:
    """The code of the municipality's first language."""
    return round.municipality.languages.split(",")[0]


@fields(keep=Term.PERMANENT, public="key domain order minutes version")
class Question(Owned):
    """One question. Its key is never reused: a changed meaning is a new key, so comparison breaks visibly.

    `version` counts the changes of its wording in the source language; a translation `follows` one of them.
    """

    question_set = models.ForeignKey(QuestionSet, on_delete=models.CASCADE, related_name="questions")
    key = models.CharField(max_length=12)
    domain = models.CharField(_("domain"), max_length=15, choices=Domain.choices)
    order = models.PositiveSmallIntegerField(_("place in the list"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=10)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["question_set", "key"], name="question_key_once")]

    def __str__(self) -> str:
        return self.key


@fields(keep=Term.PERMANENT, public=f"text probes earlier {Written.FIELDS}", personal="author reader")
class Translation(Written, Owned):
    """A question's wording in one language, with follow-ups. The source language's wording is one of them.

    `earlier`: texts that forms handed out before may carry, so that a filled form is still recognised.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="translations")
    text = models.TextField(_("question"))
    probes = models.JSONField(default=list)
    earlier = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["language"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["question", "language"], name="wording_once")]

    def __str__(self) -> str:
        return f"{self.question} {self.language}"

    @property
    def is_stale(self) -> bool:
        """Has the source changed since this was written or read?"""
        return self.follows < self.question.version


class Kind(models.TextChoices):
    """What is handed out at an event."""

    INVITATION = "invitation", _("invitation")
    POSTER = "poster", _("poster")
    QUESTIONS = "questions", _("discussion questions")
    FACILITATOR = "facilitator", _("facilitator's guidance")
    SCRIBE = "scribe", _("scribe's guidance")
    FORM = "form", _("report form")
    INDUCTION = "induction", _("briefing slides")

    @property
    def editable(self) -> str:
        """The kind of file in which it can be changed."""
        return "pptx" if self is Kind.INDUCTION else "docx"


@fields(keep=Term.PERMANENT, public=f"kind texts {Written.FIELDS}", personal="author reader")
class Material(Written, Owned):
    """A municipality's own words in place of ours for one kind and language, and who has read them.

    `texts`: key → text, only what differs, e.g. {"invitation.lead": "…"}; lists are written one item to a line.
    `follows`: the version of our text that was read or written against.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="materials")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    texts = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "kind", "language"], name="material_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.language}"
