"""Taking things along: a round as a workbook, everything as a zip."""

import tempfile
from typing import IO, cast

from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from kuultu.desk.actions import take_everything, take_round
from kuultu.desk.documents.everything import tables
from kuultu.desk.rules import may_export
from kuultu.ground.languages.dates import HELSINKI
from kuultu.ground.municipalities.scope import current
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.loop.rounds.queries import the_round

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
IN_MEMORY = 8 * 1024 * 1024


@require_GET
def workbook(request: Request, code: str) -> HttpResponse:
    """The round as a workbook."""
    round = the_round(request, code)
    made = take_round(round, by=request.actor, now=request.now)
    return HttpResponse(made, content_type=XLSX, headers=_as_file(f"{round.code}.xlsx"))


def everything(request: Request) -> HttpResponse:
    """What the zip holds, and the button that makes it."""
    require(may_export(request.actor))
    number = sum(1 for _table in tables())
    return render(request, "desk/everything.html", {"tables": number, "may_export": may_export(request.actor)})


@require_POST
def zipped(request: Request) -> FileResponse:
    """Everything that the municipality owns."""
    out = cast(IO[bytes], tempfile.SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115  # the response closes it
    take_everything(out, by=request.actor, now=request.now)
    out.seek(0)
    day = request.now.astimezone(HELSINKI).date()
    name = f"kuultu-{current().slug}-{day:%Y-%m-%d}.zip"
    return FileResponse(out, as_attachment=True, filename=name, content_type="application/zip")


def _as_file(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
