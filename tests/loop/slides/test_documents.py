"""The file: opened again, its words, its marks."""

import io
from datetime import datetime
from typing import Any

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation as opened

from kuultu.ground.people.actor import Actor
from kuultu.loop.slides.actions.building import build_presentation, freeze_presentation
from kuultu.loop.slides.actions.editing import add_slide, show_slide
from kuultu.loop.slides.documents import presentation_file
from kuultu.loop.slides.models import Presentation, SlideKind
from kuultu.loop.slides.queries import presentation_of
from kuultu.loop.statements.models import StatementText
from tests.loop.slides.conftest import Told

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.fixture
def made(told: Told, as_aino: Actor, now: datetime) -> Presentation:
    build_presentation(told.round, by=as_aino, now=now)
    found = presentation_of(told.round)
    assert found
    return found


def slides(made: Presentation) -> list[Any]:
    return list(opened(io.BytesIO(presentation_file(made))).slides)


def words(slide: Any) -> str:
    return " ".join(node.text or "" for node in slide._element.iter(A + "t"))


def test_every_slide_that_is_shown_has_its_title_code_and_notes(
    made: Presentation, as_aino: Actor, now: datetime
) -> None:
    show_slide(made.slides.get(kind=SlideKind.DIFFERED), by=as_aino, now=now, shown=False)
    add_slide(made, by=as_aino, now=now, heading="Kiitos", lines=["Kysykää."], notes="Tauko.")
    told = slides(made)
    headings = list(made.slides.filter(shown=True).values_list("heading", flat=True))
    assert [slide.shapes.title.text_frame.text for slide in told] == headings
    assert "MAL26-S6" in words(told[5])
    assert told[-1].notes_slide.notes_text_frame.text == "Tauko."


def test_the_theme_shows_discussions_and_the_quote_original_first(told: Told, made: Presentation) -> None:
    theme = made.slides.get(theme=told.yard)
    theme.quote = told.quotes[0]
    theme.save()
    said = words(slides(made)[3])
    assert "Tästä puhuttiin: 2 / 5 keskustelusta." in said
    assert said.index("راننده") < said.index("Bussi ei pysähtynyt") < said.index("käännös tarkistettu")


def test_an_unchecked_machine_translation_says_so(told: Told, made: Presentation) -> None:
    made.slides.filter(theme=told.bus).update(quote=told.quotes[0])
    StatementText.objects.filter(statement=told.quotes[0]).update(state="machine", reader="")
    said = words(slides(made)[2])
    assert "konekäännös, tarkistamatta" in said and "käännös tarkistettu" not in said


def test_it_is_a_draft_until_it_is_frozen(made: Presentation, as_aino: Actor, now: datetime) -> None:
    assert all("Luonnos" in words(slide) for slide in slides(made))
    freeze_presentation(made, by=as_aino, now=now)
    assert not any("Luonnos" in words(slide) for slide in slides(made))


def test_questions_show_their_cards(made: Presentation) -> None:
    said = words(slides(made)[-1])
    assert "Kortti 1" in said and "(K1)" not in said


def test_small_discussions_and_their_words_are_in_no_file(told: Told, made: Presentation) -> None:
    everything = " ".join(words(slide) for slide in slides(made))
    assert told.small.original not in everything
    assert "6 / " not in everything


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_office_rules_find_nothing(told: Told, as_aino: Actor, now: datetime, language: str, tmp_path: Any) -> None:
    made = build_presentation(told.round, by=as_aino, now=now, language=language)
    add_slide(made, by=as_aino, now=now, heading="Kortit", kind=SlideKind.CARDS)
    path = tmp_path / "slides.pptx"
    path.write_bytes(presentation_file(made))
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))
    assert [str(error) for error in found.errors] == []
