"""The audit grows and never changes."""

from datetime import datetime

import pytest
from django.db import DatabaseError, transaction

from kuultu.ground.audit.log import after, history, record
from kuultu.ground.audit.models import Entry
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.people.actor import Actor


def test_a_line_says_who_what_and_when(
    in_mallila: Municipality, silta: Organisation, as_aino: Actor, now: datetime
) -> None:
    entry = record(as_aino, "admitted an organisation", silta, now=now, count=1)
    assert (entry.role, entry.person_id, entry.room, entry.kind) == (
        "coordinator", as_aino.person_id, "municipalities", "organisation",
    )  # fmt: skip
    assert entry.municipality == in_mallila
    assert list(history(silta)) == [entry]


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_the_database_refuses_to_change_a_line(
    deed: str, in_mallila: Municipality, as_aino: Actor, now: datetime
) -> None:
    entry = record(as_aino, "looked", now=now)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        lines = Entry.objects.filter(pk=entry.pk)
        lines.update(verb="looked away") if deed == "update" else lines.delete()
    assert Entry.objects.get(pk=entry.pk).verb == "looked"


def test_after_gives_what_is_new_in_a_round(in_mallila: Municipality, as_aino: Actor, now: datetime) -> None:
    first = Entry.objects.create(at=now, municipality=in_mallila, role="job", verb="a", round_id=7)
    second = Entry.objects.create(at=now, municipality=in_mallila, role="job", verb="b", round_id=7)
    Entry.objects.create(at=now, municipality=in_mallila, role="job", verb="c", round_id=8)
    assert list(after(first.pk, round_id=7)) == [second]
