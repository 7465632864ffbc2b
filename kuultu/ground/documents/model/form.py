"""What somebody fills in: fields, boxes, and the rows under a question."""

from dataclasses import dataclass

from kuultu.ground.documents.model.blocks import Words


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
    For texts to translate: `answer_lang` is the language written in, where it is not the label's; `asked_tag` finds
    the label itself again, as it was when the file was made (Word only).
    """

    tag: str
    label: str
    lang: str = ""
    other: Words | None = None
    number: str = ""
    lines: int = 1
    choices: tuple[Choice, ...] = ()
    box: bool = False
    answer_lang: str = ""
    asked_tag: str = ""


@dataclass(frozen=True)
class Fields:
    """Fields beside each other, in `columns`; with a label of their own when they belong together (age bands)."""

    items: tuple[Field, ...]
    columns: int = 2
    number: str = ""
    label: str = ""
    lang: str = ""
    other: Words | None = None


PRINTED = ("▲", "▼", "▲▼", "◆", "“ ”")


@dataclass(frozen=True)
class Marks:
    """The words of the answer grid in one language, and the signs that stand for the last five of them where one
    types (on paper they are drawn)."""

    statement: str
    translation: str
    mark: str
    good: str
    bad: str
    mixed: str
    proposal: str
    quote: str
    signs: tuple[str, ...] = PRINTED

    @property
    def legend(self) -> tuple[tuple[str, str, str], ...]:
        """(name, sign, word) of each mark."""
        words = (self.good, self.bad, self.mixed, self.proposal, self.quote)
        return tuple(zip(("good", "bad", "mixed", "proposal", "quote"), self.signs, words, strict=True))


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
class Example:
    """A row of the answer grid as somebody has filled it in. `ticked` names fields of `Marks`."""

    title: str
    text: str
    marks: Marks
    ticked: tuple[str, ...]
    number: str = ""
    lang: str = ""

    @property
    def typed(self) -> str:
        """The marks as they are typed, with their words."""
        return "  ".join(f"{sign} {word}" for name, sign, word in self.marks.legend if name in self.ticked)


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
