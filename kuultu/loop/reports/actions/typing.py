"""A paper form typed in: all its parts in one go, in the paper's order."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from kuultu.ground.people.actor import Actor
from kuultu.loop.reports.actions.facts import save_facts
from kuultu.loop.reports.actions.lines import Line, save_lines, save_notes
from kuultu.loop.reports.actions.writing import open_report
from kuultu.loop.reports.models import Report, Road
from kuultu.loop.rounds.models import Event


@transaction.atomic
def type_in(
    event: Event,
    *,
    by: Actor,
    now: datetime,
    lines: Sequence[Line] = (),
    notes: Mapping[str, Mapping[str, str]] | None = None,
    **facts: Any,
) -> Report:
    """Everything that stands on the paper. `notes`: question key → {"skipped", "differed"}; `facts` as `save_facts`.

    Rows may be typed in again: what is the same stays, what another has written meanwhile is not overwritten.
    """
    report = open_report(event, by=by, now=now, road=Road.PAPER)
    save_lines(report, lines, by=by, now=now)
    for key, texts in (notes or {}).items():
        save_notes(report, by=by, now=now, question_key=key, **texts)
    return save_facts(report, by=by, now=now, **facts) if facts else report
