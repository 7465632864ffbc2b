"""Municipality, Organisation, and Owned: the base of every table that belongs to a municipality."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language

from kuultu.ground.municipalities.scope import OutsideScope, current
from kuultu.ground.privacy.register import Term, fields


@fields(
    keep=Term.PERMANENT,
    public="slug code prefix name_fi name_sv languages contact_email contact_phone colour accent",
)
class Municipality(models.Model):
    """A municipality that carries rounds: the tenant."""

    slug = models.SlugField(max_length=40, unique=True)
    code = models.CharField(max_length=3, unique=True, validators=[RegexValidator(r"^\d{3}$")])
    prefix = models.CharField(max_length=4, unique=True, validators=[RegexValidator(r"^[A-Z]{2,4}$")])
    name_fi = models.CharField(max_length=80)
    name_sv = models.CharField(max_length=80)
    languages = models.CharField(max_length=20, default="fi,sv,en")
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=30, blank=True)
    colour = models.CharField(max_length=7, default="#0B5563", validators=[RegexValidator(r"^#[0-9A-Fa-f]{6}$")])
    accent = models.CharField(max_length=7, default="#D9A21B", validators=[RegexValidator(r"^#[0-9A-Fa-f]{6}$")])

    class Meta:
        ordering: ClassVar = ["name_fi"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Its name in the language of the page: Swedish in Swedish, else Finnish."""
        return self.named_in(get_language() or "fi")

    def named_in(self, code: str) -> str:
        """Its name in a language: municipalities have a Finnish and a Swedish name."""
        return self.name_sv if code == "sv" else self.name_fi


class ScopeId(models.Expression):
    """The id of the municipality in scope, asked for when the query runs: without a scope no query runs at all."""

    def __init__(self) -> None:
        super().__init__(output_field=models.BigIntegerField())

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        return "%s", (current().pk,)


class OwnedManager[M: "Owned"](models.Manager[M]):
    """Sees the rows of the open scope. Running a query where there is none raises OutsideScope."""

    def get_queryset(self) -> models.QuerySet[M]:
        return super().get_queryset().filter(municipality_id=ScopeId())

    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        rows = list(objs)
        for row in rows:
            row.take_owner()
        return super().bulk_create(rows, *args, **kwargs)


class Owned(models.Model):
    """A row that belongs to one municipality.

    `objects` sees the open scope only. `everywhere` is for the doors that find their scope by a token
    and for jobs over all municipalities; a test lists who may use it.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+", editable=False)

    objects: ClassVar[OwnedManager[Self]] = OwnedManager()
    everywhere: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        abstract = True

    def take_owner(self) -> None:
        """Belong to the scope's municipality; refuse to be written in another's, or pointing at another's rows.

        Looks at rows that are at hand and asks the database for none: a bare id is the caller's own to know.
        """
        owner = current()
        if not self.municipality_id:
            self.municipality = owner
        elif self.municipality_id != owner.pk:
            raise OutsideScope("This row belongs to another municipality.")
        for field in self._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and field.is_cached(self):
                other = getattr(self, field.name)
                if isinstance(other, Owned) and other.municipality_id not in (None, owner.pk):
                    raise OutsideScope("This row points at one of another municipality.")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.take_owner()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        self.take_owner()
        return super().delete(*args, **kwargs)


@fields(keep=Term.PERMANENT, public="name", internal="agreement_on frozen_at", personal="contact_email contact_phone")
class Organisation(Owned):
    """A local organisation that a municipality has admitted. Frozen, it can do nothing until thawed."""

    name = models.CharField(max_length=120)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=30, blank=True)
    agreement_on = models.DateField(null=True, blank=True)  # the processing agreement, GDPR 28
    frozen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "name"], name="organisation_named_once")
        ]

    def __str__(self) -> str:
        return self.name
