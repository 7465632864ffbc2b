"""Shapes on one slide. Distances are millimetres from the edge where reading begins: the page mirrors by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from xml.sax.saxutils import quoteattr

from kuultu.ground.documents import symbols
from kuultu.ground.documents.bidi import clean
from kuultu.ground.documents.pptx.text import Para, paragraph
from kuultu.ground.documents.scripts import is_rtl

EMU = 36_000
WIDTH, HEIGHT = 338.667, 190.5
INK, MUTED, MIST, HAIR, WHITE = "16262E", "51626B", "F3F6F7", "C9D3D8", "FFFFFF"
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
NO_FILL = "<a:noFill/>"
NO_LINE = "<a:ln><a:noFill/></a:ln>"


def solid(colour: str, alpha: int = 100) -> str:
    """A fill; `alpha` in percent."""
    inner = f'<a:alpha val="{alpha * 1000}"/>' if alpha < 100 else ""
    return f'<a:solidFill><a:srgbClr val="{colour}">{inner}</a:srgbClr></a:solidFill>'


def stroke(colour: str, points: float, alpha: int = 100) -> str:
    """A line."""
    return f'<a:ln w="{round(points * 12700)}" cap="rnd">{solid(colour, alpha)}<a:round/></a:ln>'


@cache
def outline(paths: tuple[tuple[str, str], ...], box: float = 24) -> str:
    """`a:custGeom` of paths in a square of `box` units; each with its attributes (`fill="none"`, `stroke="0"`)."""
    made = []
    side = round(box * 1000)
    for path, attributes in paths:
        steps = []
        for letter, numbers in symbols.commands(path):
            points = "".join(
                f'<a:pt x="{round(x * 1000)}" y="{round(y * 1000)}"/>'
                for x, y in zip(numbers[::2], numbers[1::2], strict=True)
            )
            tag = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}[letter]
            steps.append(f"<a:{tag}>{points}</a:{tag}>" if points else f"<a:{tag}/>")
        made.append(f'<a:path w="{side}" h="{side}" {attributes}>{"".join(steps)}</a:path>')
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{"".join(made)}</a:pathLst></a:custGeom>'
    )


def _rounded(w: float, h: float) -> str:
    """Corners of two millimetres, whatever the size."""
    corner = round(2 / min(w, h) * 100_000)
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {corner}"/></a:avLst></a:prstGeom>'


@dataclass
class Canvas:
    """One slide in the making; what is drawn first is read first."""

    lang: str
    accent: str
    shapes: list[str] = field(default_factory=list)

    @property
    def rtl(self) -> bool:
        """Whether the slide reads from the right."""
        return is_rtl(self.lang)

    def place(self, x: float, y: float, w: float, h: float) -> str:
        """`a:xfrm`, mirrored on a slide that reads from the right."""
        left = WIDTH - x - w if self.rtl else x
        return (
            f'<a:xfrm><a:off x="{round(left * EMU)}" y="{round(y * EMU)}"/>'
            f'<a:ext cx="{round(w * EMU)}" cy="{round(h * EMU)}"/></a:xfrm>'
        )

    def number(self) -> int:
        """The next shape's number; 1 is the slide's own."""
        return len(self.shapes) + 2

    def title(self, x: float, y: float, w: float, h: float, para: Para, *, centred: bool = False) -> None:
        """The slide's title, in its title placeholder."""
        kind = "ctrTitle" if centred else "title"
        self._shape(
            f'<p:cNvPr id="{self.number()}" name="Title {self.number()}"/>',
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
            f'<p:nvPr><p:ph type="{kind}"/></p:nvPr>',
            self.place(x, y, w, h),
            self._body((para,), "b" if centred else "ctr"),
        )

    def text(self, x: float, y: float, w: float, h: float, paras: Sequence[Para], *, anchor: str = "t") -> None:
        """Paragraphs in a box without outline. `anchor`: t, ctr or b."""
        self._shape(
            f'<p:cNvPr id="{self.number()}" name="Text {self.number()}"/>',
            '<p:cNvSpPr txBox="1"/>',
            "<p:nvPr/>",
            self.place(x, y, w, h) + f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{NO_FILL}',
            self._body(paras, anchor),
        )

    def panel(self, x: float, y: float, w: float, h: float, paras: Sequence[Para], *, fill: str = MIST) -> None:
        """Paragraphs on a panel with round corners."""
        self._shape(
            f'<p:cNvPr id="{self.number()}" name="Panel {self.number()}"/>',
            "<p:cNvSpPr/>",
            "<p:nvPr/>",
            self.place(x, y, w, h) + _rounded(w, h) + solid(fill) + NO_LINE,
            self._body(paras, "ctr", inset=8),
        )

    def backdrop(self, x: float, y: float, w: float, h: float, *, fill: str = MIST, line: str = NO_LINE) -> None:
        """A panel without words, for texts that stand on it in columns."""
        self.ornament(x, y, w, h, _rounded(w, h) + solid(fill) + line)

    def symbol(self, name: str, x: float, y: float, size: float, colour: str = "") -> None:
        """A sign; it stands beside its word and is passed over when the slide is read aloud."""
        known = symbols.SYMBOLS[name]
        ink = colour or (symbols.DOMAIN_COLOURS | symbols.VERDICT_COLOURS)[name].lstrip("#")
        lines = tuple((path, 'fill="none"') for path in known.lines)
        paths = lines + tuple((path, 'stroke="0"') for path in known.solids)
        points = symbols.STROKE / 24 * size * 72 / 25.4
        self.ornament(x, y, size, size, outline(paths) + solid(ink) + stroke(ink, points))

    def ornament(self, x: float, y: float, w: float, h: float, drawn: str) -> None:
        """A shape that says nothing."""
        self._shape(
            f'<p:cNvPr id="{self.number()}" name="Ornament {self.number()}" descr="">{DECORATIVE}</p:cNvPr>',
            "<p:cNvSpPr/>",
            "<p:nvPr/>",
            self.place(x, y, w, h) + drawn,
            "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>",
        )

    def picture(self, x: float, y: float, w: float, h: float, relation: str) -> None:
        """A picture that says nothing: the municipality's arms."""
        number = self.number()
        self.shapes.append(
            f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Ornament {number}" descr="">{DECORATIVE}</p:cNvPr>'
            '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>'
            f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr>{self.place(x, y, w, h)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def rule(self, x: float, y: float, w: float, colour: str = HAIR) -> None:
        """A hairline."""
        self.ornament(x, y, w, 0.2, f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{solid(colour)}{NO_LINE}')

    def dots(self, x: float, y: float, many: int, size: float, colour: str) -> None:
        """`many` dots from `x` towards the start of the line, as the last thing on it."""
        for n in range(many):
            drawn = f'<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>{solid(colour)}{NO_LINE}'
            self.ornament(x - (n + 1) * size - n * 1.4, y, size, size, drawn)

    def frame(self, x: float, y: float, w: float, h: float, inner: str, *, name: str, alt: str) -> None:
        """A graphic frame round a table, with the text that is read out for it."""
        number = self.number()
        place = self.place(x, y, w, h).replace("a:xfrm", "p:xfrm")
        uri = "http://schemas.openxmlformats.org/drawingml/2006/table"
        self.shapes.append(
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name={quoteattr(f"{name} {number}")} '
            f'descr={quoteattr(clean(alt))}/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{place}"
            f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></p:graphicFrame>'
        )

    def _body(self, paras: Sequence[Para], anchor: str, inset: float = 0) -> str:
        side = round(inset * EMU)
        columns = ' rtlCol="1"' if self.rtl else ' rtlCol="0"'
        return (
            f'<p:txBody><a:bodyPr wrap="square" lIns="{side}" tIns="{side // 2}" rIns="{side}" '
            f'bIns="{side // 2}"{columns} anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
            f"{''.join(map(paragraph, paras))}</p:txBody>"
        )

    def _shape(self, named: str, kind: str, holder: str, drawn: str, body: str) -> None:
        self.shapes.append(f"<p:sp><p:nvSpPr>{named}{kind}{holder}</p:nvSpPr><p:spPr>{drawn}</p:spPr>{body}</p:sp>")
