"""The parts of a form that somebody fills in: fields, and the grid of answers to a question.

Each answer has a cell of its own with nothing else in it; what is asked stands in the cell before it, so that
the form can still be read when a program has thrown the controls and bookmarks away.
"""

from kuultu.ground.documents.docx.control import answer, asked
from kuultu.ground.documents.docx.page import Page
from kuultu.ground.documents.docx.table import FRAME, GRID, MIST, cell, row, shares, table
from kuultu.ground.documents.docx.text import code_run
from kuultu.ground.documents.model import AnswerGrid, Example, Field, Fields

LINE = 400  # twips of one line to write on
MOST_PAIRS = 3


def numbered(page: Page, number: str, text: str, style: str, lang: str) -> str:
    """A text in one paragraph with its number before it."""
    return page.paragraph((code_run(f"{number} ") if number else "") + page.runs(text, lang), style, lang)


def label(page: Page, one: Field) -> str:
    """Number, label, the second language, and what may be chosen; of a text to translate the text alone."""
    if one.asked_tag:
        return asked(page, one.asked_tag, one.label, one.lang)
    made = numbered(page, one.number, one.label, "TableText" if one.box else "TableHead", one.lang)
    if one.other and one.other.text != one.label:
        made += page.line(one.other.text, "Label", one.other.lang)
    if one.choices:
        made += page.line(" / ".join(each.label for each in one.choices), "Label", one.lang)
        others = [each.other for each in one.choices if each.other]
        if len(others) == len(one.choices):
            made += page.line(" / ".join(each.text for each in others), "Label", others[0].lang)
    return made


def several_fields(page: Page, one: Fields, width: int) -> str:
    """Fields beside each other, under the label they share."""
    made = ""
    if one.label:
        made = numbered(page, one.number, one.label, "Together", one.lang)
        made += page.line(one.other.text, "TogetherSecond", one.other.lang) if one.other else ""
    return made + field_rows(page, one.items, min(one.columns, MOST_PAIRS), width)


def field_rows(page: Page, items: tuple[Field, ...], pairs: int, width: int) -> str:
    """Label and answer, label and answer …; what is left of the last row is one empty cell."""
    widths = shares(width, _parts(items, pairs))
    rows = []
    for at in range(0, len(items), pairs):
        some = items[at : at + pairs]
        cells = []
        for each in some:
            title = each.tag if each.asked_tag else f"{each.number} {each.label}".strip()
            place = answer(page, each.tag, title, each.answer_lang or each.lang)
            cells += [cell(label(page, each), fill=MIST), cell(place)]
        missing = 2 * (pairs - len(some))
        if missing:
            cells.append(cell(page.paragraph("", "TableText"), span=missing))
        rows.append(row(cells, height=LINE * max(1, *(each.lines for each in some))))
    return table(rows, widths, page.lang, GRID)


def _parts(items: tuple[Field, ...], pairs: int) -> tuple[int, ...]:
    """Shares of the line: a number needs little room, a choice as much as what it is about, words more."""
    if pairs >= MOST_PAIRS:
        return (3, 2) * pairs
    return ((1, 1) if any(each.choices or each.asked_tag for each in items) else (2, 3)) * pairs


def answer_grid(page: Page, one: AnswerGrid, width: int) -> str:
    """The question as a heading in both languages, the rows, the fields under them."""
    number = one.number or one.key
    made = numbered(page, f"{number} ", one.question, "Heading3", one.lang)
    made += page.line(one.other.text, "Second", one.other.lang) if one.other else ""
    widths = shares(width, (1.1, 4.6, 4.0, 1.9) if one.translate else (1.1, 8.4, 2.1))
    rows = [grid_header(page, one), *(grid_row(page, one, n) for n in range(1, one.rows + 1))]
    made += table(rows, widths, page.lang, GRID, caption=f"{number} {one.question}", header=True)
    return made + (field_rows(page, one.notes, 1, width) if one.notes else "")


def grid_header(page: Page, one: AnswerGrid) -> str:
    """Statement, translation, mark with the five signs that are typed there."""
    heads = [page.paragraph("", "RowHead"), page.line(one.marks.statement, "TableHead", one.lang)]
    if one.translate:
        heads.append(page.line(one.translate.text, "TableHead", one.translate.lang))
    signs = page.line(" ".join(one.marks.signs), "Label", one.lang)
    heads.append(page.line(one.marks.mark, "TableHead", one.lang) + signs)
    return row((cell(each, fill=MIST) for each in heads), header=True)


def grid_row(page: Page, one: AnswerGrid, number: int) -> str:
    """One statement: its number, original words, translation, mark. Rows keep together on a page but for the last."""
    name = f"{one.number or one.key}.{number}"
    key = f"{one.key}.{number}"
    head, style = ("RowHead", "AnswerKept") if number < one.rows else ("TableText", "Answer")
    contents = [page.paragraph(code_run(name), head)]
    contents.append(answer(page, f"{key}.o", f"{name} {one.marks.statement}", one.lang, style))
    if one.translate:
        contents.append(answer(page, f"{key}.t", f"{name} {one.translate.text}", one.translate.lang, style))
    contents.append(answer(page, f"{key}.m", f"{name} {one.marks.mark}", one.lang, style))
    return row((cell(each) for each in contents), height=2 * LINE)


def example(page: Page, one: Example, width: int) -> str:
    """What a filled row says, and the signs that are typed for it."""
    made = page.line(one.title, "Heading3", one.lang) + page.line(one.text, "", one.lang)
    made += page.line(one.typed, "Small", one.lang)
    return table([row([cell(made)])], [width], page.lang, FRAME)
