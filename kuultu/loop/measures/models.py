"""Programme, Measure, MeasureText, Acceptance: one to four measures, who, by when."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.texts import Written
from kuultu.ground.municipalities.models import Owned
from kuultu.ground.privacy.register import Term, fields
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.models import Idea
from kuultu.loop.rounds.models import Round


@fields(keep=Term.PERMANENT, public="approved_by minutes published_at more_because")
class Programme(Owned):
    """The action programme of a round: one to four measures; more only with a stated reason."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="programme")
    approved_by = models.CharField(_("approved by"), max_length=120, blank=True)
    minutes = models.CharField(_("minutes, section"), max_length=120, blank=True)
    more_because = models.CharField(_("why more than four"), max_length=300, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.round}"


class MeasureStep(models.TextChoices):
    """The four steps of a measure, shown to everybody. Which one is reached is known from its checkups."""

    PROMISED = "promised", _("Promised")
    STARTED = "started", _("Started")
    VISIBLE = "visible", _("Visible to residents")
    CHECKED = "checked", _("Checked with residents")


@fields(
    keep=Term.PERMANENT,
    public="number sentence aim activities owner_body owner_post partners starts_on due_on indicators residents_hear",
    internal="money",
    personal="owner_email",
)
class Measure(Owned):
    """What will be done, by whom, by when. A post owns it, not a person; the address is for reminders only."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="measures")
    number = models.PositiveSmallIntegerField()
    sentence = models.CharField(_("in one sentence"), max_length=200)
    aim = models.TextField(_("aim"), blank=True)
    activities = models.TextField(_("what is done"), blank=True)
    owner_body = models.CharField(_("body"), max_length=120)
    owner_post = models.CharField(_("post"), max_length=120)
    owner_email = models.EmailField(_("owner's e-mail"), blank=True)
    partners = models.CharField(_("together with"), max_length=200, blank=True)
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    due_on = models.DateField(_("ready by"))
    indicators = models.TextField(_("how it is seen that it works"), blank=True)
    money = models.CharField(_("money"), max_length=120, blank=True)
    residents_hear = models.CharField(_("how residents hear of it"), max_length=200, blank=True)
    cards = models.ManyToManyField(Card, blank=True, related_name="measures")
    ideas = models.ManyToManyField(Idea, blank=True, related_name="measures")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["programme", "number"], name="measure_number_once")]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """The short code within the round: `T1`."""
        return f"T{self.number}"

    @property
    def full_code(self) -> str:
        """The short code as printed: `MAL26-T1`."""
        return f"{self.programme.round.code}-{self.code}"

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.programme.round_id


@fields(keep=Term.PERMANENT, public=f"said decided {Written.FIELDS}", personal="author reader")
class MeasureText(Written, Owned):
    """What residents read of a measure in one language: what you said, what was decided."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="texts")
    said = models.TextField(_("you said"))
    decided = models.TextField(_("it was decided"))

    class Meta:
        ordering: ClassVar = ["language"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["measure", "language"], name="measure_text_once")]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.language}"


@fields(keep=Term.PERMANENT, internal="asked_at answered_at accepted note")
class Acceptance(Owned):
    """The owner's yes or no. Without a yes a measure is not published."""

    measure = models.OneToOneField(Measure, on_delete=models.CASCADE, related_name="acceptance")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(null=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.measure_id}"
