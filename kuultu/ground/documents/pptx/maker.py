"""Slides as a PowerPoint file: each slide with its notes, the lists that name them, the container."""

from collections.abc import Sequence
from functools import cache
from xml.sax.saxutils import escape

from kuultu.ground.documents.bidi import clean
from kuultu.ground.documents.container import Part, deflated, pack
from kuultu.ground.documents.model import LAKE
from kuultu.ground.documents.pptx.canvas import HEIGHT, MUTED, WHITE, WIDTH, Canvas
from kuultu.ground.documents.pptx.frame import GROUP, HEAD, OFFICE, PACKAGE, SPACES, frame_parts, relations
from kuultu.ground.documents.pptx.model import Slide, TitleSlide
from kuultu.ground.documents.pptx.slides import LEFT, draw
from kuultu.ground.documents.pptx.text import Para, paragraph

KIND = "application/vnd.openxmlformats-officedocument.presentationml"
QUICK = 3  # a third of the time of level 6, for a sixth more bytes: slides are long and repeat themselves
FIXED = {
    "/ppt/presentation.xml": f"{KIND}.presentation.main+xml",
    "/ppt/slideMasters/slideMaster1.xml": f"{KIND}.slideMaster+xml",
    "/ppt/slideLayouts/slideLayout1.xml": f"{KIND}.slideLayout+xml",
    "/ppt/slideLayouts/slideLayout2.xml": f"{KIND}.slideLayout+xml",
    "/ppt/notesMasters/notesMaster1.xml": f"{KIND}.notesMaster+xml",
    "/ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/ppt/theme/theme2.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/ppt/presProps.xml": f"{KIND}.presProps+xml",
    "/ppt/viewProps.xml": f"{KIND}.viewProps+xml",
    "/ppt/tableStyles.xml": f"{KIND}.tableStyles+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}


def presentation_pptx(
    slides: Sequence[Slide],
    *,
    lang: str,
    title: str,
    foot: str = "",
    sender: str = "",
    draft_mark: str = "",
    staff_lang: str = "fi",
    accent: str = LAKE,
    arms: str = "",
) -> bytes:
    """The presentation, 16:9. `foot` stands at the bottom of each slide but the opening. The same slides give
    the same bytes. `draft_mark`: said on every slide, in `staff_lang`, while nobody has checked the language.
    `arms`: the municipality's own, as SVG. Raises PressError for arms that are no SVG."""
    colour = accent.lstrip("#")
    parts = [_types(len(slides)), _first_relations(), *_lists(len(slides)), *frame_parts(lang, colour, arms)]
    for number, slide in enumerate(slides, 1):
        canvas = Canvas(lang, colour)
        draw(canvas, slide)
        if not isinstance(slide, TitleSlide):
            _foot(canvas, slide, foot)
        if draft_mark:
            mark = Para(draft_mark, 14, staff_lang, strong=True, colour=WHITE, middle=True)
            canvas.panel(WIDTH / 2 - 75, 3, 150, 9, (mark,), fill="16262E")
        parts += _slide_parts(number, slide, canvas)
    return pack([*parts, _properties(title, lang, sender)])


def _foot(canvas: Canvas, slide: Slide, foot: str) -> None:
    """Foot and short code, beside the arms that the layout draws."""
    canvas.text(LEFT + 12, HEIGHT - 19, 180, 9, (Para(foot, 13, canvas.lang, colour=MUTED),), anchor="ctr")
    code = Para(slide.code, 13, "en", colour=MUTED, end=not canvas.rtl)
    canvas.text(WIDTH - LEFT - 60, HEIGHT - 19, 60, 9, (code,), anchor="ctr")


def _slide_parts(number: int, slide: Slide, canvas: Canvas) -> list[Part]:
    layout = 1 if isinstance(slide, TitleSlide) else 2
    whole = (
        f"{HEAD}<p:sld {SPACES}><p:cSld><p:spTree>{GROUP}{''.join(canvas.shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
    return [
        deflated(f"ppt/slides/slide{number}.xml", whole, QUICK),
        deflated(f"ppt/notesSlides/notesSlide{number}.xml", _notes(slide.notes, canvas.lang), QUICK),
        *_slide_relations(number, layout),
    ]


@cache
def _slide_relations(number: int, layout: int) -> tuple[Part, Part]:
    links = (
        ("rId1", "slideLayout", f"../slideLayouts/slideLayout{layout}.xml"),
        ("rId2", "notesSlide", f"../notesSlides/notesSlide{number}.xml"),
    )
    back = (
        ("rId1", "notesMaster", "../notesMasters/notesMaster1.xml"),
        ("rId2", "slide", f"../slides/slide{number}.xml"),
    )
    return (
        deflated(f"ppt/slides/_rels/slide{number}.xml.rels", relations(*links)),
        deflated(f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels", relations(*back)),
    )


def _notes(text: str, lang: str) -> str:
    lines = "".join(paragraph(Para(line, 12, lang)) for line in text.split("\n"))
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 1"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    body = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{lines}'
        "</p:txBody></p:sp>"
    )
    return (
        f"{HEAD}<p:notes {SPACES}><p:cSld><p:spTree>{GROUP}{image}{body}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


@cache
def _types(slides: int) -> Part:
    known = dict(FIXED)
    for number in range(1, slides + 1):
        known[f"/ppt/slides/slide{number}.xml"] = f"{KIND}.slide+xml"
        known[f"/ppt/notesSlides/notesSlide{number}.xml"] = f"{KIND}.notesSlide+xml"
    made = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in known.items())
    return deflated(
        "[Content_Types].xml",
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{made}</Types>",
    )


@cache
def _first_relations() -> Part:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return deflated(
        "_rels/.rels",
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="ppt/presentation.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>',
    )


@cache
def _lists(slides: int) -> tuple[Part, Part]:
    """The presentation part and its relations."""
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rIdS{n}"/>' for n in range(1, slides + 1))
    width, height = 12_192_000, 6_858_000
    whole = (
        f'{HEAD}<p:presentation {SPACES} saveSubsetFonts="1" removePersonalInfoOnSave="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rIdM"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rIdN"/></p:notesMasterIdLst>'
        f'<p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="6858000" cy="9144000"/>'
        "</p:presentation>"
    )
    links = [
        ("rIdM", "slideMaster", "slideMasters/slideMaster1.xml"),
        ("rIdN", "notesMaster", "notesMasters/notesMaster1.xml"),
        ("rIdP", "presProps", "presProps.xml"),
        ("rIdV", "viewProps", "viewProps.xml"),
        ("rIdT", "theme", "theme/theme1.xml"),
        ("rIdB", "tableStyles", "tableStyles.xml"),
        *((f"rIdS{n}", "slide", f"slides/slide{n}.xml") for n in range(1, slides + 1)),
    ]
    return deflated("ppt/presentation.xml", whole), deflated("ppt/_rels/presentation.xml.rels", relations(*links))


def _properties(title: str, lang: str, sender: str) -> Part:
    return deflated(
        "docProps/core.xml",
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(clean(title))}</dc:title>'
        f"<dc:creator>{escape(clean(sender))}</dc:creator><dc:language>{escape(lang)}</dc:language></cp:coreProperties>",
    )
