"""Blocks that hold no others: headings, texts, facts, tables, codes."""

from dataclasses import dataclass


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
    """A label, its value and a remark: when, where, language, price. `note_lang`: when the remark is in another."""

    label: str
    value: str
    note: str = ""
    lang: str = ""
    note_lang: str = ""


@dataclass(frozen=True)
class Facts:
    """Facts on a quiet panel; `plain`: on none."""

    items: tuple[Fact, ...]
    columns: int = 2
    plain: bool = False


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
class Voice:
    """What somebody told (`label` says where it stands), and what was made of it: `verdict` "more", "unsure" or "less"
    draws its sign before the word `said`; `note` under it."""

    text: str
    label: str = ""
    lang: str = ""
    domain: str = ""
    verdict: str = ""
    said: str = ""
    note: str = ""


@dataclass(frozen=True)
class Voices:
    """Voices under each other on a quiet panel, with a label of their own."""

    items: tuple[Voice, ...]
    label: str = ""


@dataclass(frozen=True)
class Stage:
    """One of several stages on the way. `state`: "todo", "doing" or "done"; `said`: the same in a word, read out."""

    label: str
    state: str = "todo"
    said: str = ""


@dataclass(frozen=True)
class StageLine:
    """The stages of something along one line."""

    stages: tuple[Stage, ...]


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
class Spacer:
    """Empty room, in millimetres; `stretch` takes what is left on a printed page."""

    millimetres: float = 6
    stretch: bool = False


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a page."""
