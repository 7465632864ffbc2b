"""`record` ends every action; `after` tells a live page whether anything is new."""

from datetime import datetime
from typing import Protocol

from django.db.models import Model, QuerySet

from kuultu.ground.audit.models import Entry
from kuultu.ground.municipalities.scope import current_or_none


class Author(Protocol):
    """Whoever acts: a person, the holder of a link, a job."""

    @property
    def person_id(self) -> int | None: ...
    @property
    def role_name(self) -> str: ...


def record(by: Author, verb: str, of: Model | None = None, *, now: datetime, **facts: int | str) -> Entry:
    """Write one line. `verb` is in the past tense and names the thing: "froze the deck".

    `facts` are counts, codes and states, never what somebody wrote.
    """
    return Entry.objects.create(
        at=now,
        municipality=current_or_none(),
        person_id=by.person_id,
        role=by.role_name,
        verb=verb,
        room=of._meta.app_label if of else "",
        kind=of._meta.model_name or "" if of else "",
        object_id=str(of.pk) if of else "",
        round_id=_round_of(of),
        facts=facts,
    )


def after(number: int, *, round_id: int) -> QuerySet[Entry]:
    """What happened in a round after entry `number`, oldest first."""
    return Entry.objects.filter(municipality=current_or_none(), round_id=round_id, pk__gt=number)


def history(of: Model) -> QuerySet[Entry]:
    """What happened to one row, newest first."""
    return Entry.objects.filter(kind=of._meta.model_name, object_id=str(of.pk)).order_by("-id")


def _round_of(of: Model | None) -> int | None:
    """The round that a row belongs to: itself, its `round`, or none."""
    if of is None:
        return None
    if of._meta.model_name == "round":
        return int(of.pk)
    return getattr(of, "round_id", None)
