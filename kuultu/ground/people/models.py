"""Person, Membership and Link: who may come in, and by which door."""

from datetime import datetime
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from kuultu.ground.municipalities.models import Municipality, Organisation, Owned
from kuultu.ground.privacy.register import Term, fields


class Role(models.TextChoices):
    """What somebody is here as. The first four have accounts; the others come by a link or a code."""

    AUTHORITY = "authority", _("supporting authority")
    COORDINATOR = "coordinator", _("coordinator")
    ANALYST = "analyst", _("analyst")
    ORGANISATION = "organisation", _("organisation's coordinator")
    TRANSLATOR = "translator", _("translator")
    FACILITATOR = "facilitator", _("facilitator")
    SCRIBE = "scribe", _("scribe")
    HALL = "hall", _("participant of the decision event")
    OWNER = "owner", _("measure owner")
    PUBLIC = "public", _("resident")
    JOB = "job", _("the system")


STAFF = (Role.AUTHORITY, Role.COORDINATOR, Role.ANALYST, Role.ORGANISATION, Role.TRANSLATOR)


class People(BaseUserManager["Person"]):
    """Makes people; an address is compared without regard to case."""

    def create_user(self, email: str, name: str, password: str | None = None) -> "Person":
        person = self.model(email=self.normalize_email(email).lower(), name=name)
        person.set_password(password)
        person.save()
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=(username or "").lower())


@fields(keep=Term.ACCOUNT, personal="email name", internal="is_active last_login language", secret="password")
class Person(AbstractBaseUser):
    """Somebody with an account. What they may do stands in their memberships."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    language = models.CharField(max_length=5, default="fi")
    is_active = models.BooleanField(default=True)

    objects = People()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


@fields(keep=Term.ACCOUNT, internal="role since until")
class Membership(models.Model):
    """A person's role in a municipality, or at one of its organisations, from and until a moment."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=20, choices=Role.choices)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "municipality", "role"],
                condition=models.Q(organisation__isnull=True),
                name="membership_once",
            ),
            models.UniqueConstraint(fields=["person", "organisation", "role"], name="membership_at_organisation_once"),
            models.CheckConstraint(
                condition=models.Q(role=Role.ORGANISATION, organisation__isnull=False)
                | (~models.Q(role=Role.ORGANISATION) & models.Q(organisation__isnull=True)),
                name="organisation_role_has_organisation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.person_id}"

    @classmethod
    def held(cls, now: datetime) -> models.QuerySet["Membership"]:
        """Those that hold at a moment, in every municipality: narrow them down."""
        return cls.objects.filter(since__lte=now).filter(models.Q(until=None) | models.Q(until__gt=now))


class Purpose(models.TextChoices):
    """What a link opens. `subject` of the link is the id of the thing it is bound to."""

    SIGN_IN = "in", _("signing in")
    SCRIBE = "s", _("the scribe's report")
    FACILITATOR = "f", _("the facilitator's materials")
    OWNER = "o", _("an owner's measures")
    TRANSLATOR = "t", _("texts to translate")


@fields(keep=Term.LINK, internal="purpose subject made_at expires_at opened_at used_at revoked_at", secret="salt")
class Link(Owned):
    """A link bound to one purpose and one thing. The token is derived from `salt`, never stored."""

    purpose = models.CharField(max_length=4, choices=Purpose.choices)
    subject = models.PositiveBigIntegerField()
    salt = models.CharField(max_length=32)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["purpose", "subject"], name="link_by_subject")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject}"

    def is_open(self, now: datetime) -> bool:
        """Neither expired, revoked nor (where once is enough) used."""
        return self.revoked_at is None and now < self.expires_at and self.used_at is None
