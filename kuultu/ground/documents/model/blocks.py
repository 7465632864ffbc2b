"""What a document says, apart from how it looks: the same value makes a Word file and a PDF.

Every text may carry a language of its own (`lang`, a code of `ground.languages`; "" = the document's).
Direction, font and size follow from the language, never from the caller. Texts are plain: no markup;
a line break in a `Text` begins a new paragraph.
"""

from dataclasses import dataclass, field

LAKE = "#0B5563"


@dataclass(frozen=True)
class Words:
    """A text in a language that may differ from the document's."""

    text: str
    lang: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading, level 1 to 3. `number` ("A") makes a section bar; `other` the same in a second language."""

    text: str
    level: int = 2
    lang: str = ""
    other: Words | None = None
    number: str = ""
    domain: str = ""


@dataclass(frozen=True)
class Text:
    """Running text. `opening` is set strong before it; `size` is "text", "lead" or "small"."""

    text: str
    lang: str = ""
    opening: str = ""
    size: str = "text"
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class Pair:
    """The same thing in two languages side by side, the first leading."""

    first: Words
    second: Words
    strong: bool = False


@dataclass(frozen=True)
class Fact:
    """A label, its value and a remark: when, where, language, price."""

    label: str
    value: str
    note: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Facts:
    """Facts on a quiet panel, in two columns."""

    items: tuple[Fact, ...]
    columns: int = 2


@dataclass(frozen=True)
class Bullets:
    """A list without order."""

    items: tuple[str, ...]
    lang: str = ""


@dataclass(frozen=True)
class Steps:
    """A numbered list."""

    items: tuple[str, ...]
    lang: str = ""


@dataclass(frozen=True)
class Quote:
    """Somebody's words first, their translation under them; `state` tells who checked the translation."""

    original: Words
    translation: Words | None = None
    state: str = ""
    source: str = ""


@dataclass(frozen=True)
class Cell:
    """A table cell. `domain` draws its symbol before the text; `state` a mark: "todo", "doing" or "done"."""

    text: str
    lang: str = ""
    note: str = ""
    strong: bool = False
    domain: str = ""
    state: str = ""


@dataclass(frozen=True)
class Table:
    """A table with a header row. `widths` are shares of the line; `caption` is read out with it."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""
    lang: str = ""


@dataclass(frozen=True)
class QR:
    """A code for a phone's camera. `alt` says what it opens; `size` in millimetres."""

    data: str
    alt: str
    caption: str = ""
    lang: str = ""
    size: float = 25


@dataclass(frozen=True)
class Contact:
    """The frame that says what to do next: title, deadline, how, phone, remark, code."""

    title: str
    by: str = ""
    how: str = ""
    phone: str = ""
    note: str = ""
    qr: QR | None = None
    lang: str = ""


@dataclass(frozen=True)
class Choice:
    """A box to tick; `value` is what the reader of a filled form understands."""

    value: str
    label: str
    other: Words | None = None


@dataclass(frozen=True)
class Field:
    """A place to write in. `tag` ("A.total") finds it again; `number` ("B1") is printed.

    `lines` to write on; 0 with `choices` = boxes to tick only. `box` = a counting box with its label under it.
    """

    tag: str
    label: str
    lang: str = ""
    other: Words | None = None
    number: str = ""
    lines: int = 1
    choices: tuple[Choice, ...] = ()
    box: bool = False


@dataclass(frozen=True)
class Fields:
    """Fields beside each other, in `columns`; with a label of their own when they belong together (age bands)."""

    items: tuple[Field, ...]
    columns: int = 2
    number: str = ""
    label: str = ""
    lang: str = ""
    other: Words | None = None


@dataclass(frozen=True)
class Marks:
    """The words of the answer grid in one language."""

    statement: str
    translation: str
    mark: str
    good: str
    bad: str
    mixed: str
    proposal: str
    quote: str


@dataclass(frozen=True)
class AnswerGrid:
    """One question and the rows for what was said. Row n, column c is found by `KEY.n.c`.

    Columns: o original words, t translation (with `translate`), m mark. `notes` are fields below
    (where views differed, why it was not asked). `key` is unique in the form and printed as `number`.
    """

    key: str
    question: str
    marks: Marks
    lang: str = ""
    other: Words | None = None
    rows: int = 4
    translate: Words | None = None
    notes: tuple[Field, ...] = ()
    domain: str = ""
    number: str = ""


@dataclass(frozen=True)
class Spacer:
    """Empty room, in millimetres; `stretch` takes what is left on a printed page."""

    millimetres: float = 6
    stretch: bool = False


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True)
class Panel:
    """Blocks on a quiet panel, or in the frame of what to do next (`frame`)."""

    blocks: "tuple[Block, ...]"
    frame: bool = False


@dataclass(frozen=True)
class Columns:
    """Cells of blocks beside each other, as many to a row as `columns`: questions with their answers."""

    cells: "tuple[tuple[Block, ...], ...]"
    columns: int = 2


type Block = (
    Heading | Text | Pair | Facts | Bullets | Steps | Quote | Table | QR | Contact | Field | Fields
    | AnswerGrid | Spacer | PageBreak | Panel | Columns
)  # fmt: skip


@dataclass(frozen=True)
class FormId:
    """Which form this is: event or round code, version of the question set, language it was made in."""

    code: str
    version: str
    lang: str

    @property
    def line(self) -> str:
        """As printed: `MAL26-D · v1 · fa-AF`."""
        return f"{self.code} · v{self.version} · {self.lang}"

    @property
    def bookmark(self) -> str:
        """As kept inside the file: `f_MAL26_D__1__fa_AF`."""
        return f"f_{self.code}__{self.version}__{self.lang}".replace("-", "_").replace(".", "_")


@dataclass(frozen=True)
class Document:
    """One document in one language.

    `sender` and `about` stand beside the arms; `code` in the margin; `foot` at the bottom; `pages` is the
    pattern of the page line ("Sivu {page} / {pages}"), written by the caller in the document's language.
    `draft_mark`: said on every page, in `staff_lang`, while nobody has checked the language. `accent`: the
    municipality's colour, at least 7:1 on white. `arms`: its coat of arms as SVG. `form`: set for a form to fill in;
    `code_label` then stands over its code, and `page_link` ("https://…/r/MAL26-D-{page}") becomes a QR on each page.
    `rings`: the ornament of letters.
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
