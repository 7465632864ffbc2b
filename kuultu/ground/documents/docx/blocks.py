"""The blocks of a document as Word paragraphs and tables."""

from kuultu.ground.documents.docx.drawing import picture
from kuultu.ground.documents.docx.form import answer_grid, several_fields, single_field
from kuultu.ground.documents.docx.page import Page
from kuultu.ground.documents.docx.table import MIST, MUTED, PANEL, RULED, Look, cell, row, shares, table
from kuultu.ground.documents.docx.text import paragraph, text_paragraph, text_runs
from kuultu.ground.documents.model import (
    QR,
    AnswerGrid,
    Block,
    Bullets,
    Cell,
    Columns,
    Contact,
    Facts,
    Field,
    Fields,
    Heading,
    PageBreak,
    Pair,
    Panel,
    Quote,
    Spacer,
    Steps,
    Table,
    Text,
    Words,
)  # fmt: skip

STYLES = {"text": "", "lead": "Lead", "small": "Small"}
CELL_GAP = 130  # twips at each side of a cell
STATES = {"todo": "○", "doing": "◐", "done": "●"}


def blocks(page: Page, many: tuple[Block, ...], width: int) -> str:
    """Several blocks, one under the other, inside `width` twips."""
    return "".join(block(page, each, width) for each in many)


def block(page: Page, one: Block, width: int) -> str:
    """One block."""
    match one:
        case Heading():
            return heading(page, one)
        case Text():
            return text(page, one)
        case Pair():
            return pair(page, one, width)
        case Facts():
            return facts(page, one, width)
        case Bullets():
            return bullets(page, one.items, one.lang, 1)
        case Steps():
            return bullets(page, one.items, one.lang, page.numbered_list())
        case Quote():
            return quote(page, one, width)
        case Table():
            return data_table(page, one, width)
        case QR():
            return code(page, one)
        case Contact():
            return contact(page, one, width)
        case Field():
            return single_field(page, one, width)
        case Fields():
            return several_fields(page, one, width)
        case AnswerGrid():
            return answer_grid(page, one, width)
        case Spacer():
            return spacer(page, 6 if one.stretch else one.millimetres)
        case PageBreak():
            return paragraph('<w:r><w:br w:type="page"/></w:r>', page.lang, "Gap")
        case Panel():
            return panel(page, one, width)
        case Columns():
            return columns(page, one, width)


def heading(page: Page, one: Heading) -> str:
    """A heading of its level; with a number, on a bar; the second language in a paragraph of its own."""
    lang = one.lang or page.lang
    number = text_runs(one.number + "  ", "en", strong=True, colour=page.accent) if one.number else ""
    style = "Section" if one.number and one.level == 2 else f"Heading{one.level}"
    made = paragraph(number + text_runs(one.text, lang), lang, style)
    return made + (second(page, one.other) if one.other else "")


def second(page: Page, words: Words) -> str:
    """The same in another language, quiet, in its own direction."""
    return text_paragraph(words.text, words.lang or page.lang, "Second")


def text(page: Page, one: Text) -> str:
    """Each line of the text a paragraph; the opening set strong before the first."""
    lang = one.lang or page.lang
    colour = MUTED if one.quiet else ""
    made = []
    for number, line in enumerate(one.text.split("\n")):
        start = text_runs(one.opening + " ", lang, strong=True) if one.opening and not number else ""
        made.append(paragraph(start + text_runs(line, lang, strong=one.strong, colour=colour), lang, STYLES[one.size]))
    return "".join(made)


def pair(page: Page, one: Pair, width: int) -> str:
    """Two languages side by side."""
    first = text_paragraph(one.first.text, one.first.lang or page.lang, "TableText", strong=one.strong)
    other = text_paragraph(one.second.text, one.second.lang or page.lang, "TableText", colour=MUTED)
    widths = shares(width, (1, 1))
    return table([row((cell(first, widths[0]), cell(other, widths[1])))], widths, page.lang, Look(pad_x=60))


def facts(page: Page, one: Facts, width: int) -> str:
    """Label, value, remark on a quiet panel."""
    cells = []
    for fact in one.items:
        lang = fact.lang or page.lang
        made = text_paragraph(fact.label, lang, "Label") + text_paragraph(fact.value, lang, "TableText", strong=True)
        cells.append(made + (text_paragraph(fact.note, lang, "TableText") if fact.note else ""))
    return _grid(page, cells, one.columns, width, PANEL, fill=MIST)


def _grid(page: Page, contents: list[str], columns_: int, width: int, look: Look, *, fill: str = "") -> str:
    """Contents beside each other, as many to a row as `columns_`; the last row is filled up."""
    blank = paragraph("", page.lang, "TableText")
    full = contents + [blank] * (-len(contents) % columns_)
    widths = shares(width, [1] * columns_)
    rows = [
        row(cell(content, each, fill=fill) for content, each in zip(full[at : at + columns_], widths, strict=True))
        for at in range(0, len(full), columns_)
    ]
    return table(rows, widths, page.lang, look)


def bullets(page: Page, items: tuple[str, ...], lang: str, number: int) -> str:
    """A list; `number` is its `w:numId`."""
    own = lang or page.lang
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return "".join(paragraph(text_runs(item, own), own, "ListText", before=numbering) for item in items)


def quote(page: Page, one: Quote, width: int) -> str:
    """The speaker's words first, in their script; the translation and its state under them."""
    made = text_paragraph(one.original.text, one.original.lang or page.lang, "TableText", strong=True)
    if one.translation:
        made += text_paragraph(one.translation.text, one.translation.lang or page.lang, "TableText")
    state = " · ".join(part for part in (one.state, one.source) if part)
    made += text_paragraph(state, page.lang, "Label") if state else ""
    return table([row([cell(made, width, fill=MIST)])], [width], page.lang, PANEL)


def data_table(page: Page, one: Table, width: int) -> str:
    """A table whose header row repeats and is read out as header."""
    lang = one.lang or page.lang
    widths = shares(width, one.widths or [1] * len(one.header))
    head = (text_paragraph(each, lang, "TableText", strong=True, colour=page.accent) for each in one.header)
    rows = [row((cell(made, each) for made, each in zip(head, widths, strict=True)), header=True)]
    for line in one.rows:
        made = (data_cell(each, lang) for each in line)
        rows.append(row(cell(content, each) for content, each in zip(made, widths, strict=True)))
    return table(rows, widths, lang, RULED, caption=one.caption, header=True)


def data_cell(one: Cell, lang: str) -> str:
    """A cell's text with its state before it and its remark under it."""
    own = one.lang or lang
    state = f"{STATES[one.state]} " if one.state else ""
    made = text_paragraph(state + one.text, own, "TableText", strong=one.strong)
    return made + (text_paragraph(one.note, own, "Label") if one.note else "")


def code(page: Page, one: QR) -> str:
    """A QR code with its caption."""
    lang = one.lang or page.lang
    image = picture(page.picture(one), page.number(), one.alt, one.size)
    return paragraph(image, lang, "TableText") + (text_paragraph(one.caption, lang, "Label") if one.caption else "")


def contact(page: Page, one: Contact, width: int) -> str:
    """The frame of what to do next."""
    lang = one.lang or page.lang
    what = text_paragraph(one.title, lang, "Heading2") + (text_paragraph(one.by, lang, "TableText") if one.by else "")
    how = text_paragraph(one.how, lang, "TableText") if one.how else ""
    how += text_paragraph(one.phone, lang, "TableText", strong=True, size=18) if one.phone else ""
    how += text_paragraph(one.note, lang, "Label") if one.note else ""
    contents = [what, how or paragraph("", lang, "TableText")] + ([code(page, one.qr)] if one.qr else [])
    widths = shares(width, (5, 5, 3) if one.qr else (1, 1))
    look = Look(outer=f"12 {page.accent}", pad_x=200, pad_y=140)
    made = row(cell(content, each, middle=True) for content, each in zip(contents, widths, strict=True))
    return table([made], widths, page.lang, look)


def spacer(page: Page, millimetres: float) -> str:
    """Empty room."""
    twips = round(millimetres * 56.7)
    return paragraph("", page.lang, "Gap", after=f'<w:spacing w:before="0" w:after="{twips}"/>')


def panel(page: Page, one: Panel, width: int) -> str:
    """Blocks on a quiet panel or in a frame."""
    look = Look(outer=f"12 {page.accent}", pad_x=240, pad_y=140) if one.frame else PANEL
    inner = blocks(page, one.blocks, width - 2 * look.pad_x)
    return table([row([cell(_closed(page, inner), width, fill="" if one.frame else MIST)])], [width], page.lang, look)


def columns(page: Page, one: Columns, width: int) -> str:
    """Cells of blocks beside each other."""
    each = width // one.columns - 2 * CELL_GAP
    contents = [_closed(page, blocks(page, many, each)) for many in one.cells]
    return _grid(page, contents, one.columns, width, Look(pad_x=CELL_GAP, pad_y=40))


def _closed(page: Page, content: str) -> str:
    """A cell's content, which must not be empty."""
    return content or paragraph("", page.lang, "TableText")
