"""Forms in six languages as people fill them in, and what a reader must find in them.

The texts are fixtures for reading, not for publishing: no native reader has checked them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kuultu.ground.documents.reading.form_map import FormMap
from kuultu.ground.documents.reading.result import Reading
from tests.ground.documents.reading.word_parts import bookmark, cell, control, para, row, run, table, word_file

QUESTIONS = {
    "fi": (
        "Miten ihmiset täällä kohtaavat sinut ja perheesi?",
        "Missä paikoissa ja mihin aikaan sinulla on turvallinen olo, ja missä ei?",
        "Jos päättäjät muuttaisivat yhden asian, mikä sen pitäisi olla?",
    ),
    "ar": (
        "كيف يتعامل الناس هنا معك ومع عائلتك؟",
        "في أي أماكن وأي أوقات تشعر بالأمان، وأين لا تشعر به؟",
        "لو غيّر أصحاب القرار شيئًا واحدًا، فماذا يجب أن يكون؟",
    ),
    "fa-AF": (
        "مردم اینجا با شما و خانوادهٔ شما چگونه رفتار می‌کنند؟",
        "در کدام جای‌ها و کدام وقت‌ها احساس امنیت می‌کنید و در کجا نمی‌کنید؟",
        "اگر تصمیم‌گیرندگان یک چیز را تغییر بدهند، آن چیز باید چه باشد؟",
    ),
    "ti": (
        "ሰባት ኣብዚ ንዓኻን ንስድራቤትካን ከመይ ይቕበሉኹም?",
        "ኣብ ኣየናይ ቦታታትን ግዜን ውሑስነት ይስመዓካ፡ ኣበይከ ኣይስመዓካን?",
        "ወሰንቲ ኣካላት ሓደ ነገር እንተዝቕይሩ እንታይ ክኸውን ኣለዎ?",
    ),
    "so": (
        "Sidee bay dadka halkan kuula dhaqmaan adiga iyo qoyskaaga?",
        "Meelahee iyo waqtiyadee ayaad ku dareentaa amaan, xaggeese aadan ku dareemin?",
        "Haddii go'aan-qaatayaashu hal shay beddelaan, maxay noqon lahayd?",
    ),
    "uk": (
        "Як люди тут ставляться до вас і вашої родини?",
        "У яких місцях і в який час ви почуваєтеся в безпеці, а де ні?",
        "Якби ті, хто вирішує, змінили щось одне, що б це мало бути?",
    ),
}
SAID = {
    "fi": ("Bussi ei kulje enää iltaisin.", "Kirjastossa on hyvä olla."),
    "ar": ("لا توجد حافلة بعد الساعة 18 إلى Mallila.", "المكتبة مكان جيّد للجميع."),
    "fa-AF": ("بعد از ساعت ۱۸ بس نمی‌آید.", "کتابخانه جای خوبی است."),
    "ti": ("ድሕሪ ሰዓት 18 ኣውቶቡስ የለን።", "ቤተ ንባብ ጽቡቕ ቦታ እዩ።"),
    "so": ("Basku ma yimaado habeenkii.", "Maktabaddu waa meel fiican."),
    "uk": ("Увечері автобус уже не ходить.", "У бібліотеці добре."),
}
HEADS = {
    "fi": ("Havainto", "Käännös", "Merkki"),
    "ar": ("الملاحظة", "الترجمة", "العلامة"),
    "fa-AF": ("مشاهده", "ترجمه", "نشانه"),
    "ti": ("ርእይቶ", "ትርጉም", "ምልክት"),
    "so": ("Faallo", "Turjumaad", "Calaamad"),
    "uk": ("Спостереження", "Переклад", "Позначка"),
}
TOTAL = {
    "fi": "Yhteensä", "ar": "المجموع", "fa-AF": "مجموع", "ti": "ድምር", "so": "Wadarta", "uk": "Усього",
}  # fmt: skip
REMARK = {
    "fi": "Kirjurin huomio", "ar": "ملاحظة الكاتب", "fa-AF": "یادداشت نویسنده", "ti": "መዘኻኸሪ ጸሓፊ",
    "so": "Qoraalka qoraaga", "uk": "Примітка писаря",
}  # fmt: skip
TRANSLATED = ("Bussi ei kulje enää iltaisin.", "Kirjasto on hyvä paikka.")
SECTIONS = ("Mitä sanottiin", "Lopuksi")
GUIDANCE = "Yksi rivi, yksi asia. Ei nimiä."
KEYS = ("ATT1", "SEC1", "CLOSE1")
ROWS = 4
LANGUAGES = tuple(QUESTIONS)


@dataclass
class Form:
    """A form in one language. `said` is by tag; what is not said is empty. Switches make it as people leave it."""

    lang: str = "fi"
    said: dict[str, str] = field(default_factory=dict)
    tags: bool = True
    marks: bool = True
    identity: str = ""
    bookmarked: bool = True
    event: str = "MAL26-D"

    def answer(self, tag: str) -> str:
        """The paragraph of an answer."""
        content = run(self.said.get(tag, "\u2002"))
        mark = bookmark("a_" + tag.replace(".", "_")) if self.marks else ""
        return para(mark, control(tag, content) if self.tags else content)

    def printed_line(self) -> str:
        return self.identity or f"{self.event} · v3 · {self.lang}"

    def first_line(self) -> str:
        name = f"f_{self.event}__3__{self.lang}".replace("-", "_")
        return para(bookmark(name) if self.bookmarked else "", run(self.printed_line()))

    def statement_row(self, key: str, number: int) -> str:
        cells = (cell(self.answer(f"{key}.{number}.{column}")) for column in "otm")
        return row(cell(para(run(f"{key}.{number}"))), *cells)

    def heads(self) -> str:
        return row(cell(para()), *(cell(para(run(head))) for head in HEADS[self.lang]))

    def question_table(self, key: str) -> str:
        at = KEYS.index(key)
        first = row(
            cell(para(run(f"C{at + 1}"))),
            cell(para(run(QUESTIONS[self.lang][at])), span=2),
            cell(para(run(QUESTIONS["fi"][at]))),
        )
        rows = (self.statement_row(key, number) for number in range(1, ROWS + 1))
        return table(first, self.heads(), *rows, mirrored=self.lang in ("ar", "fa-AF"))

    def fields(self) -> str:
        return table(
            row(cell(para(run("B1 "), run(TOTAL[self.lang]))), cell(self.answer("B.total"))),
            row(cell(para(run(REMARK[self.lang]))), cell(self.answer("E.remark"))),
        )

    def content(self) -> str:
        tables = "".join(self.question_table(key) + para() for key in KEYS)
        guidance = para(run(GUIDANCE))
        sections = [para(run(section)) for section in SECTIONS]
        return self.first_line() + guidance + sections[0] + tables + sections[1] + self.fields() + para()

    def file(self) -> bytes:
        return word_file(self.content())


def form_map() -> FormMap:
    """What the reader knows of these forms."""
    return FormMap(
        questions={key: tuple(QUESTIONS[lang][at] for lang in LANGUAGES) for at, key in enumerate(KEYS)},
        fields={"B.total": tuple(TOTAL.values()), "E.remark": tuple(REMARK.values())},
        labels=frozenset({GUIDANCE}),
        sections=frozenset(SECTIONS),
        columns={column: tuple(HEADS[lang][at] for lang in LANGUAGES) for at, column in enumerate("otm")},
    )


def filled(lang: str, **switches: bool | str) -> Form:
    """A form with two statements to each question, and its fields."""
    said = {"B.total": "12", "E.remark": SAID[lang][1]}
    for key, (number, words) in pairs(KEYS, enumerate(SAID[lang], 1)):
        said[f"{key}.{number}.o"] = words
        said[f"{key}.{number}.t"] = TRANSLATED[number - 1]
        said[f"{key}.{number}.m"] = "▼" if number == 1 else "▲"
    return Form(lang=lang, said=said, **switches)  # type: ignore[arg-type]


def pairs[A, B](first: Iterable[A], second: Iterable[B]) -> list[tuple[A, B]]:
    every = list(second)
    return [(one, other) for one in first for other in every]


def by_tag(reading: Reading) -> dict[str, str]:
    """What was found, by tag, empty texts left out."""
    found = dict(reading.fields)
    for each in reading.answers:
        for column, text in zip("otm", (each.original, each.translation, each.mark), strict=True):
            if text:
                found[f"{each.question}.{each.row}.{column}"] = text
    return found
