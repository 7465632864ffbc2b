"""A report question by question: what was asked, in every language, and what was written under it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.http import Http404

from kuultu.loop.materials.models import Question
from kuultu.loop.reports.models import Answer, Report
from kuultu.loop.rounds.models import Event, Round
from kuultu.loop.rounds.queries import events_of

FALLBACK = ("fi", "sv", "en")


@dataclass(frozen=True)
class Asked:
    """A question of the round: its key, its number in the form, its wordings by language."""

    key: str
    number: int
    domain: str
    texts: Mapping[str, str] = field(default_factory=dict)
    probes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def said_in(self, *codes: str) -> tuple[str, str]:
        """Wording and its language: the first of `codes` that there is, else Finnish, Swedish, English or any."""
        for code in (*codes, *FALLBACK, *self.texts):
            if text := self.texts.get(code):
                return text, code
        return self.key, "en"


@dataclass(frozen=True)
class Part:
    """A question and everything under it. `key` alone when the question is no longer in the set."""

    asked: Asked
    lines: tuple[Answer, ...] = ()
    skipped: str = ""
    differed: str = ""

    @property
    def is_touched(self) -> bool:
        """Has anything been written here?"""
        return bool(self.lines or self.skipped or self.differed)


def questions_of(round: Round) -> tuple[Asked, ...]:
    """What is asked in the round, in the form's order."""
    rows = Question.objects.filter(question_set__round=round).prefetch_related("translations")
    return tuple(_asked(number, row) for number, row in enumerate(rows, start=1))


def _asked(number: int, row: Question) -> Asked:
    wordings = list(row.translations.all())
    return Asked(
        row.key,
        number,
        row.domain,
        {each.language: each.text for each in wordings},
        {each.language: tuple(each.probes) for each in wordings},
    )


def question_of(round: Round, key: str) -> Asked:
    """One question by its key. Raises Http404."""
    found = next((each for each in questions_of(round) if each.key == key), None)
    if found is None:
        raise Http404("No such question.")
    return found


def report_of(event: Event) -> Report | None:
    """The event's report, if one has been begun."""
    found = Report.objects.filter(event=event).first()
    if found is not None:
        found.event = event
    return found


def the_report(round: Round, code: str) -> Report:
    """The report of an event of the round by the event's letter. Raises Http404."""
    event = events_of(round).filter(code=code).first()
    found = report_of(event) if event else None
    if found is None:
        raise Http404("No such report.")
    return found


def parts_of(report: Report) -> tuple[Part, ...]:
    """The report by question, in the form's order; lines of questions no longer asked come last."""
    lines: dict[str, list[Answer]] = {}
    for answer in Answer.objects.filter(report=report).order_by("row", "pk"):
        lines.setdefault(answer.question_key, []).append(answer)
    known = questions_of(report.event.round)
    strays = _strays(report, known, lines)
    return tuple(
        Part(
            asked,
            tuple(lines.get(asked.key, ())),
            report.skipped.get(asked.key, ""),
            report.differed.get(asked.key, ""),
        )
        for asked in (*known, *strays)
    )


def _strays(report: Report, known: tuple[Asked, ...], lines: Iterable[str]) -> list[Asked]:
    keys = dict.fromkeys([*lines, *report.skipped, *report.differed])
    unknown = [key for key in keys if key not in {asked.key for asked in known}]
    return [Asked(key, len(known) + at, "other") for at, key in enumerate(unknown, start=1)]


def line_of(report: Report, number: int) -> Answer:
    """A line of the report by its id. Raises Http404."""
    found = Answer.objects.filter(report=report, pk=number).first()
    if found is None:
        raise Http404("No such line.")
    found.report = report
    return found
