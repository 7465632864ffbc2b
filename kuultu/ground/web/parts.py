"""Plain rows that templates of web/parts draw. Rooms fill them; anything with the same names does as well."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

type Sentence = str | Promise


@dataclass(frozen=True)
class PathStep:
    """A knot of the path band. `state`: done, now or ahead; `current`: the page is in this stage."""

    name: Sentence
    state: str
    says: Sentence = ""
    href: str = ""
    current: bool = False


@dataclass(frozen=True)
class ThreadItem:
    """A knot of the evidence thread or of a host's steps. `state`: done, now, ahead or no.

    `label` is small and above, `text` the thing itself; `language` where the text is in another language;
    `quote` draws it as somebody's words.
    """

    label: Sentence
    text: Sentence
    state: str = "done"
    href: str = ""
    language: str = ""
    quote: bool = False
    polarity: str = ""


@dataclass(frozen=True)
class StepItem:
    """A step of the step line: promised, started, visible, checked. `state`: done, now, ahead or no."""

    name: Sentence
    state: str
    says: Sentence = ""


@dataclass(frozen=True)
class Fact:
    """A label and what it says: a line of a facts list or a date with what happens then."""

    label: Sentence
    text: Sentence
    href: str = ""


@dataclass(frozen=True)
class TongueRow:
    """A language by its own name, what is held in it, and a chip (kind and words)."""

    code: str
    text: Sentence
    chip: str = ""
    says: Sentence = ""
    href: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell of the sentence table: safe words, their sign, what opens behind them. Without href it is muted."""

    words: Sentence
    polarity: str = ""
    href: str = ""


@dataclass(frozen=True)
class WordRow:
    """A row of the sentence table: a theme and a cell for each column."""

    name: Sentence
    cells: Sequence[Cell]
    href: str = ""


@dataclass(frozen=True)
class WordGroup:
    """Rows under one domain ("" for none)."""

    domain: str
    rows: Sequence[WordRow]


@dataclass(frozen=True)
class WordTable:
    """The sentence table. `columns`: language codes, or plain headings where they are no language."""

    corner: Sentence
    columns: Sequence[str]
    groups: Sequence[WordGroup]
