"""A Word form read into a report. Nothing that somebody typed is overwritten; what fits nowhere is shown."""

import hashlib
import json
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import get_language

from kuultu.ground.audit.log import record
from kuultu.ground.documents.reading.child import read
from kuultu.ground.documents.reading.refusals import Refused as Unreadable
from kuultu.ground.documents.reading.result import Caution, Reading, reading_as_json
from kuultu.ground.languages.registry import language
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.materials.models import QuestionSet
from kuultu.loop.materials.queries import form_map, form_words
from kuultu.loop.reports.actions.lines import next_row
from kuultu.loop.reports.actions.merging import merge
from kuultu.loop.reports.actions.writing import clean, hold, open_report, saved
from kuultu.loop.reports.filled import Filled, Row, fill_in
from kuultu.loop.reports.models import Answer, Report, Road, Unplaced, Upload
from kuultu.loop.reports.queries import report_of, when
from kuultu.loop.reports.refusals import sentence
from kuultu.loop.reports.rules import may_write
from kuultu.loop.reports.sentences import EMPTY_FORM, OTHER_EVENT, READ_ALREADY, READ_ELSEWHERE, UNKNOWN_EVENT
from kuultu.loop.reports.tongues import looks_like_another, same_kind
from kuultu.loop.rounds.models import Event

# The form itself is printed with one picture: the code in its head.
OWN_PICTURES = "1"
MOST_ROWS = 99


def import_form(
    event: Event,
    *,
    by: Actor,
    now: datetime,
    data: bytes = b"",
    reading: Reading | None = None,
    replace: bool = False,
) -> Upload:
    """Read a filled Word form (`data`), or take one that has been read (`reading`), into the event's report.

    `replace`: lines that came from earlier forms and that nobody has changed give way to this one's. What the
    upload's `summary` holds: lines (new), same, loose, fields, warnings, dropped, visible, accounted.
    Raises Refused with what to do: not a Word form, another event's form, read before, empty.
    """
    require(may_write(by, event, report_of(event)))
    if reading is None:
        try:
            reading = read(data, form_map(event.round))
        except Unreadable as refused:
            raise Refused(Denied(sentence(refused.reason))) from refused
    _require_this_event(event, reading)
    filled = fill_in(reading, form_words(event.round))
    if filled.is_empty:
        raise Refused(EMPTY_FORM)
    digest = hashlib.sha256(data or json.dumps(reading_as_json(reading), sort_keys=True).encode()).hexdigest()
    return _take_in(event, reading, filled, digest, by=by, now=now, replace=replace)


@transaction.atomic
def replace_earlier(upload: Upload, *, by: Actor, now: datetime) -> int:
    """The newest form stands alone: what earlier ones brought, and nobody has changed since, goes. How many lines."""
    report = upload.report
    hold(report)
    require(may_write(by, report.event, report))
    removed = _drop_earlier(report, upload, now)
    if removed:
        saved(report, now=now)
        record(by, "replaced an earlier form", report, now=now, lines=removed)
    return removed


@transaction.atomic
def _take_in(
    event: Event, reading: Reading, filled: Filled, digest: str, *, by: Actor, now: datetime, replace: bool
) -> Upload:
    report = open_report(event, by=by, now=now, road=Road.WORD)
    hold(report)
    require(may_write(by, event, report))
    _require_new(report, digest, now)
    fresh = not Answer.objects.filter(report=report).exists()
    upload = Upload.objects.create(report=report, sha256=digest, received_at=now)
    if replace:
        _drop_earlier(report, upload, now)
    added, same = _take_rows(report, upload, filled.rows)
    fields, loose = merge(report, filled, fresh=fresh)
    left = _leave(report, [*filled.loose, *loose])
    if fresh:
        report.road = Road.WORD
    upload.summary = {
        "lines": added,
        "same": same,
        "fields": len(fields),
        "loose": left,
        "warnings": _warnings(report, reading, filled),
        "dropped": {name: number for name, number in asdict(reading.dropped).items() if number},
        "visible": reading.visible,
        "accounted": reading.accounted,
    }
    upload.save(update_fields=["summary"])
    saved(report, *fields, "road", now=now)
    record(by, "read a Word form in", report, now=now, lines=added, same=same, loose=left)
    return upload


def _take_rows(report: Report, upload: Upload, rows: list[Row]) -> tuple[int, int]:
    """New lines and known ones. A row whose number is taken by other words goes below: both are kept. So does one whose
    number no paper has: pages draw every row up to the last."""
    added = same = 0
    for row in rows:
        original, translation = clean(row.original), clean(row.translation)
        here = Answer.objects.filter(report=report, question_key=row.question_key)
        known = here.filter(original=original, translation__in=[translation, ""]).first()
        if known is not None:
            _enrich(known, upload, translation, row.mark)
            same += 1
            continue
        taken = row.row > MOST_ROWS or here.filter(row=row.row).exists()
        number = next_row(report, row.question_key) if taken else row.row
        Answer.objects.create(
            report=report, question_key=row.question_key, row=number, original=original, translation=translation,
            mark=row.mark, manner=row.manner, upload=upload,
        )  # fmt: skip
        added += 1
    return added, same


def _enrich(known: Answer, upload: Upload, translation: str, mark: str) -> None:
    """What the line here lacks and the form has; a line of an earlier form now belongs to this one."""
    known.translation = known.translation or translation
    known.mark = known.mark or mark
    if known.upload_id is not None:
        known.upload = upload
    known.save(update_fields=["translation", "mark", "upload"])


def _leave(report: Report, loose: list[tuple[str, str]]) -> int:
    """Texts without a place; one that has been looked at before is not brought up again."""
    left = 0
    for about, text in loose:
        if kept := clean(text):
            _row, made = Unplaced.objects.get_or_create(report=report, about=about[:40], text=kept)
            left += made
    return left


def _drop_earlier(report: Report, upload: Upload, now: datetime) -> int:
    earlier = Upload.objects.filter(report=report, replaced_at=None).exclude(pk=upload.pk)
    lines = Answer.objects.filter(report=report, upload__in=earlier)
    removed = lines.count()
    lines.delete()
    earlier.update(replaced_at=now)
    return removed


def _warnings(report: Report, reading: Reading, filled: Filled) -> list[list[str]]:
    """Codes and details of what a person should know: the reader's, and ours on languages and versions."""
    found = [
        [each.caution.value, each.detail]
        for each in reading.warnings
        if each.caution is not Caution.PICTURES or each.detail != OWN_PICTURES
    ]
    if reading.language and not same_kind(reading.language, report.language):
        found.append(["other_language_declared", reading.language])
    other = looks_like_another((row.original for row in filled.rows), report.language)
    if other:
        found.append(["looks_like_another_language", other])
    version = QuestionSet.objects.filter(round=report.event.round).values_list("version", flat=True).first()
    if reading.version and reading.version != str(version):
        found.append(["other_version", reading.version])
    return found


def _require_this_event(event: Event, reading: Reading) -> None:
    """A form that names another event is sent there, not here."""
    if not reading.event or reading.event.upper() in {event.full_code, event.round.code}:
        return
    code = reading.event.upper()
    other = next((each for each in Event.objects.filter(round=event.round) if each.full_code == code), None)
    if other is None:
        raise Refused(Denied(format_lazy(UNKNOWN_EVENT, code=code, here=event.full_code)))
    named = language(other.language).named_in(get_language() or "fi")
    raise Refused(Denied(format_lazy(OTHER_EVENT, code=code, language=named, here=event.full_code)))


def _require_new(report: Report, digest: str, now: datetime) -> None:
    """The same file is read once in a round."""
    known = (
        Upload.objects.filter(sha256=digest, report__event__round_id=report.event.round_id)
        .select_related("report__event__round")
        .first()
    )
    if known is None:
        return
    if known.report_id == report.pk:
        raise Refused(Denied(format_lazy(READ_ALREADY, when=when(known.received_at, now))))
    raise Refused(Denied(format_lazy(READ_ELSEWHERE, code=known.report.event.full_code)))
