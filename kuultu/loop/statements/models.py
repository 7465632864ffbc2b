"""Statement, StatementText, Theme, Coding: lifted out of reports, translated, gathered under themes."""

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import language
from kuultu.ground.languages.texts import LANGUAGES, TextState, Written
from kuultu.ground.municipalities.models import Owned
from kuultu.ground.privacy.register import Term, fields
from kuultu.loop.materials.models import Domain
from kuultu.loop.reports.models import Answer, Manner, Mark, ReportState, Shared
from kuultu.loop.rounds.models import Event, Round

# A returned report is the organisation's again: until it comes back, its statements are out of sight.
DELIVERED = (ReportState.DELIVERED, ReportState.LOCKED)
SCRIBE = "scribe"  # the author of a translation that came with the report; no name is kept


class Hand(models.TextChoices):
    """Who has written a translation: it decides the state in which the text begins."""

    PERSON = "person", _("a person")
    ENGINE = "engine", _("a translation engine")

    @property
    def state(self) -> TextState:
        """Unchecked either way, but an engine's text is marked as one."""
        return TextState.MACHINE if self is Hand.ENGINE else TextState.DRAFT


@fields(
    keep=Term.ROUND,
    public="number question_key domain",
    internal="language mark manner shared sensitive withdrawn_at withdrawn_because version",
    special="original folded",
)
class Statement(Owned):
    """The traceable unit. Original words stay as they were said; translations stand beside them.

    `version` grows when a returned report comes back with other words: texts that follow an older one are stale.
    `folded`: original and translations as the search sees them (see folding.py), in one column.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="statements")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="statements")
    answer = models.OneToOneField(Answer, on_delete=models.CASCADE, related_name="statement")
    number = models.PositiveSmallIntegerField()
    question_key = models.CharField(max_length=12)
    domain = models.CharField(max_length=15, choices=Domain.choices)
    original = models.TextField()
    language = models.CharField(max_length=5, choices=LANGUAGES)
    mark = models.CharField(max_length=10, choices=Mark.choices, blank=True)
    manner = models.CharField(max_length=7, choices=Manner.choices, default=Manner.SAID)
    shared = models.CharField(max_length=5, choices=Shared.choices, blank=True)
    sensitive = models.BooleanField(_("handle with special care"), default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=200, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    folded = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["event__code", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "number"], name="statement_number_once"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | ~models.Q(withdrawn_because=""),
                name="statement_withdrawn_because",
            ),
        ]
        # Every query names the municipality: an index on that alone would look good and read all its statements.
        indexes: ClassVar = [
            models.Index(fields=["municipality", "round", "event", "number"], name="statement_by_round"),
            models.Index(fields=["municipality", "event"], name="statement_by_event"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The short code within the round: `D-08`."""
        return f"{self.event.code}-{self.number:02d}"

    @property
    def full_code(self) -> str:
        """The short code as printed: `MAL26-D-08`."""
        return f"{self.event.full_code}-{self.number:02d}"

    @property
    def direction(self) -> str:
        """Of the original words."""
        return language(self.language).direction


@fields(keep=Term.ROUND, special="text", internal=Written.FIELDS, personal="author reader")
class StatementText(Written, Owned):
    """A statement in another language."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="texts")
    text = models.TextField(_("translation"))

    class Meta:
        ordering: ClassVar = ["language"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["statement", "language"], name="statement_text_once")]
        indexes: ClassVar = [models.Index(fields=["municipality", "statement"], name="text_by_statement")]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.language}"

    @property
    def writer(self) -> str:
        """Who has written it, for the page: a name, an engine's name, or the scribe, whose name is not kept."""
        return gettext("the scribe") if self.author == SCRIBE else self.author or gettext("not told")


@fields(keep=Term.PERMANENT, public="name names definition domain order")
class Theme(Owned):
    """What several statements speak of. `names`: the name in other languages, language code → name."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="themes")
    name = models.CharField(_("theme"), max_length=120)
    names = models.JSONField(default=dict)
    definition = models.TextField(_("what belongs here"), blank=True)
    domain = models.CharField(_("domain"), max_length=15, choices=Domain.choices)
    order = models.PositiveSmallIntegerField(default=0)
    # What `queries.themes_of` counts.
    event_count: int
    statement_count: int

    class Meta:
        ordering: ClassVar = ["order", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "name"], name="theme_named_once")]

    def __str__(self) -> str:
        return self.named_in(get_language() or "fi")

    def named_in(self, code: str) -> str:
        """Its name in a language, the working name where there is none."""
        return str(self.names.get(code) or self.name)


@fields(keep=Term.ROUND, internal="at person_id")
class Coding(Owned):
    """Somebody placed a statement under a theme. Two people place the same statement each for themselves."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="codings")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="codings")
    person_id = models.PositiveBigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["statement", "theme", "person_id"], name="coding_once_by_person"),
            models.UniqueConstraint(
                fields=["statement", "theme"], condition=models.Q(person_id=None), name="coding_once_by_nobody"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "statement", "theme"], name="coding_by_statement"),
            models.Index(fields=["municipality", "theme", "statement"], name="coding_by_theme"),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.theme_id}"
