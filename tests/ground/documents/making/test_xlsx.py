"""Spreadsheets: answers stay text, columns run in the language's direction, the file is clean."""

import datetime
import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from making_judges import audit, libre_office, needs_libre_office
from making_texts import LANGUAGES, TEXT, WORD

from kuultu.ground.documents.xlsx import Sheet, sheet_name, workbook

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
PAYLOADS = ("=1+1", '=HYPERLINK("https://x.example","y")', "+1", "-2+3", "@SUM(A1)", "{=1+1}", "=cmd|' /C calc'!A0",
            "https://mallila.example/", "mailto:x@mallila.example", "007", "1e5", "\tx", "\x00y")  # fmt: skip


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return etree.fromstring(opened.read(name))


def strings(data: bytes) -> list[str]:
    return ["".join(each.itertext()) for each in part(data, "xl/sharedStrings.xml").iter(S + "si")]


def test_what_looks_like_a_formula_a_link_or_a_number_stays_text() -> None:
    data = workbook([Sheet("a", ["x"], [[payload] for payload in PAYLOADS])], created=NOON)
    sheet = part(data, "xl/worksheets/sheet1.xml")
    assert list(sheet.iter(S + "f", S + "hyperlinks")) == []
    assert {cell.get("t") for cell in sheet.iter(S + "c")} == {"s"}
    assert strings(data) == ["x", *(payload.replace("\x00", "") for payload in PAYLOADS)]
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert not any("externalLink" in name or "_rels/sheet1" in name for name in opened.namelist())


@pytest.mark.parametrize(("lang", "from_right"), [("fi", False), ("ar", True), ("fa-AF", True), ("th", False)])
def test_columns_run_in_the_direction_of_the_language(lang: str, from_right: bool) -> None:
    view = next(
        part(workbook([Sheet("a", ["x"], [], lang)], created=NOON), "xl/worksheets/sheet1.xml").iter(S + "sheetView")
    )
    assert (view.get("rightToLeft") == "1") is from_right
    pane = view.find(S + "pane")
    assert pane is not None and (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")


def test_every_script_and_kind_of_value_passes_the_schemas(tmp_path: Path) -> None:
    row = (1, 2.5, True, None, datetime.date(2026, 3, 12), NOON, datetime.datetime(2026, 7, 1, 9, 30))
    sheets = [Sheet(WORD[lang], [WORD[lang]] * 8, [[TEXT[lang], *row]], lang) for lang in LANGUAGES]
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook(sheets, created=NOON, title="Mallila"))
    assert audit(path) == []
    assert [text for text in strings(path.read_bytes()) if text in TEXT.values()] == [TEXT[lang] for lang in LANGUAGES]


def test_a_time_with_a_zone_is_shown_in_helsinki() -> None:
    data = workbook([Sheet("a", ["x"], [[NOON]])], created=NOON)
    cell = list(part(data, "xl/worksheets/sheet1.xml").iter(S + "c"))[1]
    day = datetime.datetime(1899, 12, 30) + datetime.timedelta(days=float(cell.findtext(S + "v", "0")))
    assert abs(day - datetime.datetime(2026, 3, 1, 14)) < datetime.timedelta(milliseconds=1)


def test_sheet_names_are_made_acceptable_and_different() -> None:
    taken: set[str] = set()
    long = "Kokemukset: kevät/syksy [2026] ja vielä paljon muuta"
    first, second = sheet_name(long, taken), sheet_name(long, taken)
    assert first.startswith("Kokemukset  kevät syksy  2026")
    assert first != second and max(len(first), len(second)) <= 31
    assert not set("[]:*?/\\") & set(first + second)
    assert sheet_name("", set()) == "-"


def test_a_text_that_no_cell_can_hold_is_refused_and_not_cut() -> None:
    with pytest.raises(ValueError, match="a cell holds 32767 characters, and a text has 32768"):
        workbook([Sheet("a", ["x"], [["x" * 32_768]])], created=NOON)


def test_the_same_rows_give_the_same_bytes() -> None:
    sheets = [Sheet("a", ["x", "y"], [["1", 2], ["ب", None]], "ar")]
    assert workbook(sheets, created=NOON) == workbook(sheets, created=NOON)


@needs_libre_office
def test_libre_office_reads_the_payloads_as_text(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook([Sheet("a", ["x"], [["=1+1"], ["+1"], ["007"]])], created=NOON))
    assert libre_office(path, "csv").read_text().splitlines() == ["x", "=1+1", "+1", "007"]
