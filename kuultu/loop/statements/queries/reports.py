"""Delivered reports and what of them has not been lifted yet."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.http import Http404

from kuultu.loop.reports.models import Answer, Manner, Report
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import DELIVERED

# Anything but blanks, in the speaker's language or in the scribe's translation.
WITH_WORDS = Q(answers__original__regex=r"\S") | Q(answers__translation__regex=r"\S")


class Row(NamedTuple):
    """An answer with words: ids of its report and its statement, if it has been lifted."""

    report: int
    answer: int
    manner: str
    statement: int | None

    @property
    def is_remark(self) -> bool:
        """The scribe's own, not lifted yet."""
        return self.statement is None and self.manner == Manner.REMARK

    @property
    def waits(self) -> bool:
        """Somebody's words, not lifted yet."""
        return self.statement is None and self.manner != Manner.REMARK


@dataclass(frozen=True)
class Waiting:
    """A delivered report: how many answers wait to be lifted, which remarks could be, how many were lifted."""

    report: Report
    answers: int
    remarks: tuple[Answer, ...]
    lifted: int


def not_lifted(round: Round) -> list[Waiting]:
    """Delivered reports with answers that are no statements yet, oldest first. Remarks alone keep none waiting."""
    reports = _reports(round).filter(state__in=DELIVERED).order_by("delivered_at", "pk")
    told = ("pk", "answers__pk", "answers__manner", "answers__statement__pk")
    rows = [Row(*row) for row in reports.filter(WITH_WORDS).values_list(*told)]
    waiting = {row.report for row in rows if row.waits}
    remarks = Answer.objects.in_bulk([row.answer for row in rows if row.report in waiting and row.is_remark])
    return [_waiting(report, rows, remarks) for report in reports.filter(pk__in=waiting)]


def the_report(round: Round, event_code: str) -> Report:
    """The report of an event, whatever its state. Raises Http404."""
    found = _reports(round).filter(event__code=event_code).first()
    if found is None:
        raise Http404("No such report.")
    return found


def _reports(round: Round) -> QuerySet[Report]:
    return Report.objects.filter(event__round=round).select_related(
        "event__round__municipality", "event__group", "event__organisation"
    )


def _waiting(report: Report, rows: list[Row], remarks: dict[int, Answer]) -> Waiting:
    own = [row for row in rows if row.report == report.pk]
    found = sorted((remarks[row.answer] for row in own if row.is_remark), key=lambda each: each.pk)
    return Waiting(report, sum(row.waits for row in own), tuple(found), sum(row.statement is not None for row in own))
