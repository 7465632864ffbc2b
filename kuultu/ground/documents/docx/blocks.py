"""The blocks of a document as Word paragraphs and tables."""

from itertools import groupby

from kuultu.ground.documents.docx.drawing import picture
from kuultu.ground.documents.docx.form import answer_grid, example, field_rows, several_fields
from kuultu.ground.documents.docx.page import Page
from kuultu.ground.documents.docx.table import (
    FRAME,
    MIST,
    MUTED,
    PANEL,
    PLAIN,
    RULED,
    Look,
    cell,
    row,
    shares,
    table,
)
from kuultu.ground.documents.docx.text import code_run
from kuultu.ground.documents.docx.voices import STATES, numbered_heading, stage_line, voices
from kuultu.ground.documents.model import (
    QR,
    AnswerGrid,
    Block,
    Bullets,
    Cell,
    Columns,
    Contact,
    Example,
    Fact,
    Facts,
    Field,
    Fields,
    Heading,
    Numbered,
    PageBreak,
    Pair,
    Panel,
    Quote,
    Spacer,
    StageLine,
    Steps,
    Table,
    Text,
    Voices,
)
from kuultu.ground.documents.scripts import is_rtl

OWN_LINE = 100  # twips of an empty line of the smallest style


def blocks(page: Page, many: tuple[Block, ...], width: int) -> str:
    """Several blocks, one under the other, inside `width` twips; fields under each other are one table."""
    made = []
    neighbours = zip((None, *many), many, (*many[1:], None), strict=False)
    for are_fields, some in groupby(neighbours, lambda three: isinstance(three[1], Field)):
        if are_fields:
            made.append(field_rows(page, tuple(one for _, one, _ in some if isinstance(one, Field)), 1, width))
            continue
        for before, one, after in some:
            if isinstance(one, Text):
                made.append(text(page, one, keep=_keeps(one, before, after)))
            else:
                made.append(block(page, one, width))
    return "".join(made)


def _keeps(one: Text, before: Block | None, after: Block | None) -> bool:
    """Whether a text stays on the page of what follows: said under a bar, or a question above its follow-ups."""
    under_bar = isinstance(before, Heading) and bool(before.number)
    return after is not None and (under_bar or (one.strong and isinstance(after, Bullets | Steps)))


def block(page: Page, one: Block, width: int) -> str:
    """One block."""
    match one:
        case Heading() | Text() | Bullets() | Steps() | QR() | Spacer() | PageBreak():
            return flowing(page, one)
        case Field():
            return field_rows(page, (one,), 1, width)
        case Fields():
            return several_fields(page, one, width)
        case AnswerGrid():
            return answer_grid(page, one, width)
        case Example():
            return example(page, one, width)
        case Panel():
            return panel(page, one, width)
        case Columns():
            return columns(page, one, width)
        case Numbered():
            return numbered_heading(page, one.number, one.title) + blocks(page, one.blocks, width)
        case _:
            return framed(page, one, width)


def flowing(page: Page, one: Heading | Text | Bullets | Steps | QR | Spacer | PageBreak) -> str:
    """A block of paragraphs."""
    match one:
        case Heading():
            return heading(page, one)
        case Text():
            return text(page, one)
        case Bullets():
            return bullets(page, one.items, one.lang, 1)
        case Steps():
            return bullets(page, one.items, one.lang, page.numbered_list())
        case QR():
            return code(page, one)
        case Spacer():
            return spacer(page, 6 if one.stretch else one.millimetres)
        case PageBreak():
            return page.paragraph('<w:r><w:br w:type="page"/></w:r>', "Gap")


def framed(page: Page, one: Pair | Facts | Quote | Voices | StageLine | Table | Contact, width: int) -> str:
    """A block that is a table of its own."""
    match one:
        case Pair():
            return pair(page, one, width)
        case Facts():
            return facts(page, one, width)
        case Quote():
            return quote(page, one, width)
        case Voices():
            return voices(page, one, width)
        case StageLine():
            return stage_line(page, one, width)
        case Table():
            return data_table(page, one, width)
        case Contact():
            return contact(page, one, width)


def heading(page: Page, one: Heading) -> str:
    """A heading of its level; with a number, on a bar; the second language in a paragraph of its own."""
    number = code_run(f"{one.number}  ") if one.number else ""
    style = "Section" if one.number and one.level == 2 else f"Heading{one.level}"
    made = page.paragraph(number + page.runs(one.text, one.lang), style, one.lang)
    return made + (page.line(one.other.text, "Second", one.other.lang) if one.other else "")


def text(page: Page, one: Text, *, keep: bool = False) -> str:
    """Each line of the text a paragraph; the opening set strong before the first."""
    kept = "<w:keepNext/>" if keep else ""
    colour = MUTED if one.quiet else ""
    made = []
    for number, line in enumerate(one.text.split("\n")):
        start = page.runs(one.opening + " ", one.lang, strong=True) if one.opening and not number else ""
        content = start + page.runs(line, one.lang, strong=one.strong, colour=colour)
        made.append(page.paragraph(content, page.style_of(one.size), one.lang, before=kept))
    return "".join(made)


def pair(page: Page, one: Pair, width: int) -> str:
    """Two languages side by side."""
    first = page.line(one.first.text, "TableHead" if one.strong else "RowHead", one.first.lang)
    other = page.line(one.second.text, "TableQuiet", one.second.lang)
    return table([row((cell(first), cell(other)))], shares(width, (1, 1)), page.lang, PLAIN)


def facts(page: Page, one: Facts, width: int) -> str:
    """Label, value, remark on a quiet panel, or on none."""
    cells = []
    for fact in one.items:
        made = page.line(fact.label, "Label", fact.lang) + page.line(fact.value, "TableHead", fact.lang)
        cells.append(made + (noted(page, fact) if fact.note else ""))
    parts = [1.0] * one.columns
    if one.columns > 2 and len(one.items) == one.columns:  # as wide as what they say
        parts = [float(max(12, len(fact.label), min(32, len(fact.value)))) for fact in one.items]
    return _grid(page, cells, parts, width, PLAIN if one.plain else PANEL)


def noted(page: Page, fact: Fact) -> str:
    """A fact's remark; one in another language keeps to the panel's own start side."""
    lang = fact.note_lang or fact.lang or page.lang
    turned = '<w:jc w:val="end"/>' if is_rtl(lang) != page.rtl else ""
    return page.paragraph(page.runs(fact.note, lang), "TableText", lang, after=turned)


def _grid(page: Page, contents: list[str], parts: list[float], width: int, look: Look) -> str:
    """Contents beside each other, as many to a row as there are parts of the line; the last row is filled up."""
    blank = page.paragraph("", "TableText")
    fill = MIST if look is PANEL else ""
    full = contents + [blank] * (-len(contents) % len(parts))
    rows = [
        row(cell(content, fill=fill) for content in full[at : at + len(parts)])
        for at in range(0, len(full), len(parts))
    ]
    return table(rows, shares(width, parts), page.lang, look)


def bullets(page: Page, items: tuple[str, ...], lang: str, number: int) -> str:
    """A list; `number` is its `w:numId`."""
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return "".join(page.paragraph(page.runs(item, lang), "ListText", lang, before=numbering) for item in items)


def quote(page: Page, one: Quote, width: int) -> str:
    """The speaker's words first, in their script; the translation and its state under them."""
    made = page.line(one.original.text, "TableHead", one.original.lang)
    if one.translation:
        made += page.line(one.translation.text, "TableText", one.translation.lang)
    state = " · ".join(part for part in (one.state, one.source) if part)
    made += page.line(state, "Label") if state else ""
    return table([row([cell(made, fill=MIST)])], [width], page.lang, PANEL)


def data_table(page: Page, one: Table, width: int) -> str:
    """A table whose header row repeats and is read out as header."""
    widths = shares(width, one.widths or [1] * len(one.header))
    head = (page.line(each, "TableHead", one.lang, colour=page.accent) for each in one.header)
    rows = [row((cell(made) for made in head), header=True)]
    rows += [row(cell(data_cell(page, each, one.lang)) for each in line) for line in one.rows]
    return table(rows, widths, one.lang or page.lang, RULED, caption=one.caption, header=True)


def data_cell(page: Page, one: Cell, lang: str) -> str:
    """A cell's text with its state before it and its remark under it."""
    own = one.lang or lang
    state = f"{STATES[one.state]} " if one.state else ""
    made = page.line(state + one.text, "TableHead" if one.strong else "TableText", own)
    return made + (page.line(one.note, "Label", own) if one.note else "")


def code(page: Page, one: QR) -> str:
    """A QR code with its caption."""
    image = picture(page.picture(one), page.number(), one.alt, one.size)
    made = page.paragraph(image, "TableText", one.lang)
    return made + (page.line(one.caption, "Label", one.lang) if one.caption else "")


def contact(page: Page, one: Contact, width: int) -> str:
    """The frame of what to do next."""
    lang = one.lang
    what = page.line(one.title, "Heading2", lang) + (page.line(one.by, "TableText", lang) if one.by else "")
    how = page.line(one.how, "TableText", lang) if one.how else ""
    how += page.line(one.phone, "TableText", lang, strong=True, size=18) if one.phone else ""
    how += page.line(one.note, "Label", lang) if one.note else ""
    contents = [what, how or page.paragraph("", "TableText")] + ([code(page, one.qr)] if one.qr else [])
    made = row(cell(content, middle=True) for content in contents)
    return table([made], shares(width, (5, 5, 3) if one.qr else (1, 1)), page.lang, FRAME)


def spacer(page: Page, millimetres: float) -> str:
    """Empty room, of which the paragraph's own line is a part."""
    after = max(0, round(millimetres * 56.7) - OWN_LINE)
    return page.paragraph("", "Gap", after=f'<w:spacing w:before="0" w:after="{after}"/>')


def panel(page: Page, one: Panel, width: int) -> str:
    """Blocks on a quiet panel or in a frame."""
    look, fill = (FRAME, "") if one.frame else (PANEL, MIST)
    inner = blocks(page, one.blocks, width - 2 * look.pad_x)
    return table([row([cell(_closed(page, inner), fill=fill)])], [width], page.lang, look)


def columns(page: Page, one: Columns, width: int) -> str:
    """Cells of blocks beside each other."""
    parts = list(one.widths) or [1.0] * one.columns
    widths = shares(width, parts)
    contents = [
        _closed(page, blocks(page, many, widths[n % len(parts)] - 2 * PLAIN.pad_x)) for n, many in enumerate(one.cells)
    ]
    return _grid(page, contents, parts, width, PLAIN)


def _closed(page: Page, content: str) -> str:
    """A cell's content, which must not be empty."""
    return content or page.paragraph("", "TableText")
