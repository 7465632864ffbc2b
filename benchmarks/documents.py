"""Documents: a Word form, a letter, a deck of cards, a presentation, each against deflating its own content.

The texts change with every call, so that nothing is answered from a cache but what is the same in real forms.
"""

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import count

from benchmarks.figure import Figure, against_floor
from kuultu.ground.documents.calendar import Appointment, event_ics
from kuultu.ground.documents.container import deflated, pack
from kuultu.ground.documents.docx import to_docx
from kuultu.ground.documents.model import (
    AnswerGrid,
    Block,
    Document,
    Field,
    Fields,
    FormId,
    Heading,
    Marks,
    Quote,
    Text,
    Words,
)
from kuultu.ground.documents.pdf import CardFace, CardLabels, cards_pdf, to_pdf
from kuultu.ground.documents.pptx import Contrast, DifferencesSlide, Slide, ThemeSlide, UnitChart, UnitRow
from kuultu.ground.documents.pptx import presentation_pptx as present
from kuultu.ground.documents.xlsx import Sheet, Value, workbook

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
MARKS = Marks("Havainto", "Käännös", "Merkki", "hyvä", "huono", "sekä että", "ehdotus", "lainaus")
QUESTION = "Missä paikoissa ja mihin aikaan sinulla on turvallinen olo, ja missä ei?"
ARABIC = "في أي أماكن وأي أوقات تشعر بالأمان، وأين لا تشعر به؟"
STORY = (
    "Iltavuoron jälkeen odotan bussia pysäkillä, jossa ei ole valoa. Viime talvena ikkunasta huudettiin meille. "
    "Kukaan ei jäänyt auttamaan, enkä tiennyt, kenelle siitä kerrotaan. Nyt kävelen seuraavalle pysäkille."
)
SIGNS = ("attitudes", "security", "interaction", "participation")
LABELS = CardLabels("Kortit", "Mallila", "Enemmän tätä", "En osaa sanoa", "Vähemmän tätä", "Yksi viiva", "Lue")


def a_form(n: int) -> Document:
    """A report form of ten questions in two languages, four statements each: 142 places to answer in."""
    other = Words(f"{ARABIC} {n}", "ar")
    notes = (("9", "Mistä oltiin eri mieltä?"), ("0", "Ei kysytty, koska"))
    grids: list[Block] = [
        AnswerGrid(
            f"C{q}", f"{QUESTION} {n}", MARKS, other=other, translate=Words("الترجمة", "ar"),
            notes=tuple(Field(f"C{q}.{row}.o", label) for row, label in notes),
        )
        for q in range(1, 11)
    ]  # fmt: skip
    facts = Fields((Field("A.date", "Päivä", number="A1"), Field("A.total", "Yhteensä", number="A2")))
    blocks: tuple[Block, ...] = (Heading(f"Raportti {n}", level=1), facts, *grids)
    return Document(f"Raportti {n}", "fi", blocks, "Mallila", code="MAL26-D", form=FormId("MAL26-D", "1", "fi"))


def a_letter(n: int) -> Document:
    """Two pages of headings, paragraphs and quotes."""
    quote = Quote(Words(ARABIC, "ar"), Words(QUESTION), "käännös tarkistettu")
    parts = tuple(block for k in range(8) for block in (Heading(f"Otsikko {k}"), Text(f"{STORY} {n} {k}"), quote))
    return Document(f"Kirje {n}", "fi", (Heading(f"Kirje {n}", level=1), *parts), "Mallila", code="MAL26-D")


def eight_cards(n: int) -> bytes:
    """Fronts and backs of eight cards on four sheets."""
    cards = [
        CardFace(
            str(k), f"MAL26-K{k}", SIGNS[k % 4], "Osa", f"Kortti {n}", f"{n} {k} {STORY}", "Koottu", f"https://m.example/{k}"
        )
        for k in range(1, 9)
    ]  # fmt: skip
    return cards_pdf(cards, lang="fi", labels=LABELS, timestamp=NOON)


def a_deck(n: int) -> bytes:
    """Nine slides, six of them themes with a chart and a quote, notes on all."""
    quote = Quote(Words(ARABIC, "ar"), Words(QUESTION), "käännös tarkistettu")
    chart = UnitChart("Pysäkeistä puhuttiin.", tuple(UnitRow(f"Aihe {k} {n}", k, f"{k} / 9") for k in (7, 6, 5)), 9)
    theme = ThemeSlide(f"Teema {n}", "security", "Turvallisuus", (STORY[:60], STORY[60:110]), chart, quote, notes=STORY)
    contrast = Contrast("Aihe", "Nuoret", f"{n} ei kehdata", "Vanhemmat", "maksut estävät")
    differences = DifferencesSlide(f"Erot {n}", (contrast, contrast), notes=STORY)
    slides: list[Slide] = [*[theme] * 6, *[differences] * 3]
    return present(slides, lang="fi", title=f"Tulokset {n}")


def zip_floor(made: bytes) -> Callable[[], bytes]:
    """Deflating and packing the parts of a ready office file."""
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    return lambda: pack([deflated(name, content) for name, content in parts.items()])


def pdf_floor(made: bytes) -> Callable[[], list[bytes]]:
    """Deflating the streams of a ready PDF."""
    streams = []
    for found in STREAM.finditer(made):
        try:
            streams.append(zlib.decompress(found.group(1)))
        except zlib.error:
            streams.append(found.group(1))
    return lambda: [zlib.compress(stream) for stream in streams]


def figures() -> Iterator[Figure]:
    """The figures, one after the other."""
    turn = count(1)
    form = to_docx(a_form(0))
    yield against_floor(
        "Word form, 142 answers", lambda: to_docx(a_form(next(turn))), zip_floor(form), times=20, reach=5
    )
    yield against_floor("presentation, 9 slides", lambda: a_deck(next(turn)), zip_floor(a_deck(0)), times=20, reach=1)
    cards = pdf_floor(eight_cards(0))
    yield against_floor("8 cards PDF/UA", lambda: eight_cards(next(turn)), cards, times=6, reach=6)
    letter = pdf_floor(to_pdf(a_letter(0), timestamp=NOON))
    yield against_floor(
        "letter PDF/UA", lambda: to_pdf(a_letter(next(turn)), timestamp=NOON), letter, times=6, reach=15
    )
    rows: list[list[Value]] = [[f"rivi {n}", STORY, n, NOON] for n in range(500)]
    book = zip_floor(workbook([Sheet("a", ["x", "y", "n", "aika"], rows)], created=NOON))
    yield against_floor(
        "spreadsheet, 500 rows",
        lambda: workbook([Sheet(f"{next(turn)}", ["x", "y", "n", "aika"], rows)], created=NOON),
        book,
        times=3,
    )
    event = Appointment("a", NOON, NOON, "Keskustelu", "fi", "Koulutie 4", STORY)
    raw = event_ics(event, stamp=NOON)
    yield against_floor("calendar file", lambda: event_ics(event, stamp=NOON), lambda: zlib.compress(raw), times=20)
