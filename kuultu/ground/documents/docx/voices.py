"""What is promised and why, in Word: a numbered sentence, the stages on the way, the voices behind it."""

from kuultu.ground.documents.docx.page import Page
from kuultu.ground.documents.docx.table import MIST, PANEL, PLAIN, cell, row, shares, table
from kuultu.ground.documents.docx.text import code_run
from kuultu.ground.documents.model import StageLine, Voice, Voices
from kuultu.ground.documents.symbols import VERDICT_COLOURS

STATES = {"todo": "○", "doing": "◐", "done": "●"}
VERDICTS = {"more": "▲", "unsure": "●", "less": "▼"}


def numbered_heading(page: Page, number: str, title: str) -> str:
    """The number and its sentence under a line of the municipality's colour."""
    border = f'<w:pBdr><w:top w:val="single" w:sz="12" w:space="8" w:color="{page.accent}"/></w:pBdr>'
    return page.paragraph(code_run(f"{number}  ") + page.runs(title), "Numbered", before=border)


def stage_line(page: Page, one: StageLine, width: int) -> str:
    """The stages beside each other, each with its mark; how far it is stands under it in a word."""
    cells = []
    for stage in one.stages:
        text = f"{STATES[stage.state]} {stage.label}"
        made = page.line(text, "TableText", strong=stage.state != "todo")
        cells.append(cell(made + (page.line(stage.said, "Label") if stage.said else "")))
    return table([row(cells)], shares(width, [1] * len(cells)), page.lang, PLAIN)


def voices(page: Page, one: Voices, width: int) -> str:
    """What was told at the start, what was made of it at the end."""
    rows = [row([cell(page.line(one.label, "TableHead"), fill=MIST, span=2)])] if one.label else []
    rows += [row(cell(each, fill=MIST) for each in voice(page, said)) for said in one.items]
    return table(rows, shares(width, (4, 1.8)), page.lang, PANEL)


def voice(page: Page, one: Voice) -> tuple[str, str]:
    """The two cells of a voice."""
    told = (page.line(one.label, "Label") if one.label else "") + page.line(one.text, "TableText", one.lang)
    sign = f"{VERDICTS[one.verdict]} " if one.verdict else ""
    colour = VERDICT_COLOURS[one.verdict].lstrip("#") if one.verdict else ""
    made = page.line(sign + one.said, "TableText", strong=bool(one.said), colour=colour)
    return told, made + (page.line(one.note, "Label") if one.note else "")
