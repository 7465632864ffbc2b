"""A paper form typed in: all questions on one page, in the paper's order and with its numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from kuultu.ground.languages.registry import language
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.loop.materials.models import source_language
from kuultu.loop.reports.actions.lines import Line
from kuultu.loop.reports.actions.typing import type_in
from kuultu.loop.reports.fields import MANNERS, MARKS, SHARES
from kuultu.loop.reports.forms import ChecksForm, FactsForm, MattersForm
from kuultu.loop.reports.models import Answer, Manner, Mark, Report, Shared
from kuultu.loop.reports.queries import Part, parts_of, report_of
from kuultu.loop.reports.rules import may_write
from kuultu.loop.rounds.queries import the_event, the_round

ROWS = 4  # as many as the paper has
SPARE = 2


@dataclass(frozen=True)
class PaperRow:
    """One row of the paper: names of its fields begin with `name`."""

    name: str
    number: str
    line: Line


@dataclass(frozen=True)
class PaperPart:
    """A question with its rows and its two notes."""

    part: Part
    rows: tuple[PaperRow, ...]
    differed: str
    skipped: str


def show(request: Request, code: str, event_code: str) -> HttpResponse:
    """The whole form."""
    round = the_round(request, code)
    event = the_event(round, event_code)
    report = report_of(event)
    require(may_write(request.actor, event, report))
    here = report or Report(event=event, language=event.language)
    staff, posted = source_language(round), request.POST or None
    forms = [kind(here, posted, auto_id=f"{kind.__name__}_%s") for kind in (FactsForm, MattersForm, ChecksForm)]
    parts = [_paper_part(part, posted) for part in parts_of(here, here.language, staff)]
    if posted is not None and not any(form.errors for form in forms):
        values = forms[0].values() | forms[1].values() | forms[2].values()
        with telling(forms[0]):
            type_in(event, by=request.actor, now=request.now, lines=list(_lines(parts)), notes=_notes(parts), **values)
            return redirect(at("reports:report", round.code, event.code))
    wrong = [form for form in forms if form.is_bound and form.errors]
    context = {
        "round": round, "event": event, "report": report, "parts": parts, "spoken": language(here.language),
        "staff": language(staff), "facts": forms[0], "matters": forms[1], "checks": forms[2], "wrong": wrong,
        "marks": MARKS, "manners": MANNERS, "shares": SHARES,
    }  # fmt: skip
    return render(request, "reports/typing.html", context, status=400 if wrong else 200)


def _paper_part(part: Part, posted: QueryDict | None) -> PaperPart:
    """The question's rows: what is there, what was typed just now, and room for more."""
    known = {line.row: line for line in part.lines}
    last = max((*known, ROWS)) + SPARE
    key = part.asked.key
    rows = tuple(
        PaperRow(f"{key}.{row}", f"{part.asked.number}.{row}", _line(key, row, known.get(row), posted))
        for row in range(1, last + 1)
    )
    if posted is None:
        return PaperPart(part, rows, part.differed, part.skipped)
    return PaperPart(part, rows, posted.get(f"{key}.differed", ""), posted.get(f"{key}.skipped", ""))


def _line(key: str, row: int, known: Answer | None, posted: QueryDict | None) -> Line:
    if posted is not None:
        start = f"{key}.{row}"
        return Line(
            key,
            row,
            posted.get(f"{start}.o", ""),
            posted.get(f"{start}.t", ""),
            _one_of(Mark.values, posted.get(f"{start}.m", "")),
            _one_of(Manner.values, posted.get(f"{start}.n", ""), Manner.SAID),
            _one_of(Shared.values, posted.get(f"{start}.s", "")),
            posted.get(f"{start}.seen", ""),
        )
    if known is None:
        return Line(key, row)
    return Line(key, row, known.original, known.translation, known.mark, known.manner, known.shared, known.fingerprint)


def _one_of(values: list[str], value: str, otherwise: str = "") -> str:
    return value if value in values else otherwise


def _lines(parts: list[PaperPart]) -> Iterator[Line]:
    for part in parts:
        yield from (row.line for row in part.rows)


def _notes(parts: list[PaperPart]) -> dict[str, dict[str, str]]:
    return {part.part.asked.key: {"differed": part.differed, "skipped": part.skipped} for part in parts}
