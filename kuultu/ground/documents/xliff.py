"""XLIFF, the files of translators' programs: ours written in version 1.2 or 2.0, theirs read within limits.

Written: one unit to a text, found again by its key, with state and notes. Read: any order; words that a program has cut
into segments are joined again; tags inside a text are kept as text. Nothing is fetched, no entity is followed.
Sources: OASIS XLIFF 1.2 (2008) and 2.0 (2014). Writing and reading back gives the same, but for control characters,
which are taken out (`bidi.clean`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from lxml import etree

from kuultu.ground.documents.bidi import clean
from kuultu.ground.documents.reading.refusals import Reason, Refused
from kuultu.ground.documents.reading.xml import as_utf8, parse

MAX_BYTES = 5 * 1024 * 1024
MAX_UNITS = 5000
# What a tag of 2.0 points to may be pointed to any number of times; the code of a placeholder is short.
MAX_CODE = 200
ONE, TWO = "urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:2.0"
ANY_ONE, ANY_TWO = "urn:oasis:names:tc:xliff:document:1.", "urn:oasis:names:tc:xliff:document:2."
XML = "{http://www.w3.org/XML/1998/namespace}"
SPACE = XML + "space"
# Tags of 1.2 and 2.0 that only hold words: the words are theirs, the tags say nothing.
HOLDERS = frozenset({"g", "mrk", "pc", "sub", "ph", "it", "bpt", "ept", "data"})
# Tags that stand for something: what they stand for is written in one of these.
SAID_IN = ("equiv-text", "equiv", "disp")
POINTS_TO = ("dataRef", "dataRefStart")


class Version(StrEnum):
    """What is written."""

    ONE = "1.2"
    TWO = "2.0"


class State(StrEnum):
    """How far a text has come, in the words of 2.0."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


OLD_STATES = {
    State.INITIAL: "needs-translation", State.TRANSLATED: "translated", State.REVIEWED: "signed-off",
    State.FINAL: "final",
}  # fmt: skip
STATES = {each.value: each for each in State} | {old: new for new, old in OLD_STATES.items()}
STATES |= dict.fromkeys(("needs-review-translation", "needs-review-l10n", "needs-review-adaptation"), State.TRANSLATED)


@dataclass(frozen=True)
class Unit:
    """A text and its translation; `notes` are for the translator. `key`: letters, digits and `. _ -`."""

    key: str
    source: str
    target: str = ""
    state: State = State.INITIAL
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Translation:
    """What a file holds. Languages as BCP 47; `original` names what it was made from. Read from a stranger's file, each
    of the three may be empty."""

    source_language: str
    target_language: str
    units: tuple[Unit, ...]
    original: str = ""


def write_xliff(told: Translation, version: Version) -> bytes:
    """The file. The same texts give the same bytes."""
    root = _write_one(told) if version is Version.ONE else _write_two(told)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def read_xliff(data: bytes) -> Translation:
    """Everything in a file of version 1.x or 2.x. Raises Refused (of `reading`), and nothing else; NOT_WORD: any
    other kind of file."""
    if not data.strip():
        raise Refused(Reason.EMPTY)
    if len(data) > MAX_BYTES:
        raise Refused(Reason.TOO_BIG)
    root = parse(as_utf8(data.removeprefix(b"\xef\xbb\xbf")))
    space = etree.QName(root).namespace or ""
    if etree.QName(root).localname != "xliff" or not space.startswith((ANY_ONE, ANY_TWO)):
        raise Refused(Reason.NOT_WORD, "root")
    read = _read_one if space.startswith(ANY_ONE) else _read_two
    try:
        told = read(root, f"{{{space}}}")
    except RecursionError as error:
        raise Refused(Reason.OVERFULL, "depth") from error
    if len(told.units) > MAX_UNITS:
        raise Refused(Reason.OVERFULL, "units")
    return told


# Written


def _write_one(told: Translation) -> etree._Element:
    n = f"{{{ONE}}}"
    root = etree.Element(n + "xliff", {"version": "1.2"}, nsmap=cast("dict[str, str]", {None: ONE}))
    named = {
        "original": clean(told.original), "datatype": "plaintext", "source-language": told.source_language,
        "target-language": told.target_language, SPACE: "preserve",
    }  # fmt: skip
    body = etree.SubElement(etree.SubElement(root, n + "file", named), n + "body")
    for unit in told.units:
        about = {"id": unit.key, "resname": unit.key, SPACE: "preserve"}
        read = {"approved": "yes"} if unit.state in {State.REVIEWED, State.FINAL} else {}
        made = etree.SubElement(body, n + "trans-unit", about | read)
        _text(made, n + "source", unit.source, {XML + "lang": told.source_language})
        state = {XML + "lang": told.target_language, "state": OLD_STATES[unit.state]}
        _text(made, n + "target", unit.target, state)
        for note in unit.notes:
            _text(made, n + "note", note)
    return root


def _write_two(told: Translation) -> etree._Element:
    n = f"{{{TWO}}}"
    languages = {"srcLang": told.source_language, "trgLang": told.target_language}
    root = etree.Element(n + "xliff", {"version": "2.0", **languages}, nsmap=cast("dict[str, str]", {None: TWO}))
    file = etree.SubElement(root, n + "file", {"id": "f1", "original": clean(told.original), SPACE: "preserve"})
    for unit in told.units:
        made = etree.SubElement(file, n + "unit", {"id": unit.key, "name": unit.key})
        if unit.notes:
            notes = etree.SubElement(made, n + "notes")
            for note in unit.notes:
                _text(notes, n + "note", note)
        segment = etree.SubElement(made, n + "segment", {"state": unit.state.value})
        _text(segment, n + "source", unit.source)
        _text(segment, n + "target", unit.target)
    return root


def _text(parent: etree._Element, tag: str, text: str, named: dict[str, str] | None = None) -> None:
    etree.SubElement(parent, tag, named or {}).text = clean(text)


# Read


def _read_one(root: etree._Element, n: str) -> Translation:
    units, first = [], next(root.iter(n + "file"), root)
    for made in root.iter(n + "trans-unit"):
        target = made.find(n + "target")
        state = STATES.get("" if target is None else target.get("state", ""))
        text = _words(target, {})
        units.append(
            Unit(
                made.get("resname", "") or made.get("id", ""),
                _words(made.find(n + "source"), {}),
                text,
                state or (State.TRANSLATED if text else State.INITIAL),
                tuple(_words(note, {}) for note in made.iterchildren(n + "note")),
            )
        )
    languages = first.get("source-language", ""), first.get("target-language", "")
    return Translation(*languages, tuple(units), first.get("original", ""))


def _read_two(root: etree._Element, n: str) -> Translation:
    units, first = [], next(root.iter(n + "file"), root)
    for made in root.iter(n + "unit"):
        data = ((each.get("id", ""), _words(each, {})) for each in made.iterfind(f"{n}originalData/{n}data"))
        kept = {name: code for name, code in data if len(code) <= MAX_CODE}
        pieces = list(made.iterchildren(n + "segment", n + "ignorable"))
        targets = [piece.find(n + "target") for piece in pieces]
        states = [STATES.get(piece.get("state", "")) for piece in pieces if piece.tag == n + "segment"]
        text = "".join(_words(each, kept) for each in _in_order(targets))
        units.append(
            Unit(
                made.get("name", "") or made.get("id", ""),
                "".join(_words(piece.find(n + "source"), kept) for piece in pieces),
                text,
                min((each or State.INITIAL for each in states), key=list(State).index, default=State.INITIAL),
                tuple(_words(note, kept) for note in made.iterfind(f"{n}notes/{n}note")),
            )
        )
    return Translation(root.get("srcLang", ""), root.get("trgLang", ""), tuple(units), first.get("original", ""))


def _in_order(targets: Iterable[etree._Element | None]) -> list[etree._Element]:
    """The targets of segments as they are to be read: a translator may have put them in another order."""
    placed = []
    for place, target in enumerate(targets, start=1):
        if target is not None:
            order = target.get("order", "")
            placed.append((int(order) if order.isdecimal() and len(order) < 6 else place, place, target))
    return [target for _order, _place, target in sorted(placed, key=lambda each: each[:2])]


def _words(element: etree._Element | None, kept: dict[str, str]) -> str:
    """The words in an element with the tags among them as text. `kept`: what tags of 2.0 point to."""
    return "" if element is None else "".join(_pieces(element, kept))


def _pieces(element: etree._Element, kept: dict[str, str]) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if isinstance(each.tag, str):  # an entity that nobody has declared has no name
            yield _inline(each, kept)
        yield each.tail or ""


def _inline(tag: etree._Element, kept: dict[str, str]) -> str:
    """A tag in a text: what it holds, else what it stands for, else the tag itself."""
    name = etree.QName(tag).localname
    inner = _words(tag, kept)
    if inner and name in HOLDERS:
        return inner
    if name == "cp" and (letter := _letter(tag.get("hex", ""))):
        return letter
    said = next((kept[tag.get(point, "")] for point in POINTS_TO if tag.get(point, "") in kept), "")
    said = said or next((tag.get(attribute, "") for attribute in SAID_IN if tag.get(attribute)), "")
    if said or name in HOLDERS or name in {"sm", "em", "sc", "ec", "bx", "ex"}:
        return said
    return f"<{name}>{inner}</{name}>" if inner else f"<{name}/>"


def _letter(number: str) -> str:
    """The character of a hexadecimal number, unless XML has no room for it."""
    try:
        return clean(chr(int(number, 16)))
    except (ValueError, OverflowError):
        return ""
