"""QuestionSet, Question, Translation, Material: what is asked and handed out, per language."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.texts import Written
from kuultu.ground.municipalities.models import Owned
from kuultu.ground.privacy.register import Term, fields
from kuultu.loop.rounds.models import Round


class Domain(models.TextChoices):
    """The four domains of good relations, and a fifth for what does not fit.

    Source: Wigfield & Turner (EHRC 2010), as adapted by Finland's Ministry of Justice.
    """

    ATTITUDES = "attitudes", _("Attitudes")
    SECURITY = "security", _("Security")
    INTERACTION = "interaction", _("Interaction")
    PARTICIPATION = "participation", _("Participation")
    OTHER = "other", _("Other")


@fields(keep=Term.PERMANENT, public="version", internal="frozen_at")
class QuestionSet(Owned):
    """The questions of a round. Frozen when the first report comes in; from then on only wording is mended."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="question_set")
    version = models.PositiveIntegerField(default=1)
    frozen_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.round} v{self.version}"


@fields(keep=Term.PERMANENT, public="key domain order minutes")
class Question(Owned):
    """One question. Its key is never reused: a changed meaning is a new key, so comparison breaks visibly."""

    question_set = models.ForeignKey(QuestionSet, on_delete=models.CASCADE, related_name="questions")
    key = models.CharField(max_length=12)
    domain = models.CharField(_("domain"), max_length=15, choices=Domain.choices)
    order = models.PositiveSmallIntegerField(_("order"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=10)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["question_set", "key"], name="question_key_once")]

    def __str__(self) -> str:
        return self.key


@fields(keep=Term.PERMANENT, public=f"text probes {Written.FIELDS}", personal="author reader")
class Translation(Written, Owned):
    """A question's wording in one language, with follow-ups."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="translations")
    text = models.TextField(_("question"))
    probes = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["language"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["question", "language"], name="wording_once")]

    def __str__(self) -> str:
        return f"{self.question} {self.language}"


class Kind(models.TextChoices):
    """What is handed out at an event."""

    INVITATION = "invitation", _("invitation")
    QUESTIONS = "questions", _("discussion questions")
    FACILITATOR = "facilitator", _("facilitator's guidance")
    SCRIBE = "scribe", _("scribe's guidance")
    FORM = "form", _("report form")


@fields(keep=Term.PERMANENT, public=f"kind texts {Written.FIELDS}", personal="author reader")
class Material(Written, Owned):
    """A municipality's own words in place of ours for one kind and language. `texts`: key → text, only what differs."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="materials")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    texts = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "kind", "language"], name="material_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.language}"
