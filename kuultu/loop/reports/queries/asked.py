# door words: scribes read these, so the content languages carry them too
"""A report question by question: what was asked, in every language, and what was written under it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kuultu.loop.materials.models import Question, source_language
from kuultu.loop.reports.fields import LABELS
from kuultu.loop.reports.filled import value_of
from kuultu.loop.reports.models import Answer, Report, Unplaced
from kuultu.loop.rounds.models import Event, Round
from kuultu.loop.rounds.queries import events_of

FALLBACK = ("fi", "sv", "en")
NOTES = {"skipped": _("Not asked, because"), "differed": _("Where did views differ?")}


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

    def pair(self, *codes: str) -> "Pair":
        """The question in two of these languages, the first leading; the second empty when there is no other."""
        first = self.said_in(*codes)
        other = next((code for code in codes if code != first[1] and self.texts.get(code)), "")
        return Pair(*first, self.texts[other] if other else "", other, self.probes.get(first[1], ()))


@dataclass(frozen=True)
class Pair:
    """A question in two languages, as a page shows it, with the follow-ups in the first."""

    text: str
    language: str
    other: str = ""
    other_language: str = ""
    probes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """A question and everything under it. A key alone when the question is no longer in the set."""

    asked: Asked
    said: Pair
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


def parts_of(report: Report, *codes: str) -> tuple[Part, ...]:
    """The report by question, in the form's order; lines of questions no longer asked come last.

    A report that has not been begun has the questions and nothing under them. `codes`: in which languages the
    questions are shown, by default the report's and the municipality's.
    """
    lines: dict[str, list[Answer]] = {}
    for answer in Answer.objects.filter(report_id=report.pk).order_by("row", "pk"):
        lines.setdefault(answer.question_key, []).append(answer)
    known = questions_of(report.event.round)
    strays = _strays(report, known, lines)
    codes = codes or (report.language, source_language(report.event.round))
    return tuple(
        Part(
            asked,
            asked.pair(*codes),
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
    found = Answer.objects.filter(report_id=report.pk, pk=number).first()
    if found is None:
        raise Http404("No such line.")
    found.report = report
    return found


@dataclass(frozen=True)
class Loose:
    """A text without a place, and what to call the field that it stood in. `may_replace`: that field can take it."""

    text: Unplaced
    about: str | Promise
    may_replace: bool


def loose_of(report: Report) -> list[Loose]:
    """Texts that still wait for a place."""
    numbers = {asked.key: asked.number for asked in questions_of(report.event.round)}
    return [
        Loose(each, label_of(each.about, numbers), value_of(each.about, each.text) is not None)
        for each in Unplaced.objects.filter(report_id=report.pk, settled_at=None)
    ]


def label_of(tag: str, numbers: Mapping[str, int]) -> str | Promise:
    """A field's name by its tag: of the form, or of a question."""
    key, _dot, name = tag.partition(".")
    if key in numbers:
        return f"{numbers[key]}.{name}" if name[:1].isdecimal() else f"{numbers[key]}: {NOTES.get(name, name)}"
    return LABELS.get(tag, tag)


def loose_text(report: Report, number: int) -> Unplaced:
    """One of them by its id. Raises Http404."""
    found = Unplaced.objects.filter(report_id=report.pk, pk=number).first()
    if found is None:
        raise Http404("No such text.")
    found.report = report
    return found
