"""Texts go to a translator and come back: on a narrow screen, without script, and as everybody sees it."""

from pathlib import Path

from playwright.sync_api import Page, expect

from kuultu.ground.documents.docx import fill
from tests.browser.conftest import NewPage, axe, shot, sideways
from tests.browser.hands import press

HERE = "/mallila/MAL26/materials/languages/ar/"
LEAD, WHO = "invitation.lead", "invitation.who_listens"


def bring_back(page: Page, folder: Path) -> None:
    """The Word file, translated, brought back: one text as it should be, one without its braces, one long word."""
    page.goto(HERE)
    with page.expect_download() as download:
        page.get_by_role("link", name="Word, two columns").click()
    long = "http://example.invalid/" + "a" * 300
    words = {LEAD: "أهلاً بكم جميعاً", WHO: "سيأتي أحد", "facilitator.sections.1.body.1": long}
    file = folder / "back.docx"
    file.write_bytes(fill(Path(download.value.path()).read_bytes(), words))
    page.locator("#translator input[type=file]").set_input_files(file)
    press(page, "See what came back")


def test_without_script_on_a_narrow_screen_a_translation_comes_back(demo_page: NewPage, tmp_path: Path) -> None:
    page = demo_page(role="coordinator", locale="en", width=320, java_script_enabled=False)
    bring_back(page, tmp_path)
    expect(page.locator(".beside__row")).to_have_count(3)
    expect(page.locator(f'[name="take-{LEAD}"]')).to_be_checked()
    expect(page.locator(f'[name="take-{WHO}"]')).not_to_be_checked()
    expect(page.locator(f'[name="text-{WHO}"]')).to_have_attribute("dir", "rtl")
    press(page, "Take the chosen texts")
    expect(page.locator(".errors")).to_be_visible()
    page.locator(f'[name="take-{LEAD}"]').uncheck()
    page.locator('[name="take-facilitator.sections.1.body"]').uncheck()
    page.locator("[name=author]").fill("Zahra")
    press(page, "Take the chosen texts")
    expect(page.get_by_text("Choose at least one text to take.")).to_be_visible()
    page.locator(f'[name="text-{WHO}"]').fill("{facilitator} {organisation}")
    page.locator(f'[name="take-{WHO}"]').check()
    press(page, "Take the chosen texts")
    expect(page.get_by_text("1 text was taken")).to_be_visible()


def test_what_came_back_is_read_by_everybody(demo_page: NewPage, tmp_path: Path) -> None:
    for width, dark in ((320, False), (1280, True)):
        page = demo_page(role="coordinator", locale="en", width=width, dark=dark)
        bring_back(page, tmp_path)
        shot(page, f"returned-{width}")
        assert axe(page) == []
        assert sideways(page) == []
