"""Answers with files, for staff and for those who come by a link (door words)."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kuultu.ground.documents.pdf.press import PressError
from kuultu.ground.people.request import Request
from kuultu.loop.materials.documents.files import (
    CONTENT_TYPES,
    Format,
    calendar,
    file_name,
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
    """A paper's file; a page with the reason where a PDF cannot be set."""
    if ending not in list(Format):
        raise Http404("No such file.")
    try:
        content = made(pack, known_kind(pack, kind), Format(ending), now=request.now)
    except PressError:
        return _not_set(request)
    return _download(content, file_name(pack, kind, ending))


def zip_of(request: Request, pack: Pack) -> HttpResponse:
    """The zip; a page with the reason where a PDF in it cannot be set."""
    try:
        return _download(zipped(pack, now=request.now), file_name(pack, "pack", "zip"))
    except PressError:
        return _not_set(request)


def date_of(request: Request, pack: Pack) -> HttpResponse:
    """The calendar file."""
    return _download(calendar(pack, now=request.now), file_name(pack, "event", "ics"))


def _download(content: bytes, name: str) -> HttpResponse:
    kind = CONTENT_TYPES[name.rpartition(".")[2]]
    return HttpResponse(
        content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _not_set(request: Request) -> HttpResponse:
    """A sign that no font of ours has, most often a picture sign typed from a phone."""
    reason = _("The PDF cannot be set: a text holds a sign that our fonts lack, perhaps a picture sign. "
               "Take it out of the texts, or download the Word file instead.")  # fmt: skip
    return render(request, "web/refused.html", {"reason": reason}, status=409)
