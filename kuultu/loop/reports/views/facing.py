"""A report as facing pages: each line's original and translation, with finds marked in the words themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kuultu.loop.reports.models import Answer, Report
from kuultu.loop.reports.queries import OpenFind, Part, parts_of


@dataclass(frozen=True)
class FacingLine:
    """One line for `web/parts/pair.html`. `code` is its number on paper: question and row."""

    code: str
    anchor: str
    mark: str
    original: SafeString
    translation: SafeString
    more: SafeString


@dataclass(frozen=True)
class FacingPart:
    """A question, its lines, its notes."""

    part: Part
    lines: tuple[FacingLine, ...]


def facing_parts(report: Report, finds: Iterable[OpenFind], staff: str) -> list[FacingPart]:
    """The report in the form's order, questions in the report's language beside the municipality's."""
    by_place: dict[str, list[OpenFind]] = {}
    for each in finds:
        by_place.setdefault(each.spot.place, []).append(each)
    return [
        FacingPart(part, tuple(_line(line, part.asked.number, by_place) for line in part.lines))
        for part in parts_of(report, report.language, staff)
    ]


def marked(text: str, finds: Iterable[OpenFind]) -> SafeString:
    """The text with its finds marked."""
    pieces: list[tuple[str, SafeString]] = []
    done = 0
    for each in sorted(finds, key=lambda one: one.found.start):
        start, end = max(each.found.start, done), each.found.end
        if start < end:
            pieces.append((text[done:start], format_html("<mark><bdi>{}</bdi></mark>", text[start:end])))
            done = end
    return format_html("{}{}", format_html_join("", "{}{}", pieces), text[done:])


def _line(line: Answer, number: int, by_place: dict[str, list[OpenFind]]) -> FacingLine:
    there = {name: by_place.get(f"answer:{line.pk}:{name}", []) for name in ("original", "translation")}
    labels: list[str | Promise] = [each.label for finds in there.values() for each in finds]
    more = render_to_string("reports/line_says.html", {"line": line, "labels": dict.fromkeys(labels)})
    return FacingLine(
        code=f"{number}.{line.row}",
        anchor=f"l{line.pk}",
        mark=line.mark,
        original=marked(line.original, there["original"]),
        translation=marked(line.translation, there["translation"]),
        more=SafeString(more),
    )
