"""Files: a paper as Word or PDF, the whole pack as one zip, the event for a calendar; and what each is called."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial

from kuultu.ground.documents.calendar import Appointment, event_ics
from kuultu.ground.documents.container import deflated
from kuultu.ground.documents.container import pack as packed
from kuultu.ground.documents.docx import to_docx
from kuultu.ground.documents.model import Document
from kuultu.ground.documents.pdf import poster_pdf, to_pdf
from kuultu.loop.materials.documents.guidance import guide, questions
from kuultu.loop.materials.documents.induction import induction, induction_slides
from kuultu.loop.materials.documents.invitation import invitation, message
from kuultu.loop.materials.documents.poster import poster, poster_sheet
from kuultu.loop.materials.models import Kind
from kuultu.loop.materials.pack import Pack
from kuultu.loop.materials.report_form import report_form
from kuultu.loop.rounds.models import EventState

type Maker = Callable[[], bytes]


class Format(StrEnum):
    """What a paper can be downloaded as."""

    DOCX = "docx"
    PPTX = "pptx"
    PDF = "pdf"


CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "ics": "text/calendar; charset=utf-8",
}


def paper(pack: Pack, kind: Kind, *, typed: bool = False) -> Document:
    """What stands in a paper. `typed`: a form that is filled in Word, not by hand."""
    match kind:
        case Kind.INVITATION:
            return invitation(pack)
        case Kind.QUESTIONS:
            return questions(pack)
        case Kind.FORM:
            return report_form(pack, typed=typed)
        case Kind.POSTER:
            return poster(pack)
        case Kind.INDUCTION:
            return induction(pack)
        case _:
            return guide(pack, kind)


def kinds_of(pack: Pack) -> list[Kind]:
    """What there is to make: no questions and no form before the questions are prepared."""
    return [kind for kind in Kind if pack.questions or kind not in {Kind.QUESTIONS, Kind.FORM}]


def formats_of(kind: Kind) -> tuple[Format, Format]:
    """What a paper can be had as: one to change, one to print."""
    return (Format(kind.editable), Format.PDF)


def made(pack: Pack, kind: Kind, form: Format) -> bytes:
    """The bytes of a file."""
    if form == Format.PPTX:
        return induction_slides(pack)
    if kind == Kind.POSTER and form == Format.PDF:
        return poster_pdf(poster_sheet(pack), timestamp=pack.stamp)
    if form == Format.DOCX:
        return to_docx(paper(pack, kind, typed=True))
    return to_pdf(paper(pack, kind), timestamp=pack.stamp)


def zipped(files: Iterable[tuple[str, Maker]]) -> bytes:
    """Files in one zip: those of an event, or of all events of a round. The same words give the same bytes."""
    return packed(deflated(name, make()) for name, make in files)


def files_of(pack: Pack, folder: str = "") -> list[tuple[str, Maker]]:
    """Name and maker of each file of an event: every paper to change and to print, the message, the calendar file."""
    papers = [(kind, form) for kind in kinds_of(pack) for form in formats_of(kind)]
    files: list[tuple[str, Maker]] = [
        (file_name(pack, kind.value, form.value), partial(made, pack, kind, form)) for kind, form in papers
    ]
    files.append((file_name(pack, "message", "txt"), lambda: message(pack).text.encode()))
    files.append((file_name(pack, "event", "ics"), partial(calendar, pack)))
    return [(f"{folder}{name}", make) for name, make in files]


def calendar(pack: Pack) -> bytes:
    """The event for a calendar, in its language."""
    event, said, title = pack.event, message(pack), pack.texts.say("invitation.title")
    appointment = Appointment(
        uid=f"{event.full_code}@{event.round.municipality.slug}",
        start=event.starts_at,
        end=event.ends_at,
        summary=title.text,
        lang=title.language,
        location=", ".join(filter(None, (event.place, event.address))),
        description=said.text,
        cancelled=event.state == EventState.CANCELLED,
    )
    return event_ics(appointment, stamp=pack.stamp)


def file_name(pack: Pack, what: str, ending: str) -> str:
    """Plain ASCII: `MAL26-D-invitation-fa-AF.docx`; the calendar file without a language."""
    return "-".join(filter(None, (pack.event.full_code, what, pack.lang if ending != "ics" else ""))) + f".{ending}"
