"""A letter and a form that use every block, in any of the languages of `making_texts`."""

from making_texts import HEADING, NAME, PAGES, QUESTION, TEXT, WORD, marks

from kuultu.ground.documents.model import (
    QR,
    AnswerGrid,
    Block,
    Bullets,
    Cell,
    Choice,
    Columns,
    Contact,
    Document,
    Example,
    Fact,
    Facts,
    Field,
    Fields,
    FormId,
    Heading,
    Numbered,
    PageBreak,
    Pair,
    Panel,
    Quote,
    Spacer,
    Stage,
    StageLine,
    Steps,
    Table,
    Text,
    Voice,
    Voices,
    Words,
)
from kuultu.ground.documents.pdf import CardFace, CardLabels
from kuultu.ground.documents.pptx import (
    AskedSlide,
    CardsSlide,
    Contrast,
    DeckCard,
    DifferencesSlide,
    Heard,
    QuestionsSlide,
    QuestionToDeciders,
    Slide,
    TextSlide,
    ThemeSlide,
    TitleSlide,
    UnitChart,
    UnitRow,
)

BANDS = "0–17", "18–29", "30–49", "50–64", "65+"
LINK = "https://mallila.example/k/MAL26-D"


def the_letter(lang: str) -> Document:
    other = "ar" if lang == "fi" else "fi"
    heading, text, word = HEADING[lang], TEXT[lang], WORD[lang]
    answers: tuple[tuple[Block, ...], ...] = tuple((Heading(QUESTION[lang], level=2), Text(text)) for _ in range(2))
    blocks: tuple[Block, ...] = (
        Heading(heading, level=1),
        Text(text, opening=word, size="lead"),
        Facts((Fact(word, "12.3.2026", "17:00–19:30"), Fact(word, NAME[lang], "Koulutie 4"), Fact(word, word))),
        Columns(answers),
        Bullets((word, heading)),
        Steps((heading, word)),
        Steps((word,)),
        Quote(Words(TEXT[other], other), Words(text, lang), state=word, source="D-08"),
        Table(
            (word, heading),
            ((Cell(word, strong=True, domain="security"), Cell(text, state="done")),
             (Cell(word, note=word), Cell(heading, lang=lang))),
            widths=(1, 2),
            caption=heading,
        ),
        Pair(Words(heading, lang), Words(HEADING[other], other), strong=True),
        Panel((Heading(word, level=3), Text(text, quiet=True))),
        Panel((Text(text, size="small", strong=True),), frame=True),
        Text(TEXT[other], lang=other),
        Spacer(4),
        the_promise(lang),
        Contact(word, by=word, how=word, phone="050 000 0123", note=word, qr=QR(LINK, f"QR: {LINK}", caption=word)),
        Spacer(stretch=True),
        QR(LINK + "/2", f"QR: {LINK}/2", caption=word, size=21),
    )  # fmt: skip
    return Document(
        heading,
        lang,
        blocks,
        sender=NAME[lang],
        about=word,
        code="MAL26-D",
        pages=PAGES[lang],
        foot=NAME[lang],
        rings=True,
    )


def the_promise(lang: str) -> Numbered:
    heading, text, word = HEADING[lang], TEXT[lang], WORD[lang]
    stages = tuple(Stage(word, state, word) for state in ("done", "doing", "todo", "todo"))
    voices = tuple(Voice(text, word, domain=sign, verdict=each, said=word) for sign, each in
                   (("security", "less"), ("", "more"), ("interaction", "unsure")))  # fmt: skip
    facts = Facts((Fact(word, NAME[lang], word), Fact(word, word), Fact(word, "31.10.2026")), columns=3, plain=True)
    return Numbered("1", heading, (facts, StageLine(stages), Voices(voices, word)))


def the_form(lang: str, rows: int = 4, questions: int = 10) -> Document:
    other = "ar" if lang == "fi" else "fi"
    word = WORD[lang]
    second = Words(WORD[other], other)
    yes_no = (Choice("yes", word, second), Choice("no", word, second))
    grids: list[Block] = []
    for number in range(1, questions + 1):
        key = f"C{number}"
        notes = (Field(f"{key}.9.o", word, number=f"{key}.9"), Field(f"{key}.0.o", word))
        grids.append(
            AnswerGrid(
                key, QUESTION[lang], marks(lang), other=Words(QUESTION[other], other), rows=rows,
                translate=Words(WORD[other], other), notes=notes, domain="security",
            )
        )  # fmt: skip
    blocks: tuple[Block, ...] = (
        Heading(HEADING[lang], level=1),
        Columns(tuple((Heading(word, level=3), Text(TEXT[lang], size="small")) for _ in range(3)), columns=3),
        Heading(word, number="A", other=second),
        Fields(
            (
                Field("A.date", word, number="A1", other=second),
                Field("A.time", word, number="A2", other=second),
                Field("A.interpreter", word, number="A3", other=second, lines=0, choices=yes_no),
            )
        ),
        Field("A.place", word, number="A4", other=second, lines=0, choices=yes_no),
        Heading(word, number="B", other=second),
        Text(TEXT[lang], size="small"),
        Fields((Field("A.total", word, number="B1", box=True),), columns=1),
        Fields(
            tuple(Field(f"B.age.{n}", band, box=True) for n, band in enumerate(BANDS)),
            columns=5, number="B2", label=word, other=second,
        ),
        PageBreak(),
        Heading(word, number="C", other=second),
        Example(word, TEXT[lang], marks(lang), ticked=("good", "quote"), number="C1.1"),
        *grids,
        Field("D.1", word, number="D1", other=second, lines=2),
        Panel((Pair(Words(HEADING[lang], lang), Words(HEADING[other], other), strong=True),), frame=True),
    )  # fmt: skip
    return Document(
        HEADING[lang], lang, blocks, sender=NAME[lang], about=word, code="MAL26-D", code_label=word, pages=PAGES[lang],
        foot="050 000 0123", form=FormId("MAL26-D", "1", lang), page_link="https://mallila.example/r/MAL26-D-{page}",
    )  # fmt: skip


DOMAINS = ("attitudes", "security", "interaction", "participation")


def the_cards(lang: str, many: int = 4) -> tuple[list[CardFace], CardLabels]:
    """A deck whose narratives are two copies of the letter's text, and its labels."""
    word = WORD[lang]
    cards = [
        CardFace(
            number=str(n), code=f"MAL26-K{n}", domain=DOMAINS[n % 4], domain_name=word, title=HEADING[lang],
            narrative=f"{TEXT[lang]} {TEXT[lang]}"[: 330 - 9 * n], made=QUESTION[lang][:36], link=f"https://mallila.example/MAL26-K{n}",
        )
        for n in range(1, many + 1)
    ]  # fmt: skip
    labels = CardLabels(
        title=HEADING[lang],
        round=NAME[lang],
        more=word,
        unsure=word,
        less=word,
        one_line=HEADING[lang],
        scan=WORD[lang],
    )
    return cards, labels


def the_slides(lang: str) -> list[Slide]:
    """A presentation with every kind of slide."""
    other = "ar" if lang == "fi" else "fi"
    heading, text, word, question = HEADING[lang], TEXT[lang], WORD[lang], QUESTION[lang]
    sentences = tuple(part.strip() + "." for part in text.split(". ")[:2])
    rows = tuple(UnitRow(word, count, f"{count} / 9 {word}") for count in (7, 6, 5))
    heard = tuple(Heard(Words(WORD[code], code), 1 + (code in "fi ar")) for code in list(WORD)[:7])
    quote = Quote(Words(HEADING[other], other), Words(heading, lang), state=word, source="D-08")
    contrasts = tuple(Contrast(word, word, heading, word, heading) for _ in range(2))
    asked = tuple(QuestionToDeciders(question, each, f"{word[:8]} 6") for each in DOMAINS[:3])
    cards = tuple(DeckCard(str(n), heading, each, word) for n, each in enumerate(DOMAINS, 5))
    questions = tuple((domain, question) for domain in DOMAINS)
    return [
        TitleSlide(heading, subtitle=word, when=f"{word}\n5.5.2026", code="MAL26-S1", notes=text),
        AskedSlide(heading, word, questions, word, heard, word, heading, question, code="MAL26-S2", notes=text),
        ThemeSlide(heading, "security", word, sentences, UnitChart(question, rows, 9), quote, "MAL26-S3", text),
        ThemeSlide(heading, "", word, sentences, code="MAL26-S4"),
        DifferencesSlide(heading, contrasts, word, question, "MAL26-S5", text),
        QuestionsSlide(heading, asked, "MAL26-S6"),
        CardsSlide(heading, cards, "MAL26-S7"),
        TextSlide(heading, sentences, "MAL26-S8", notes=f"{word}\n{heading}"),
    ]
