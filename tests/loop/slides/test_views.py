"""The pages of the presentation, as Aino and Leena use them, and as Ville must not."""

import io
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pptx import Presentation as opened

from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.models import Person, Role
from kuultu.loop.reports.models import Report
from kuultu.loop.slides.actions.building import build_presentation
from kuultu.loop.slides.models import Presentation, Slide, SlideKind
from tests.conftest import NOW, acting
from tests.factories import a_theme
from tests.loop.slides.conftest import Told


def page(name: str, *args: object) -> str:
    return reverse(f"slides:{name}", args=["mallila", "MAL26", *args])


@pytest.fixture
def made(told: Told, aino: Person) -> Presentation:
    with scope(told.round.municipality):
        return build_presentation(told.round, by=acting(aino, Role.COORDINATOR), now=NOW)


def shown(browser: Client, name: str, *args: object) -> str:
    answer = browser.get(page(name, *args))
    assert answer.status_code == 200
    return str(answer.content.decode())


def one(made: Presentation, kind: SlideKind) -> Slide:
    with scope(made.round.municipality):
        return made.slides.filter(kind=kind).select_related("presentation__round").get()


def test_aino_builds_edits_orders_and_freezes(told: Told, aino_browser: Client) -> None:
    assert "No presentation yet" in shown(aino_browser, "overview")
    assert "Bussi – at 5 of 5 discussions" in shown(aino_browser, "build")
    answer = aino_browser.post(page("build"), {"language": "fi", "themes": [told.bus.pk]})
    assert answer["Location"] == page("in_language", "fi")
    with scope(told.round.municipality):
        slide = Slide.objects.get(theme=told.bus)
        title = Slide.objects.get(kind=SlideKind.TITLE)
    assert "The statements behind this theme" in shown(aino_browser, "slide", slide.pk)
    typed = {
        "heading": "Bussi ajaa ohi",
        "lines": "Yksi.\n\n  Kaksi. ",
        "quote": told.quotes[4].pk,
        "notes": "Hengitä.",
    }
    assert aino_browser.post(page("slide", slide.pk), typed)["Location"].endswith(f"#slide-{slide.pk}")
    aino_browser.post(page("later", title.pk))
    aino_browser.post(page("hide", title.pk))
    aino_browser.post(page("add", "fi"), {"kind": "text", "heading": "Kiitos", "lines": "Kysykää."})
    text = shown(aino_browser, "overview")
    assert "Bussi ajaa ohi" in text and "Kiitos" in text and "hidden" in text
    assert aino_browser.post(page("freeze", "fi")).status_code == 302
    assert "They stay as they were shown." in shown(aino_browser, "overview")
    file = aino_browser.get(page("file", "fi"))
    assert file["Content-Disposition"] == 'attachment; filename="MAL26-slides-fi.pptx"'
    headings = [each.shapes.title.text_frame.text for each in opened(io.BytesIO(file.content)).slides]
    assert "Bussi ajaa ohi" in headings and "Mitä asukkaat kertoivat" not in headings


def test_what_is_typed_wrongly_stays_and_gets_a_sentence(told: Told, made: Presentation, aino_browser: Client) -> None:
    slide = one(made, SlideKind.QUESTIONS)
    answer = aino_browser.post(page("slide", slide.pk), {"heading": "Kysymys", "lines": "Mitä tehdään? (K9)"})
    assert answer.status_code == 400
    assert "There is no card K9." in answer.content.decode() and "Mitä tehdään? (K9)" in answer.content.decode()
    answer = aino_browser.post(page("slide", slide.pk), {"heading": "", "lines": "Mitä?"})
    assert answer.status_code == 400 and "Mitä?" in answer.content.decode()
    answer = aino_browser.post(page("build"), {"language": "fi"})
    assert answer.status_code == 400 and "Choose at least one theme." in answer.content.decode()


def test_original_words_carry_their_language_and_direction(
    told: Told, made: Presentation, aino_browser: Client
) -> None:
    with scope(told.round.municipality):
        Slide.objects.filter(theme=told.yard).update(quote=told.quotes[0])
    said = f'lang="fa-AF" dir="rtl" class="show__own">”{told.quotes[0].original}”'.replace("”", "«", 1).replace(
        "”", "»"
    )
    assert said in shown(aino_browser, "overview")


def test_leena_reads_the_slides_but_changes_nothing(told: Told, made: Presentation, leena_browser: Client) -> None:
    text = shown(leena_browser, "overview")
    assert "Bussi" in text and page("hide", one(made, SlideKind.TITLE).pk) not in text
    assert leena_browser.get(page("slide", one(made, SlideKind.TITLE).pk)).status_code == 403
    for name in ("later", "hide", "remove"):
        assert leena_browser.post(page(name, one(made, SlideKind.TITLE).pk)).status_code == 403
    assert leena_browser.post(page("freeze", "fi")).status_code == 403


def test_an_organisation_without_a_delivered_report_sees_nothing(
    told: Told, made: Presentation, leena_browser: Client
) -> None:
    with scope(told.round.municipality):
        Report.objects.update(state="draft")
    assert leena_browser.get(page("overview")).status_code == 404


def addresses(made: Presentation) -> list[str]:
    number = one(made, SlideKind.TITLE).pk
    whole = [page("overview"), page("build"), page("in_language", "fi"), page("add", "fi"), page("file", "fi")]
    return [*whole, page("freeze", "fi"), *(page(name, number) for name in ("slide", "earlier", "hide", "remove"))]


def test_the_neighbour_gets_404_everywhere(told: Told, made: Presentation, ville_browser: Client) -> None:
    for address in addresses(made):
        assert ville_browser.get(address).status_code in {404, 405}
        assert ville_browser.post(address).status_code in {404, 405}
    with scope(told.round.municipality):
        assert Slide.objects.filter(shown=True).count() == 7


def test_somebody_without_an_account_is_asked_to_sign_in(made: Presentation, visitor: Client) -> None:
    for address in (page("overview"), page("file", "fi")):
        assert visitor.get(address)["Location"].startswith("/sign-in/")


def test_what_is_not_there_is_404(told: Told, made: Presentation, aino_browser: Client) -> None:
    for address in (page("in_language", "en"), page("file", "sv"), page("slide", 999999)):
        assert aino_browser.get(address).status_code == 404


def test_the_page_asks_as_often_for_three_themes_as_for_one(told: Told, aino: Person, aino_browser: Client) -> None:
    def asked(*themes: Any) -> int:
        with scope(told.round.municipality):
            build_presentation(told.round, by=acting(aino, Role.COORDINATOR), now=NOW, themes=themes)
        with CaptureQueriesContext(connection) as queries:
            shown(aino_browser, "overview")
        return len(queries)

    with scope(told.round.municipality):
        others = [a_theme(told.round, *told.quotes, name=name) for name in ("Koulu", "Kirje")]
    first = asked(told.bus)
    assert asked(told.bus, *others) == first
