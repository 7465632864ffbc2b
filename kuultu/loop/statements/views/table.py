"""The sentence table: what is shared, what differs, who was not heard."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import language
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.ground.privacy.disclosure import EventCount
from kuultu.ground.web.parts import Cell as Shown
from kuultu.ground.web.parts import WordGroup, WordRow, WordTable
from kuultu.loop import Sentence
from kuultu.loop.reports.models import Mark
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import the_round
from kuultu.loop.statements.queries import (
    Cell,
    Column,
    Row,
    ThemeTable,
    Told,
    not_heard,
    other_share,
    shared_and_differing,
    statements_of,
    theme_table,
)
from kuultu.loop.statements.rules import may_compare

WORDS: dict[Told, Sentence] = {
    Told.MOST: pgettext_lazy("how many shared it", "most"),
    Told.FEW: pgettext_lazy("how many shared it", "a few"),
    Told.DIVIDED: pgettext_lazy("how many shared it", "divided"),
    Told.SPOKEN: _("spoken of"),
    Told.SILENT: _("not spoken of"),
    Told.UNREAD: _("not read yet"),
    Told.HIDDEN: _("not broken out"),
}


@dataclass(frozen=True)
class Line:
    """A theme in one of the lists above the table. `where`: the groups that spoke of it, for what only some did."""

    name: str
    href: str
    everywhere: EventCount
    where: str = ""


def table(request: Request, code: str) -> HttpResponse:
    """Themes by groups, or by languages with `?by=language`."""
    round = the_round(request, code)
    require(may_compare(request.actor, round))
    by = "language" if request.GET.get("by") == "language" else "group"
    found = theme_table(round, by=by)
    context = {
        "round": round,
        "by": by,
        "counted": found,
        "table": _drawn(round, found, by),
        "compared": _lists(round),
        "not_heard": not_heard(round),
        "hidden": [_named(column, by) for column in found.columns if not column.told],
        "other": other_share(round),
        "statements": statements_of(round).count(),
    }
    return render(request, "statements/table.html", context)


def _lists(round: Round) -> dict[str, Any]:
    page = at("statements:overview", round.code)
    compared = shared_and_differing(round)
    shared = [_line(row, page) for row in compared.shared]
    some = [_line(row, page, _who(row)) for row in compared.some]
    return {
        "shared": shared,
        "some": some,
        "at_odds": [_line(row, page, _odds(row)) for row in compared.at_odds],
        "widest": next(iter([*shared, *some]), None),
    }


def _line(row: Row, page: str, where: str = "") -> Line:
    return Line(str(row.theme), f"{page}?theme={row.theme.pk}", row.everywhere, where)


def _who(row: Row, *marks: str) -> str:
    """Names of the groups that spoke of it, or whose experience of it was such."""
    return ", ".join(cell.column.name for cell in row.cells if cell.opens and (not marks or cell.mark in marks))


def _odds(row: Row) -> str:
    """Who had good experiences of it, who bad ones, who both."""
    words = {
        Mark.GOOD: pgettext("experiences", "good"),
        Mark.BAD: pgettext("experiences", "bad"),
        Mark.MIXED: pgettext("experiences", "both"),
    }
    return "; ".join(f"{word}: {who}" for mark, word in words.items() if (who := _who(row, mark)))


def _named(column: Column, by: str) -> str:
    return language(column.key).named_in(get_language() or "fi").capitalize() if by == "language" else column.name


def _drawn(round: Round, found: ThemeTable, by: str) -> WordTable:
    """The table as the template draws it. Columns without an event at all do not occur."""
    columns = [column.key if by == "language" else column.name for column in found.columns]
    page = at("statements:overview", round.code)
    groups = [WordGroup(section.domain, [_row(row, page, by) for row in section.rows]) for section in found.sections]
    return WordTable(_("Theme"), columns, groups)


def _row(row: Row, page: str, by: str) -> WordRow:
    href = f"{page}?theme={row.theme.pk}"
    cells = [_cell(cell, f"{href}&{by}={cell.column.key}") for cell in row.cells]
    return WordRow(str(row.theme), cells, href)


def _cell(cell: Cell, href: str) -> Shown:
    if not cell.opens:
        return Shown(WORDS[cell.told])
    words = _("proposal") if cell.mark == Mark.PROPOSAL and cell.told is Told.SPOKEN else WORDS[cell.told]
    return Shown(words, cell.mark, href)
