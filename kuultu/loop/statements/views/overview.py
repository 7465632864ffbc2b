"""The overview of a round's statements: what waits, and a search."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request, whole
from kuultu.ground.people.rules import require
from kuultu.loop import Sentence
from kuultu.loop.materials.queries import questions_of
from kuultu.loop.rounds.models import Event, Round
from kuultu.loop.rounds.queries import events_for, the_round
from kuultu.loop.statements.forms import WAITING, FindForm
from kuultu.loop.statements.models import DELIVERED
from kuultu.loop.statements.queries import narrowed, statements_for, tasks_for, themes_of, waiting, working_language
from kuultu.loop.statements.rules import may_compare, may_see
from kuultu.loop.statements.views.pairs import Pair, pairs_of

SHOWN = 100  # statements on a page before "show more"
MOST_PAGES = 1000
TASTE = 3  # statements shown in each of the four lists


@dataclass(frozen=True)
class Pile:
    """One of the four lists: how many, and the first few."""

    what: str
    name: Sentence
    number: int
    first: list[Pair]


def overview(request: Request, code: str) -> HttpResponse:
    """What waits for somebody, and the statements that match a search."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    every = events_for(request.actor, round).select_related("report")
    events = [event for event in every if _is_delivered(event)]
    form = FindForm(
        request.GET or None,
        event=[(event.code, f"{event.code} – {event.tongue.own}, {event.group}") for event in events],
        question=[(each.key, f"{each.order} {each.key}") for each in questions_of(round)],
        theme=[(theme.pk, theme.name) for theme in themes_of(round)],
    )
    found = _found(request, round, form)
    event_ids = list(statements_for(request.actor, round).values_list("event_id", flat=True))
    context = {
        "round": round,
        "form": form,
        "found": found,
        "narrowing": form.wanted.keys() - {"words", "waiting"},
        "layout": "web/sheet.html" if found else "web/round.html",
        "number": len(event_ids),
        "events": _counted(events, event_ids),
        "working": working_language(),
        "table_href": at("statements:table", round.code),
        "piles": [] if found else _piles(request, round),
        "tasks": [] if found else tasks_for(request.actor, round, request.now),
        "may_compare": may_compare(request.actor, round),
    }
    return render(request, "statements/overview.html", context)


def _is_delivered(event: Event) -> bool:
    return getattr(event, "report", None) is not None and event.report.state in DELIVERED


def _found(request: Request, round: Round, form: FindForm) -> dict[str, object] | None:
    """The statements of a search, a hundred more with each "show more"; None where nothing is looked for."""
    wanted = form.wanted
    if not wanted:
        return None
    what = wanted.pop("waiting", "")
    everything = waiting(request.actor, round, what) if what else statements_for(request.actor, round)
    matching = narrowed(everything, **wanted)
    number = matching.count()
    upto = SHOWN * min(max(1, whole(request.GET.get("pages", ""))), MOST_PAGES)
    return {
        "what": dict(WAITING)[what] if what else "",
        "waiting": what,
        "number": number,
        "pairs": pairs_of(matching[:upto]),
        "more": upto // SHOWN + 1 if number > upto else None,
    }


def _piles(request: Request, round: Round) -> list[Pile]:
    """An organisation gives no themes, so it has no list of what lacks one."""
    piles = []
    for what, name in WAITING[1:]:
        if what == "theme" and not may_compare(request.actor, round):
            continue
        statements = waiting(request.actor, round, what)
        piles.append(Pile(what, name, statements.count(), pairs_of(statements[:TASTE])))
    return piles


def _counted(events: list[Event], event_ids: list[int]) -> list[dict[str, object]]:
    """Each discussion with the number of its statements."""
    numbers: dict[int, int] = {}
    for event_id in event_ids:
        numbers[event_id] = numbers.get(event_id, 0) + 1
    return [{"event": event, "number": numbers.get(event.pk, 0)} for event in events]
