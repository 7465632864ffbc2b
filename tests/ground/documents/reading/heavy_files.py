"""Files just inside every limit, built to make a careless reader slow: deep, wide, repeated, nested."""

import zipfile
from collections.abc import Callable

from tests.ground.documents.reading.filled_forms import QUESTIONS
from tests.ground.documents.reading.word_parts import bookmark, cell, control, pack, para, parts, row, run, table


def short(number: int) -> str:
    return f"<w:p><w:r><w:t>{number:x}</w:t></w:r></w:p>"


def many(count: int, make: Callable[[int], str] = short) -> str:
    return "".join(map(make, range(count)))


def wrapped(wrapper: str, times: int, content: str) -> str:
    names = wrapper.split()
    ends = "".join(f"</w:{name}>" for name in reversed(names))
    return "".join(f"<w:{name}>" for name in names) * times + content + ends * times


RUN = "<w:r><w:t>a</w:t></w:r>"
BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))

HEAVY: dict[str, Callable[[], str]] = {
    "many paragraphs": lambda: many(66_000),
    "many paragraphs, deep": lambda: wrapped("smartTag", 245, many(60_000)),
    "one answer of many paragraphs": lambda: control("ATT1.1.o", many(60_000)),
    "one answer of many runs, deep": lambda: para(control("ATT1.1.o", wrapped("smartTag", 230, RUN * 60_000))),
    "many answers in a paragraph": lambda: para(many(22_000, lambda n: control(f"ATT1.{n % 999}.o", RUN))),
    "tables in tables": lambda: wrapped("tbl tr tc", 80, many(60_000)),
    "a wide row": lambda: table(row(many(38_000, lambda n: f"<w:tc>{short(n)}</w:tc>"))),
    "many added rows": lambda: table(
        row(cell(para(bookmark("a_ATT1_1_o")))), many(38_000, lambda n: f"<w:tr><w:tc>{short(n)}</w:tc></w:tr>")
    ),
    "controls without tags": lambda: para(wrapped("sdt sdtContent", 120, RUN * 60_000)),
    "deletions in deletions": lambda: para(wrapped("del", 230, "<w:r><w:delText>a</w:delText></w:r>" * 60_000)),
    "many boxes": lambda: para(f"<w:txbxContent><w:p>{RUN}</w:p></w:txbxContent>" * 39_000),
    "fields in fields": lambda: para(BEGIN * 25_000, RUN * 40_000, END * 25_000),
    "much hidden": lambda: para("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>" * 48_000),
    "one long line of directions": lambda: para(run("\u2067ab\u2069 " * 130_000)),
    "almost questions": lambda: many(12_000, lambda n: para(run(QUESTIONS["fi"][0][:30] + f"{n}"))),
    "questions with a tail": lambda: many(6_000, lambda n: para(run(f"{QUESTIONS['fi'][0]} {n:x}"))),
    "many identities": lambda: many(60_000, lambda n: f'<w:p><w:bookmarkStart w:name="f_A{n}__3__fi"/></w:p>'),
}  # fmt: skip


def heavy_file(name: str) -> bytes:
    return pack(parts(HEAVY[name]()), zipfile.ZIP_STORED)
