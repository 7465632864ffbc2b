"""What scribe, organisation and coordinator all do with finds and loose texts: read the form, one action."""

from kuultu.ground.people.request import Request
from kuultu.loop.reports.actions.finds import coarsen_find, cover_find, keep_find
from kuultu.loop.reports.actions.loose import place_text, set_aside, take_instead
from kuultu.loop.reports.models import Mark, Report
from kuultu.loop.reports.queries import find_at, loose_text


def settle_find(request: Request, report: Report) -> None:
    """POST: place, fingerprint, do (cover, coarsen, keep), words or reason."""
    found = find_at(report, request.POST.get("place", ""), request.POST.get("fingerprint", ""))
    match request.POST.get("do"):
        case "coarsen":
            coarsen_find(report, found, by=request.actor, now=request.now, words=request.POST.get("words", ""))
        case "keep":
            keep_find(report, found, by=request.actor, now=request.now, reason=request.POST.get("reason", ""))
        case _:
            cover_find(report, found, by=request.actor, now=request.now)


def settle_loose(request: Request, report: Report, number: int) -> None:
    """POST: do (place, instead, aside); question_key and mark, or reason."""
    loose = loose_text(report, number)
    if request.POST.get("do") == "instead":
        take_instead(loose, by=request.actor, now=request.now)
        return
    if request.POST.get("do") == "aside":
        set_aside(loose, by=request.actor, now=request.now, reason=request.POST.get("reason", ""))
        return
    mark = request.POST.get("mark", "")
    place_text(
        loose,
        by=request.actor,
        now=request.now,
        question_key=request.POST.get("question_key", ""),
        mark=mark if mark in Mark.values else Mark.NONE,
    )
