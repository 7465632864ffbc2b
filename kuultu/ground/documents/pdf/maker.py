"""A document as a PDF: its blocks as plain data for the template, every text looked over first."""

import dataclasses
import re
from collections.abc import Hashable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any, cast

from kuultu.ground.documents import qr, symbols
from kuultu.ground.documents.fonts.coverage import drawable
from kuultu.ground.documents.model import QR, AnswerGrid, Block, Columns, Document, Field, Fields, Panel
from kuultu.ground.documents.pdf.press import faces, press, signs

LAST_WORD = re.compile(r" (\S{1,14})$")
NUMBER_GAP = re.compile(r"(?<=\d) (?=\d)")
LONG = 36


def to_pdf(document: Document, *, timestamp: datetime) -> bytes:
    """The PDF (PDF/UA-1). The same document and time give the same bytes."""
    data = plain(document)
    outline(data["blocks"], 0)
    languages = set(_languages(data)) | {document.lang, document.staff_lang}
    data |= {
        "author": document.sender,
        "arms": document.arms or symbols.arms(document.accent),
        "faces": faces(languages - {""}),
        "signs": signs(document.accent),
        "colours": symbols.DOMAIN_COLOURS,
        "page_codes": [_page_code(document, n) for n in range(1, _most_pages(document) + 1)],
    }
    if document.form:
        data["form"]["line"] = document.form.line
    return press("document", data, timestamp=timestamp)


def plain(thing: Any) -> Any:
    """Data classes as dicts with their `kind`, tuples as lists, every text made drawable."""
    if isinstance(thing, str):
        return set_text(thing)
    if isinstance(thing, QR):
        return {**_fields(thing), "svg": qr.svg(thing.data)}
    if dataclasses.is_dataclass(thing):
        return _fields(thing)
    if isinstance(thing, tuple):
        return [plain(each) for each in thing]
    return thing


def _fields(thing: Any) -> dict[str, Any]:
    made = {name: plain(getattr(thing, name)) for name in _names(thing.__class__)}
    return made | {"kind": type(thing).__name__}


@lru_cache(maxsize=64)
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(each.name for each in dataclasses.fields(cast("type[Any]", kind)))


@lru_cache(maxsize=4096)
def set_text(text: str) -> str:
    """Drawable, with a phone number kept on one line, and the last word of a long text bound to the one before."""
    made = NUMBER_GAP.sub("\u00a0", drawable(text.replace("\r\n", "\n")))
    return "\n".join(LAST_WORD.sub("\u00a0\\1", line) if len(line) > LONG else line for line in made.split("\n"))


def _languages(data: Any) -> Iterator[str]:
    """The languages that appear anywhere in the data."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name == "lang":
                yield value
            elif isinstance(value, dict | list):
                yield from _languages(value)
    elif isinstance(data, list):
        for value in data:
            yield from _languages(value)


HEADS = {"AnswerGrid": 3, "Contact": 2, "Numbered": 2}


def outline(blocks: list[dict[str, Any]], above: int) -> int:
    """Gives each heading its level in the outline, where no level may be skipped; the last level given."""
    for block in blocks:
        wanted = block.get("level") or HEADS.get(block["kind"])
        if wanted:
            above = block["outline"] = min(wanted, above + 1)
        for inner in (block.get("blocks"), *block.get("cells", ())):
            above = outline(inner, above) if inner else above
    return above


def _page_code(document: Document, number: int) -> dict[str, str]:
    link = document.page_link.replace("{page}", str(number))
    return {"svg": qr.svg(link), "alt": f"QR: {link}"}


def _most_pages(document: Document) -> int:
    """More pages than the form can have, so that each page finds its code."""
    return 4 + sum(_weight(each) for each in document.blocks) // 2 if document.page_link else 0


def _weight(block: Block) -> int:
    """Half pages that a block may fill at the most."""
    match block:
        case AnswerGrid():
            return 1 + block.rows // 3
        case Panel():
            return sum(_weight(each) for each in block.blocks)
        case Columns():
            return sum(_weight(each) for cell in block.cells for each in cell)
        case Field() | Fields():
            return 1
        case _:
            return 1
