"""The parts that all presentations of one language and colour share: master, two layouts, notes master, themes.

Made once and kept deflated. The first layout is the opening, on the municipality's colour with the rings of
"heard"; the second has a title and nothing else, so that no empty placeholder is left on a slide. Both carry the arms.
"""

from functools import lru_cache

from kuultu.ground.documents.container import Part, deflated
from kuultu.ground.documents.docx.theme import theme_xml
from kuultu.ground.documents.pdf.picture import png_of_svg, shape_of
from kuultu.ground.documents.pptx.canvas import (
    HEIGHT,
    INK,
    NO_FILL,
    NO_LINE,
    WHITE,
    WIDTH,
    Canvas,
    outline,
    solid,
    stroke,
)
from kuultu.ground.documents.scripts import face, is_rtl, word_tag
from kuultu.ground.documents.symbols import ROUND, SHIELD, circle

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
    "</p:grpSpPr>"
)
COLOURS = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
MASTER_ID = 2147483648  # the least that the schema allows; layouts count on from it
LEFT = 22.0  # millimetres to the arms
RING, RINGS = 19.0, 9  # millimetres between rings, and how many


def relations(*targets: tuple[str, str, str]) -> str:
    """A relations part: (id, kind, target)."""
    made = "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, kind, target in targets)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


@lru_cache(maxsize=64)
def frame_parts(lang: str, accent: str, arms: str) -> tuple[Part, ...]:
    """Everything but the slides, their notes and the lists that name them. `arms`: the municipality's own, as SVG."""
    theme = theme_xml(accent)
    up = [("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")]
    up += [("rIdArms", "image", "../media/arms.png")] if arms else []
    layouts = tuple((f"rId{n}", "slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in (1, 2))
    return (
        deflated("ppt/slideMasters/slideMaster1.xml", _master(lang)),
        deflated(
            "ppt/slideMasters/_rels/slideMaster1.xml.rels",
            relations(*layouts, ("rId3", "theme", "../theme/theme1.xml")),
        ),
        deflated("ppt/slideLayouts/slideLayout1.xml", _opening_layout(lang, accent, arms)),
        deflated("ppt/slideLayouts/_rels/slideLayout1.xml.rels", relations(*up)),
        deflated("ppt/slideLayouts/slideLayout2.xml", _title_layout(lang, accent, arms)),
        deflated("ppt/slideLayouts/_rels/slideLayout2.xml.rels", relations(*up)),
        deflated("ppt/notesMasters/notesMaster1.xml", _notes_master(lang)),
        deflated("ppt/notesMasters/_rels/notesMaster1.xml.rels", relations(("rId1", "theme", "../theme/theme2.xml"))),
        deflated("ppt/theme/theme1.xml", theme),
        deflated("ppt/theme/theme2.xml", theme),
        deflated("ppt/presProps.xml", f"{HEAD}<p:presentationPr {SPACES}/>"),
        deflated("ppt/viewProps.xml", f"{HEAD}<p:viewPr {SPACES}/>"),
        deflated(
            "ppt/tableStyles.xml",
            f'{HEAD}<a:tblStyleLst {SPACES} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
        ),
        *((deflated("ppt/media/arms.png", png_of_svg(arms)),) if arms else ()),
    )


def _level(size: int, lang: str, *, strong: bool = False) -> str:
    align = 'algn="r" rtl="1"' if is_rtl(lang) else 'algn="l" rtl="0"'
    bold = ' b="1"' if strong else ""
    font = face(lang).word
    return (
        f'<a:lvl1pPr {align}><a:buNone/><a:defRPr lang="{word_tag(lang)}" sz="{size * 100}"{bold}>'
        f'<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="{font}"/><a:ea typeface="{font}"/>'
        f'<a:cs typeface="{font}"/></a:defRPr></a:lvl1pPr>'
    )


def _title_holder(kind: str, canvas: Canvas, box: tuple[float, float, float, float]) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 1"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="{kind}"/></p:nvPr></p:nvSpPr><p:spPr>{canvas.place(*box)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p/></p:txBody></p:sp>'
    )


def _master(lang: str) -> str:
    canvas = Canvas(lang, INK)
    tree = GROUP + _title_holder("title", canvas, (22, 17, WIDTH - 44, 22))
    layouts = "".join(f'<p:sldLayoutId id="{MASTER_ID + n}" r:id="rId{n}"/>' for n in (1, 2))
    return (
        f"{HEAD}<p:sldMaster {SPACES}><p:cSld><p:bg><p:bgPr>{solid('FFFFFF')}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{tree}</p:spTree></p:cSld>{COLOURS}<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{_level(38, lang, strong=True)}</p:titleStyle>"
        f"<p:bodyStyle>{_level(24, lang)}</p:bodyStyle><p:otherStyle>{_level(20, lang)}</p:otherStyle></p:txStyles>"
        f"</p:sldMaster>"
    )


def _layout(name: str, kind: str, background: str, tree: str) -> str:
    return (
        f'{HEAD}<p:sldLayout {SPACES} type="{kind}" preserve="1"><p:cSld name="{name}">{background}'
        f"<p:spTree>{GROUP}{tree}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _title_layout(lang: str, accent: str, arms: str) -> str:
    canvas = Canvas(lang, accent)
    canvas.shapes.append(_title_holder("title", canvas, (LEFT, 17, WIDTH - 2 * LEFT, 22)))
    _arms(canvas, HEIGHT - 19, 9, arms, accent, WHITE)
    return _layout("Kuultu", "titleOnly", "", "".join(canvas.shapes))


def _opening_layout(lang: str, accent: str, arms: str) -> str:
    canvas = Canvas(lang, accent)
    canvas.shapes.append(_title_holder("ctrTitle", canvas, (LEFT, 48, 230, 62)))
    for n in range(RINGS, 0, -1):
        radius = (n - 0.5) * RING
        strength = round(36 * (1 - (n - 1) / RINGS))
        drawn = outline(((_quarter(canvas.rtl), 'fill="none"'),), box=1) + NO_FILL + stroke("FFFFFF", 15, strength)
        canvas.ornament(WIDTH - radius, HEIGHT - radius, radius, radius, drawn)
    _arms(canvas, 20, 22, arms, WHITE, accent)
    background = f"<p:bg><p:bgPr>{solid(accent)}<a:effectLst/></p:bgPr></p:bg>"
    return _layout("Kuultu opening", "title", background, "".join(canvas.shapes))


def _arms(canvas: Canvas, y: float, height: float, arms: str, ink: str, ground: str) -> None:
    """The municipality's arms; where none were given, the shield with the rings of "heard"."""
    if arms:
        canvas.picture(LEFT, y, height * shape_of(png_of_svg(arms)), height, "rIdArms")
        return
    width = height * 0.84
    shield = outline(((SHIELD, ""),), box=42).replace('h="42000"', 'h="50000"')
    canvas.ornament(LEFT, y, width, height, shield + solid(ink) + NO_LINE)
    for radius, filled in ((12.0, False), (6.6, False), (2.4, True)):
        span = 2 * radius / 50 * height
        left, top = LEFT + (21 - radius) / 42 * width, y + (20.5 - radius) / 50 * height
        line = f'{NO_FILL}<a:ln w="{round(2.4 / 50 * height * 36_000)}">{solid(ground)}</a:ln>'
        paint = solid(ground) + NO_LINE if filled else line
        canvas.ornament(left, top, span * 0.84 / 42 * 50, span, outline(((circle(12, 12, 12), ""),)) + paint)


def _quarter(rtl: bool) -> str:
    """A quarter of a circle in a square of one unit, round its lower outer corner."""
    far = 1 - ROUND
    return f"M0 0C{ROUND} 0 1 {far} 1 1" if rtl else f"M0 1C0 {far} {far} 0 1 0"


def _notes_master(lang: str) -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 1"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></p:spPr></p:sp>"
    )
    body = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4400550"/>'
        '<a:ext cx="5486400" cy="3600450"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )
    return (
        f"{HEAD}<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgPr>{solid('FFFFFF')}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{GROUP}{image}{body}</p:spTree></p:cSld>{COLOURS}"
        f"<p:notesStyle>{_level(12, lang)}</p:notesStyle></p:notesMaster>"
    )
