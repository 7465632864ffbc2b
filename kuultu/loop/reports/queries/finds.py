# door words: scribes read these, and the words in brackets stand in texts of the content languages
"""Personal data that may still stand in a report: what was found, where, and what a person has said of it."""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kuultu.ground.languages.registry import language
from kuultu.ground.privacy.finder import Certainty, Find, Kind, find
from kuultu.loop.materials.models import source_language
from kuultu.loop.reports.fields import LABELS
from kuultu.loop.reports.models import Answer, KeptFind, Report, Unplaced
from kuultu.loop.reports.queries.asked import NOTES, questions_of

# What a find is called; in square brackets it stands in the place of covered words, in the language of the text.
CATEGORIES: dict[Kind, str | Promise] = {
    Kind.IDENTITY_CODE: pgettext_lazy("find", "personal identity code"),
    Kind.PHONE: pgettext_lazy("find", "phone number"),
    Kind.EMAIL: pgettext_lazy("find", "e-mail address"),
    Kind.IBAN: pgettext_lazy("find", "account number"),
    Kind.STREET_ADDRESS: pgettext_lazy("find", "address"),
    Kind.PLATE: pgettext_lazy("find", "car"),
    Kind.OTHER_ID: pgettext_lazy("find", "number"),
    Kind.NAME: pgettext_lazy("find", "person"),
}


@dataclass(frozen=True)
class Spot:
    """A text of the report. `place` names it ("answer:12:original"), `name` in words, `key` its question."""

    place: str
    name: str | Promise
    text: str
    language: str
    key: str = ""


@dataclass(frozen=True)
class OpenFind:
    """A find nobody has settled. `is_certain`: it holds the report up; the others are for a person to look at."""

    spot: Spot
    found: Find

    @property
    def is_certain(self) -> bool:
        """Sure or likely, not merely possible."""
        return self.found.certainty >= Certainty.LIKELY

    @property
    def label(self) -> str | Promise:
        """What it may be."""
        category = CATEGORIES[self.found.kind]
        return category if self.is_certain else format_lazy(_("perhaps: {what}"), what=category)

    @property
    def direction(self) -> str:
        """Of the text."""
        return language(self.spot.language).direction

    @property
    def fingerprint(self) -> str:
        """Names the find without its words."""
        return fingerprint_of(self.found)

    @property
    def before(self) -> str:
        """What stands before it, for the page."""
        return self.spot.text[: self.found.start]

    @property
    def after(self) -> str:
        """What stands after it."""
        return self.spot.text[self.found.end :]


def fingerprint_of(found: Find) -> str:
    """Kind and words under the server's key: the same words kept once are kept in the whole report."""
    said = f"{found.kind}\x1f{' '.join(found.text.casefold().split())}"
    return hmac.new(settings.SECRET_KEY.encode(), said.encode(), hashlib.sha256).hexdigest()


def spots_of(report: Report) -> Iterator[Spot]:
    """Every text of the report in which somebody may be named."""
    numbers = {asked.key: asked.number for asked in questions_of(report.event.round)}
    staff = source_language(report.event.round)
    for answer in Answer.objects.filter(report_id=report.pk):
        name = format_lazy(
            _("Question {number}, line {row}"), number=numbers.get(answer.question_key, "–"), row=answer.row
        )
        for column, code in (("original", report.language), ("translation", staff)):
            yield Spot(f"answer:{answer.pk}:{column}", name, getattr(answer, column), code, answer.question_key)
    yield from _beside_the_answers(report, numbers)


def _beside_the_answers(report: Report, numbers: dict[str, int]) -> Iterator[Spot]:
    for name, label in NOTES.items():
        for key, text in getattr(report, name).items():
            where = format_lazy(_("Question {number}: {what}"), number=numbers.get(key, "–"), what=label)
            yield Spot(f"{name}:{key}", where, text, report.language, key)
    for at, text in enumerate(report.top):
        yield Spot(f"top:{at}", format_lazy("{} {}", LABELS["D.1"], at + 1), text, report.language)
    for name, tag in (("who_else", "D.who_else"), ("works_well", "D.works_well"), ("remarks", "E.remark")):
        yield Spot(f"report:{name}", LABELS[tag], getattr(report, name), report.language)
    for loose in Unplaced.objects.filter(report_id=report.pk, settled_at=None):
        yield Spot(f"unplaced:{loose.pk}", _("A text without a place"), loose.text, report.language)


def open_finds(report: Report) -> list[OpenFind]:
    """Finds that nobody has covered or kept with a reason, in the order of the report."""
    kept = set(KeptFind.objects.filter(report_id=report.pk).values_list("fingerprint", flat=True))
    return [
        OpenFind(spot, found)
        for spot in spots_of(report)
        if spot.text
        for found in find(spot.text)
        if fingerprint_of(found) not in kept
    ]


def certain_finds(report: Report) -> list[OpenFind]:
    """Those that hold the report up."""
    return [each for each in open_finds(report) if each.is_certain]


def find_at(report: Report, place: str, fingerprint: str) -> OpenFind:
    """An open find by its place and fingerprint. Raises Http404 when it is settled already."""
    for each in open_finds(report):
        if each.spot.place == place and each.fingerprint == fingerprint:
            return each
    raise Http404("No such find.")
