"""The facilitator's door: a link without an account opens one event's pack, in the event's language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from kuultu.ground.languages.registry import INTERFACE, language
from kuultu.ground.people.doors import door
from kuultu.ground.people.models import Purpose
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.ground.web.interface import COOKIE
from kuultu.loop.materials.documents.files import kinds_of, paper
from kuultu.loop.materials.models import Kind
from kuultu.loop.materials.pack import Pack
from kuultu.loop.materials.preview import preview
from kuultu.loop.materials.queries import event_of_link, pack_of
from kuultu.loop.materials.rules import may_open_pack
from kuultu.loop.materials.views.files import date_of, file_of, known_kind, zip_of

READ_HERE = (Kind.QUESTIONS, Kind.FACILITATOR)


@door(Purpose.FACILITATOR)
def facilitator(request: Request) -> HttpResponse:
    """When and where, the questions, the guide, the papers."""
    pack = _pack(request)
    _speak(request, pack.lang)
    documents = [(kind, paper(pack, kind)) for kind in kinds_of(pack)]
    context = {
        "pack": pack, "event": pack.event, "tongues": _tongues(pack.lang),
        "papers": [(kind, document, preview(document) if kind in READ_HERE else ()) for kind, document in documents],
        "title": pack.say("facilitator.title"), "token": _token(request),
    }  # fmt: skip
    return render(request, "materials/doors/facilitator.html", context)


@door(Purpose.FACILITATOR)
def facilitators_paper(request: Request, kind: str) -> HttpResponse:
    """One paper, to read on the phone."""
    pack = _pack(request)
    _speak(request, pack.lang)
    document = paper(pack, known_kind(pack, kind))
    context = {"document": document, "shown": preview(document), "kind": kind, "tongues": _tongues(pack.lang),
               "token": _token(request), "direction": pack.event.tongue.direction}  # fmt: skip
    return render(request, "materials/doors/paper.html", context)


@door(Purpose.FACILITATOR)
def facilitators_file(request: Request, kind: str, ending: str) -> HttpResponse:
    """One paper as a file."""
    return file_of(_pack(request), kind, ending)


@door(Purpose.FACILITATOR)
def facilitators_zip(request: Request) -> HttpResponse:
    """All papers."""
    return zip_of(_pack(request))


@door(Purpose.FACILITATOR)
def facilitators_date(request: Request) -> HttpResponse:
    """The event for a calendar."""
    return date_of(_pack(request))


def _pack(request: Request) -> Pack:
    event = event_of_link(request.actor.subject)
    require(may_open_pack(request.actor, event))
    return pack_of(event)


def _token(request: HttpRequest) -> str:
    """The token of the address, for the links to the other pages behind this door."""
    match = request.resolver_match
    return str(match.kwargs["token"]) if match else ""


def _speak(request: HttpRequest, code: str) -> None:
    """The event's language, unless the visitor has chosen another."""
    if not request.GET.get("lang") and not request.COOKIES.get(COOKIE):
        translation.activate(code.lower())


def _tongues(code: str) -> list[object]:
    return [language(each) for each in dict.fromkeys((code, *INTERFACE))]
