"""Reports without tags and bookmarks: printed questions and shapes of tables find the answers."""

import pytest

from tests.ground.documents.reading.filled_forms import (
    HEADS,
    KEYS,
    LANGUAGES,
    QUESTIONS,
    SAID,
    TOTAL,
    by_tag,
)
from tests.ground.documents.reading.placing_checks import read
from tests.ground.documents.reading.word_parts import (
    cell,
    para,
    row,
    run,
    table,
    word_file,
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_questions_as_headings_with_free_paragraphs(lang: str) -> None:
    blocks = [
        para(run(f"{at}. {question}")) + para(run(SAID[lang][0])) + para() + para(run(SAID[lang][1]))
        for at, question in enumerate(QUESTIONS[lang], 1)
    ]
    found = by_tag(read("".join(blocks)))
    assert found == {f"{key}.{at}.o": text for key in KEYS for at, text in enumerate(SAID[lang], 1)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_question_and_answer_beside_each_other(lang: str) -> None:
    rows = (row(cell(para(run(question))), cell(para(run(SAID[lang][0])))) for question in QUESTIONS[lang])
    assert by_tag(read(table(*rows))) == {f"{key}.1.o": SAID[lang][0] for key in KEYS}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_question_answer_and_translation_in_three_columns(lang: str) -> None:
    rows = (
        row(cell(para(run(question))), cell(para(run(SAID[lang][0]))), cell(para(run("Suomeksi sama."))))
        for question in QUESTIONS[lang]
    )
    found = by_tag(read(table(*rows)))
    assert found == {f"{key}.1.{c}": t for key in KEYS for c, t in (("o", SAID[lang][0]), ("t", "Suomeksi sama."))}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_question_over_answer_in_one_column(lang: str) -> None:
    rows = (row(cell(para(run(question)))) + row(cell(para(run(SAID[lang][0])))) for question in QUESTIONS[lang])
    assert by_tag(read(table(*rows))) == {f"{key}.1.o": SAID[lang][0] for key in KEYS}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_question_and_answer_in_one_cell(lang: str) -> None:
    rows = (row(cell(para(run(question)), para(run(SAID[lang][0])))) for question in QUESTIONS[lang])
    assert by_tag(read(table(*rows))) == {f"{key}.1.o": SAID[lang][0] for key in KEYS}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_question_and_answer_in_one_paragraph(lang: str) -> None:
    lines = (para(run(f"{question} {SAID[lang][0]}")) for question in QUESTIONS[lang])
    assert by_tag(read("".join(lines))) == {f"{key}.1.o": SAID[lang][0] for key in KEYS}


@pytest.mark.parametrize("lang", ["ar", "fa-AF"])
def test_a_table_mirrored_by_hand_is_read_from_its_numbers(lang: str) -> None:
    question = row(cell(para(run(QUESTIONS[lang][0])), span=4))
    said = row(cell(para(run("▼"))), cell(para(run("Suomeksi"))), cell(para(run(SAID[lang][0]))), cell(para(run("١"))))
    found = by_tag(read(table(question, said)))
    assert found == {"ATT1.1.o": SAID[lang][0], "ATT1.1.t": "Suomeksi", "ATT1.1.m": "▼"}


def test_heads_of_columns_decide_over_their_order() -> None:
    question = row(cell(para(run(QUESTIONS["fi"][0])), span=3))
    heads = row(*(cell(para(run(HEADS["fi"][at]))) for at in (2, 1, 0)))
    said = row(*(cell(para(run(text))) for text in ("▼", "käännetty", "sanottu")))
    assert by_tag(read(table(question, heads, said))) == {
        "ATT1.1.o": "sanottu",
        "ATT1.1.t": "käännetty",
        "ATT1.1.m": "▼",
    }


RETYPED = {
    "fi": "c1) missä PAIKOISSA, ja mihin aikaan sinulla on turvallinen olo – ja missä ei",
    "fa-AF": "در كدام جايها و كدام وقتها احساس امنيت مي‌كنيد و در كجا نمي‌كنيد",
    "ar": "فى أي أماكن وأى أوقات تشعر بالأمان وأين لا تشعر به",
    "uk": "У яких місцях і який час ви почуваетеся в безпеці, а де ні",
}


@pytest.mark.parametrize("lang", RETYPED)
def test_a_question_typed_anew_is_known(lang: str) -> None:
    found = by_tag(read(para(run(RETYPED[lang])) + para(run(SAID[lang][0]))))
    assert found == {"SEC1.1.o": SAID[lang][0]}


def test_another_question_is_not_taken_for_one_of_ours() -> None:
    reading = read(para(run("Missä kaupoissa sinulla on tapana käydä?")) + para(run("Lähikaupassa.")))
    assert reading.answers == ()
    assert len(reading.unplaced) == 2


def test_an_unknown_heading_ends_a_question() -> None:
    sheet = '<w:style w:type="paragraph" w:styleId="Otsikko2"><w:name w:val="heading 2"/></w:style>'
    from_form = para(run(QUESTIONS["fi"][0])) + para(run("Hyvin."))
    own = para(run("Muuta"), properties='<w:pStyle w:val="Otsikko2"/>') + para(run("Kahvi oli hyvää."))
    reading = read(word_file(from_form + own, {"styles.xml": styles(sheet)}))
    assert by_tag(reading) == {"ATT1.1.o": "Hyvin."}
    assert reading.unplaced == ("Muuta", "Kahvi oli hyvää.")


def test_a_section_of_the_form_ends_a_question() -> None:
    reading = read(para(run(QUESTIONS["fi"][0])) + para(run("Hyvin.")) + para(run("Lopuksi")) + para(run("Kiitos.")))
    assert by_tag(reading) == {"ATT1.1.o": "Hyvin."}
    assert reading.unplaced == ("Kiitos.",)


def test_numbers_are_answers_where_they_cannot_be_row_numbers() -> None:
    beside = read(table(row(cell(para(run(QUESTIONS["fi"][0]))), cell(para(run("12"))))))
    assert by_tag(beside) == {"ATT1.1.o": "12"}
    below = table(row(cell(para(run(QUESTIONS["fi"][0])), span=2)), row(cell(para(run("18"))), cell(para(run("klo")))))
    assert by_tag(read(below)) == {"ATT1.1.o": "18", "ATT1.1.t": "klo"}
    assert read(para(run("12"))).unplaced == ("12",)


def test_row_numbers_are_printed_where_they_count_rows() -> None:
    rows = (
        row(cell(para(run(number))), cell(para(run(text)))) for number, text in (("1.", "a"), ("2.", "b"), ("", "c"))
    )
    reading = read(para(run(QUESTIONS["fi"][0])) + table(*rows))
    assert by_tag(reading) == {"ATT1.1.o": "a", "ATT1.2.o": "b", "ATT1.3.o": "c"}
    assert reading.unplaced == ()


def test_words_behind_what_resembles_a_question_are_not_swallowed() -> None:
    reading = read(para(run("Miten ihmiset täälä kohtaavat sinut ja perheesi? Ei hyvin.")) + para(run("Tai joskus.")))
    assert by_tag(reading) == {"ATT1.1.o": "Tai joskus."}
    assert reading.unplaced == ("Miten ihmiset täälä kohtaavat sinut ja perheesi? Ei hyvin.",)


def test_labels_with_values_behind_them_fill_fields() -> None:
    beside = table(row(*(cell(para(run(text))) for text in (TOTAL["fi"], "12", "Kirjurin huomio", "Hyvä henki."))))
    assert read(beside).fields == {"B.total": "12", "E.remark": "Hyvä henki."}
    after = para(run("Yhteensä: 12")) + para(run("Kirjurin huomio")) + para(run("Hyvä")) + para(run("henki."))
    assert read(after).fields == {"B.total": "12", "E.remark": "Hyvä\nhenki."}


def styles(content: str) -> str:
    return f'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{content}</w:styles>'
