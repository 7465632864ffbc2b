"""Presentations: opened again by another hand, right in each direction, nothing left empty."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from making_judges import audit, libre_office, needs_libre_office, pages, pdf_words
from making_samples import the_slides
from making_texts import HEADING, LANGUAGES, NAME, TEXT, WORD
from pptx import Presentation
from pptx.util import Emu

from kuultu.ground.documents.pdf import PressError
from kuultu.ground.documents.pptx import TextSlide, ThemeSlide, UnitChart, UnitRow, presentation_pptx
from kuultu.ground.documents.scripts import is_rtl

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def deck(lang: str, **more: Any) -> bytes:
    return presentation_pptx(the_slides(lang), lang=lang, title=HEADING[lang], foot=NAME[lang], **more)


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def text_of(element: Any) -> str:
    return "".join(each.text or "" for each in element.iter(A + "t"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_schemas_and_office_rules_find_nothing(lang: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck(lang, draft_mark="Luonnos: kieltä ei ole tarkistettu"))
    assert audit(path) == []


@pytest.mark.parametrize("lang", ["fi", "ar"])
def test_each_slide_has_a_real_title_its_notes_and_no_empty_placeholder(lang: str) -> None:
    slides, made = list(opened(deck(lang)).slides), the_slides(lang)
    assert [slide.shapes.title.text_frame.text for slide in slides] == [slide.title for slide in made]
    notes = [slide.notes_slide.notes_text_frame.text.replace("\u200e", "") for slide in slides]
    assert notes == [slide.notes for slide in made]
    for slide in slides:
        assert len(slide.placeholders) == 1
        assert slide.shapes[0] == slide.shapes.title
    assert (opened(deck(lang)).slide_width, opened(deck(lang)).slide_height) == (Emu(12192000), Emu(6858000))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_paragraph_runs_in_the_direction_of_its_language(lang: str) -> None:
    spoken = {text: code for table in (HEADING, WORD) for code, text in table.items()}
    known = 0
    for slide in opened(deck(lang)).slides:
        for paragraph in slide._element.iter(A + "p"):
            said = text_of(paragraph)
            if not said:
                continue
            properties = paragraph.find(A + "pPr")
            own = spoken.get(said, "en" if said.startswith("MAL26-") else lang)
            known += said in spoken
            assert (properties.get("rtl") == "1") is is_rtl(own), said
            assert properties.get("algn") in {"l", "r", "ctr"}
    assert known > 20


@pytest.mark.parametrize("lang", ["ar", "fa-AF"])
def test_text_that_begins_a_line_stands_at_the_right(lang: str) -> None:
    for slide in opened(deck(lang)).slides:
        title = slide.shapes.title
        assert title._element.find(f".//{A}pPr").get("algn") == "r"
        assert title.left + title.width > 0.8 * 12192000


def test_the_slides_of_two_directions_are_mirror_images() -> None:
    left, right = (opened(presentation_pptx(the_slides("fi"), lang=lang, title="x")) for lang in ("fi", "ar"))
    for one, other in zip(left.slides, right.slides, strict=True):
        for here, there in zip(one.shapes, other.shapes, strict=True):
            if here.top == there.top and here.width == there.width:
                assert abs(here.left + here.width + there.left - 12192000) < 40_000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_run_names_its_language_and_a_font_for_its_script(lang: str) -> None:
    fonts = {"ti": "Ebrima", "th": "Leelawadee UI"}
    for slide in opened(deck(lang)).slides:
        for run in slide._element.iter(A + "r"):
            properties = run.find(A + "rPr")
            assert properties.get("lang")
            letters = run.findtext(A + "t")
            typeface = properties.find(A + "cs").get("typeface")
            for code, font in fonts.items():
                if any(letter in TEXT[code] and ord(letter) > 0xE00 and letter.isalpha() for letter in letters):
                    assert typeface == font, letters


def test_the_chart_is_tables_with_a_cell_for_each_discussion_and_says_what_it_shows() -> None:
    slide = opened(deck("fi")).slides[2]
    charts = [shape for shape in slide.shapes if shape.has_table]
    assert [len(chart.table.columns) for chart in charts] == [9, 9, 9]
    fill = f"{A}tcPr/{A}solidFill/{A}srgbClr"
    painted = [[cell._tc.find(fill).get("val") for cell in chart.table.rows[0].cells] for chart in charts]
    assert [cells.count("00695C") for cells in painted] == [7, 6, 5]
    names = [chart._element.find(f".//{P}cNvPr").get("descr") for chart in charts]
    assert names == [f"Havainto: {n} / 9 Havainto" for n in (7, 6, 5)]
    mirrored = [shape.table._tbl.tblPr.get("rtl") for shape in opened(deck("ar")).slides[2].shapes if shape.has_table]
    assert mirrored == ["1", "1", "1"]


def test_the_original_words_come_before_their_translation() -> None:
    said = [text_of(each) for each in opened(deck("fi")).slides[2]._element.iter(A + "p")]
    assert said.index(HEADING["ar"]) < len(said) - 1 - said[::-1].index(HEADING["fi"])
    assert said[said.index(HEADING["ar"]) + 1 :][:2] == [HEADING["fi"], "Havainto · D-08"]


def ornaments(shown: Any) -> list[Any]:
    """The shapes that say nothing."""
    named = [shape.find(f".//{P}cNvPr") for shape in shown._element.iter(P + "sp")]
    return [each for each in named if each.get("name").startswith("Ornament")]


def test_signs_and_ornaments_are_marked_as_decoration() -> None:
    made = opened(deck("fi"))
    drawn = [each for shown in (*made.slide_layouts, *made.slides) for each in ornaments(shown)]
    assert len(drawn) > 20
    assert all(each.find(".//{*}decorative").get("val") == "1" for each in drawn)
    for slide in made.slides:
        for shape in slide._element.iter(P + "sp"):
            name = shape.find(f".//{P}cNvPr").get("name")
            assert text_of(shape) or name.startswith("Ornament"), name


def test_the_shield_stands_on_both_layouts_where_no_arms_were_given() -> None:
    opening, plain = opened(deck("ar")).slide_layouts
    assert (len(ornaments(opening)), len(ornaments(plain))) == (9 + 4, 4)  # rings, and the shield in four shapes


def test_a_long_text_is_set_smaller_but_never_under_twenty_points() -> None:
    def size_of(sentences: tuple[str, ...]) -> int:
        made = opened(presentation_pptx([TextSlide("x", sentences)], lang="fi", title="x"))
        return max(int(run.find(A + "rPr").get("sz")) for run in made.slides[0].shapes[1]._element.iter(A + "r"))

    assert size_of(("Lyhyt.",)) == 3000
    assert size_of((TEXT["fi"],) * 6) == 2000


def test_markup_and_control_characters_stay_text(tmp_path: Path) -> None:
    nasty = '<a:t>&amp; "x" \x00]]>'
    chart = UnitChart(nasty, (UnitRow(nasty, 1, nasty),), 3)
    path = tmp_path / "deck.pptx"
    path.write_bytes(
        presentation_pptx([ThemeSlide(nasty, "", nasty, (nasty,), chart)], lang="fi", title=nasty, sender=nasty)
    )
    assert audit(path) == []
    assert opened(path.read_bytes()).slides[0].shapes.title.text_frame.text == '<a:t>&amp; "x" ]]>'


def test_the_same_slides_give_the_same_bytes_and_name_no_person_or_hour() -> None:
    assert deck("ar") == deck("ar")
    with zipfile.ZipFile(io.BytesIO(deck("fi", sender="Mallilan kunta"))) as inside:
        core = inside.read("docProps/core.xml").decode()
        assert {info.date_time for info in inside.infolist()} == {(2025, 1, 1, 0, 0, 0)}
    assert "<dc:creator>Mallilan kunta</dc:creator>" in core
    assert "lastModifiedBy" not in core and "created" not in core


def test_the_municipalitys_own_arms_are_on_every_slide(tmp_path: Path) -> None:
    wide = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10H0z" fill="#c00"/></svg>'
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck("ar", arms=wide))
    assert audit(path) == []
    for slide in opened(path.read_bytes()).slides:
        assert not [shape for shape in slide.shapes if shape.shape_type == 13]
        (shown,) = (shape for shape in slide.slide_layout.shapes if shape.shape_type == 13)
        assert shown.width == pytest.approx(2 * shown.height, rel=0.02)
        assert shown._element.find(".//{*}decorative").get("val") == "1"


def test_arms_that_are_no_drawing_are_refused() -> None:
    with pytest.raises(PressError):
        deck("fi", arms="<svg")


def test_the_draft_mark_is_on_every_slide() -> None:
    marked = opened(deck("ti", draft_mark="Luonnos: kieltä ei ole tarkistettu"))
    assert all("Luonnos: kieltä ei ole tarkistettu" in text_of(slide._element) for slide in marked.slides)


@needs_libre_office
def test_libre_office_shows_every_slide_with_its_words(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck("fi"))
    shown = libre_office(path, "pdf").read_bytes()
    assert len(pages(shown, 0.5)) == len(the_slides("fi"))
    read = pdf_words(shown)["pdfium"]
    for word in ("Tulekertomaan", "Haluammekuullaarjestasi", "Mallilankunta", "MAL26S3"):
        assert word in read
