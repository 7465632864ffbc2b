"""Forms as people and programs leave them: each answer is found, nothing is lost."""

from dataclasses import replace

import pytest

from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.documents.reading.result import Caution
from tests.ground.documents.reading.filled_forms import (
    LANGUAGES,
    QUESTIONS,
    SAID,
    Form,
    by_tag,
    filled,
)
from tests.ground.documents.reading.placing_checks import MAP, cautions, read
from tests.ground.documents.reading.word_parts import (
    bookmark,
    cell,
    control,
    pack,
    para,
    row,
    run,
    table,
    unpack,
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_filled_form_gives_each_answer_its_place(lang: str) -> None:
    form = filled(lang)
    reading = read(form)
    assert by_tag(reading) == form.said
    assert (reading.event, reading.version, reading.language) == ("MAL26-D", "3", lang)
    assert reading.unplaced == ()
    assert reading.warnings == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_form_gives_no_answers(lang: str) -> None:
    reading = read(Form(lang=lang))
    assert reading.answers == ()
    assert reading.fields == {}
    assert reading.unplaced == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bookmarks_find_what_tags_no_longer_do(lang: str) -> None:
    form = filled(lang, tags=False)
    assert by_tag(read(form)) == form.said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tags_find_what_bookmarks_no_longer_do(lang: str) -> None:
    form = filled(lang, marks=False)
    assert by_tag(read(form)) == form.said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_printed_questions_find_answers_without_tags_and_bookmarks(lang: str) -> None:
    form = filled(lang, tags=False, marks=False)
    reading = read(form)
    assert by_tag(reading) == form.said
    assert Caution.FOUND_BY_TEXT in cautions(reading)


def test_an_added_row_takes_the_next_number() -> None:
    form = filled("ar")
    added = row(cell(para()), cell(para(run("كلام جديد"))), cell(para(run("Uusi asia"))), cell(para(run("▼"))))
    reading = read(form.content().replace("</w:tbl>", added + "</w:tbl>", 1))
    expected = form.said | {"ATT1.5.o": "كلام جديد", "ATT1.5.t": "Uusi asia", "ATT1.5.m": "▼"}
    assert by_tag(reading) == expected
    assert Caution.EXTRA_ROWS in cautions(reading)


def test_a_row_added_in_the_middle_goes_behind_the_printed_numbers() -> None:
    form = filled("fi")
    added = row(cell(para()), cell(para(run("Kirjasto"))), cell(para()), cell(para()))
    second = form.statement_row("ATT1", 2)
    reading = read(form.content().replace(second, added + second))
    assert by_tag(reading) == form.said | {"ATT1.5.o": "Kirjasto"}


@pytest.mark.parametrize("kept", ["tags", "bookmarks", "both"])
def test_a_copied_row_becomes_a_row_of_its_own(kept: str) -> None:
    form = filled("so", tags=kept != "bookmarks", marks=kept != "tags")
    first = form.statement_row("ATT1", 1)
    copy = first.replace(SAID["so"][0], "Hadal kale.")
    reading = read(form.content().replace(first, first + copy, 1))
    found = by_tag(reading)
    assert found["ATT1.1.o"] == SAID["so"][0]
    assert found["ATT1.5.o"] == "Hadal kale."
    assert Caution.COPIED_ROWS in cautions(reading)


def test_enter_in_a_control_keeps_both_lines() -> None:
    form = filled("ti")
    inline = form.answer("SEC1.1.o")
    block = control("SEC1.1.o", para(bookmark("a_SEC1_1_o"), run(SAID["ti"][0])) + para(run(SAID["ti"][1])))
    reading = read(form.content().replace(inline, block))
    assert by_tag(reading) == form.said | {"SEC1.1.o": f"{SAID['ti'][0]}\n{SAID['ti'][1]}"}


def test_a_line_typed_below_the_control_belongs_to_the_cell() -> None:
    form = filled("uk")
    inline = form.answer("SEC1.1.o")
    reading = read(form.content().replace(inline, inline + para(run("І ще одне."))))
    assert by_tag(reading)["SEC1.1.o"] == f"{SAID['uk'][0]}\nІ ще одне."


def test_words_typed_before_and_behind_the_control_belong_to_the_cell() -> None:
    form = filled("fi")
    inline = form.answer("SEC1.1.o")
    around = inline.replace("<w:sdt>", run("Ensin. ") + "<w:sdt>").replace("</w:sdt>", "</w:sdt>" + run(" Sitten."))
    reading = read(form.content().replace(inline, around))
    assert by_tag(reading)["SEC1.1.o"] == f"Ensin. {SAID['fi'][0]} Sitten."


def test_text_outside_any_cell_is_shown_unplaced() -> None:
    form = filled("fi")
    reading = read(form.content().replace("</w:tbl>", "</w:tbl>" + para(run("Tämä unohtui taulukosta.")), 1))
    assert by_tag(reading) == form.said
    assert reading.unplaced == ("Tämä unohtui taulukosta.",)
    assert Caution.UNPLACED in cautions(reading)


def test_a_translated_heading_is_shown_and_answers_are_found() -> None:
    form = filled("so")
    reading = read(
        form.content().replace(QUESTIONS["so"][0], "How do people here meet you?").replace(QUESTIONS["fi"][0], "")
    )
    assert by_tag(reading) == form.said
    assert reading.unplaced == ("How do people here meet you?",)


def test_a_form_in_two_other_languages_is_still_known() -> None:
    form = filled("so", tags=False, marks=False)
    content = form.content()
    for mine, theirs in zip(QUESTIONS["so"], QUESTIONS["uk"], strict=True):
        content = content.replace(mine, theirs)
    assert by_tag(read(content)) == form.said


def test_tracked_changes_read_as_accepted() -> None:
    form = filled("fi")
    inline = form.answer("ATT1.1.o")
    changed = inline.replace(
        run(SAID["fi"][0]),
        run("Bussi ")
        + '<w:del w:id="1" w:author="Aino"><w:r><w:delText>aina </w:delText></w:r></w:del>'
        + '<w:ins w:id="2" w:author="Leena">'
        + run("ei kulje enää iltaisin.")
        + "</w:ins>",
    )
    reading = read(form.content().replace(inline, changed))
    assert by_tag(reading) == form.said
    assert reading.dropped.deleted_characters == 4
    assert reading.dropped.authors == 2
    assert Caution.TRACKED_CHANGES in cautions(reading)


def test_two_cells_merged_by_the_scribe_keep_all_words() -> None:
    form = filled("fi")
    first, second = (cell(form.answer(f"ATT1.1.{column}")) for column in "ot")
    merged = cell(form.answer("ATT1.1.o"), form.answer("ATT1.1.t"), span=2)
    reading = read(form.content().replace(first + second, merged))
    assert by_tag(reading)["ATT1.1.o"] == f"{SAID['fi'][0]}\n{form.said['ATT1.1.t']}"
    assert by_tag(reading)["ATT1.1.m"] == "▼"


def test_a_pasted_control_does_not_move_its_new_cell() -> None:
    form = filled("fi")
    pasted = control("ATT1.1.o", run("Liitetty toisesta rivistä."))
    target = form.answer("SEC1.3.o")
    reading = read(form.content().replace(target, para(bookmark("a_SEC1_3_o"), control("SEC1.3.o", pasted))))
    assert by_tag(reading) == form.said | {"SEC1.3.o": "Liitetty toisesta rivistä."}


def test_a_pasted_cell_takes_the_place_of_its_row() -> None:
    form = filled("fi")
    pasted = form.answer("ATT1.1.o").replace(SAID["fi"][0], "Liitetty solu.")
    reading = read(form.content().replace(form.answer("SEC1.2.o"), pasted))
    assert by_tag(reading) == form.said | {"SEC1.2.o": "Liitetty solu."}


def test_words_over_the_row_number_are_shown() -> None:
    form = filled("fi")
    reading = read(form.content().replace(run("ATT1.1"), run("tärkein"), 1))
    assert by_tag(reading) == form.said
    assert reading.unplaced == ("tärkein",)


def test_a_table_in_an_answer_is_part_of_the_answer() -> None:
    form = filled("fi")
    inner = table(row(cell(para(run("ma"))), cell(para(run("suljettu")))))
    inline = form.answer("ATT1.1.o")
    reading = read(form.content().replace(inline, inline + inner + para()))
    assert by_tag(reading)["ATT1.1.o"] == f"{SAID['fi'][0]}\nma\tsuljettu"


def test_a_form_inside_a_layout_table_is_read_as_a_form() -> None:
    form = filled("fi")
    reading = read(table(row(cell(form.content() + para()))))
    assert by_tag(reading) == form.said
    assert reading.event == "MAL26-D"


def test_a_question_removed_by_the_scribe_leaves_the_others_in_place() -> None:
    form = filled("fi")
    reading = read(form.content().replace(form.question_table("SEC1"), ""))
    assert by_tag(reading) == {tag: text for tag, text in form.said.items() if not tag.startswith("SEC1")}


def test_a_question_of_another_version_is_named_and_its_words_kept() -> None:
    form = filled("fi")
    content = form.content().replace('"SEC1.', '"SEC9.').replace('"a_SEC1_', '"a_SEC9_')
    reading = read(content)
    assert set(reading.unplaced) == {form.said[f"SEC1.{at}.{c}"] for at in (1, 2) for c in "otm"}
    detail = next(each.detail for each in reading.warnings if each.caution is Caution.UNKNOWN_QUESTION)
    assert detail == "SEC9"


def test_a_prompt_that_word_shows_is_no_answer() -> None:
    prompt = control("ATT1.1.o", run("Kirjoita tähän"), prompt=True)
    form = filled("fi")
    reading = read(form.content().replace(form.answer("ATT1.1.o"), para(prompt)))
    assert "ATT1.1.o" not in by_tag(reading)
    assert reading.unplaced == ()


def test_a_label_in_the_cell_of_its_field_is_no_part_of_the_value() -> None:
    both = para(run("Yhteensä: "), bookmark("a_B_total"), control("B.total", run("12")))
    assert read(table(row(cell(both)))).fields == {"B.total": "12"}
    plain = para(bookmark("a_B_total"), run("Yhteensä: 12"))
    assert read(table(row(cell(plain)))).fields == {"B.total": "12"}


def test_two_fields_in_one_cell_come_apart() -> None:
    both = para(
        run("Yhteensä "), control("B.total", run("12")), run(" Kirjurin huomio "), control("E.remark", run("hyvä"))
    )
    reading = read(table(row(cell(both))))
    assert reading.fields == {"B.total": "12", "E.remark": "hyvä"}
    assert reading.unplaced == ()


def test_controls_outside_tables_are_found() -> None:
    reading = read(para(run("Yhteensä"), control("B.total", run("9"))) + para(control("ATT1.2.o", run("Hyvä."))))
    assert by_tag(reading) == {"B.total": "9", "ATT1.2.o": "Hyvä."}


def test_text_of_a_box_is_read_once_where_it_hangs() -> None:
    text = f"<w:txbxContent>{para(run('Laatikossa.'))}</w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{text}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{text}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    form = filled("fi")
    inline = form.answer("ATT1.1.o")
    reading = read(form.content().replace(inline, inline.replace("</w:p>", box + "</w:p>")))
    assert by_tag(reading)["ATT1.1.o"] == f"{SAID['fi'][0]}\nLaatikossa."
    assert reading.dropped.copied_characters == 11


@pytest.mark.parametrize(("own", "told"), [(0, True), (1, False)])
def test_a_picture_is_told_unless_the_form_has_it(own: int, told: bool) -> None:
    made = unpack(Form().file())
    arrow = b'<Relationship Id="rId9" Type="urn:x/image" Target="media/image1.png"/>'
    made["word/_rels/document.xml.rels"] = made["word/_rels/document.xml.rels"].replace(b"</Rel", arrow + b"</Rel")
    reading = read_here(pack(made), replace(MAP, pictures=own))
    assert (Caution.PICTURES in cautions(reading)) is told


def test_without_a_form_tags_and_bookmarks_still_speak() -> None:
    form = filled("ar")
    for tags in (True, False):
        reading = read_here(Form(lang="ar", said=form.said, tags=tags).file())
        assert by_tag(reading) == form.said
        assert reading.visible == reading.accounted
