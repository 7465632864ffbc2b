"""Written: the base of every text that exists in several languages, with its state and its author."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import CONTENT, language


class TextState(models.TextChoices):
    """How far a text has come. Machine-made stands apart, so that it reaches no decision-maker unmarked."""

    DRAFT = "draft", _("draft, not checked")
    MACHINE = "machine", _("machine translation, not checked")
    CHECKED = "checked", _("checked by a reader")
    APPROVED = "approved", _("approved")


LANGUAGES = [(each.code, each.own) for each in CONTENT.values()]


class Written(models.Model):
    """A text in one language. `reader` is the named person who has checked it; `follows` the source's version."""

    language = models.CharField(max_length=5, choices=LANGUAGES)
    state = models.CharField(max_length=10, choices=TextState.choices, default=TextState.DRAFT)
    author = models.CharField(max_length=80, blank=True)
    reader = models.CharField(max_length=80, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    follows = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    FIELDS: ClassVar = "language state follows read_at"

    @property
    def is_checked(self) -> bool:
        """Has a person who knows the language checked it?"""
        return self.state in {TextState.CHECKED, TextState.APPROVED}

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, for the page."""
        return language(self.language).direction
