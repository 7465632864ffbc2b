"""What fits on a printed page, and on one line."""

import dataclasses
import datetime

import pypdfium2
import pytest
from making_judges import pages
from making_samples import the_form
from making_texts import HEADING, LANGUAGES, NAME, QUESTION, TEXT, WORD

from kuultu.ground.documents.model import Columns, Document, Fact, Facts, Field, Fields, Heading, PageBreak, Text
from kuultu.ground.documents.pdf import to_pdf

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def letter_sizes(pdf: bytes) -> set[float]:
    """The sizes in points of everything that is set."""
    opened = pypdfium2.PdfDocument(pdf)
    sizes = set()
    for page in opened:
        text = page.get_textpage()
        for n in range(text.count_chars()):
            if text.get_text_range(n, 1).strip():
                sizes.add(pypdfium2.raw.FPDFText_GetFontSize(text.raw, n))
    return sizes


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("times", [1, 2, 3])
def test_the_front_of_a_leaf_fits_a_page_however_long_a_language_writes(lang: str, times: int) -> None:
    facts = Facts(tuple(Fact(WORD[lang], NAME[lang], QUESTION[lang]) for _ in range(4)))
    answers = Columns(
        tuple((Heading(QUESTION[lang]), Text(" ".join([TEXT[lang]] * times)[: 120 * times])) for _ in range(4))
    )
    front = (Heading(HEADING[lang], level=1), Text(TEXT[lang][:330], size="lead"), facts, answers, Text(WORD[lang]))
    blocks = (*front, PageBreak(), Text("Takana"))
    made = to_pdf(Document("x", lang, blocks, sender=NAME[lang], rings=True, leaf=True), timestamp=NOON)
    read = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made)]
    assert len(read) == 2
    assert "Takana" not in read[0]
    sizes = letter_sizes(made)
    assert min(sizes) >= 8


def test_a_short_leaf_is_set_as_large_as_any_letter() -> None:
    blocks = (Text("Lyhyt johdanto.", size="lead"), Text("Lyhyt."), PageBreak(), Text("Takana"))
    sizes = {round(size, 1) for size in letter_sizes(to_pdf(Document("x", "fi", blocks, leaf=True), timestamp=NOON))}
    assert {13.0, 11.0} <= sizes


def test_counting_boxes_stand_on_one_line_whatever_is_written_above_them() -> None:
    labels = ("Yhteensä", "Ensimmäistä kertaa mukana tällaisessa keskustelussa", "Lähti")
    boxes = tuple(Field(f"B.{n}", each, number=f"B{n}", box=True) for n, each in enumerate(labels))
    form = dataclasses.replace(the_form("fi", questions=1), blocks=(Fields(boxes, columns=3),), page_link="")
    page = pages(to_pdf(form, timestamp=NOON), scale=4)[0].convert("L")
    width, height = page.size
    lowest = set()
    for middle in (1 / 6, 3 / 6, 5 / 6):  # down each box, beside whatever is written above it
        x = round(width * (15 + 180 * middle + 25) / 210)
        lowest.add(max(y for y in range(round(height * 0.13), round(height * 0.5)) if page.getpixel((x, y)) < 150))
    assert len(lowest) == 1
