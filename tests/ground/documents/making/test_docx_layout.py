"""Word files: what stays together, what is said once, how much fits."""

from making_judges import body_of, text_of
from making_samples import the_form

from kuultu.ground.documents.docx import to_docx
from kuultu.ground.documents.model import Document, Fact, Facts, Field, PageBreak, Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_a_form_says_nothing_that_its_styles_say_already() -> None:
    body = body_of(to_docx(the_form("fi")))
    answers = len(list(body.iter(W + "sdt")))
    elements = sum(1 for _ in body.iter())
    assert answers == 151
    assert elements < 30 * answers
    assert not list(body.iter(W + "tcW", W + "tblBorders", W + "tblCellMar", W + "b", W + "sz"))


def test_fields_under_each_other_are_rows_of_one_table() -> None:
    fields = tuple(Field(f"E.{n}", "x") for n in range(3))
    body = body_of(to_docx(Document("x", "fi", (*fields, Text("y"), Field("E.3", "x")))))
    assert [len(list(table.iter(W + "tr"))) for table in body.iter(W + "tbl")] == [3, 1]


def test_a_question_stays_on_the_page_of_its_answers() -> None:
    body = body_of(to_docx(the_form("fi", rows=3, questions=1)))
    sheet = {
        str(style.get(W + "styleId")): style.find(f"{W}pPr/{W}keepNext") is not None
        for style in body_of(to_docx(the_form("fi")), "word/styles.xml").iter(W + "style")
    }
    marks = {str(mark.get(W + "name")): mark for mark in body.iter(W + "bookmarkStart")}
    rows = next(marks["a_C1_1_o"].iterancestors(W + "tbl")).findall(W + "tr")
    kept = [all(sheet[str(style.get(W + "val"))] for style in row.iter(W + "pStyle")) for row in rows[1:]]
    assert kept == [True, True, False]
    assert all(sheet[name] for name in ("Heading3", "Second", "RowHead", "TableHead"))  # and the head with the first


def test_a_full_leaf_is_set_smaller_in_word_too() -> None:
    def styles(length: int) -> list[str | None]:
        blocks = (Text("x" * length, size="lead"), Text("y"), PageBreak(), Text("z" * 2000))
        body = body_of(to_docx(Document("x", "fi", blocks, leaf=True)))
        named = (paragraph.find(f"{W}pPr/{W}pStyle") for paragraph in body.iter(W + "p"))
        return [None if style is None else style.get(W + "val") for style in named]

    assert styles(300)[:2] == ["Lead", None]
    assert styles(1200)[:2] == [None, None]
    assert styles(1500)[:2] == [None, "Small"]


def test_what_staff_typed_keeps_its_own_direction_and_the_start_side_of_the_panel() -> None:
    facts = Facts((Fact("أين", "Lehmus", "Bussi 3 pysähtyy vieressä.", note_lang="fi"), Fact("اللغة", "العربية", "نص")))
    body = body_of(to_docx(Document("x", "ar", (facts,))))
    found = {text_of(each): each for each in body.iter(W + "p")}
    note = found["Bussi 3 pysähtyy vieressä."].find(W + "pPr")
    assert note is not None
    assert note.find(W + "bidi") is None
    assert note.find(W + "jc").get(W + "val") == "end"
    assert found["نص"].find(f"{W}pPr/{W}bidi") is not None
    assert found["نص"].find(f"{W}pPr/{W}jc") is None
