"""The desk's only writes: lines in the history that something was taken along. It writes no rows of the loop."""

from datetime import datetime
from typing import IO

from django.db import transaction

from kuultu.desk.documents.everything import write_everything
from kuultu.desk.documents.workbook import workbook_of
from kuultu.desk.rules import may_export, may_take_round
from kuultu.ground.audit.log import record
from kuultu.ground.municipalities.scope import current
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import require
from kuultu.loop.rounds.models import Round


@transaction.atomic
def take_round(round: Round, *, by: Actor, now: datetime) -> bytes:
    """The round as a workbook, with a line in the history."""
    require(may_take_round(by, round))
    made = workbook_of(round, now)
    record(by, "took the round along", round, now=now, code=round.code)
    return made


def take_everything(out: IO[bytes], *, by: Actor, now: datetime) -> int:
    """Everything that the municipality owns, written into `out`; how many rows. A line in the history.

    Not one transaction: on SQLite it would keep everybody else from writing for as long as it takes.
    """
    require(may_export(by))
    rows = write_everything(out, now)
    record(by, "took everything along", current(), now=now, rows=rows)
    return rows
