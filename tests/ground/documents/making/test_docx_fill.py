"""Answers typed into a form as a word processor saves them, and what LibreOffice makes of them."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from making_judges import audit, libre_office, needs_libre_office
from making_samples import the_form
from making_texts import TEXT

from kuultu.ground.documents.docx import bookmark, fill, to_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ANSWERS = {"fi": "Pysäkillä ei ole valoa.", "ar": "لا يوجد ضوء في المحطة 12 عند Koulutie.", "ti": "ኣብ መዕረፊ ብርሃን የለን።"}


def cells(data: bytes) -> dict[str, str]:
    """Text of the cell by the bookmark in it, paragraphs joined by line breaks."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        root = etree.fromstring(opened.read("word/document.xml"))
    found = {}
    for mark in root.iter(W + "bookmarkStart"):
        cell = next(mark.iterancestors(W + "tc"), None)
        if cell is not None:
            lines = ("".join(t.text or "" for t in p.iter(W + "t")) for p in cell.iter(W + "p"))
            found[str(mark.get(W + "name"))] = "\n".join(lines).strip()
    return found


@pytest.mark.parametrize("lang", ANSWERS)
def test_answers_stand_in_their_cells_and_nowhere_else(lang: str, tmp_path: Path) -> None:
    form = to_docx(the_form(lang, rows=2, questions=2))
    answers = {"C1.1.o": ANSWERS[lang], "C2.2.t": TEXT["fi"], "C1.1.m": "▼", "A.total": "12"}
    path = tmp_path / "filled.docx"
    path.write_bytes(fill(form, answers))
    assert audit(path) == []
    got = cells(path.read_bytes())
    assert {name: text for name, text in got.items() if text} == {bookmark(tag): text for tag, text in answers.items()}
    assert got.keys() == cells(form).keys()


def test_an_answer_of_several_lines_becomes_paragraphs_inside_the_control(tmp_path: Path) -> None:
    path = tmp_path / "filled.docx"
    path.write_bytes(fill(to_docx(the_form("ar", rows=2, questions=1)), {"C1.1.o": "الأول\nالثاني\nالثالث 5"}))
    assert audit(path) == []
    assert cells(path.read_bytes())["a_C1_1_o"] == "الأول\nالثاني\nالثالث 5"
    with zipfile.ZipFile(path) as opened:
        root = etree.fromstring(opened.read("word/document.xml"))
    control = next(each for each in root.iter(W + "sdt") if each.find(f"{W}sdtPr/{W}tag").get(W + "val") == "C1.1.o")
    paragraphs = control.findall(f"{W}sdtContent/{W}p")
    assert len(paragraphs) == 3
    assert all(each.find(f"{W}pPr/{W}bidi") is not None for each in paragraphs)


def test_extra_rows_have_texts_but_neither_control_nor_bookmark(tmp_path: Path) -> None:
    form = to_docx(the_form("fi", rows=2, questions=2))
    path = tmp_path / "filled.docx"
    path.write_bytes(fill(form, {}, extra={"C2": [("Yksi rivi lisää.", "ترجمة", "◆")]}))
    assert audit(path) == []
    with zipfile.ZipFile(path) as opened:
        root = etree.fromstring(opened.read("word/document.xml"))
    rows = [
        row for row in root.iter(W + "tr") if "Yksi rivi lisää." in "".join(t.text or "" for t in row.iter(W + "t"))
    ]
    assert len(rows) == 1
    assert [("".join(t.text or "" for t in cell.iter(W + "t"))) for cell in rows[0].findall(W + "tc")] == [
        "", "Yksi rivi lisää.", "ترجمة", "◆",
    ]  # fmt: skip
    assert list(rows[0].iter(W + "sdt", W + "bookmarkStart")) == []
    assert cells(path.read_bytes()) == cells(form)


def test_an_unknown_tag_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill(to_docx(the_form("fi", questions=1)), {"C9.1.o": "x"})


@needs_libre_office
@pytest.mark.parametrize("lang", ANSWERS)
def test_libre_office_saves_every_answer_once(lang: str, tmp_path: Path) -> None:
    answers = {"C1.1.o": ANSWERS[lang], "C1.1.t": ANSWERS["fi"], "C1.2.o": ANSWERS[lang] + " 2", "A.total": "12"}
    path = tmp_path / "filled.docx"
    path.write_bytes(fill(to_docx(the_form(lang, rows=2, questions=1)), answers))
    got = cells(libre_office(path, "docx").read_bytes())
    for tag, text in answers.items():
        assert got[bookmark(tag)] == text
