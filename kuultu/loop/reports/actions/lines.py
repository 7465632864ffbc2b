"""Writes under a question: lines, why it was not asked, where views differed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.text import format_lazy

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.materials.models import Question
from kuultu.loop.reports.actions.writing import clean, hold, saved
from kuultu.loop.reports.models import Answer, Manner, Mark, Report, Shared
from kuultu.loop.reports.rules import may_write
from kuultu.loop.reports.sentences import EMPTY_LINE, LINE_CHANGED, LONG_LINE, NOT_ASKED

LONGEST = 4000  # characters in one line: a statement, not a whole report


@dataclass(frozen=True)
class Line:
    """One row of the form as it comes in. `seen`: the fingerprint of the row that the writer had before them."""

    question_key: str
    row: int
    original: str = ""
    translation: str = ""
    mark: str = Mark.NONE
    manner: str = Manner.SAID
    shared: str = Shared.NONE
    seen: str = ""


@transaction.atomic
def add_line(
    report: Report,
    *,
    by: Actor,
    now: datetime,
    question_key: str,
    original: str = "",
    translation: str = "",
    mark: str = Mark.NONE,
    manner: str = Manner.SAID,
    shared: str = Shared.NONE,
    client_id: str = "",
) -> Answer:
    """A new line at the end of a question. The same words sent again with the same `client_id` arrive once."""
    hold(report)
    require(may_write(by, report.event, report))
    require_question(report, question_key)
    original, translation = _checked(original, translation)
    sent_as = _sent_as(client_id, question_key, original or translation)
    values = {"translation": translation, "mark": mark, "manner": manner, "shared": shared}
    known = Answer.objects.filter(report=report, sent_as=sent_as).first() if sent_as else None
    if known is not None:
        return _sent_again(known, by=by, now=now, **values)
    answer = Answer.objects.create(
        report=report, question_key=question_key, row=next_row(report, question_key), original=original,
        sent_as=sent_as, **values,
    )  # fmt: skip
    saved(report, now=now)
    record(by, "wrote a line", report, now=now, question=question_key, row=answer.row)
    return answer


@transaction.atomic
def change_line(
    answer: Answer,
    *,
    by: Actor,
    now: datetime,
    original: str,
    translation: str = "",
    mark: str = Mark.NONE,
    manner: str = Manner.SAID,
    shared: str = Shared.NONE,
    seen: str = "",
) -> Answer:
    """Other words or marks. With `seen` (the fingerprint the writer had) a change that crosses another's is refused."""
    report = answer.report
    hold(report)
    require(may_write(by, report.event, report))
    answer.refresh_from_db(fields=["original", "translation", "mark", "manner", "shared"])
    original, translation = _checked(original, translation)
    before = answer.fingerprint
    answer.original, answer.translation = original, translation
    answer.mark, answer.manner, answer.shared = mark, manner, shared
    if answer.fingerprint == before:
        return answer
    if seen and seen != before:
        raise Refused(LINE_CHANGED)
    answer.upload = None  # by hand now: a newer Word form does not replace it
    answer.save(update_fields=["original", "translation", "mark", "manner", "shared", "upload"])
    saved(report, now=now)
    record(by, "changed a line", report, now=now, question=answer.question_key, row=answer.row)
    return answer


@transaction.atomic
def remove_line(answer: Answer, *, by: Actor, now: datetime) -> None:
    """Take a line out: the group asked for it, or it was written twice."""
    report = answer.report
    hold(report)
    require(may_write(by, report.event, report))
    answer.delete()
    saved(report, now=now)
    record(by, "took a line out", report, now=now, question=answer.question_key, row=answer.row)


@transaction.atomic
def save_lines(report: Report, lines: Sequence[Line], *, by: Actor, now: datetime) -> int:
    """Many rows at once, as typed in from paper: written, changed, or emptied. How many were different."""
    hold(report)
    require(may_write(by, report.event, report))
    rows = {(a.question_key, a.row): a for a in Answer.objects.select_for_update().filter(report=report)}
    keys = set(_keys(report))
    touched = [line for line in lines if line.question_key in keys and _save(report, rows, line)]
    if touched:
        saved(report, now=now)
        record(by, "typed lines in", report, now=now, lines=len(touched))
    return len(touched)


@transaction.atomic
def save_notes(
    report: Report, *, by: Actor, now: datetime, question_key: str, skipped: str = "", differed: str = ""
) -> Report:
    """Why a question was not asked, and where views differed. Empty words take the note away."""
    hold(report)
    require(may_write(by, report.event, report))
    require_question(report, question_key)
    if max(len(skipped), len(differed)) > LONGEST:
        raise Refused(LONG_LINE)
    before = (dict(report.skipped), dict(report.differed))
    for notes, text in ((report.skipped, clean(skipped)), (report.differed, clean(differed))):
        notes.pop(question_key, None)
        if text:
            notes[question_key] = text
    if (report.skipped, report.differed) != before:
        saved(report, "skipped", "differed", now=now)
        record(by, "wrote a note", report, now=now, question=question_key)
    return report


def require_question(report: Report, question_key: str) -> None:
    """Raises Refused when the round does not ask it."""
    if question_key not in _keys(report):
        raise Refused(Denied(format_lazy(NOT_ASKED, key=question_key)))


def next_row(report: Report, question_key: str) -> int:
    """The number of the next line under a question."""
    last = Answer.objects.filter(report=report, question_key=question_key).aggregate(last=Max("row"))["last"]
    return (last or 0) + 1


def _sent_again(known: Answer, *, by: Actor, now: datetime, **values: str) -> Answer:
    """The words are here already; marks chosen since are taken over, what somebody chose here is not undone."""
    fresh = {name: value for name, value in values.items() if value and not getattr(known, name)}
    for name, value in fresh.items():
        setattr(known, name, value)
    if fresh:
        known.save(update_fields=list(fresh))
        saved(known.report, now=now)
        record(by, "changed a line", known.report, now=now, question=known.question_key, row=known.row)
    return known


def _save(report: Report, rows: dict[tuple[str, int], Answer], line: Line) -> bool:
    """One row into its place. A row that somebody changed meanwhile stays, and ours goes below it."""
    original, translation = clean(line.original), clean(line.translation)
    known = rows.get((line.question_key, line.row))
    values = {"mark": line.mark, "manner": line.manner, "shared": line.shared}
    if len(original) > LONGEST or len(translation) > LONGEST:
        raise Refused(LONG_LINE)
    if known is not None and line.seen == known.fingerprint:
        if not original and not translation:
            del rows[(line.question_key, line.row)]
            known.delete()
            return True
        return _rewritten(known, original, translation, **values)
    if not (original or translation) or _stands_already(rows, line.question_key, original, translation):
        return False
    row = line.row if known is None else next_row(report, line.question_key)
    rows[(line.question_key, row)] = Answer.objects.create(
        report=report, question_key=line.question_key, row=row, original=original, translation=translation, **values
    )
    return True


def _rewritten(known: Answer, original: str, translation: str, **values: str) -> bool:
    before = known.fingerprint
    known.original, known.translation = original, translation
    for name, value in values.items():
        setattr(known, name, value)
    if known.fingerprint == before:
        return False
    known.upload = None
    known.save()
    return True


def _stands_already(rows: dict[tuple[str, int], Answer], key: str, original: str, translation: str) -> bool:
    """The same words under the same question: a form sent twice, or somebody else's typing of the same paper."""
    return any(
        each.question_key == key and (each.original, each.translation) == (original, translation)
        for each in rows.values()
    )


def _checked(original: str, translation: str) -> tuple[str, str]:
    original, translation = clean(original), clean(translation)
    if not original and not translation:
        raise Refused(EMPTY_LINE)
    if max(len(original), len(translation)) > LONGEST:
        raise Refused(LONG_LINE)
    return original, translation


def _sent_as(client_id: str, question_key: str, words: str) -> str:
    if not client_id:
        return ""
    return hashlib.sha256("\x1f".join((client_id, question_key, words)).encode()).hexdigest()[:32]


def _keys(report: Report) -> list[str]:
    return list(Question.objects.filter(question_set__round_id=report.event.round_id).values_list("key", flat=True))
