"""Tables of Word: fixed widths in twentieths of a point, mirrored as a whole when the page reads from the right.

Lines and padding are table styles of the document, and the widths stand in the grid alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from kuultu.ground.documents.scripts import is_rtl

MIST, HAIR, MUTED = "F3F6F7", "C9D3D8", "51626B"
NO_LINE = 'w:val="nil"'
AFTER = '<w:p><w:pPr><w:pStyle w:val="Gap"/>{}</w:pPr></w:p>'


@dataclass(frozen=True)
class Look:
    """A table style. Lines: each "" or an 8th-of-a-point width with a colour ("6 51626B"); padding in twips."""

    name: str
    outer: str = ""
    rows: str = ""
    columns: str = ""
    pad_x: int = 0
    pad_y: int = 40


PLAIN = Look("Plain", pad_x=100)
PANEL = Look("Panel", pad_x=240, pad_y=140)
RULED = Look("Ruled", rows=f"4 {HAIR}", pad_x=80, pad_y=70)
GRID = Look("Grid", outer=f"6 {MUTED}", rows=f"4 {MUTED}", columns=f"4 {MUTED}", pad_x=80, pad_y=50)
FRAME = Look("Frame", outer="12 {accent}", pad_x=240, pad_y=140)
LOOKS = PLAIN, PANEL, RULED, GRID, FRAME


def _line(side: str, spec: str) -> str:
    if not spec:
        return f"<w:{side} {NO_LINE}/>"
    width, colour = spec.split()
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'


def table_style(look: Look, accent: str) -> str:
    """`w:style` of a look; "{accent}" in its lines is the municipality's colour."""
    outer = look.outer.format(accent=accent)
    borders = "".join(
        (
            _line("top", outer), _line("left", outer), _line("bottom", outer or look.rows),
            _line("right", outer), _line("insideH", look.rows), _line("insideV", look.columns),
        )
    )  # fmt: skip
    margins = (
        f'<w:top w:w="{look.pad_y}" w:type="dxa"/><w:left w:w="{look.pad_x}" w:type="dxa"/>'
        f'<w:bottom w:w="{look.pad_y}" w:type="dxa"/><w:right w:w="{look.pad_x}" w:type="dxa"/>'
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{look.name}"><w:name w:val="Kuultu {look.name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def cell(content: str, *, fill: str = "", span: int = 1, middle: bool = False) -> str:
    """`w:tc` around paragraphs (and tables), as wide as the grid says; ends with a paragraph, as Word demands."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    properties = f"{spans}{shade}{align}"
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{content}</w:tc>"


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
    told = f"<w:tblCaption w:val={quoteattr(caption)}/>" if caption else ""
    first = 1 if header else 0
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.name}"/>{mirrored}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>'
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
