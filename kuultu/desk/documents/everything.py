"""Everything that a municipality owns as one zip: a file of JSON lines for each table, and what each file is.

Rows are Django's serialized rows (`model`, `pk`, `fields`; many-to-many as lists of keys), so that any Django with the
same tables can read them in. Keys, hashes and tokens are left out, and so are the rows of phones in the hall, which
live only for the evening.

Nobody reads in the file what the pages keep from them: an organisation's reports before their delivery, the names and
contacts of its people, single votes and answers. Their results are there, as they were told. A copy of the server with
all of that is `kuultu backup`, made by whoever runs it.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

from django.apps import apps
from django.core.serializers import serialize
from django.db.models import Model, QuerySet

from kuultu import __version__
from kuultu.ground.audit.models import Entry
from kuultu.ground.municipalities.models import Municipality, Owned
from kuultu.ground.municipalities.scope import current
from kuultu.ground.people.models import Membership, Person
from kuultu.ground.privacy.register import REGISTER, FieldClass, Term, class_of
from kuultu.loop.reports.models import DELIVERED, Report
from kuultu.loop.rounds.models import Assignment

FORMAT = 1
# A zip writes the time of each of its files; this is the earliest that it knows.
ALWAYS = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Taken:
    """A table as it leaves: its rows, the fields that go along and those that stay; `held_back`: rows that stay."""

    model: type[Model]
    rows: QuerySet[Model]
    fields: list[str]
    left_out: list[str]
    held_back: str = ""

    @property
    def name(self) -> str:
        """The file's name: `cards.card.jsonl`."""
        return f"{self.model._meta.label_lower}.jsonl"


class Counted:
    """Rows as they pass, counted."""

    def __init__(self, rows: Iterator[Model]) -> None:
        self.rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[Model]:
        for row in self.rows:
            self.number += 1
            yield row


def tables() -> Iterator[Taken]:
    """Every table of the scope in an order in which they can be read in again."""
    town = current()
    yield _taken(Municipality, Municipality.objects.filter(pk=town.pk))
    yield _taken(Person, Person.objects.filter(memberships__municipality=town).distinct())
    for model in apps.get_models():
        if issubclass(model, Owned) and REGISTER[model].keep != Term.SESSION:
            rows, held_back = _may_leave(model)
            yield _taken(model, rows, held_back)
    yield _taken(Membership, Membership.objects.filter(municipality=town))
    yield _taken(Entry, Entry.objects.filter(municipality=town))


def write_everything(out: IO[bytes], now: datetime) -> int:
    """Write the zip; how many rows are in it."""
    manifest: dict[str, object] = {
        "format": FORMAT, "kuultu": __version__, "municipality": current().code, "made_at": now.isoformat(),
    }  # fmt: skip
    described, number = [], 0
    with zipfile.ZipFile(out, "w") as target:
        for taken in tables():
            rows = _write(target, taken)
            described.append(_described(taken, rows))
            number += rows
        manifest["tables"] = described
        target.writestr(_file("manifest.json"), json.dumps(manifest, indent=1, ensure_ascii=False))
    return number


def _may_leave(model: type[Owned]) -> tuple[QuerySet[Model], str]:
    """The rows that go along, and in words which stay."""
    rows: QuerySet[Any] = model.objects.all()
    if REGISTER[model].keep == Term.RESPONSES:
        return rows.none(), "every row: single votes and answers; what was told of them is in the verdicts and surveys"
    if model is Assignment:
        return rows.filter(event__organisation=None), "names and contacts of the organisations' people"
    if model is Report or any(field.name == "report" for field in model._meta.concrete_fields):
        own = "pk" if model is Report else "report"
        return rows.exclude(**{f"{own}__in": _with_organisations()}), "reports that have not been delivered"
    return rows, ""


def _with_organisations() -> QuerySet[Report]:
    """Reports that their organisations have not delivered yet. One that was returned when statements had been lifted
    out of it is known already."""
    kept = Report.objects.exclude(state__in=DELIVERED).exclude(event__organisation=None)
    return kept.exclude(answers__statement__isnull=False)


def _taken(model: type[Model], rows: QuerySet[Model], held_back: str = "") -> Taken:
    named = [field.name for field in model._meta.concrete_fields]
    secret = {name for name in named if class_of(model, name) == FieldClass.SECRET}
    # Pairs without a table of their own go along with the row.
    pairs = [field.name for field in model._meta.many_to_many if _has_no_table(field.remote_field.through)]
    kept = [field.name for field in model._meta.concrete_fields if field.name not in secret]
    return Taken(model, rows.order_by("pk").prefetch_related(*pairs), [*kept, *pairs], sorted(secret), held_back)


def _has_no_table(through: type[Model] | None) -> bool:
    return through is not None and bool(through._meta.auto_created)


def _write(target: zipfile.ZipFile, taken: Taken) -> int:
    """One table, row by row, so that a large one needs no more memory than a small one."""
    rows = Counted(taken.rows.iterator(chunk_size=500))
    with target.open(_file(taken.name), "w") as raw, io.TextIOWrapper(raw, encoding="utf-8") as out:
        serialize("jsonl", rows, fields=taken.fields, stream=out)
    return rows.number


def _file(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, ALWAYS)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _described(taken: Taken, rows: int) -> dict[str, object]:
    """What a table is, how long its rows are kept, and of which class each field is."""
    register = REGISTER[taken.model]
    classes = {name: (class_of(taken.model, name) or FieldClass.INTERNAL).value for name in taken.fields}
    return {
        "file": taken.name, "rows": rows, "what": " ".join((taken.model.__doc__ or "").split()),
        "kept": register.keep.value, "fields": classes, "left_out": taken.left_out,
        "held_back": taken.held_back,
    }  # fmt: skip
