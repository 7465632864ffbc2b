"""Survey, Item, Response: what the evening did, and what residents say in between."""

import uuid
from collections.abc import Mapping
from datetime import datetime
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


@fields(keep=Term.PERMANENT, public="kind", internal="code opens_at closes_at closed_at languages shown")
class Survey(Owned):
    """A short survey behind a code. Answers are anonymous; results leave through `disclosure` after it closes.

    `closes_at` is when it closes by itself, `closed_at` when somebody closed it and its results were kept:
    `shown` holds item key → what left through `disclosure`, so that results outlive the single answers.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="surveys")
    kind = models.CharField(max_length=10, choices=SurveyKind.choices)
    code = models.CharField(max_length=6, unique=True)
    languages = models.JSONField(default=list)
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("closes"))
    closed_at = models.DateTimeField(null=True, blank=True)
    shown = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "kind"], name="survey_kind_once")]

    def __str__(self) -> str:
        return self.code

    def is_open(self, now: datetime) -> bool:
        """May it be answered now?"""
        return self.closed_at is None and self.opens_at <= now < self.closes_at

    def is_over(self, now: datetime) -> bool:
        """Has it closed, by itself or by somebody's hand? Only then are there results."""
        return self.closed_at is not None or now >= self.closes_at


class ItemKind(models.TextChoices):
    """How an item is answered."""

    SCALE = "scale", _("scale of five")
    CHOICE = "choice", _("choice")
    TEXT = "text", _("own words")


@fields(keep=Term.PERMANENT, public="key kind order texts options asked")
class Item(Owned):
    """One question of a survey. `texts`: language → wording; `options`: [{"key": …, "texts": {…}}] for a choice,
    and the five points of a scale."""

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

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.survey.round_id

    def text_in(self, code: str) -> tuple[str, str]:
        """Its wording and the language that it is in: the one asked for, else English, else Finnish."""
        return wording(self.texts, code)

    def option_in(self, key: str, code: str) -> tuple[str, str]:
        """What an option is called, and in which language. Raises KeyError for a key that it does not have."""
        return wording(next(each["texts"] for each in self.options if each["key"] == key), code)


def wording(texts: Mapping[str, str], code: str) -> tuple[str, str]:
    """A text of several languages and the language that was found."""
    found = next((each for each in (code, "en", "fi", *texts) if texts.get(each)), "")
    return texts.get(found, ""), found or code


@fields(keep=Term.RESPONSES, special="answers")
class Response(Owned):
    """One person's answers, item key → value. No address, device, account or time; the key is random, and so is
    the place of the row: nothing tells who answered first."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="responses")
    answers = models.JSONField(default=dict)

    def __str__(self) -> str:
        return "response"
