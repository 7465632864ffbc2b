"""Round, Neighbour, Group, Order, Event, Assignment: why, whom, where, when, in which language, who."""

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import Language, language
from kuultu.ground.languages.texts import LANGUAGES
from kuultu.ground.municipalities.models import Organisation, Owned
from kuultu.ground.privacy.register import Term, fields


class Ending(models.TextChoices):
    """How a round ended. One may honestly end when it has only collected."""

    OPEN = "open", _("still going")
    COLLECTED = "collected", _("ended when it had collected")
    DECIDED = "decided", _("ended with decisions")


@fields(
    keep=Term.PERMANENT,
    public="code name purpose languages starts_on talks_until decides_on ends_on ending closed_at",
)
class Round(Owned):
    """One turn of the loop in a municipality. `languages`: those in which residents get their answer."""

    code = models.CharField(max_length=8, validators=[RegexValidator(r"^[A-Z]{2,4}\d{2}[A-Z]?$")])
    name = models.CharField(_("name"), max_length=80)
    purpose = models.TextField(_("why this round"), blank=True)
    languages = models.JSONField(default=list)
    starts_on = models.DateField(_("begins"))
    talks_until = models.DateField(_("discussions are held by"))
    decides_on = models.DateField(_("decision event"), null=True, blank=True)
    ends_on = models.DateField(_("followed until"), null=True, blank=True)
    previous = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="next_rounds")
    ending = models.CharField(max_length=10, choices=Ending.choices, default=Ending.OPEN)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-starts_on", "-pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["code"], name="round_code_once")]

    def __str__(self) -> str:
        return self.name


@fields(keep=Term.PERMANENT, public="code name_fi name_sv")
class Neighbour(Owned):
    """A neighbouring municipality whose residents are heard too: this municipality leads, the others are named."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="neighbours")
    code = models.CharField(max_length=3, blank=True)
    name_fi = models.CharField(max_length=80)
    name_sv = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering: ClassVar = ["name_fi"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "name_fi"], name="neighbour_once")]

    def __str__(self) -> str:
        return self.name_fi


@fields(keep=Term.PERMANENT, public="name", internal="reason languages speakers")
class Group(Owned):
    """A population group to hear. Not the same as a language: a group may have several, and a language many groups.

    `speakers`: how many live here, where known; below the limit its name is not shown in public.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="groups")
    name = models.CharField(_("group"), max_length=120)
    reason = models.TextField(_("why hear them"), blank=True)
    languages = models.JSONField(default=list)
    speakers = models.PositiveIntegerField(_("how many live here"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "name"], name="group_named_once")]

    def __str__(self) -> str:
        return self.name


class OrderState(models.TextChoices):
    """Where an order stands between the municipality and the organisation."""

    DRAFT = "draft", _("draft")
    SENT = "sent", _("sent")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")


@fields(keep=Term.PERMANENT, internal="events_wanted due_on terms state sent_at answered_at answer")
class Order(Owned):
    """What the municipality buys from an organisation: events for these groups, reports by this day."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="orders")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="orders")
    groups = models.ManyToManyField(Group, blank=True, related_name="orders")
    events_wanted = models.PositiveSmallIntegerField(_("how many events"), default=1)
    due_on = models.DateField(_("reports by"))
    terms = models.TextField(_("terms"), blank=True)
    state = models.CharField(max_length=10, choices=OrderState.choices, default=OrderState.DRAFT)
    sent_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["organisation__name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "organisation"], name="order_once")]

    def __str__(self) -> str:
        return f"{self.organisation}"


class EventState(models.TextChoices):
    """Has it been held?"""

    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


@fields(
    keep=Term.PERMANENT,
    public="code language",
    internal="place address starts_at ends_at rsvp_by practical state",
    personal="contact_name contact_phone",
)
class Event(Owned):
    """A discussion: one group, one language, one place and time. Time and place are not public."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="events")
    order = models.ForeignKey(Order, null=True, blank=True, on_delete=models.PROTECT, related_name="events")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="events")
    code = models.CharField(max_length=3, validators=[RegexValidator(r"^[A-HJ-NP-Z]{1,2}[2-9]?$")])
    language = models.CharField(_("language"), max_length=5, choices=LANGUAGES)
    place = models.CharField(_("place"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=160, blank=True)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    rsvp_by = models.DateField(_("sign up by"), null=True, blank=True)
    contact_name = models.CharField(_("contact, first name"), max_length=40, blank=True)
    contact_phone = models.CharField(_("contact, phone"), max_length=30, blank=True)
    practical = models.CharField(_("practical matters"), max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=EventState.choices, default=EventState.PLANNED)

    class Meta:
        ordering: ClassVar = ["starts_at", "code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "code"], name="event_code_once"),
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="event_ends_later"),
        ]

    def __str__(self) -> str:
        return self.full_code

    @property
    def full_code(self) -> str:
        """The short code as printed: `MAL26-D`."""
        return f"{self.round.code}-{self.code}"

    @property
    def tongue(self) -> Language:
        """The event's language."""
        return language(self.language)


class AssignedRole(models.TextChoices):
    """What somebody does at an event."""

    FACILITATOR = "facilitator", _("facilitator")
    SCRIBE = "scribe", _("scribe")


@fields(keep=Term.CONTACT, internal="role briefed_on", personal="first_name contact")
class Assignment(Owned):
    """Who facilitates and who writes. A first name and a way to reach them, gone two weeks after the event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="assignments")
    role = models.CharField(_("role"), max_length=12, choices=AssignedRole.choices)
    first_name = models.CharField(_("first name"), max_length=40)
    contact = models.CharField(_("phone or e-mail"), max_length=80, blank=True)
    briefed_on = models.DateField(_("briefed on"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["role", "first_name"]

    def __str__(self) -> str:
        return f"{self.first_name}"
