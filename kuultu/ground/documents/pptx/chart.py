"""The unit chart: under each label a table of one row, a cell for each discussion.

A table reads aloud, can be edited, and mirrors by itself where the deck reads from the right.
"""

from functools import cache, lru_cache

from kuultu.ground.documents.pptx.canvas import EMU, HAIR, WHITE, Canvas, solid
from kuultu.ground.documents.pptx.model import UnitChart, UnitRow
from kuultu.ground.documents.pptx.text import Para, paragraph
from kuultu.ground.documents.scripts import is_rtl

LABEL, UNITS, GAP = 10.0, 7.0, 3.6  # millimetres
TALLEST = LABEL + UNITS + GAP
SAID = 0.56  # share of the line that the figure in words may take


def unit_chart(canvas: Canvas, chart: UnitChart, box: tuple[float, float, float, float], colour: str) -> None:
    """Draws the rows into `box` (x, y, width, height); they keep their height while there is room."""
    x, y, w, h = box
    step = min(TALLEST, h / max(1, len(chart.rows)))
    scale = step / TALLEST
    size = 20 if scale > 0.9 else 16
    lang = canvas.lang
    for n, each in enumerate(chart.rows):
        top = y + n * step
        canvas.text(x, top, w * (1 - SAID), LABEL * scale, (Para(each.label, size, lang),), anchor="b")
        said = Para(each.said, size, lang, strong=True, end=True)
        canvas.text(x + w * (1 - SAID), top, w * SAID, LABEL * scale, (said,), anchor="b")
        _units(canvas, each, chart.total, (x, top + (LABEL + 1) * scale, w, UNITS * scale), colour)


def _units(canvas: Canvas, row: UnitRow, total: int, box: tuple[float, float, float, float], colour: str) -> None:
    x, y, w, h = box
    inner = _table(canvas.lang, row.count, total, round(w * EMU / total), round(h * EMU), colour)
    canvas.frame(x, y, w, h, inner, name="Chart", alt=f"{row.label}: {row.said}")


@lru_cache(maxsize=256)
def _table(lang: str, count: int, total: int, width: int, height: int, colour: str) -> str:
    small = paragraph(Para("", 1, lang))
    cells = "".join(_cell(small, solid(colour if n < count else HAIR)) for n in range(total))
    mirrored = ' rtl="1"' if is_rtl(lang) else ""
    grid = f'<a:gridCol w="{width}"/>' * total
    return f'<a:tbl><a:tblPr{mirrored}/><a:tblGrid>{grid}</a:tblGrid><a:tr h="{height}">{cells}</a:tr></a:tbl>'


@cache
def _cell(body: str, fill: str) -> str:
    """A box, parted from its neighbours by white."""
    sides = "".join(f'<a:{side} w="38100">{solid(WHITE)}</a:{side}>' for side in ("lnL", "lnR"))
    edges = sides + "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnT", "lnB"))
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{body}</a:txBody>"
        f'<a:tcPr marL="0" marR="0" marT="0" marB="0">{edges}{fill}</a:tcPr></a:tc>'
    )
