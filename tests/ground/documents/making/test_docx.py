"""Word files: right for the schemas, right in every direction, the same bytes every time."""

import dataclasses
import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from making_judges import audit, body_of, libre_office, needs_libre_office, text_of
from making_samples import the_form, the_letter
from making_texts import HEADING, LANGUAGES, QUESTION, TEXT, WORD
from PIL import Image

from kuultu.ground.documents import qr
from kuultu.ground.documents.bidi import runs
from kuultu.ground.documents.docx import bookmark, to_docx
from kuultu.ground.documents.model import QR, Document, Field, Heading, Text
from kuultu.ground.documents.scripts import is_rtl, word_tag

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAKERS = {"letter": the_letter, "form": the_form}
SPOKEN = {text: lang for table in (HEADING, TEXT, QUESTION, WORD) for lang, text in table.items()}
SPOKEN |= {f"{text} / {text}": lang for lang, text in WORD.items()}  # what may be chosen in a field


def plain(text: str) -> str:
    return text.replace("\u200e", "")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", MAKERS)
def test_schemas_and_office_rules_find_nothing(kind: str, lang: str, tmp_path: Path) -> None:
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(to_docx(MAKERS[kind](lang)))
    assert audit(path) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", MAKERS)
def test_every_paragraph_runs_in_the_direction_of_its_language(kind: str, lang: str) -> None:
    known = 0
    for paragraph in body_of(to_docx(MAKERS[kind](lang))).iter(W + "p"):
        spoken = SPOKEN.get(plain(text_of(paragraph)))
        tag = paragraph.find(f"{W}sdt/{W}sdtPr/{W}tag")
        if tag is not None and str(tag.get(W + "val")).endswith(".t"):
            spoken = "ar" if lang == "fi" else "fi"  # where the translation is written
        known += spoken is not None
        expected = is_rtl(spoken or lang)
        assert (paragraph.find(f"{W}pPr/{W}bidi") is not None) is expected, text_of(paragraph)
    assert known > 20


@pytest.mark.parametrize("lang", ["ar", "fa-AF"])
def test_head_foot_tables_and_section_mirror(lang: str) -> None:
    data = to_docx(the_form(lang))
    for part in ("word/header1.xml", "word/footer1.xml"):
        for paragraph in body_of(data, part).iter(W + "p"):
            assert paragraph.find(f"{W}pPr/{W}bidi") is not None
    body = body_of(data)
    tables = list(body.iter(W + "tbl"))
    assert len(tables) > 20
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in tables)
    assert body.find(f"{W}body/{W}sectPr/{W}bidi") is not None


def default_of(data: bytes, name: str) -> etree._Element:
    """What the style sheet says for every run that says nothing itself."""
    found = body_of(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}{name}")
    assert found is not None
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", MAKERS)
def test_every_run_is_in_its_language_and_no_right_to_left_run_holds_latin(kind: str, lang: str) -> None:
    data = to_docx(MAKERS[kind](lang))
    default = default_of(data, "lang")
    assert default.get(W + "val") == word_tag(lang)
    known = 0
    for paragraph in body_of(data).iter(W + "p"):
        spoken = SPOKEN.get(plain(text_of(paragraph)))
        for run in paragraph.iter(W + "r"):
            written = run.findtext(W + "t")
            if written is None or run.find(f"{W}rPr/{W}rStyle[@{W}val='Code']") is not None:
                continue
            own = run.find(f"{W}rPr/{W}lang")
            language = default if own is None else own
            rtl = run.find(f"{W}rPr/{W}rtl") is not None
            arabic = any("\u0600" <= character <= "\u06ff" for character in written)
            latin = any(character.isascii() and character.isalnum() for character in written)
            assert not (rtl and latin), written
            assert not (arabic and not rtl), written
            if spoken:
                known += 1
                named = language.get(W + ("bidi" if rtl else "val"), language.get(W + "val"))
                assert named == word_tag(spoken), written
    assert known > 20


@pytest.mark.parametrize(("lang", "font"), [("ti", "Ebrima"), ("th", "Leelawadee UI")])
@pytest.mark.parametrize("home", ["own", "fi", "ar"])
def test_ethiopic_and_thai_name_a_font_that_people_have_also_for_complex_script(
    lang: str, font: str, home: str
) -> None:
    text = Text(TEXT[lang], lang=lang)
    data = to_docx(Document("x", lang if home == "own" else home, (text,)))
    default = default_of(data, "rFonts")
    seen = 0
    for run in body_of(data).iter(W + "r"):
        if any(ord(character) > 0x0E00 and character.isalpha() for character in run.findtext(W + "t") or ""):
            own = run.find(f"{W}rPr/{W}rFonts")
            fonts = default if own is None else own
            assert {fonts.get(W + "ascii"), fonts.get(W + "cs")} == {font}
            seen += 1
    assert seen


def test_a_phone_and_a_range_keep_their_order_inside_arabic() -> None:
    made = {
        run.text: run.rtl for run in runs("اتصل 050 000 0123 أو +358 50 000 0123 بين 18–29 و 65+ عند Koulutie 4.", "ar")
    }
    assert [text for text, rtl in made.items() if not rtl] == [
        "050 000 0123", "+358 50 000 0123", "18–29", "65+", "Koulutie 4",
    ]  # fmt: skip


@needs_libre_office
def test_libre_office_shows_ranges_and_phones_inside_arabic_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "numbers.docx"
    lines = ("العمر 18–29", "الهاتف 050 000 0123", "العمر 65+ سنة", "65+")
    path.write_bytes(to_docx(Document("x", "ar", tuple(Text(line) for line in lines))))
    page = pypdfium2.PdfDocument(libre_office(path, "pdf").read_bytes())[0].get_textpage()
    seen = []
    for n in range(page.count_chars()):
        left, bottom, *_ = page.get_charbox(n)
        letter = page.get_text_range(n, 1)
        if letter in "0123456789+–":
            seen.append((-round(bottom / 12), left, letter))
    numbers = "".join(letter for _line, _left, letter in sorted(seen))
    assert "18–29" in numbers and "0500000123" in numbers
    assert numbers.count("65+") == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_cutting_a_text_into_runs_loses_nothing(lang: str) -> None:
    for text in (*TEXT.values(), "", " ", "A (ب) 1, 2", "12", "«x»", "+"):
        assert "".join(run.text for run in runs(text, lang)) == text


def test_each_answer_has_a_locked_rich_text_control_and_a_bookmark_in_a_cell_of_its_own() -> None:
    body = body_of(to_docx(the_form("fa-AF", rows=3, questions=2)))
    tags = []
    for control in body.iter(W + "sdt"):
        properties = control.find(W + "sdtPr")
        assert properties is not None
        tag = properties.find(W + "tag")
        lock = properties.find(W + "lock")
        assert tag is not None and lock is not None
        tags.append(str(tag.get(W + "val")))
        assert lock.get(W + "val") == "sdtLocked"
        assert properties.find(W + "text") is None
        assert properties.find(W + "showingPlcHdr") is None
        cell = next(control.iterancestors(W + "tc"))
        assert text_of(cell).strip() == ""
        first = cell.find(f"{W}p/{W}bookmarkStart")
        assert first is not None and first.get(W + "name") == bookmark(tags[-1])
    grid = {f"C{q}.{row}.{column}" for q in (1, 2) for row in (1, 2, 3) for column in "otm"}
    notes = {f"C{q}.{row}.o" for q in (1, 2) for row in (9, 0)}
    fields = {"A.date", "A.time", "A.interpreter", "A.place", "A.total", "D.1"} | {f"B.age.{n}" for n in range(5)}
    assert sorted(tags) == sorted(grid | notes | fields)
    numbers = [each.get(W + "id") for each in body.iter(W + "bookmarkStart")]
    assert len(numbers) == len(set(numbers))


def test_the_form_says_which_form_it_is_in_print_and_in_a_bookmark() -> None:
    body = body_of(to_docx(the_form("fa-AF")))
    names = [each.get(W + "name") for each in body.iter(W + "bookmarkStart")]
    assert names[0] == "f_MAL26_D__1__fa_AF"
    assert text_of(next(body.iter(W + "p"))) == "MAL26-D · v1 · fa-AF"


def test_a_tag_too_long_for_a_bookmark_is_refused() -> None:
    with pytest.raises(ValueError, match="38 characters"):
        to_docx(Document("x", "fi", (Field("A." + "x" * 40, "x"),)))


def test_headings_table_headers_title_and_alt_texts_are_real() -> None:
    data = to_docx(the_letter("fi"))
    body = body_of(data)
    styles = [each.get(W + "val") for each in body.iter(W + "pStyle")]
    assert styles[0] == "Heading1"
    assert styles.count("Heading2") >= 2
    assert len(list(body.iter(W + "tblHeader"))) == 1
    drawn = [each.get("descr") for each in body.iter("{*}docPr")]
    assert drawn == ["QR: https://mallila.example/k/MAL26-D", "QR: https://mallila.example/k/MAL26-D/2"]
    core = body_of(data, "docProps/core.xml")
    assert core.findtext("{*}title") == HEADING["fi"]
    assert core.findtext("{*}language") == "fi"


def test_each_numbered_list_begins_at_one() -> None:
    body = body_of(to_docx(the_letter("fi")))
    used = [each.get(W + "val") for each in body.iter(W + "numId")]
    assert used == ["1", "1", "2", "2", "3"]


def test_the_code_in_the_file_is_read_by_a_camera() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(the_letter("ar")))) as opened:
        pictures = [Image.open(io.BytesIO(opened.read(name))) for name in opened.namelist() if "/qr" in name]
    assert [qr.read(picture) for picture in pictures] == [
        ["https://mallila.example/k/MAL26-D"], ["https://mallila.example/k/MAL26-D/2"],
    ]  # fmt: skip


def test_the_municipalitys_own_arms_stand_in_the_head_and_are_passed_over_when_read_aloud(tmp_path: Path) -> None:
    wide = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10H0z" fill="#c00"/></svg>'
    path = tmp_path / "letter.docx"
    path.write_bytes(to_docx(dataclasses.replace(the_letter("fi"), arms=wide)))
    assert audit(path) == []
    with zipfile.ZipFile(path) as opened:
        shown = Image.open(io.BytesIO(opened.read("word/media/arms.png"))).convert("RGB")
    assert shown.width == pytest.approx(2 * shown.height, abs=2)
    assert shown.getpixel((5, 5)) == (0xCC, 0, 0)
    named = next(body_of(path.read_bytes(), "word/header1.xml").iter("{*}docPr"))
    assert named.get("descr") == ""
    assert next(named.iter("{*}decorative")).get("val") == "1"


def test_nothing_in_the_file_names_a_person_an_hour_or_a_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(the_form("fi")))) as opened:
        assert {info.date_time for info in opened.infolist()} == {(2025, 1, 1, 0, 0, 0)}
        core = opened.read("docProps/core.xml").decode()
    assert "lastModifiedBy" not in core
    assert "created" not in core
    assert "modified" not in core


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_document_gives_the_same_bytes(kind: str) -> None:
    assert to_docx(MAKERS[kind]("ar")) == to_docx(MAKERS[kind]("ar"))


def test_markup_and_control_characters_stay_text() -> None:
    nasty = '<w:p>&amp; "x" \x00\x0b]]> \ud800'
    document = Document(nasty, "fi", (Heading(nasty, level=1), Text(nasty), QR("x", nasty)), sender=nasty, foot=nasty)
    body = body_of(to_docx(document))
    assert text_of(body) == '<w:p>&amp; "x" ]]> ' * 2


def test_the_draft_mark_stands_in_the_head_in_the_language_of_the_staff() -> None:
    marked = dataclasses.replace(the_letter("ar"), draft_mark="Luonnos: kieltä ei ole tarkistettu")
    first = next(body_of(to_docx(marked), "word/header1.xml").iter(W + "p"))
    assert text_of(first) == "Luonnos: kieltä ei ole tarkistettu"
    assert first.find(f"{W}pPr/{W}bidi") is None
    assert "Luonnos" not in text_of(body_of(to_docx(the_letter("ar")), "word/header1.xml"))


@needs_libre_office
def test_libre_office_keeps_bookmarks_and_leaves_empty_answers_empty(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(to_docx(the_form("ar", rows=2, questions=2)))
    body = body_of(libre_office(path, "docx").read_bytes())
    kept = {str(each.get(W + "name")): each for each in body.iter(W + "bookmarkStart")}
    wanted = {bookmark(f"C{q}.{row}.{column}") for q in (1, 2) for row in (1, 2) for column in "otm"}
    assert wanted <= kept.keys()
    for name in wanted:
        assert text_of(next(kept[name].iterancestors(W + "tc"))).strip() == ""
