"""Presentation, Slide, ShownQuote: the results as shown."""

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
    """The results of a round in one language, built from what was found and then edited.

    Frozen before the decision event: what was shown stays as it was shown.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="presentations")
    title = models.CharField(_("title"), max_length=160)
    language = models.CharField(max_length=5, choices=LANGUAGES, default="fi")
    built_at = models.DateTimeField()
    frozen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "language"], name="presentation_once")]

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
    CARDS = "cards", _("the cards on the tables")
    TEXT = "text", _("something else")


# What a person may add and take away again; every other kind is built, and hidden when it is not wanted.
ADDED = (SlideKind.TEXT, SlideKind.CARDS)


@fields(keep=Term.PERMANENT, public="order kind heading lines notes shown facts", internal="edited_at")
class Slide(Owned):
    """One slide. `lines`: its sentences; with heading and quote at most 45 words. `notes`: what is said beside it.

    `edited_at`: when a person last changed it; building again leaves it as it is. `facts`: what is counted or asked on
    it, written when the presentation is frozen (see `facts.py`); empty until then, and read from the round.
    """

    presentation = models.ForeignKey(Presentation, on_delete=models.CASCADE, related_name="slides")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=SlideKind.choices)
    heading = models.CharField(_("heading"), max_length=160)
    lines = models.JSONField(default=list)
    notes = models.TextField(_("notes"), blank=True)
    shown = models.BooleanField(_("shown"), default=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    facts = models.JSONField(default=dict)
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    quote = models.ForeignKey(Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    cards = models.ManyToManyField(Card, blank=True, related_name="slides")

    class Meta:
        ordering: ClassVar = ["order", "pk"]

    def __str__(self) -> str:
        return self.heading

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.presentation.round_id


@fields(keep=Term.ROUND, special="original translation", internal="language translation_language state")
class ShownQuote(Owned):
    """A quote as it was shown: written when the presentation is frozen, gone with its statement.

    `state`: how far the translation had come ("" where none was needed).
    """

    slide = models.OneToOneField(Slide, on_delete=models.CASCADE, related_name="shown_quote")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="+")
    original = models.TextField()
    language = models.CharField(max_length=5, choices=LANGUAGES)
    translation = models.TextField(blank=True)
    translation_language = models.CharField(max_length=5, blank=True)
    state = models.CharField(max_length=10, blank=True)

    def __str__(self) -> str:
        return f"{self.slide_id} {self.statement_id}"
