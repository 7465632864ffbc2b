"""The board: how a round's reports stand, and what waits for whom."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kuultu.ground.people.models import Role
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.loop.reports.models import ReportState
from kuultu.loop.reports.queries import Row, board
from kuultu.loop.reports.queries.board import COORDINATOR, ORGANISATION
from kuultu.loop.reports.rules import arranges, may_read, may_see_board, may_write
from kuultu.loop.rounds.queries import the_round

CHIPS = {
    "": "mut",
    ReportState.DRAFT: "draft",
    ReportState.RETURNED: "draft",
    ReportState.FINISHED: "mut",
    ReportState.CHECKED: "mut",
    ReportState.DELIVERED: "mut",
    ReportState.LOCKED: "ok",
}


def show(request: Request, code: str) -> HttpResponse:
    """Every event of the round with its report's state."""
    round = the_round(request, code)
    require(may_see_board(request.actor, round))
    rows = [_seen(request, row) for row in board(request.actor, round, request.now)]
    mine = [each["row"] for each in rows if each["mine"] and each["opens"]]
    context = {"round": round, "rows": rows, "says": _says(len(mine), len(rows)), "first": next(iter(mine), None)}
    return render(request, "reports/board.html", context)


def _seen(request: Request, row: Row) -> dict[str, object]:
    """A row as this person may see it: before the delivery the municipality sees where it is, and no more."""
    opens = bool(may_read(request.actor, row.report) if row.report else may_write(request.actor, row.event))
    ours = row.waits_for == ORGANISATION and arranges(request.actor, row.event)
    mine = ours or (row.waits_for == COORDINATOR and request.actor.has(Role.COORDINATOR))
    return {"row": row, "opens": opens, "mine": mine, "chip": "you" if mine else CHIPS[row.state]}


def _says(mine: int, all_rows: int) -> str:
    """The page's first sentence."""
    if not all_rows:
        return ""
    if not mine:
        return _("Nothing waits for you.")
    return ngettext("%d report waits for you.", "%d reports wait for you.", mine) % mine
