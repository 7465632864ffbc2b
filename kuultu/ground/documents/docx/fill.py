"""Types answers into a form the way a word processor saves them: for demonstrations and tests.

An answer of one line stays inside its inline control, its text cut into several runs. A new line makes the
control a block of paragraphs, as Word does when somebody presses Enter in it. Extra rows have no control,
as rows have that somebody adds with the Tab key.
"""

import copy
import io
import zipfile
from collections.abc import Mapping, Sequence

from lxml import etree

from kuultu.ground.documents.bidi import clean, runs
from kuultu.ground.documents.container import deflated, pack

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BODY, SHEET = "word/document.xml", "word/styles.xml"
type Element = etree._Element


def fill(
    form: bytes, answers: Mapping[str, str], *, extra: Mapping[str, Sequence[Sequence[str]]] | None = None
) -> bytes:
    """The form with answers by tag ("C4.1.o"). `extra`: by question key, rows of cell texts added below the
    last row of its grid. Raises KeyError for a tag or key that the form does not have."""
    with zipfile.ZipFile(io.BytesIO(form)) as opened:
        parts = {info.filename: opened.read(info) for info in opened.infolist()}
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(parts[BODY], parser)
    controls = {_tag(each): each for each in root.iter(W + "sdt")}
    for key, rows in (extra or {}).items():
        _add_rows(_table_of(controls[f"{key}.1.o"]), rows)
    home = _language_of(parts[SHEET])
    for tag, text in answers.items():
        _type(controls[tag], text, home)
    parts[BODY] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return pack(deflated(name, content) for name, content in parts.items())


def _tag(control: Element) -> str:
    found = control.find(f"{W}sdtPr/{W}tag")
    return "" if found is None else found.get(W + "val", "")


def _language_of(sheet: bytes) -> str:
    """The document's own language, which a run does not name."""
    found = etree.fromstring(sheet).find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    return "" if found is None else found.get(W + "val", "")


def _lang(control: Element, home: str) -> str:
    found = control.find(f"{W}sdtContent/{W}r/{W}rPr/{W}lang")
    return home if found is None else found.get(W + "val", "")


def _type(control: Element, text: str, home: str) -> None:
    content = control.find(W + "sdtContent")
    if content is None:
        raise KeyError(_tag(control))
    pattern = content.find(f"{W}r/{W}rPr")
    lang = _lang(control, home)
    content[:] = []
    first, *others = clean(text).replace("\r\n", "\n").split("\n")
    if not others:
        content.extend(_runs(first, lang, pattern))
        return
    paragraph = control.getparent()
    cell = None if paragraph is None else paragraph.getparent()
    if paragraph is None or cell is None:
        raise KeyError(_tag(control))
    cell.replace(paragraph, control)
    paragraph.extend(_runs(first, lang, pattern))
    content.append(paragraph)
    for line in others:
        following = etree.SubElement(content, W + "p")
        properties = paragraph.find(W + "pPr")
        if properties is not None:
            following.append(copy.deepcopy(properties))
        following.extend(_runs(line, lang, pattern))


def _runs(text: str, lang: str, pattern: Element | None) -> list[Element]:
    """Runs as Word saves them: by direction, and cut once more inside the first, as an edit leaves it."""
    made = []
    for number, run in enumerate(runs(text, lang)):
        half = len(run.text) // 2 if not number else 0
        for piece in filter(None, (run.text[:half], run.text[half:])):
            made.append(_run(piece, pattern, rtl=run.rtl))
    return made


def _run(text: str, pattern: Element | None, *, rtl: bool) -> Element:
    run = etree.Element(W + "r")
    properties = etree.Element(W + "rPr") if pattern is None else copy.deepcopy(pattern)
    mark = properties.find(W + "rtl")
    if mark is not None and not rtl:
        properties.remove(mark)
    elif mark is None and rtl:
        language = properties.find(W + "lang")
        at = len(properties) if language is None else properties.index(language)
        properties.insert(at, etree.Element(W + "rtl"))
    if len(properties):
        run.append(properties)
    written = etree.SubElement(run, W + "t")
    written.text = text
    written.set(SPACE, "preserve")
    return run


def _table_of(control: Element) -> Element:
    return next(control.iterancestors(W + "tbl"))


def _add_rows(table: Element, rows: Sequence[Sequence[str]]) -> None:
    """Rows like the last one, without controls, bookmarks and row number."""
    pattern = table.findall(W + "tr")[-1]
    for texts in rows:
        row = copy.deepcopy(pattern)
        cells = row.findall(W + "tc")
        for cell, text in zip(cells, ["", *texts][: len(cells)], strict=False):
            _plain(cell, text)
        table.append(row)


def _plain(cell: Element, text: str) -> None:
    paragraph = cell.find(W + "p")
    if paragraph is None:
        return
    for child in list(paragraph):
        if child.tag != W + "pPr":
            paragraph.remove(child)
    paragraph.append(_run(clean(text), None, rtl=False))
