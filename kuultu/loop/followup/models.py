"""Checkup, CheckupText, Finding, Reminder, Undone, HearNext: what became of it, and whom to hear next."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.texts import Written
from kuultu.ground.municipalities.models import Owned
from kuultu.ground.privacy.register import Term, fields
from kuultu.loop.measures.models import Measure, MeasureStep
from kuultu.loop.rounds.models import Round


class CheckupState(models.TextChoices):
    """How a measure stands at a checkup. Never deleted."""

    PLANNED = "planned", _("planned")
    RUNNING = "running", _("under way")
    DONE = "done", _("done")
    LATE = "late", _("late")
    STOPPED = "stopped", _("stopped")


@fields(keep=Term.PERMANENT, public="due_on done_at state step says new_due_on")
class Checkup(Owned):
    """A look at a measure on a day agreed beforehand. `says`: one sentence that residents can read."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="checkups")
    due_on = models.DateField(_("checkup on"))
    done_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(_("how it stands"), max_length=8, choices=CheckupState.choices, blank=True)
    step = models.CharField(_("step"), max_length=8, choices=MeasureStep.choices, blank=True)
    says = models.CharField(_("in one sentence, for residents"), max_length=300, blank=True)
    new_due_on = models.DateField(_("new date, if late"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.due_on}"

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.measure.round_id


@fields(keep=Term.PERMANENT, public=f"done {Written.FIELDS}", personal="author reader")
class CheckupText(Written, Owned):
    """What was done, in one language, for residents."""

    checkup = models.ForeignKey(Checkup, on_delete=models.CASCADE, related_name="texts")
    done = models.CharField(_("what was done"), max_length=400)

    class Meta:
        ordering: ClassVar = ["language"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["checkup", "language"], name="checkup_text_once")]

    def __str__(self) -> str:
        return f"{self.checkup_id} {self.language}"


class Effect(models.TextChoices):
    """What an evaluation found of the effect."""

    WORSE = "worse", _("made it worse")
    NONE = "none", _("no effect")
    UNSURE = "unsure", _("cannot tell")
    SOME = "some", _("some effect")
    CLEAR = "clear", _("clear effect")


class Onward(models.TextChoices):
    """What follows from a finding."""

    KEEP = "keep", _("go on as it is")
    CHANGE = "change", _("change it")
    STOP = "stop", _("stop it")


@fields(keep=Term.PERMANENT, internal="question method finding effect onward at")
class Finding(Owned):
    """An evaluation of a measure: what was asked, how it was looked at, what was found, what follows."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="findings")
    question = models.CharField(_("what was asked"), max_length=200)
    method = models.CharField(_("how it was looked at"), max_length=200, blank=True)
    finding = models.TextField(_("what was found"))
    effect = models.CharField(_("effect"), max_length=6, choices=Effect.choices)
    onward = models.CharField(_("what follows"), max_length=6, choices=Onward.choices)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return self.question

    @property
    def round_id(self) -> int:
        """For the audit."""
        return self.measure.round_id


@fields(keep=Term.PERMANENT, internal="sent_at")
class Reminder(Owned):
    """A letter that asked an owner how a measure stands."""

    checkup = models.ForeignKey(Checkup, on_delete=models.CASCADE, related_name="reminders")
    sent_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["sent_at"]

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d}"


@fields(keep=Term.PERMANENT, public="what because texts")
class Undone(Owned):
    """What was asked for and is not done, and why: told to residents. `texts`: language → {"what": …, "because": …}."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="undone")
    what = models.CharField(_("what was not done"), max_length=200)
    because = models.CharField(_("why"), max_length=300)
    texts = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.what


@fields(keep=Term.PERMANENT, internal="name languages reason")
class HearNext(Owned):
    """A group to hear in the next round, with the reason."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="hear_next")
    name = models.CharField(_("group"), max_length=120)
    languages = models.JSONField(default=list)
    reason = models.CharField(_("why"), max_length=300)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "name"], name="hear_next_once")]

    def __str__(self) -> str:
        return self.name
