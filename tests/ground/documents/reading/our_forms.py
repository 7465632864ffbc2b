"""Report forms as our own maker makes them, filled in as a word processor saves them."""

from kuultu.ground.documents.docx import fill, to_docx
from kuultu.ground.documents.model import (
    AnswerGrid,
    Block,
    Document,
    Field,
    Fields,
    FormId,
    Heading,
    Marks,
    Text,
    Words,
)
from kuultu.ground.documents.reading.form_map import FormMap
from tests.ground.documents.reading.filled_forms import HEADS, QUESTIONS, REMARK, SAID, TOTAL, TRANSLATED

GUIDANCE = "Yksi rivi, yksi asia."
SECTIONS = ("Keitä oli", "Mitä sanottiin")
SIGNS = ("hyvä", "huono", "sekä että", "ehdotus", "lainaus")
DISAGREED = "Mistä oltiin eri mieltä?"


def question(lang: str, number: int) -> str:
    texts = QUESTIONS[lang]
    return texts[number % len(texts)].replace("?", f" {number}?").replace("؟", f" {number}؟")


def our_form(lang: str, questions: int) -> bytes:
    """An empty form with a section of fields and as many questions, four rows each."""
    statement, translation, mark = HEADS[lang]
    marks = Marks(statement, translation, mark, *SIGNS)
    grids = (
        AnswerGrid(
            f"C{number}", question(lang, number), marks, lang, Words(question("fi", number), "fi"),
            translate=Words(translation, lang), notes=(Field(f"C{number}.9", DISAGREED, "fi", number=f"C{number}.9"),),
        )
        for number in range(1, questions + 1)
    )  # fmt: skip
    fields = Fields((Field("B.total", TOTAL[lang], number="B1"), Field("E.remark", REMARK[lang], number="B2")))
    blocks: tuple[Block, ...] = (
        Text(GUIDANCE, lang="fi"),
        Heading(SECTIONS[0], number="B", lang="fi"),
        fields,
        Heading(SECTIONS[1], number="C", lang="fi"),
        *grids,
    )
    return to_docx(Document("Raportti", lang, blocks, code="MAL26-D", form=FormId("MAL26-D", "3", lang)))


def our_map(lang: str, questions: int) -> FormMap:
    signs = zip(("▲", "▼", "▲▼", "◆", "“ ”"), SIGNS, strict=True)
    return FormMap(
        questions={f"C{n}": (question(lang, n), question("fi", n)) for n in range(1, questions + 1)},
        fields={
            "B.total": (TOTAL[lang],),
            "E.remark": (REMARK[lang],),
            **{f"C{n}.9": (DISAGREED,) for n in range(1, questions + 1)},
        },
        labels=frozenset({GUIDANCE, *SIGNS, *(f"{sign} {word}" for sign, word in signs)}),
        sections=frozenset(SECTIONS),
        columns=dict(zip("otm", ((head,) for head in HEADS[lang]), strict=True)),
    )


def our_answers(lang: str, questions: int, rows: int = 4) -> dict[str, str]:
    said = {"B.total": "12", "E.remark": SAID[lang][1]}
    for number in range(1, questions + 1):
        said[f"C{number}.9"] = SAID[lang][0]
        for row in range(1, rows + 1):
            said[f"C{number}.{row}.o"] = f"{SAID[lang][row % 2]} {number}"
            said[f"C{number}.{row}.t"] = TRANSLATED[row % 2]
            said[f"C{number}.{row}.m"] = "▲▼"[row % 2]
    return said


def our_filled_form(lang: str, questions: int) -> bytes:
    return fill(our_form(lang, questions), our_answers(lang, questions))
