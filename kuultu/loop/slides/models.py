"""Presentation, Slide: the results as shown."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.texts import LANGUAGES
from kuultu.ground.municipalities.models import Owned
from kuultu.ground.privacy.register import Term, fields
from kuultu.loop.cards.models import Card
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Statement, Theme


@fields(keep=Term.PERMANENT, public="title language", internal="built_at frozen_at")
class Presentation(Owned):
    """The results of a round in one language, built from what was found and then edited."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="presentation")
    title = models.CharField(_("title"), max_length=120)
    language = models.CharField(max_length=5, choices=LANGUAGES, default="fi")
    built_at = models.DateTimeField()
    frozen_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.title


class SlideKind(models.TextChoices):
    """What a slide shows."""

    TITLE = "title", _("title")
    ASKED = "asked", _("what was asked, who told")
    THEME = "theme", _("one theme")
    DIFFERED = "differed", _("where experiences differed")
    MISSING = "missing", _("who was not heard")
    QUESTIONS = "questions", _("questions to the deciders")


@fields(keep=Term.PERMANENT, public="order kind heading lines notes shown")
class Slide(Owned):
    """One slide. `lines`: its sentences, at most 45 words together; `notes`: what is said beside it."""

    presentation = models.ForeignKey(Presentation, on_delete=models.CASCADE, related_name="slides")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=SlideKind.choices)
    heading = models.CharField(_("heading"), max_length=160)
    lines = models.JSONField(default=list)
    notes = models.TextField(_("notes"), blank=True)
    shown = models.BooleanField(_("shown"), default=True)
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    quote = models.ForeignKey(Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    cards = models.ManyToManyField(Card, blank=True, related_name="slides")

    class Meta:
        ordering: ClassVar = ["order"]

    def __str__(self) -> str:
        return self.heading
