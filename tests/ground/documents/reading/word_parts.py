"""Small pieces of Word files, and the container round them: made by hand, so that tests know every byte."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
RELATED = {
    "styles": "styles.xml", "settings": "settings.xml", "footnotes": "footnotes.xml", "endnotes": "endnotes.xml",
    "comments": "comments.xml",
}  # fmt: skip


def run(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*content: str, properties: str = "") -> str:
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{look}{''.join(content)}</w:p>"


def cell(*blocks: str, span: int = 1) -> str:
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{wide}</w:tcPr>{"".join(blocks)}</w:tc>'


def row(*cells: str, properties: str = "") -> str:
    look = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{look}{''.join(cells)}</w:tr>"


def table(*rows: str, mirrored: bool = False) -> str:
    look = "<w:bidiVisual/>" if mirrored else ""
    return f"<w:tbl><w:tblPr>{look}<w:tblW w:w='0' w:type='auto'/></w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def control(tag: str, content: str, *, prompt: bool = False) -> str:
    shows = "<w:showingPlcHdr/>" if prompt else ""
    return (
        f"<w:sdt><w:sdtPr><w:tag w:val={quoteattr(tag)}/><w:lock w:val='sdtLocked'/>{shows}</w:sdtPr>"
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def bookmark(name: str) -> str:
    number = sum(name.encode())
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def field(code: str, result: str, data: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def body(content: str) -> str:
    return f"{HEAD}<w:document {SPACES}><w:body>{content}</w:body></w:document>"


def parts(content: str, more: Mapping[str, str] | None = None, section: str = "") -> dict[str, str]:
    """The parts of a Word file with a body; `more` are parts beside it, by file name."""
    extra = dict(more or {})
    margins = {name: name.rstrip("0123456789.xml") for name in extra if name.startswith(("header", "footer"))}
    kinds = {file: kind for kind, file in RELATED.items() if file in extra} | margins
    listed = "".join(
        f'<Relationship Id="{file.partition(".")[0]}" Type="{R}/{kind}" Target="{file}"/>'
        for file, kind in kinds.items()
    )
    types = "".join(
        f'<Override PartName="/word/{file}" ContentType="{WORD}.{kind}+xml"/>' for file, kind in kinds.items()
    )
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{types}</Types>'
        ),
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": body(content + section),
        "word/_rels/document.xml.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'
        ),
        **{f"word/{name}" if "/" not in name else name: text for name, text in extra.items()},
    }


def pack(many: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in many.items():
            archive.writestr(name, content)
    return packed.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word_file(content: str, more: Mapping[str, str] | None = None, section: str = "") -> bytes:
    return pack(parts(content, more, section))


def part_of(kind: str, content: str) -> str:
    """A part beside the document: kind "hdr", "ftr", "footnotes", "comments", "styles" …"""
    return f"{HEAD}<w:{kind} {SPACES}>{content}</w:{kind}>"
