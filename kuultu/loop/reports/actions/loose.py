"""Texts of a Word form that found no place: put under a question, or set aside with a reason."""

from datetime import datetime

from django.db import transaction

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused, require
from kuultu.loop.reports.actions.lines import next_row, require_question
from kuultu.loop.reports.actions.merging import overwrite
from kuultu.loop.reports.actions.writing import clean, hold, saved
from kuultu.loop.reports.models import Answer, Manner, Mark, Unplaced
from kuultu.loop.reports.rules import may_tidy
from kuultu.loop.reports.sentences import NOT_AS_IT_IS, PLACED_ALREADY, SAY_WHY_NOWHERE


@transaction.atomic
def place_text(
    loose: Unplaced,
    *,
    by: Actor,
    now: datetime,
    question_key: str,
    translation: str = "",
    mark: str = Mark.NONE,
    manner: str = Manner.SAID,
) -> Answer:
    """The text becomes a line under a question."""
    report = loose.report
    hold(report)
    require(may_tidy(by, report))
    require_question(report, question_key)
    _require_open(loose)
    answer = Answer.objects.create(
        report=report, question_key=question_key, row=next_row(report, question_key), original=loose.text,
        translation=clean(translation), mark=mark, manner=manner,
    )  # fmt: skip
    loose.settled_at, loose.answer = now, answer
    loose.save(update_fields=["settled_at", "answer"])
    saved(report, now=now)
    record(by, "placed a text", report, now=now, question=question_key, row=answer.row)
    return answer


@transaction.atomic
def take_instead(loose: Unplaced, *, by: Actor, now: datetime) -> Unplaced:
    """The form's value takes the place of the one that the report has."""
    report = loose.report
    hold(report)
    require(may_tidy(by, report))
    _require_open(loose)
    name = overwrite(report, loose.about, loose.text)
    if name is None:
        raise Refused(NOT_AS_IT_IS)
    loose.settled_at = now
    loose.save(update_fields=["settled_at"])
    saved(report, name, now=now)
    record(by, "took a value over", report, now=now, field=loose.about)
    return loose


@transaction.atomic
def set_aside(loose: Unplaced, *, by: Actor, now: datetime, reason: str) -> Unplaced:
    """The text belongs nowhere, and here is why. It stays in the list of what was set aside."""
    hold(loose.report)
    require(may_tidy(by, loose.report))
    _require_open(loose)
    if not (reason := clean(reason)[:200]):
        raise Refused(SAY_WHY_NOWHERE)
    loose.settled_at, loose.set_aside_because = now, reason
    loose.save(update_fields=["settled_at", "set_aside_because"])
    record(by, "set a text aside", loose.report, now=now)
    return loose


def _require_open(loose: Unplaced) -> None:
    loose.refresh_from_db(fields=["settled_at"])
    if loose.settled_at is not None:
        raise Refused(PLACED_ALREADY)
