"""Runs and paragraphs of Word: direction in each paragraph, direction and language in each run.

Word needs all of `w:bidi` on the paragraph, `w:rtl` and `w:lang` on the run, and the complex-script
twins of bold and size; the order of the elements inside `pPr` and `rPr` is fixed by the schema.
"""

from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from kuultu.ground.documents.bidi import clean, in_order, runs
from kuultu.ground.documents.scripts import FACES, face, is_rtl, word_tag
from kuultu.ground.languages.registry import ARAB

LATIN_FONT = "Arial"
SCRIPT_TAGS = {ARAB: "ar-SA", "Ethi": "ti-ER", "Thai": "th-TH"}


def attribute(value: str) -> str:
    """A value as a quoted XML attribute."""
    return quoteattr(clean(value))


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


@lru_cache(maxsize=512)
def run_properties(
    lang: str, *, rtl: bool, script: str = "", strong: bool = False, colour: str = "", size: float = 0
) -> str:
    """`w:rPr` for a run; `size` in points (0 = the style's), `colour` without the hash."""
    font = FACES[script].word if script else face(lang).word
    own_tag = word_tag(lang)
    tag = own_tag if not script or (script == ARAB and is_rtl(lang)) else SCRIPT_TAGS[script]
    half = round(size * 2)
    return "".join(
        (
            "<w:rPr>",
            _font(font) if font != LATIN_FONT else "",
            "<w:b/><w:bCs/>" if strong else "",
            f'<w:color w:val="{colour}"/>' if colour else "",
            f'<w:sz w:val="{half}"/><w:szCs w:val="{round(half * 1.1)}"/>' if half else "",
            "<w:rtl/>" if rtl else "",
            f'<w:lang w:val="{own_tag if rtl else tag}" w:bidi="{tag}"/>',
            "</w:rPr>",
        )
    )


@lru_cache(maxsize=4096)
def text_runs(text: str, lang: str, *, strong: bool = False, colour: str = "", size: float = 0) -> str:
    """A text as runs, cut by direction and script; tabs become spaces, line breaks stay breaks."""
    made: list[str] = []
    for number, line in enumerate(clean(text).replace("\r\n", "\n").replace("\t", " ").split("\n")):
        if number:
            made.append("<w:r><w:br/></w:r>")
        for run in runs(line, lang):
            properties = run_properties(lang, rtl=run.rtl, script=run.script, strong=strong, colour=colour, size=size)
            written = escape(in_order(run, lang))
            made.append(f'<w:r>{properties}<w:t xml:space="preserve">{written}</w:t></w:r>')
    return "".join(made)


def paragraph(content: str, lang: str, style: str = "", *, before: str = "", after: str = "") -> str:
    """`w:p` of runs already made. `before`: pPr elements that come before `w:bidi` in the schema
    (numPr, tabs, shd), `after` those behind it (spacing, ind, jc)."""
    style_xml = f'<w:pStyle w:val="{style}"/>' if style else ""
    bidi = "<w:bidi/>" if is_rtl(lang) else ""
    return f"<w:p><w:pPr>{style_xml}{before}{bidi}{after}</w:pPr>{content}</w:p>"


def text_paragraph(
    text: str, lang: str, style: str = "", *, strong: bool = False, colour: str = "", size: float = 0
) -> str:
    """A text in one paragraph of its language's direction."""
    return paragraph(text_runs(text, lang, strong=strong, colour=colour, size=size), lang, style)
