"""Text in DrawingML: each paragraph in the direction of its language, each run with its language and font."""

import math
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

from kuultu.ground.documents.bidi import Run, clean, in_order, runs
from kuultu.ground.documents.docx.text import SCRIPT_TAGS
from kuultu.ground.documents.scripts import FACES, face, is_rtl, word_tag
from kuultu.ground.languages.registry import ARAB, THAI

# mean width of a letter in em, and height of a line, by script: to choose a size before anything is drawn
WIDTHS = {"Latn": 0.52, "Cyrl": 0.56, "Arab": 0.46, "Ethi": 0.66, "Thai": 0.52}
LINE = {"Latn": 1.22, "Cyrl": 1.22, "Arab": 1.35, "Ethi": 1.4, "Thai": 1.45}
LARGER = {ARAB: 1.12, THAI: 1.08}  # letters that look smaller at the same size
STRONG = 1.3  # strong letters are wider, and those of a font that stands in for ours wider still
POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Para:
    """One paragraph. `size` in points, `after` the gap below it in points, `end` sets it at the far edge."""

    text: str
    size: float
    lang: str
    strong: bool = False
    colour: str = "16262E"
    after: float = 0
    end: bool = False
    middle: bool = False


def _run(run: Run, para: Para) -> str:
    own = face(para.lang)
    font = FACES[run.script].word if run.script else own.word
    tag = SCRIPT_TAGS[run.script] if run.script and not (run.rtl and is_rtl(para.lang)) else word_tag(para.lang)
    text = in_order(run, para.lang)
    strong = ' b="1"' if para.strong else ""
    script = ARAB if run.rtl else run.script or own.script
    size = round(para.size * LARGER.get(script, 1.0)) * 100
    return (
        f'<a:r><a:rPr lang="{tag}" sz="{size}"{strong} dirty="0"><a:solidFill><a:srgbClr '
        f'val="{para.colour}"/></a:solidFill><a:latin typeface="{font}"/><a:ea typeface="{font}"/>'
        f'<a:cs typeface="{font}"/></a:rPr><a:t>{escape(text)}</a:t></a:r>'
    )


@lru_cache(maxsize=2048)
def paragraph(para: Para) -> str:
    """`a:p`; a line break in the text stays one."""
    rtl = is_rtl(para.lang)
    align = "ctr" if para.middle else ("r" if rtl != para.end else "l")
    gap = f'<a:spcAft><a:spcPts val="{round(para.after * 100)}"/></a:spcAft>' if para.after else ""
    direction = ' rtl="1"' if rtl else ' rtl="0"'
    lines = clean(para.text).split("\n")
    made = "<a:br/>".join("".join(_run(run, para) for run in runs(line, para.lang)) for line in lines)
    end = "" if para.text else f'<a:endParaRPr lang="{word_tag(para.lang)}" sz="{round(para.size * 100)}"/>'
    return f'<a:p><a:pPr algn="{align}"{direction}>{gap}</a:pPr>{made}{end}</a:p>'


def line_count(text: str, size: float, lang: str, width: float) -> int:
    """Lines that a text will take in `width` millimetres, by mean widths; marks over letters have none."""
    each = size * WIDTHS[face(lang).script]
    return sum(max(1, math.ceil(n * each * 1.06 / (width * POINTS_PER_MM))) for n in _letters(text))


@lru_cache(maxsize=2048)
def _letters(text: str) -> tuple[int, ...]:
    """Letters that take room, in each line."""
    return tuple(sum(unicodedata.category(letter) != "Mn" for letter in line) for line in text.split("\n"))


def height_of(paras: tuple[Para, ...], width: float) -> float:
    """Height in millimetres that paragraphs will take."""
    points = sum(
        line_count(each.text, each.size, each.lang, width) * each.size * LINE[face(each.lang).script] + each.after
        for each in paras
    )
    return points / POINTS_PER_MM


def unbroken(texts: tuple[str, ...], lang: str, width: float, sizes: tuple[float, ...]) -> float:
    """The largest of `sizes` at which no word of the texts, in strong letters, is wider than `width` millimetres."""
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    each = WIDTHS[face(lang).script] * STRONG
    return next((size for size in sizes if longest * each * size <= width * POINTS_PER_MM), sizes[-1])


def largest(texts: tuple[str, ...], lang: str, box: tuple[float, float], sizes: tuple[float, ...], gap: float) -> float:
    """The largest of `sizes` at which the texts, `gap` × size apart, fit the box (width, height in mm)."""
    for size in sizes:
        paras = tuple(Para(text, size, lang, after=gap * size) for text in texts)
        if height_of(paras, box[0]) <= box[1]:
            return size
    return sizes[-1]
