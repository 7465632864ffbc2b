"""Answers with files, for staff and for those who come by a link."""

from collections.abc import Iterable

from django.http import Http404, HttpResponse

from kuultu.loop.materials.documents.files import (
    CONTENT_TYPES,
    Format,
    calendar,
    file_name,
    files_of,
    formats_of,
    kinds_of,
    made,
    zipped,
)
from kuultu.loop.materials.models import Kind
from kuultu.loop.materials.pack import Pack
from kuultu.loop.rounds.models import Round


def known_kind(pack: Pack, kind: str) -> Kind:
    """A kind of which there is a paper. Raises Http404."""
    if kind not in kinds_of(pack):
        raise Http404("No such paper.")
    return Kind(kind)


def file_of(pack: Pack, kind: str, ending: str) -> HttpResponse:
    """A paper's file. Raises Http404."""
    found = known_kind(pack, kind)
    if ending not in formats_of(found):
        raise Http404("No such file.")
    content = made(pack, found, Format(ending))
    return _download(content, file_name(pack, kind, ending))


def zip_of(pack: Pack) -> HttpResponse:
    """Everything of an event in one zip."""
    return _download(zipped(files_of(pack)), file_name(pack, "pack", "zip"))


def zip_of_round(round: Round, packs: Iterable[Pack]) -> HttpResponse:
    """Everything of several events in one zip, a folder for each."""
    files = [each for pack in packs for each in files_of(pack, f"{pack.event.full_code}/")]
    return _download(zipped(files), f"{round.code}-packs.zip")


def date_of(pack: Pack) -> HttpResponse:
    """The calendar file."""
    return _download(calendar(pack), file_name(pack, "event", "ics"))


def _download(content: bytes, name: str) -> HttpResponse:
    kind = CONTENT_TYPES[name.rpartition(".")[2]]
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
