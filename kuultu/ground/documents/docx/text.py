"""Runs and paragraphs of Word: direction in each paragraph and run, language where it is not the document's.

Word needs all of `w:bidi` on the paragraph, `w:rtl` on the run, a language, and the complex-script twins of bold
and size; the order of the elements inside `pPr` and `rPr` is fixed by the schema. What the styles say is not said
again: a form has hundreds of runs, and whoever reads it pays for each element.
"""

from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from kuultu.ground.documents.bidi import clean, in_order, runs
from kuultu.ground.documents.scripts import FACES, face, is_rtl, script_of, word_tag
from kuultu.ground.languages.registry import ARAB, CYRILLIC, LATIN

LATIN_FONT = "Arial"
SCRIPT_TAGS = {ARAB: "ar-SA", "Ethi": "ti-ER", "Thai": "th-TH"}


def attribute(value: str) -> str:
    """A value as a quoted XML attribute."""
    return quoteattr(clean(value))


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


@lru_cache(maxsize=512)
def run_properties(
    lang: str, home: str, *, rtl: bool, script: str = "", strong: bool = False, colour: str = "", size: float = 0
) -> str:
    """`w:rPr` for a run in a document whose language is `home`, or nothing when the styles say it all. `size` in
    points (0 = the style's), `colour` without the hash."""
    half = round(size * 2)
    inner = "".join(
        (
            '<w:rStyle w:val="Strong"/>' if strong else "",
            _own_font(script or script_of(lang), home),
            f'<w:color w:val="{colour}"/>' if colour else "",
            f'<w:sz w:val="{half}"/><w:szCs w:val="{round(half * 1.1)}"/>' if half else "",
            "<w:rtl/>" if rtl else "",
            _own_language(lang, home, script),
        )
    )
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _own_font(script: str, home: str) -> str:
    """The font of a script that the document's own does not have."""
    font = FACES[script].word
    return "" if script in {LATIN, CYRILLIC} or font == face(home).word else _font(font)


def _own_language(lang: str, home: str, script: str) -> str:
    """The language of a run that is not in the document's."""
    tag = SCRIPT_TAGS[script] if script else word_tag(lang)
    if script == "" and lang == home:
        return ""
    complex_tag = f' w:bidi="{tag}"' if (script or script_of(lang)) in SCRIPT_TAGS else ""
    return f'<w:lang w:val="{tag}"{complex_tag}/>'


def written(text: str) -> str:
    """`w:t`, with its spaces kept."""
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:t{kept}>{escape(text)}</w:t>"


@lru_cache(maxsize=4096)
def text_runs(text: str, lang: str, home: str, *, strong: bool = False, colour: str = "", size: float = 0) -> str:
    """A text as runs, cut by direction and script; tabs become spaces, line breaks stay breaks."""
    made: list[str] = []
    for number, line in enumerate(clean(text).replace("\r\n", "\n").replace("\t", " ").split("\n")):
        if number:
            made.append("<w:r><w:br/></w:r>")
        for run in runs(line, lang):
            properties = run_properties(
                lang, home, rtl=run.rtl, script=run.script, strong=strong, colour=colour, size=size
            )
            made.append(f"<w:r>{properties}{written(in_order(run, lang))}</w:r>")
    return "".join(made)


def code_run(text: str) -> str:
    """A number or a code: strong, in the municipality's colour, left to right in every language."""
    return f'<w:r><w:rPr><w:rStyle w:val="Code"/></w:rPr>{written(clean(text))}</w:r>'


def paragraph(content: str, lang: str, style: str = "", *, before: str = "", after: str = "") -> str:
    """`w:p` of runs already made. `before`: pPr elements that come before `w:bidi` in the schema
    (numPr, tabs, shd), `after` those behind it (spacing, ind, jc)."""
    style_xml = f'<w:pStyle w:val="{style}"/>' if style else ""
    bidi = "<w:bidi/>" if is_rtl(lang) else ""
    return f"<w:p><w:pPr>{style_xml}{before}{bidi}{after}</w:pPr>{content}</w:p>"
