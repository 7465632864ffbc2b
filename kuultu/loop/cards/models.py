"""Deck, Card, CardText, Source, Consent: an experience in narrative form."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kuultu.ground.languages.texts import LANGUAGES, Written
from kuultu.ground.municipalities.models import Organisation, Owned
from kuultu.ground.privacy.register import Term, fields
from kuultu.loop.materials.models import Domain
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Statement


@fields(keep=Term.PERMANENT, internal="frozen_at")
class Deck(Owned):
    """The cards of a round. Frozen before the event: what decision-makers see stays as they saw it."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="deck")
    frozen_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.round}"


class CardState(models.TextChoices):
    """How far a card has come. The organisations that ran its events read it before it is approved."""

    DRAFT = "draft", _("draft")
    SENT = "sent", _("read by the organisations")
    APPROVED = "approved", pgettext_lazy("card", "approved")
    WITHDRAWN = "withdrawn", _("withdrawn")


@fields(
    keep=Term.PERMANENT,
    public="number title narrative domain language",
    internal="state version single_because harm_considered",
)
class Card(Owned):
    """An experience told in 40–90 words, made of two or more statements.

    `single_because`: a card of one statement needs a stated reason, and the organisation's yes (`Consent`).
    `version` grows with each change of the words, so that readings and translations of older words show as such.
    """

    deck = models.ForeignKey(Deck, on_delete=models.CASCADE, related_name="cards")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=80)
    narrative = models.TextField(_("story"))
    domain = models.CharField(_("domain"), max_length=15, choices=Domain.choices)
    language = models.CharField(max_length=5, choices=LANGUAGES, default="fi")
    state = models.CharField(max_length=10, choices=CardState.choices, default=CardState.DRAFT)
    single_because = models.CharField(_("why one statement is enough"), max_length=300, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    harm_considered = models.CharField(
        _("could this harm the group, and how was that avoided"), max_length=300, blank=True
    )
    statements = models.ManyToManyField(Statement, through="Source", related_name="cards")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["deck", "number"], name="card_number_once")]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The short code within the round: `K7`."""
        return f"K{self.number}"

    @property
    def full_code(self) -> str:
        """The short code as printed: `MAL26-K7`."""
        return f"{self.deck.round.code}-{self.code}"

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.deck.round_id

    def statements_behind(self) -> models.QuerySet[Statement]:
        """What it rests on, withdrawn statements left out."""
        return (
            Statement.objects.filter(sources__card=self, withdrawn_at=None)
            .select_related("event__round", "event__organisation")
            .prefetch_related("texts")
        )

    def organisations_behind(self) -> list[Organisation]:
        """The organisations whose events it rests on."""
        events = [statement.event for statement in self.statements_behind()]
        return list({event.organisation.pk: event.organisation for event in events if event.organisation}.values())


@fields(keep=Term.PERMANENT, public=f"title narrative {Written.FIELDS}", personal="author reader")
class CardText(Written, Owned):
    """A card in another language."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="texts")
    title = models.CharField(_("title"), max_length=120)
    narrative = models.TextField(_("story"))

    class Meta:
        ordering: ClassVar = ["language"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["card", "language"], name="card_text_once")]

    def __str__(self) -> str:
        return f"{self.card_id} {self.language}"


@fields(keep=Term.ROUND)
class Source(Owned):
    """A statement that a card rests on. Never printed; gone with the statement when consent is withdrawn."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="sources")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="sources")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["card", "statement"], name="source_once")]

    def __str__(self) -> str:
        return f"{self.card_id} {self.statement_id}"


@fields(keep=Term.PERMANENT, internal="agreed note version at")
class Consent(Owned):
    """What an organisation said of a card that rests on its events, having read `version` of it."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="consents")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    agreed = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    version = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["card", "organisation"], name="consent_once")]

    def __str__(self) -> str:
        return f"{self.card_id} {self.organisation_id}"
