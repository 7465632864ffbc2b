"""A language's texts as files for a translator without an account, and such files read when they come back."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby

from django.utils.text import format_lazy
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from kuultu.ground.documents.docx import fill, to_docx
from kuultu.ground.documents.model import Document, Field, FormId, Heading, Text
from kuultu.ground.documents.model.document import Block
from kuultu.ground.documents.reading.child import read
from kuultu.ground.documents.reading.form_map import FormMap
from kuultu.ground.documents.xliff import State, Translation, Unit, Version, read_xliff, write_xliff
from kuultu.ground.languages.registry import INTERFACE, language
from kuultu.ground.languages.texts import TextState
from kuultu.loop.materials.exchange import Back, Piece, Returned, Whole, wholes
from kuultu.loop.materials.models import Kind, source_language
from kuultu.loop.materials.pack import Shelf

ASKED = ".s"  # behind the key: the source as it stood when the file was made
SPARE = 3  # items that a list may have had more when the file was made
BEGINNINGS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")  # XML, whatever its encoding


class Shape(StrEnum):
    """What a translator gets."""

    XLIFF_1 = "xliff-1"
    XLIFF_2 = "xliff-2"
    WORD = "word"

    @property
    def ending(self) -> str:
        """What the file's name ends in."""
        return "docx" if self is Shape.WORD else "xlf"


def sent(shelf: Shelf, code: str, shape: Shape) -> bytes:
    """The file for a translator: all texts of a language beside their source."""
    texts = wholes(shelf, code)
    if shape is Shape.WORD:
        return _word(shelf, code, texts)
    units = tuple(_unit(piece) for whole in texts for piece in whole.pieces)
    told = Translation(source_language(shelf.round), code, units, shelf.round.code)
    return write_xliff(told, Version.ONE if shape is Shape.XLIFF_1 else Version.TWO)


def came_back(shelf: Shelf, code: str, data: bytes) -> Returned:
    """What stands in a file that came back. Raises Refused (of `ground.documents.reading`)."""
    if data.lstrip()[:3].startswith(BEGINNINGS):
        read_in = read_xliff(data)
        return Returned(read_in.target_language, tuple(_back(unit) for unit in read_in.units))
    texts = wholes(shelf, code)
    reading = read(data, _map(shelf, code, texts))
    pieces = tuple(
        Back(key, text, reading.fields.get(key + ASKED))
        for key, text in reading.fields.items()
        if not key.endswith(ASKED)
    )
    return Returned(reading.language or "", pieces, reading.unplaced, reading.dropped.comments)


# XLIFF


def _unit(piece: Piece) -> Unit:
    notes = [str(format_lazy("{}: {}", piece.whole.kind.label, piece.whole.key))]
    if piece.braces:
        notes.append(_("Keep as it is: {braces}").format(braces=" ".join(piece.braces)))
    if piece.target and piece.whole.stale:
        notes.append(_("The source has changed since this was translated."))
    return Unit(piece.key, piece.source, piece.target, _state(piece), tuple(notes))


def _state(piece: Piece) -> State:
    if not piece.target or piece.whole.stale:
        return State.INITIAL
    known = {TextState.CHECKED: State.REVIEWED, TextState.APPROVED: State.FINAL}
    return known.get(piece.whole.state, State.TRANSLATED)


def _back(unit: Unit) -> Back:
    """A text that a program copied from the source, for the translator to begin with, is no translation yet."""
    copied = unit.state is State.INITIAL and unit.target == unit.source
    return Back(unit.key, "" if copied else unit.target, unit.source)


# Word


def _word(shelf: Shelf, code: str, texts: Iterable[Whole]) -> bytes:
    document = Document(
        title=_title(code),
        lang=code,
        blocks=tuple(_blocks(shelf, code, texts)),
        sender=shelf.round.municipality.named_in(code),
        code=shelf.round.code,
        staff_lang=source_language(shelf.round),
        accent=shelf.round.municipality.colour,
        form=FormId(shelf.round.code, str(shelf.question_set.version if shelf.question_set else 1), code),
    )
    pieces = [piece for whole in texts for piece in whole.pieces]
    return fill(to_docx(document), {piece.key: piece.target for piece in pieces if piece.target})


def _blocks(shelf: Shelf, code: str, texts: Iterable[Whole]) -> Iterator[Block]:
    """A heading for each kind and under it the table: the source, and beside it the place for the translation."""
    here, source = get_language() or "en", source_language(shelf.round)
    yield Heading(_title(code), 1, here)
    yield Text(_how(source, code), here)
    for kind, some in groupby(texts, key=lambda whole: whole.kind):
        yield Heading(_heading(kind), 2, here)
        for whole in some:
            for piece in whole.pieces:
                yield Field(piece.key, piece.source, source, answer_lang=code, asked_tag=piece.key + ASKED)


def _title(code: str) -> str:
    return _("Texts to translate: {language}").format(language=_named(code))


def _how(source: str, code: str) -> str:
    return _(
        "In each row the text in one language ({source}) stands first, and beside it the place for the translation "
        "({language}). Write only there. Words in braces, such as {example}, are filled in by the program: keep them "
        "as they are. Where a translation stands already, mend it."
    ).format(source=_named(source), language=_named(code), example="{place}")


def _heading(kind: Kind) -> str:
    name = str(kind.label)
    return name[:1].upper() + name[1:]


def _named(code: str) -> str:
    return language(code).named_in(get_language() or "en")


def _map(shelf: Shelf, code: str, texts: Iterable[Whole]) -> FormMap:
    """What the Word reader must know of the file: its keys, and what is printed in any of our three languages."""
    fields: dict[str, tuple[str, ...]] = {}
    for whole in texts:
        items = [f"{whole.key}.{number}" for number in range(1, len(whole.pieces) + SPARE + 1)]
        for key in (whole.key, *items):
            fields[key] = fields[key + ASKED] = ()
    labels: set[str] = set()
    for interface in INTERFACE:
        with override(interface):
            labels |= {_title(code), _how(source_language(shelf.round), code), *map(_heading, Kind)}
    return FormMap({}, fields, frozenset(labels))
