"""The parts of a form that somebody fills in: fields, and the grid of answers to a question.

Each answer has a cell of its own with nothing else in it; what is asked stands in the cell before it, so that
the form can still be read when a program has thrown the controls and bookmarks away.
"""

from kuultu.ground.documents.docx.control import answer
from kuultu.ground.documents.docx.page import Page
from kuultu.ground.documents.docx.table import GRID, MIST, cell, row, shares, table
from kuultu.ground.documents.docx.text import paragraph, text_paragraph, text_runs
from kuultu.ground.documents.model import AnswerGrid, Field, Fields, Words

LINE = 400  # twips of one line to write on
SYMBOLS = "▲", "▼", "▲▼", "◆", "“ ”"
MOST_PAIRS = 3


def label(page: Page, one: Field) -> str:
    """Number, label, the second language, and what may be chosen."""
    lang = one.lang or page.lang
    number = text_runs(one.number + " ", "en", strong=True, colour=page.accent) if one.number else ""
    made = paragraph(number + text_runs(one.label, lang, strong=not one.box), lang, "TableText")
    if one.other and one.other.text != one.label:
        made += text_paragraph(one.other.text, one.other.lang or page.lang, "Label")
    if one.choices:
        made += text_paragraph(" / ".join(each.label for each in one.choices), lang, "Label")
        others = [each.other for each in one.choices if each.other]
        if len(others) == len(one.choices):
            made += text_paragraph(" / ".join(each.text for each in others), others[0].lang or page.lang, "Label")
    return made


def space(page: Page, one: Field) -> str:
    """The answer's paragraph."""
    return answer(one.tag, f"{one.number} {one.label}".strip(), one.lang or page.lang, page.number())


def single_field(page: Page, one: Field, width: int) -> str:
    """One field over the whole line."""
    return field_rows(page, (one,), 1, width)


def several_fields(page: Page, one: Fields, width: int) -> str:
    """Fields beside each other, under the label they share."""
    lang = one.lang or page.lang
    made = ""
    if one.label:
        number = text_runs(one.number + " ", "en", strong=True, colour=page.accent) if one.number else ""
        made = paragraph(number + text_runs(one.label, lang, strong=True), lang, "Together")
        made += text_paragraph(one.other.text, one.other.lang or page.lang, "TogetherSecond") if one.other else ""
    return made + field_rows(page, one.items, min(one.columns, MOST_PAIRS), width)


def field_rows(page: Page, items: tuple[Field, ...], pairs: int, width: int) -> str:
    """Label and answer, label and answer …; what is left of the last row is one empty cell."""
    widths = shares(width, (2, 3) * pairs if pairs < MOST_PAIRS else (3, 2) * pairs)
    rows = []
    for at in range(0, len(items), pairs):
        some = items[at : at + pairs]
        cells = []
        for each, (left, right) in zip(some, zip(widths[::2], widths[1::2], strict=True), strict=False):
            cells += [cell(label(page, each), left, fill=MIST), cell(space(page, each), right)]
        missing = 2 * (pairs - len(some))
        if missing:
            cells.append(cell(paragraph("", page.lang, "TableText"), sum(widths[-missing:]), span=missing))
        rows.append(row(cells, height=LINE * max(1, *(each.lines for each in some))))
    return table(rows, widths, page.lang, GRID)


def answer_grid(page: Page, one: AnswerGrid, width: int) -> str:
    """The question as a heading in both languages, the rows, the fields under them."""
    lang = one.lang or page.lang
    number = one.number or one.key
    made = paragraph(
        text_runs(number + "  ", "en", strong=True, colour=page.accent) + text_runs(one.question, lang),
        lang,
        "Heading3",
    )
    made += text_paragraph(one.other.text, one.other.lang or page.lang, "Second") if one.other else ""
    parts = (1.1, 4.6, 4.0, 1.9) if one.translate else (1.1, 8.4, 2.1)
    widths = shares(width, parts)
    rows = [grid_header(page, one, lang, widths)]
    rows += [grid_row(page, one, lang, widths, n) for n in range(1, one.rows + 1)]
    made += table(rows, widths, page.lang, GRID, caption=f"{number} {one.question}", header=True)
    return made + (field_rows(page, one.notes, 1, width) if one.notes else "")


def grid_header(page: Page, one: AnswerGrid, lang: str, widths: list[int]) -> str:
    """Statement, translation, mark with the five things it may be."""
    marks = one.marks
    words = (marks.good, marks.bad, marks.mixed, marks.proposal, marks.quote)
    hint = "\n".join(f"{symbol} {word}" for symbol, word in zip(SYMBOLS, words, strict=True))
    heads = [paragraph("", lang, "TableText"), text_paragraph(marks.statement, lang, "TableText", strong=True)]
    if one.translate:
        heads.append(_translation_head(page, one.translate))
    mark = text_paragraph(marks.mark, lang, "TableText", strong=True)
    heads.append(mark + "".join(text_paragraph(line, lang, "Label") for line in hint.split("\n")))
    return row((cell(each, wide, fill=MIST) for each, wide in zip(heads, widths, strict=True)), header=True)


def _translation_head(page: Page, words: Words) -> str:
    return text_paragraph(words.text, words.lang or page.lang, "TableText", strong=True)


def grid_row(page: Page, one: AnswerGrid, lang: str, widths: list[int], number: int) -> str:
    """One statement: its number, original words, translation, mark."""
    name = f"{one.number or one.key}.{number}"
    marks = one.marks
    contents = [paragraph(text_runs(name, "en", strong=True, colour=page.accent), page.lang, "TableText")]
    contents.append(answer(f"{one.key}.{number}.o", f"{name} {marks.statement}", lang, page.number()))
    if one.translate:
        other = one.translate.lang or page.lang
        contents.append(answer(f"{one.key}.{number}.t", f"{name} {one.translate.text}", other, page.number()))
    contents.append(answer(f"{one.key}.{number}.m", f"{name} {marks.mark}", lang, page.number()))
    return row((cell(each, wide) for each, wide in zip(contents, widths, strict=True)), height=2 * LINE)
