"""Spreadsheets: rows in, an xlsx file out. What people wrote never becomes a formula or a link."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter

from kuultu.ground.documents.bidi import clean
from kuultu.ground.documents.scripts import is_rtl
from kuultu.ground.languages.dates import HELSINKI

type Value = str | int | float | bool | date | datetime | None

LONGEST = 32_767  # characters that a cell can hold
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
MEASURED_ROWS = 200
LINE = 15  # points: the height of a line of the default letter


@dataclass(frozen=True)
class Sheet:
    """One sheet: a header row that stays in sight, and rows below. `widths` in characters; () = by content.

    `lang` decides whether the columns run from the right.
    """

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Value]]
    lang: str = "en"
    widths: Sequence[float] = ()


def workbook(sheets: Iterable[Sheet], *, created: datetime, title: str = "") -> bytes:
    """The file. The same sheets and time give the same bytes. Raises ValueError for a text no cell can hold."""
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, OPTIONS)
    book.set_properties({"title": clean(title), "created": created.replace(tzinfo=None)})
    strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#F3F6F7"})
    formats = {
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        "time": book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"}),
    }
    taken: set[str] = set()
    for sheet in sheets:
        page = book.add_worksheet(sheet_name(sheet.name, taken))
        rows = [tuple(row) for row in sheet.rows]
        widths = _widths(sheet, rows)
        _lay_out(page, sheet, widths, len(rows))
        for column, text in enumerate(sheet.header):
            page.write_string(0, column, _held(text), strong)
        for number, row in enumerate(rows, 1):
            if (lines := _lines(row, widths)) > 1:
                page.set_row(number, lines * LINE)
            for column, value in enumerate(row):
                _write(page, number, column, value, formats)
    book.close()
    return memory.getvalue()


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that spreadsheets accept: at most 31 characters, none of []:*?/\\, used once. It is put into `taken`."""
    name = NOT_IN_NAMES.sub(" ", clean(wanted)).strip().strip("'")[:31] or "-"
    number = 2
    base = name
    while name.lower() in taken:
        name = f"{base[:27]} {number}"
        number += 1
    taken.add(name.lower())
    return name


def _widths(sheet: Sheet, rows: list[tuple[Value, ...]]) -> list[float]:
    """The width of each column in characters: as told, else by what is in it, up to where a line is easy to read."""
    found: list[float] = []
    for column, title in enumerate(sheet.header):
        texts = (str(row[column]) for row in rows[:MEASURED_ROWS] if column < len(row) and row[column] is not None)
        longest = max([len(title), *map(len, texts)])
        found.append(sheet.widths[column] if column < len(sheet.widths) else min(max(longest + 2, 8), 60))
    return found


def _lines(row: Sequence[Value], widths: Sequence[float]) -> int:
    """How many lines the row needs: not every program makes a row as high as its text."""
    texts = [(value, width) for value, width in zip(row, widths, strict=False) if isinstance(value, str)]
    return max([sum(1 + int(len(line) / width) for line in text.splitlines()) for text, width in texts], default=1)


def _lay_out(page: Any, sheet: Sheet, widths: Sequence[float], rows: int) -> None:
    """Direction, header in sight, widths, filter; A4 across, header repeated in print."""
    if is_rtl(sheet.lang):
        page.right_to_left()
    page.freeze_panes(1, 0)
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    if not sheet.header:
        return
    page.autofilter(0, 0, rows, len(sheet.header) - 1)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)


def _held(text: str) -> str:
    made = clean(text)
    if len(made) > LONGEST:
        raise ValueError(f"a cell holds {LONGEST} characters, and a text has {len(made)}: {made[:40]}…")
    return made


def _write(page: Any, row: int, column: int, value: Value, formats: dict[str, Any]) -> None:
    match value:
        case None:
            return
        case str():
            page.write_string(row, column, _held(value), formats["text"])
        case bool():
            page.write_boolean(row, column, value)
        case datetime():
            local = value.astimezone(HELSINKI).replace(tzinfo=None) if value.tzinfo else value
            page.write_datetime(row, column, local, formats["time"])
        case date():
            page.write_datetime(row, column, value, formats["date"])
        case _:
            page.write_number(row, column, value)
