"""Pages of an event's pack: what is in it, each paper as it will be printed, the files."""

from django.http import HttpResponse
from django.shortcuts import render

from kuultu.ground.people.links import address_of, open_link_to
from kuultu.ground.people.models import Purpose
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.loop.materials.documents.files import kinds_of, paper
from kuultu.loop.materials.documents.invitation import message
from kuultu.loop.materials.preview import preview
from kuultu.loop.materials.queries import artefacts_of, pack_of, shelf_of
from kuultu.loop.materials.rules import may_carry_link, may_open_pack, may_see_events, may_word
from kuultu.loop.materials.views.files import date_of, file_of, known_kind, zip_of, zip_of_round
from kuultu.loop.rounds.models import Event, EventState, Round
from kuultu.loop.rounds.queries import events_of, the_event, the_round


def pack(request: Request, code: str, event_code: str) -> HttpResponse:
    """What is handed out at an event, and its files."""
    round, event = _open(request, code, event_code)
    found = pack_of(event)
    context = {
        "round": round, "event": event, "artefacts": artefacts_of(event), "gaps": found.gaps(),
        "message": message(found), "carries": may_carry_link(request.actor, event),
        "link": open_link_to(Purpose.SCRIBE, event.pk, now=request.now),
    }  # fmt: skip
    return render(request, "materials/pack.html", context)


def show(request: Request, code: str, event_code: str, kind: str) -> HttpResponse:
    """A paper as it will be printed."""
    round, event = _open(request, code, event_code)
    found = pack_of(event)
    document = paper(found, known_kind(found, kind))
    artefact = next(each for each in artefacts_of(event) if each.kind == kind)
    context = {
        "round": round, "event": event, "document": document, "shown": preview(document), "artefact": artefact,
        "kinds": [(each, each.label) for each in kinds_of(found)], "gaps": found.gaps(),
        "may_word": may_word(request.actor, round, event.language),
    }  # fmt: skip
    return render(request, "materials/paper.html", context)


def file(request: Request, code: str, event_code: str, kind: str, ending: str) -> HttpResponse:
    """A paper as a file."""
    _round, event = _open(request, code, event_code)
    return file_of(pack_of(event, scribe_link=_scribe_link(request, event)), kind, ending)


def whole(request: Request, code: str, event_code: str) -> HttpResponse:
    """Everything in one zip."""
    _round, event = _open(request, code, event_code)
    return zip_of(pack_of(event, scribe_link=_scribe_link(request, event)))


def all_packs(request: Request, code: str) -> HttpResponse:
    """The packs of all discussions that one may open, a folder for each. Scribes' codes are left out: each belongs to
    one scribe only."""
    round = the_round(request, code)
    require(may_see_events(request.actor, round))
    shelf = shelf_of(round)
    events = [event for event in events_of(round) if may_open_pack(request.actor, event)]
    held = [event for event in events if event.state != EventState.CANCELLED]
    return zip_of_round(round, [shelf.pack(event) for event in held])


def date(request: Request, code: str, event_code: str) -> HttpResponse:
    """The event for a calendar."""
    _round, event = _open(request, code, event_code)
    return date_of(pack_of(event))


def _open(request: Request, code: str, event_code: str) -> tuple[Round, Event]:
    round = the_round(request, code)
    event = the_event(round, event_code)
    require(may_open_pack(request.actor, event))
    return round, event


def _scribe_link(request: Request, event: Event) -> str:
    """The address on the report form, for those who may hand it to the scribe; nothing for anybody else."""
    link = open_link_to(Purpose.SCRIBE, event.pk, now=request.now) if may_carry_link(request.actor, event) else None
    return address_of(link) if link else ""
