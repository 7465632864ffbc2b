"""Answers with files, for staff and for those who come by a link."""

from django.http import Http404, HttpResponse

from kuultu.ground.people.request import Request
from kuultu.loop.materials.documents.files import (
    CONTENT_TYPES,
    Format,
    calendar,
    file_name,
    formats_of,
    kinds_of,
    made,
    zipped,
)
from kuultu.loop.materials.models import Kind
from kuultu.loop.materials.pack import Pack


def known_kind(pack: Pack, kind: str) -> Kind:
    """A kind of which there is a paper. Raises Http404."""
    if kind not in kinds_of(pack):
        raise Http404("No such paper.")
    return Kind(kind)


def file_of(request: Request, pack: Pack, kind: str, ending: str) -> HttpResponse:
    """A paper's file. Raises Http404."""
    found = known_kind(pack, kind)
    if ending not in formats_of(found):
        raise Http404("No such file.")
    content = made(pack, found, Format(ending), now=request.now)
    return _download(content, file_name(pack, kind, ending))


def zip_of(request: Request, pack: Pack) -> HttpResponse:
    """Everything in one zip."""
    return _download(zipped(pack, now=request.now), file_name(pack, "pack", "zip"))


def date_of(request: Request, pack: Pack) -> HttpResponse:
    """The calendar file."""
    return _download(calendar(pack, now=request.now), file_name(pack, "event", "ics"))


def _download(content: bytes, name: str) -> HttpResponse:
    kind = CONTENT_TYPES[name.rpartition(".")[2]]
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
