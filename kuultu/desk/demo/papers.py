"""The papers of the demo round, written to a folder."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from kuultu.desk.documents.workbook import workbook_of
from kuultu.loop.cards.documents import deck_pdf
from kuultu.loop.cards.queries import cards_shown
from kuultu.loop.materials.documents.files import file_name, formats_of, made
from kuultu.loop.materials.models import Kind
from kuultu.loop.materials.queries import pack_of
from kuultu.loop.measures.documents import programme_docx, programme_pdf
from kuultu.loop.measures.queries import programme_of
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import events_of
from kuultu.loop.slides.documents import presentation_file
from kuultu.loop.slides.queries import presentation_of

type Paper = tuple[str, Callable[[], bytes]]


def papers(round: Round, now: datetime) -> Iterator[Paper]:
    """Name and maker of every paper that the round has come far enough to have."""
    for event in events_of(round):
        pack = pack_of(event)
        for kind in (Kind.INVITATION, Kind.POSTER, Kind.QUESTIONS, Kind.FORM):
            for form in formats_of(kind):
                name = f"{event.full_code}/{file_name(pack, kind, form)}"
                yield name, lambda p=pack, k=kind, f=form: made(p, k, f)  # type: ignore[misc]
    yield from _cards(round, now)
    if presentation := presentation_of(round, "fi"):
        yield f"{round.code}-presentation-fi.pptx", lambda: presentation_file(presentation)
    yield f"{round.code}.xlsx", lambda: workbook_of(round, now)
    if programme_of(round).pk:
        yield f"{round.code}-programme-fi.docx", lambda: programme_docx(round, "fi")
        yield f"{round.code}-programme-fi.pdf", lambda: programme_pdf(round, "fi", now=now)


def _cards(round: Round, now: datetime) -> Iterator[Paper]:
    cards = cards_shown(round)
    told = {text.language for card in cards for text in card.texts.all()}
    whole = [code for code in sorted(told) if all(any(t.language == code for t in c.texts.all()) for c in cards)]
    for code in ["fi", *whole] if cards else []:
        yield f"{round.code}-cards-{code}.pdf", lambda c=code: deck_pdf(round, cards, c, now=now)  # type: ignore[misc]


def write(target: Path, name: str, content: bytes) -> Path:
    """One paper, in its folder."""
    file = target / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file
