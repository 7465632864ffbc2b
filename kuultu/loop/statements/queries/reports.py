"""Delivered reports and what of them has not been lifted yet."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404

from kuultu.loop.reports.models import Answer, Manner, Report
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import DELIVERED

# Anything but blanks, in the speaker's language or in the scribe's translation.
WITH_WORDS = Q(original__regex=r"\S") | Q(translation__regex=r"\S")


@dataclass(frozen=True)
class Waiting:
    """A delivered report: how many answers wait to be lifted, which remarks could be, how many were lifted."""

    report: Report
    answers: int
    remarks: tuple[Answer, ...]
    lifted: int


def not_lifted(round: Round) -> list[Waiting]:
    """Delivered reports with answers that are no statements yet, oldest first. Remarks alone keep none waiting."""
    reports = (
        Report.objects.filter(event__round=round, state__in=DELIVERED)
        .select_related("event__round__municipality", "event__group", "event__organisation")
        .order_by("delivered_at", "pk")
    )
    answers = list(
        Answer.objects.filter(WITH_WORDS, report__in=reports)
        .select_related("statement")
        .order_by("question_key", "row")
    )
    found = [_waiting(report, [answer for answer in answers if answer.report_id == report.pk]) for report in reports]
    return [each for each in found if each.answers]


def the_report(round: Round, event_code: str) -> Report:
    """The report of an event, whatever its state. Raises Http404."""
    found = (
        Report.objects.filter(event__round=round, event__code=event_code)
        .select_related("event__round__municipality", "event__group", "event__organisation")
        .first()
    )
    if found is None:
        raise Http404("No such report.")
    return found


def _waiting(report: Report, answers: list[Answer]) -> Waiting:
    new = [answer for answer in answers if not hasattr(answer, "statement")]
    remarks = tuple(answer for answer in new if answer.manner == Manner.REMARK)
    return Waiting(report, len(new) - len(remarks), remarks, len(answers) - len(new))
