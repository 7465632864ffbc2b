"""Exchange: what goes out to a translator for a language, and what came back beside what stands now. Pure.

A text goes out in pieces: each item of a list is one. Pieces are found again by their keys (`invitation.lead`,
`questions.SEC1.probes.2`), in any order; what has no known key is shown and never lost.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from unicodedata import normalize

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.documents.bidi import clean
from kuultu.ground.documents.reading.letters import tidy, trim
from kuultu.ground.languages.registry import ALIASES, CONTENT
from kuultu.ground.languages.texts import TextState
from kuultu.ground.web.forms import LONGEST
from kuultu.loop.materials.models import Kind, Question, source_language
from kuultu.loop.materials.pack import Shelf
from kuultu.loop.materials.wording import PLACEHOLDER, PLACEHOLDERS, SECTIONS, Wording, wording_of

TEXT, PROBES = "text", "probes"
ITEM = re.compile(r"(.+)\.([1-9][0-9]?)")
MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))


@dataclass(frozen=True)
class Whole:
    """A text as the papers print it; a list has one item to a line. `now` is "" where the language has none yet."""

    key: str
    kind: Kind
    source: str
    now: str
    state: TextState = TextState.DRAFT
    stale: bool = False
    question: Question | None = None

    @cached_property
    def pieces(self) -> "tuple[Piece, ...]":
        """The text as it goes out: itself, or its items."""
        sources, targets = self.source.split("\n"), self.now.split("\n") if self.now else []
        count = max(len(sources), len(targets))
        if count == 1:
            return (Piece(self.key, self, self.source, self.now),)
        return tuple(
            Piece(f"{self.key}.{number + 1}", self, _at(sources, number), _at(targets, number))
            for number in range(count)
        )


@dataclass(frozen=True)
class Piece:
    """One text of a file that goes out."""

    key: str
    whole: Whole
    source: str
    target: str

    @property
    def braces(self) -> tuple[str, ...]:
        """What the translator must keep as it stands: `{place}`."""
        return tuple(dict.fromkeys(f"{{{name}}}" for name in PLACEHOLDER.findall(self.source)))


def wholes(shelf: Shelf, code: str) -> list[Whole]:
    """Every text of the round's papers in a language beside the source, in the order in which they are handed out."""
    source = source_language(shelf.round)
    texts, beside = shelf.texts(code), shelf.texts(source)
    found: list[Whole] = []
    for kind in Kind:
        if kind in SECTIONS:
            found += [_whole(key, kind, beside.say(key), texts.say(key)) for key in texts.keys(kind)]
    for question in shelf.questions:
        said, first = wording_of(question, code), wording_of(question, source)
        key = f"questions.{question.key}"
        found.append(_whole(f"{key}.{TEXT}", Kind.QUESTIONS, first, said, question))
        if first.probes or said.probes:
            asked = Wording("\n".join(first.probes), first.language)
            now = Wording("\n".join(said.probes), said.language, said.state, said.fell_back, stale=said.stale)
            found.append(_whole(f"{key}.{PROBES}", Kind.QUESTIONS, asked, now, question))
    order = list(Kind)
    return sorted(found, key=lambda each: order.index(each.kind))


def _whole(key: str, kind: Kind, source: Wording, said: Wording, question: Question | None = None) -> Whole:
    return Whole(key, kind, source.text, "" if said.fell_back else said.text, said.state, said.stale, question)


def _at(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


# Back again


@dataclass(frozen=True)
class Back:
    """One text of a file that came back. `source`: what it was translated from; None where the file does not say."""

    key: str
    text: str
    source: str | None = None


@dataclass(frozen=True)
class Returned:
    """A file that came back. `language` is "" where it does not say; `loose`: words in it that stand for no text;
    `comments`: how many there were in a Word file, which are not read."""

    language: str
    pieces: tuple[Back, ...]
    loose: tuple[str, ...] = ()
    comments: int = 0


class Verdict(StrEnum):
    """What is to become of a text that came back."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Row:
    """A text that came back beside what stands now. `source_then`: what it was translated from, if that has changed."""

    whole: Whole
    text: str
    verdict: Verdict
    reason: str | Promise = ""
    source_then: str = ""

    @property
    def is_taken(self) -> bool:
        """Does it go in?"""
        return self.verdict in {Verdict.NEW, Verdict.CHANGED}


@dataclass(frozen=True)
class Comparison:
    """All that came back. `unknown`: texts whose key is not known here, or that came twice; `missing`: how many texts
    of the language did not come back."""

    rows: tuple[Row, ...]
    unknown: tuple[Back, ...] = ()
    loose: tuple[str, ...] = ()
    missing: int = 0

    @property
    def taken(self) -> tuple[Row, ...]:
        """New and changed texts."""
        return tuple(row for row in self.rows if row.is_taken)

    @property
    def refused(self) -> tuple[Row, ...]:
        """Texts that cannot go in as they are."""
        return tuple(row for row in self.rows if row.verdict is Verdict.REFUSED)

    @property
    def unchanged(self) -> int:
        """How many texts stand here already as they came."""
        return sum(row.verdict is Verdict.UNCHANGED for row in self.rows)


def compare(shelf: Shelf, code: str, returned: Returned) -> Comparison:
    """What came back beside what stands now, text by text in the order of the papers."""
    known = {whole.key: whole for whole in wholes(shelf, code)}
    parts: dict[str, dict[int, Back]] = {}
    unknown: list[Back] = []
    for back in returned.pieces:
        key, number = _place(back.key, known)
        if not key:
            unknown.append(back)
        elif back.text.strip():
            first = parts.setdefault(key, {}).setdefault(number, back)
            if first is not back and first.text != back.text:
                unknown.append(back)
    for some in parts.values():
        if 0 in some:  # the whole came, so its items are second texts for the same place
            unknown += [some.pop(number) for number in sorted(some) if number]
    rows = [_row(whole, parts[whole.key]) for whole in known.values() if whole.key in parts]
    rows = list(_with_questions(rows, known))
    return Comparison(tuple(rows), tuple(unknown), returned.loose, len(known) - len(rows))


def _place(key: str, known: Mapping[str, Whole]) -> tuple[str, int]:
    """The text that a key names and the item in it; 0: all of it. ("", 0) for an unknown key."""
    if key in known:
        return key, 0
    item = ITEM.fullmatch(key)
    return (item[1], int(item[2])) if item and item[1] in known else ("", 0)


def _row(whole: Whole, parts: Mapping[int, Back]) -> Row:
    """A text put together from what came; items that did not come stay as they stand."""
    lines, sources = whole.now.split("\n") if whole.now else [], whole.source.split("\n")
    needed = max(len(sources), len(lines), *parts)
    lacking: list[int] = []
    if 0 in parts:
        text = parts[0].text
    else:
        lines += [""] * (needed - len(lines))
        for number, back in parts.items():
            lines[number - 1] = " ".join(back.text.split("\n")) if back.text.strip() else ""
        lacking = [number for number, line in enumerate(lines, start=1) if not line]
        text = "\n".join(line for line in lines if line)
    text = "\n".join(line.strip() for line in clean(text).strip().splitlines())
    then = _source_then(whole, parts, sources)
    if text == whole.now or normalize("NFC", text) == normalize("NFC", trim(tidy(whole.now))):
        return Row(whole, text, Verdict.UNCHANGED, source_then=then)
    if why := _why_not(whole, text, lacking):
        return Row(whole, text, Verdict.REFUSED, why, then)
    return Row(whole, text, Verdict.CHANGED if whole.now else Verdict.NEW, source_then=then)


def _source_then(whole: Whole, parts: Mapping[int, Back], sources: list[str]) -> str:
    """What the text was translated from, where that is not what stands there today."""
    for number, back in parts.items():
        stands = _at(sources, number - 1) if number else whole.source
        if back.source is not None and _bare(back.source) != _bare(stands):
            return "\n".join(each.source or "" for _number, each in sorted(parts.items()))
    return ""


def _bare(text: str) -> str:
    """The words alone: programs change spaces, and put marks of direction in."""
    return "".join(normalize("NFC", text).translate(MARKS).split())


def _why_not(whole: Whole, text: str, lacking: Iterable[int]) -> str | Promise:
    """Why a text cannot go in, and what to do; "" when it can."""
    wanted, found = set(PLACEHOLDER.findall(whole.source)), set(PLACEHOLDER.findall(text))
    if lost := wanted - found:
        return format_lazy(_("It has lost {braces}. Put it back where it belongs."), braces=_braces(lost))
    if alien := found - wanted - set(PLACEHOLDERS):
        return format_lazy(_("{braces} is not filled in by the program. Take it out."), braces=_braces(alien))
    if numbers := [str(number) for number in lacking]:
        told = ", ".join(numbers)
        return format_lazy(_("The list is not whole. Items that are missing: {numbers}. Add them."), numbers=told)
    if len(text) > LONGEST:
        return format_lazy(_("It is longer than {number} characters. Shorten it."), number=LONGEST)
    return ""


def _braces(names: Iterable[str]) -> str:
    return " ".join(f"{{{name}}}" for name in sorted(names))


def _with_questions(rows: Iterable[Row], known: Mapping[str, Whole]) -> Iterator[Row]:
    """Follow-ups do not go in before their question has words in the language."""
    worded = {key for key, whole in known.items() if whole.now}
    rows = list(rows)
    worded |= {row.whole.key for row in rows if row.is_taken}
    for row in rows:
        start, _dot, part = row.whole.key.rpartition(".")
        if row.whole.question and part == PROBES and row.is_taken and f"{start}.{TEXT}" not in worded:
            row = replace(row, verdict=Verdict.REFUSED, reason=_("Its question has no words yet. Write them first."))
        yield row


def code_of(tag: str) -> str:
    """Our language of a tag in a stranger's file: `so-SO` is Somali, `prs` and `fa_AF` Dari. "" for an unknown one."""
    plain = tag.strip().replace("_", "-").casefold()
    known = {code.casefold(): code for code in CONTENT} | {each.casefold(): code for each, code in ALIASES.items()}
    return known.get(plain) or known.get(plain.partition("-")[0], "")
