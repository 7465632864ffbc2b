"""A document as a Word file: body, head and foot of the page, properties, and the container round them."""

from functools import cache, lru_cache
from xml.sax.saxutils import escape

from kuultu.ground.documents import symbols
from kuultu.ground.documents.bidi import clean
from kuultu.ground.documents.container import Part, deflated, pack
from kuultu.ground.documents.docx.blocks import blocks
from kuultu.ground.documents.docx.control import mark
from kuultu.ground.documents.docx.drawing import picture
from kuultu.ground.documents.docx.page import TEXT_WIDTH, Page
from kuultu.ground.documents.docx.styles import HEAD, numbering_part, settings_part, styles_part
from kuultu.ground.documents.docx.text import run_properties
from kuultu.ground.documents.docx.theme import font_table, theme_part
from kuultu.ground.documents.model import Document
from kuultu.ground.documents.pdf.picture import png_of_svg, shape_of

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
PARTS = {
    "styles": "styles", "settings": "settings", "numbering": "numbering", "fontTable": "fontTable",
    "header1": "header", "footer1": "footer",
}  # fmt: skip
ARMS = 8.0  # millimetres
END_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'


def to_docx(document: Document) -> bytes:
    """The Word file. The same document gives the same bytes."""
    page = Page(document)
    body = form_line(page) + blocks(page, document.blocks, TEXT_WIDTH)
    whole = f"{HEAD}<w:document {SPACES}><w:body>{body}{section(page)}</w:body></w:document>"
    parts = [
        *_frame_parts(),
        deflated("word/document.xml", whole),
        relations(len(page.pictures)),
        styles_part(document.lang, page.accent),
        settings_part(document.lang),
        numbering_part(len(page.lists)),
        font_table(),
        theme_part(page.accent),
        deflated("word/header1.xml", f"{HEAD}<w:hdr {SPACES}>{head(page)}</w:hdr>"),
        *_arms_parts(arms_of(document)),
        deflated("word/footer1.xml", f"{HEAD}<w:ftr {SPACES}>{foot(page)}</w:ftr>"),
        properties(document),
    ]
    parts += [deflated(f"word/media/qr{n}.png", data) for n, data in enumerate(page.pictures, 1)]
    return pack(parts)


@cache
def _frame_parts() -> tuple[Part, Part]:
    """Content types and the first relations: the same in every file."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>' for name, kind in PARTS.items()
    )
    types = (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{overrides}'
        '<Override PartName="/word/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )
    first = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>"
    )
    return deflated("[Content_Types].xml", types), deflated("_rels/.rels", first)


@cache
def relations(pictures: int) -> Part:
    """Where the document finds its other parts."""
    made = "".join(
        f'<Relationship Id="rId_{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>' for name, kind in PARTS.items()
    )
    made += f'<Relationship Id="rId_theme" Type="{OFFICE}/theme" Target="theme/theme1.xml"/>'
    made += "".join(
        f'<Relationship Id="rIdQr{n}" Type="{OFFICE}/image" Target="media/qr{n}.png"/>' for n in range(1, pictures + 1)
    )
    whole = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'
    return deflated("word/_rels/document.xml.rels", whole)


def arms_of(document: Document) -> str:
    """The municipality's arms, or the shield of the house, as SVG."""
    return document.arms or symbols.arms(document.accent)


@lru_cache(maxsize=16)
def _arms_parts(svg: str) -> tuple[Part, Part]:
    """The arms as a picture, and the relation by which the head of the page finds it."""
    link = f'<Relationship Id="rIdArms" Type="{OFFICE}/image" Target="media/arms.png"/>'
    whole = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'
    return deflated("word/media/arms.png", png_of_svg(svg)), deflated("word/_rels/header1.xml.rels", whole)


def properties(document: Document) -> Part:
    """Title, language and sender; no person, no hour."""
    title, sender = escape(clean(document.title)), escape(clean(document.sender))
    whole = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        f"<dc:creator>{sender}</dc:creator><dc:language>{escape(document.lang)}</dc:language></cp:coreProperties>"
    )
    return deflated("docProps/core.xml", whole)


def section(page: Page) -> str:
    """A4, its margins, and the direction of the page."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/>'
        '<w:footerReference w:type="default" r:id="rId_footer1"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1304" w:right="1134" w:bottom="1021" w:left="1134" w:header="567" w:footer="510" '
        'w:gutter="0"/>'
        f"{'<w:bidi/>' if page.rtl else ''}</w:sectPr>"
    )


def form_line(page: Page) -> str:
    """Which form this is, printed and as a bookmark: custom parts of a file do not survive every program."""
    form = page.document.form
    if form is None:
        return ""
    return page.paragraph(mark(form.bookmark, page.number()) + page.runs(form.line, "en"), "FormLine")


def head(page: Page) -> str:
    """Sender at the start, code at the end, the draft mark above them."""
    document = page.document
    mark_xml = ""
    if document.draft_mark:
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="16262E"/>'
        text = page.runs(document.draft_mark, document.staff_lang, strong=True, colour="FFFFFF")
        mark_xml = page.paragraph(text, "Header", document.staff_lang, before=shade)
    about = f" · {document.about}" if document.sender and document.about else document.about
    png = png_of_svg(arms_of(document))
    content = picture("rIdArms", page.number(), "", ARMS, ARMS * shape_of(png)) + page.runs("  ")
    content += page.runs(document.sender, strong=True, colour=page.accent) + page.runs(about)
    code = page.runs(document.code, "en", strong=True) if document.code else ""
    return mark_xml + page.paragraph(f"{content}<w:r><w:tab/></w:r>{code}", "Header", before=END_TAB)


def foot(page: Page) -> str:
    """What the foot says, and the page of pages, counted by the program that shows it."""
    document = page.document
    made = page.runs(document.foot) + "<w:r><w:tab/></w:r>"
    before, _, rest = document.pages.partition("{page}")
    between, _, after = rest.partition("{pages}")
    parts = (page.runs(before), counter("PAGE", page.lang), page.runs(between), counter("NUMPAGES", page.lang))
    return page.paragraph(made + "".join(parts) + page.runs(after), "Footer", before=END_TAB)


def counter(what: str, lang: str) -> str:
    """A field that the program fills: PAGE or NUMPAGES."""
    number = run_properties(lang, lang, rtl=False)
    return f'<w:fldSimple w:instr=" {what} "><w:r>{number}<w:t>1</w:t></w:r></w:fldSimple>'
