"""Entry: one line of what happened. Rows are added and never changed: the database itself refuses."""

from typing import ClassVar

from django.db import models

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.privacy.register import Term, fields


@fields(
    keep=Term.LOG,
    internal="at role verb room kind object_id round_id facts",
    personal="person_id",
)
class Entry(models.Model):
    """Who (`person_id`, or None for a link or a job; `role`) did what (`verb`) to which row, when.

    Holds ids and counts, never texts or names. `municipality` is empty for what happens outside any.
    """

    at = models.DateTimeField()
    municipality = models.ForeignKey(Municipality, null=True, on_delete=models.DO_NOTHING, related_name="+")
    person_id = models.PositiveBigIntegerField(null=True)
    role = models.CharField(max_length=20)
    verb = models.CharField(max_length=80)
    room = models.CharField(max_length=30, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    object_id = models.CharField(max_length=40, blank=True)
    round_id = models.PositiveBigIntegerField(null=True)
    facts = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "round_id", "id"], name="entry_by_round"),
            models.Index(fields=["kind", "object_id"], name="entry_by_object"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.verb}"
