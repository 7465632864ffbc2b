"""What a report still lacks before its next step, each as a sentence and the page where it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import ngettext_lazy

from kuultu.loop.reports.fields import LABELS, PROMISES
from kuultu.loop.reports.models import Answer, Report, Unplaced
from kuultu.loop.reports.queries.finds import certain_finds
from kuultu.loop.reports.sentences import HOW_MANY, NOTHING_WRITTEN, PERSONAL, UNANSWERED

TAG_OF = {"read_back": "E.read_back", "agrees_delivery": "E.delivery", "agrees_quotes": "E.quotes"}


@dataclass(frozen=True)
class Missing:
    """`what` to do; `where`: "questions", "facts", "check", "finds" or "unplaced"."""

    what: str | Promise
    where: str


def missing_for_finish(report: Report) -> list[Missing]:
    """Before the scribe may finish: something written, how many came, the group asked, nobody recognisable."""
    return [*_of_contents(report), *_of_finds(report)]


def missing_for_delivery(report: Report) -> list[Missing]:
    """Before the organisation may check and deliver: the same, looked at again."""
    return missing_for_finish(report)


def missing_for_lock(report: Report) -> list[Missing]:
    """Before the coordinator may lock: every text has its place, nobody is recognisable."""
    return [*_of_unplaced(report), *_of_finds(report)]


def _of_contents(report: Report) -> Iterator[Missing]:
    if not report.skipped and not Answer.objects.filter(report_id=report.pk).exists():
        yield Missing(NOTHING_WRITTEN, "questions")
    if report.who_came.get("total") is None:
        yield Missing(HOW_MANY, "facts")
    for name in PROMISES:
        if getattr(report, name) is None:
            yield Missing(format_lazy(UNANSWERED, what=LABELS[TAG_OF[name]]), "check")


def _of_unplaced(report: Report) -> Iterator[Missing]:
    if number := Unplaced.objects.filter(report_id=report.pk, settled_at=None).count():
        says = ngettext_lazy("%d text waits for its place.", "%d texts wait for their places.", number)
        yield Missing(says % number, "unplaced")


def _of_finds(report: Report) -> Iterator[Missing]:
    finds = certain_finds(report)
    if not finds:
        return
    names = list(dict.fromkeys(str(each.spot.name) for each in finds))
    says = format_lazy(PERSONAL, where="; ".join(names))
    yield Missing(says, "finds")
