"""How a form's cells are found again: the tag of a content control, or the bookmark at the start of the cell.

A statement cell is `<QUESTION>.<row>.<o|t|m>` (o original words, t translation, m mark), a single field
`A.total`; as a bookmark `a_<QUESTION>_<row>_<column>` or `a_A_total`, since bookmark names take letters,
digits and underscores only (ECMA-376 part 1, §17.13.6.2). The form itself is named by the bookmark
`f_<event>__<version>__<language>` and by a printed line "MAL26-D · v3 · fa-AF" (research: documents,
"Content controls and LibreOffice").
"""

import re
from typing import NamedTuple

from kuultu.ground.documents.reading.form_map import FormMap

OF_FORM = "f_"
OURS = ("a_", OF_FORM)
COLUMNS = ("o", "t", "m")

_STATEMENT = re.compile(r"(.+)\.(\d{1,4})\.([otm])")
_FIELD = re.compile(r"[A-Z]\.\w+")
_STATEMENT_MARK = re.compile(r"a_(.+)_(\d{1,4})_([otm])")
_FIELD_MARK = re.compile(r"a_([A-Z])_(\w+)")
_FORM_MARK = re.compile(r"f_(\w+?)__(\w+?)__(\w+)")
_BETWEEN = r"[\s\u200e\u200f\u2066-\u2069]*[·•|,;–—-][\s\u200e\u200f\u2066-\u2069]*"
_PRINTED = re.compile(
    rf"\b([A-Z]{{2,6}}\d{{2}}(?:-[A-Z0-9]{{1,8}})*){_BETWEEN}v\.?\s?([\w.]{{1,20}}){_BETWEEN}"
    r"([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\b"
)
_UNWORDED = re.compile(r"\W")


class Anchor(NamedTuple):
    """What a cell is for: a statement's row and column, or (row 0, no column) a single field.

    `known` is false when the form has no such question.
    """

    name: str
    row: int = 0
    column: str = ""
    known: bool = True


class Identity(NamedTuple):
    """Which form this is: event code, version, language tag."""

    event: str
    version: str
    language: str


class Anchors:
    """Reads tags and bookmarks of one form, or of any form when none is given. Remembers what it has read."""

    def __init__(self, form: FormMap | None) -> None:
        self._form = form
        names = [*form.questions, *form.fields] if form else []
        self._written = {_UNWORDED.sub("_", name): name for name in names}
        self._tags: dict[str, Anchor | None] = {"": None}
        self._marks: dict[str, Anchor | None] = {}

    def of_tag(self, tag: str) -> Anchor | None:
        """What a tag says, or None when it is none of ours."""
        if tag not in self._tags:
            self._tags[tag] = self._read_tag(tag)
        return self._tags[tag]

    def of_bookmark(self, mark: str) -> Anchor | None:
        """What a bookmark says, or None when it is none of ours."""
        if mark not in self._marks:
            self._marks[mark] = self._read_bookmark(mark)
        return self._marks[mark]

    def _read_tag(self, tag: str) -> Anchor | None:
        form = self._form
        if form and tag in form.fields:
            return Anchor(tag)
        statement = _STATEMENT.fullmatch(tag)
        if statement:
            return self._statement(*statement.groups())
        return Anchor(tag) if not form and _FIELD.fullmatch(tag) else None

    def _read_bookmark(self, mark: str) -> Anchor | None:
        form = self._form
        name = self._written.get(mark[2:], "")
        if form and name in form.fields:
            return Anchor(name)
        statement = _STATEMENT_MARK.fullmatch(mark)
        if statement:
            written, row, column = statement.groups()
            return self._statement(self._written.get(written, written), row, column)
        field = _FIELD_MARK.fullmatch(mark)
        return Anchor(f"{field[1]}.{field[2]}") if field and not form else None

    def _statement(self, question: str, row: str, column: str) -> Anchor:
        return Anchor(question, int(row), column, not self._form or question in self._form.questions)


def identity_of_bookmark(mark: str) -> Identity | None:
    """The identity in a bookmark's name: `f_MAL26_D__3__fa_AF` is MAL26-D, version 3, fa-AF."""
    found = _FORM_MARK.fullmatch(mark)
    if not found:
        return None
    event, version, language = found.groups()
    return Identity(event.replace("_", "-"), version.replace("_", "."), language.replace("_", "-"))


def identity_rest(text: str) -> str:
    """What a line says beside the form's identity."""
    return _PRINTED.sub("", text)


def identity_in(text: str) -> Identity | None:
    """The identity in a printed line, wherever it stands in `text`."""
    found = _PRINTED.search(text)
    return Identity(found[1], found[2], found[3]) if found else None
