"""DecisionEvent, Attendee, Table, Seat, Ballot, Spent, Tally, Verdict, Idea, Dot: more of this, less of that."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kuultu.ground.languages.texts import LANGUAGES
from kuultu.ground.municipalities.models import Owned
from kuultu.ground.privacy.register import Term, fields
from kuultu.loop.cards.models import Card
from kuultu.loop.rounds.models import Round


class Step(models.TextChoices):
    """What the hall is doing now."""

    WAITING = "waiting", _("people are arriving")
    READING = "reading", _("a card is read aloud")
    VOTING = "voting", _("voting is open")
    CLOSED = "closed", _("the vote is closed")
    REVEALED = "revealed", _("the verdict is shown")
    IDEAS = "ideas", _("tables look for means")
    CHOOSING = "choosing", _("measures are chosen")
    ENDED = "ended", _("the event has ended")


@fields(
    keep=Term.PERMANENT,
    public="starts_at ends_at place",
    internal="code step step_at languages",
)
class DecisionEvent(Owned):
    """The evening of a round. `code` is typed to join; `card` is the one before the hall now."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="decision_event")
    code = models.CharField(max_length=6, unique=True)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=160)
    languages = models.JSONField(default=list)
    step = models.CharField(max_length=10, choices=Step.choices, default=Step.WAITING)
    step_at = models.DateTimeField(null=True, blank=True)
    card = models.ForeignKey(Card, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return f"{self.round}"

    @property
    def has_ended(self) -> bool:
        """Nothing more is written in the hall."""
        return self.step == Step.ENDED


class AttendeeKind(models.TextChoices):
    """As what somebody comes."""

    ELECTED = "elected", _("elected official")
    OFFICE = "office", _("office-holder")
    ORGANISATION = "organisation", _("organisation")
    RESIDENT = "resident", _("resident")
    OTHER = "other", _("other body")


class Reply(models.TextChoices):
    """An answer to the invitation."""

    NONE = "none", _("no answer yet")
    COMING = "coming", _("is coming")
    NOT_COMING = "not_coming", _("is not coming")


@fields(keep=Term.PERMANENT, internal="kind body reply", personal="name")
class Attendee(Owned):
    """Somebody invited. Residents are invited without a name: `name` stays empty, their number is what counts.

    Names of others go when the event has ended; as what they came, and for which body, stays.
    """

    decision_event = models.ForeignKey(DecisionEvent, on_delete=models.CASCADE, related_name="attendees")
    kind = models.CharField(_("as"), max_length=12, choices=AttendeeKind.choices)
    name = models.CharField(_("name"), max_length=80, blank=True)
    body = models.CharField(_("body"), max_length=120, blank=True)
    reply = models.CharField(max_length=10, choices=Reply.choices, default=Reply.NONE)
    table = models.ForeignKey("Table", null=True, blank=True, on_delete=models.SET_NULL, related_name="attendees")

    class Meta:
        ordering: ClassVar = ["kind", "name", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(kind=AttendeeKind.RESIDENT) | models.Q(name=""), name="residents_are_not_named"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.decision_event.round_id


@fields(keep=Term.PERMANENT, internal="number")
class Table(Owned):
    """A table in the hall, five to seven people from all sides."""

    decision_event = models.ForeignKey(DecisionEvent, on_delete=models.CASCADE, related_name="tables")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["decision_event", "number"], name="table_once")]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.decision_event.round_id


@fields(keep=Term.SESSION, internal="language", secret="token_hash")
class Seat(Owned):
    """A phone that has joined. It knows its table and its language, nobody's name; gone after the event."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision_event = models.ForeignKey(DecisionEvent, on_delete=models.CASCADE, related_name="seats")
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="seats")
    language = models.CharField(max_length=5, choices=LANGUAGES)
    token_hash = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"{self.table_id}"


class Choice(models.TextChoices):
    """More of this, I cannot say, less of this: always in this order."""

    MORE = "more", _("More of this")
    UNSURE = "unsure", _("I cannot say")
    LESS = "less", _("Less of this")


@fields(keep=Term.RESPONSES, special="choice")
class Ballot(Owned):
    """A vote on a card. Carries no device, person or time; its key is random, so rows have no order.

    When the vote closes all ballots of the card are written anew in a random order, and those of tables under five
    people are put to another table: neither the database nor a copy of it can then tell who cast which.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="ballots")
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="ballots")
    choice = models.CharField(max_length=6, choices=Choice.choices)

    def __str__(self) -> str:
        return "ballot"


@fields(keep=Term.SESSION)
class Spent(Owned):
    """This seat has voted on this card: written with the ballot, not linked to it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="spent")
    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["seat", "card"], name="one_vote_a_seat")]

    def __str__(self) -> str:
        return "spent"


@fields(keep=Term.SESSION)
class Tally(Owned):
    """The lines on a table's paper sheet have been counted in for this card: once, by the host."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="+")
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="tallies")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["card", "table"], name="one_tally_a_table")]

    def __str__(self) -> str:
        return "tally"


class Outcome(models.TextChoices):
    """What a table, or the whole hall, says of a card."""

    MORE = "more", _("more of this")
    LESS = "less", _("less of this")
    DIVIDED = "divided", _("views divided")
    UNSURE = "unsure", _("could not say")
    FEW = "few", _("too few to say")


@fields(keep=Term.PERMANENT, public="outcome", internal="shown closed_at", special="reason")
class Verdict(Owned):
    """A table's word on a card with its reason, or (no table) the hall's word after the vote closed.

    `shown`: what left through `disclosure` at that moment, "hall" for those who were there and "public" for
    everybody, kept so that it stays as it was shown (see `outcomes.py`).
    """

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="verdicts")
    table = models.ForeignKey(Table, null=True, blank=True, on_delete=models.CASCADE, related_name="verdicts")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    reason = models.TextField(_("why"), blank=True)
    shown = models.JSONField(default=dict)
    closed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["card", "table"], name="verdict_of_a_table_once"),
            models.UniqueConstraint(
                fields=["card"], condition=models.Q(table__isnull=True), name="verdict_of_the_hall_once"
            ),
        ]

    def __str__(self) -> str:
        return self.outcome

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.card.round_id


class Effort(models.TextChoices):
    """How much an idea asks for."""

    SMALL = "small", pgettext_lazy("effort", "small")
    MEDIUM = "medium", pgettext_lazy("effort", "medium")
    LARGE = "large", pgettext_lazy("effort", "large")


@fields(keep=Term.PERMANENT, internal="text body effort dots dropped_at")
class Idea(Owned):
    """A means that a table found: more of the good, less of the bad. `dots`: how many tables would choose it.

    `merged_into`: the idea that says the same; `dropped_at`: taken off the list. Both stay in the record.
    """

    decision_event = models.ForeignKey(DecisionEvent, on_delete=models.CASCADE, related_name="ideas")
    card = models.ForeignKey(Card, null=True, blank=True, on_delete=models.SET_NULL, related_name="ideas")
    table = models.ForeignKey(Table, null=True, blank=True, on_delete=models.SET_NULL, related_name="ideas")
    text = models.CharField(_("idea"), max_length=300)
    body = models.CharField(_("who could do it"), max_length=120, blank=True)
    effort = models.CharField(_("effort"), max_length=6, blank=True, choices=Effort.choices)
    dots = models.PositiveSmallIntegerField(default=0)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged")
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-dots", "pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.decision_event.round_id


@fields(keep=Term.PERMANENT)
class Dot(Owned):
    """This table would choose this idea."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="given")
    table = models.ForeignKey(Table, on_delete=models.CASCADE, related_name="given")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["idea", "table"], name="one_dot_a_table")]

    def __str__(self) -> str:
        return f"{self.idea_id} {self.table_id}"
