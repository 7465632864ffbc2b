"""Tables of Word: fixed widths in twentieths of a point, mirrored as a whole when the page reads from the right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from kuultu.ground.documents.scripts import is_rtl

MIST, HAIR, MUTED = "F3F6F7", "C9D3D8", "51626B"
NO_LINE = 'w:val="nil"'
AFTER = '<w:p><w:pPr><w:pStyle w:val="Gap"/>{}</w:pPr></w:p>'


@dataclass(frozen=True)
class Look:
    """Lines of a table: each "" or an 8th-of-a-point width with a colour ("6 51626B"); cell padding in twips."""

    outer: str = ""
    rows: str = ""
    columns: str = ""
    pad_x: int = 0
    pad_y: int = 40


PLAIN = Look()
PANEL = Look(pad_x=240, pad_y=140)
RULED = Look(rows=f"4 {HAIR}", pad_x=80, pad_y=70)
GRID = Look(outer=f"6 {MUTED}", rows=f"4 {MUTED}", columns=f"4 {MUTED}", pad_x=80, pad_y=50)


def _line(side: str, spec: str) -> str:
    if not spec:
        return f"<w:{side} {NO_LINE}/>"
    width, colour = spec.split()
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'


def cell(content: str, width: int, *, fill: str = "", span: int = 1, middle: bool = False) -> str:
    """`w:tc` around paragraphs (and tables); ends with a paragraph, as Word demands."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{shade}{align}</w:tcPr>{content}</w:tc>'


def row(cells: Iterable[str], *, header: bool = False, height: int = 0) -> str:
    """`w:tr` that stays whole on a page; `header` repeats on each page and is read as header cells."""
    tall = f'<w:trHeight w:val="{height}"/>' if height else ""
    head = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{head}</w:trPr>{''.join(cells)}</w:tr>"


def table(  # the caption and the outline belong to the table as much as its rows
    rows: Iterable[str], widths: Sequence[int], lang: str, look: Look, *, caption: str = "", header: bool = False
) -> str:
    """`w:tbl`, followed by the small gap that keeps two tables from growing together."""
    mirrored = "<w:bidiVisual/>" if is_rtl(lang) else ""
    borders = "".join(
        (
            _line("top", look.outer), _line("left", look.outer), _line("bottom", look.outer or look.rows),
            _line("right", look.outer), _line("insideH", look.rows), _line("insideV", look.columns),
        )
    )  # fmt: skip
    margins = (
        f'<w:top w:w="{look.pad_y}" w:type="dxa"/><w:left w:w="{look.pad_x}" w:type="dxa"/>'
        f'<w:bottom w:w="{look.pad_y}" w:type="dxa"/><w:right w:w="{look.pad_x}" w:type="dxa"/>'
    )
    told = f"<w:tblCaption w:val={quoteattr(caption)}/>" if caption else ""
    first = 1 if header else 0
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{mirrored}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        f'<w:tblLook w:val="{0x600 + 0x20 * first:04X}" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>" + AFTER.format("<w:bidi/>" if mirrored else "")
    )


def shares(total: int, parts: Sequence[float]) -> list[int]:
    """Widths that add up to `total`, in the proportion of `parts`."""
    whole = sum(parts)
    widths = [int(total * part / whole) for part in parts]
    widths[-1] += total - sum(widths)
    return widths
