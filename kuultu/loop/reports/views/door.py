"""The scribe's door: the event's report in the event's language, and nothing typed is lost behind a closed link."""

from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any, Concatenate, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.translation import to_locale

from kuultu.ground.languages.registry import CONTENT, INTERFACE, language
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.doors import door
from kuultu.ground.people.links import link_by, token_of
from kuultu.ground.people.models import Link, Purpose
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import Because, Refused
from kuultu.ground.web.interface import COOKIE
from kuultu.loop.materials.models import source_language
from kuultu.loop.reports.models import Report
from kuultu.loop.reports.queries import Part, parts_of, report_of
from kuultu.loop.reports.rules import may_write
from kuultu.loop.rounds.models import Event

CATALOGUES = Path(__file__).resolve().parent.parent / "locale"
# Names of fields in which a scribe writes words: shown again when a page cannot take them.
TYPED = (
    "original", "translation", "differed", "skipped", "top_1", "top_2", "top_3", "who_else", "works_well", "remarks",
    "words", "reason",
)  # fmt: skip


def at_the_door[**P](
    view: Callable[Concatenate[Request, Event, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """A view behind `/s/<token>/`: it gets the request and the event, in a language that the scribe reads.

    A closed link and a No show what was typed, so that it can be copied.
    """

    @door(Purpose.SCRIBE)
    def inside(request: Request, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        event = _event(request)
        with translation.override(page_code(request, event).lower()):
            try:
                return view(request, event, *args, **kwargs)
            except Refused as refused:
                return _no(request, event, refused)

    @wraps(view)
    def enter(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
        link = link_by(token, Purpose.SCRIBE)
        if request.method == "POST" and link is not None and not link.is_open(cast(Request, request).now):
            return _closed(cast(Request, request), link)
        return inside(request, token, *args, **kwargs)

    return enter


def page(request: Request, event: Event, name: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page of the door by its template's name."""
    report = context.get("report") or report_of(event)
    spoken, staff = report.language if report else event.language, source_language(event.round)
    common = {
        "event": event,
        "round": event.round,
        "report": report,
        "spoken": spoken,
        "staff": staff,
        "token": token_of(cast(Link, request.actor.link)),
        "tongues": [CONTENT[code] for code in offered(event)],
        "may_write": may_write(request.actor, event, report),
    }
    return render(request, f"reports/doors/{name}.html", common | context, status=status)


def parts_for(event: Event, report: Report | None) -> tuple[Part, ...]:
    """The questions with what has been written under them so far, in the page's language and the report's."""
    return parts_of(report or Report(event=event, language=event.language), *codes_for(event, report))


def codes_for(event: Event, report: Report | None) -> tuple[str, ...]:
    """The languages in which a question is shown: the page's, the report's, the municipality's."""
    here = language(translation.get_language() or "fi").code
    return here, (report.language if report else event.language), source_language(event.round)


def offered(event: Event) -> list[str]:
    """The event's language, where this room speaks it, and the interface languages."""
    return list(dict.fromkeys([*([event.language] if speaks(event.language) else []), *INTERFACE]))


def page_code(request: HttpRequest, event: Event) -> str:
    """What the scribe chose, else the event's language, else the municipality's."""
    codes = offered(event)
    for code in (request.GET.get("lang", ""), request.COOKIES.get(COOKIE, "")):
        if code in codes:
            return code
    return event.language if event.language in codes else source_language(event.round)


@cache
def speaks(code: str) -> bool:
    """Are this room's door pages to be had in a language? A page is never half translated."""
    return code == "en" or (CATALOGUES / to_locale(code.lower()) / "LC_MESSAGES" / "django.mo").exists()


def _event(request: Request) -> Event:
    events = Event.objects.select_related("round__municipality", "organisation", "order", "group")
    return get_object_or_404(events, pk=request.actor.subject)


def _no(request: Request, event: Event, refused: Refused) -> HttpResponse:
    if refused.answer.because is Because.STRANGER:
        raise refused
    return page(request, event, "no", {"reason": refused.answer.reason, "typed": _typed(request)}, status=403)


def _closed(request: Request, link: Link) -> HttpResponse:
    with scope(link.municipality):
        event = get_object_or_404(Event.objects.select_related("round__municipality", "organisation"), pk=link.subject)
        with translation.override(page_code(request, event).lower()):
            context = {"event": event, "link": link, "typed": _typed(request), "tongues": []}
            return render(request, "reports/doors/closed.html", context, status=410)


def _typed(request: HttpRequest) -> list[str]:
    return [text for name in TYPED if (text := request.POST.get(name, "").strip())]
