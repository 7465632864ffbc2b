"""Survey, Item, Response: what the evening did, and what residents say in between."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kuultu.ground.municipalities.models import Owned
from kuultu.ground.privacy.register import Term, fields
from kuultu.loop.rounds.models import Round


class SurveyKind(models.TextChoices):
    """Whom it asks."""

    FEEDBACK = "feedback", _("feedback of the decision event")
    RESIDENTS = "residents", _("residents")


@fields(keep=Term.PERMANENT, public="kind", internal="code opens_at closes_at languages")
class Survey(Owned):
    """A short survey behind a code. Answers are anonymous; results leave through `disclosure` after it closes."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="surveys")
    kind = models.CharField(max_length=10, choices=SurveyKind.choices)
    code = models.CharField(max_length=6, unique=True)
    languages = models.JSONField(default=list)
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("closes"))

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "kind"], name="survey_kind_once")]

    def __str__(self) -> str:
        return self.code


class ItemKind(models.TextChoices):
    """How an item is answered."""

    SCALE = "scale", _("scale of five")
    CHOICE = "choice", _("choice")
    TEXT = "text", _("own words")


@fields(keep=Term.PERMANENT, public="key kind order texts options asked")
class Item(Owned):
    """One question of a survey. `texts`: language → wording; `options`: for a choice, [{"key": …, "texts": {…}}]."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="items")
    key = models.CharField(max_length=20)
    kind = models.CharField(max_length=6, choices=ItemKind.choices)
    order = models.PositiveSmallIntegerField()
    texts = models.JSONField(default=dict)
    options = models.JSONField(default=list)
    asked = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["survey", "key"], name="item_key_once")]

    def __str__(self) -> str:
        return self.key


@fields(keep=Term.RESPONSES, special="answers")
class Response(Owned):
    """One person's answers, item key → value. No address, device, account or time; the key is random."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="responses")
    answers = models.JSONField(default=dict)

    def __str__(self) -> str:
        return "response"
