"""The document, and the blocks that hold others."""

from dataclasses import dataclass, field

from kuultu.ground.documents.model.blocks import (
    QR,
    Bullets,
    Contact,
    Facts,
    Heading,
    PageBreak,
    Pair,
    Quote,
    Spacer,
    StageLine,
    Steps,
    Table,
    Text,
    Voices,
)
from kuultu.ground.documents.model.form import AnswerGrid, Example, Field, Fields, FormId

LAKE = "#0B5563"


@dataclass(frozen=True)
class Panel:
    """Blocks on a quiet panel, or in the frame of what to do next (`frame`)."""

    blocks: "tuple[Block, ...]"
    frame: bool = False


@dataclass(frozen=True)
class Columns:
    """Cells of blocks beside each other, as many to a row as `columns`; `widths` are their shares of the line."""

    cells: "tuple[tuple[Block, ...], ...]"
    columns: int = 2
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Numbered:
    """One of a few things that count: a large number, a sentence beside it, blocks under that. Kept on one page."""

    number: str
    title: str
    blocks: "tuple[Block, ...]" = ()


type Block = (
    Heading | Text | Pair | Facts | Bullets | Steps | Quote | Voices | StageLine | Table | QR | Contact
    | Field | Fields | AnswerGrid | Example | Spacer | PageBreak | Panel | Columns | Numbered
)  # fmt: skip


@dataclass(frozen=True)
class Document:
    """One document in one language.

    `sender` and `about` stand beside the arms; `code` in the margin; `foot` at the bottom; `pages` is the
    pattern of the page line ("Sivu {page} / {pages}"), written by the caller in the document's language.
    `draft_mark`: said on every page, in `staff_lang`, while nobody has checked the language. `accent`: the
    municipality's colour, at least 7:1 on white. `arms`: its coat of arms as SVG. `form`: set for a form to fill in;
    `code_label` then stands over its code, and `page_link` ("https://…/r/MAL26-D-{page}") becomes a QR on each page.
    `rings`: the ornament of letters. `leaf`: what comes before the first page break is one page, in print set smaller
    until it is.
    """

    title: str
    lang: str
    blocks: tuple[Block, ...] = field(default=())
    sender: str = ""
    about: str = ""
    code: str = ""
    code_label: str = ""
    foot: str = ""
    pages: str = "{page} / {pages}"
    draft_mark: str = ""
    staff_lang: str = "fi"
    accent: str = LAKE
    arms: str = ""
    form: FormId | None = None
    page_link: str = ""
    rings: bool = False
    leaf: bool = False
