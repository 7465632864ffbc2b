"""Every part and layout in a real browser: axe, no sideways scrolling, nothing inline, nothing from elsewhere."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage, Site, axe, shot, sideways

SHOWN = ("parts", "hand", "public", "screen", "tablet", "host")

pytestmark = pytest.mark.looks


@pytest.fixture(scope="module")
def site_settings() -> str:
    return "tests.ground.web.site"


FEW = [("fi", 1280, False), ("fi", 320, True), ("ar", 390, False), ("ar", 1280, True)]
ALL = [(language, width, dark) for language in ("fi", "ar") for width in (1280, 390, 320) for dark in (False, True)]


@pytest.mark.parametrize(
    ("shown", "language", "width", "dark"),
    [(shown, *how) for shown in SHOWN for how in (ALL if shown == "parts" else FEW)],
)
def test_a_page_is_accessible_and_fits(new_page: NewPage, shown: str, language: str, width: int, dark: bool) -> None:
    page = new_page(width=width, dark=dark)
    page.goto(f"/parts/{shown}/?lang={language}")
    shot(page, f"{shown}-{language}-{width}{'-dark' if dark else ''}")
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert axe(page) == []
    assert sideways(page) == []


SPACING = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets.push(sheet);
}"""


@pytest.mark.parametrize("shown", ["parts", "hand", "public"])
def test_wider_spacing_of_text_breaks_nothing(new_page: NewPage, shown: str) -> None:
    """WCAG 2.2, 1.4.12."""
    page = new_page(width=390)
    page.goto(f"/parts/{shown}/?lang=fi")
    page.evaluate(SPACING)
    shot(page, f"{shown}-spacing")
    assert sideways(page) == []


@pytest.mark.parametrize("shown", SHOWN)
def test_forced_colours_are_accessible(new_page: NewPage, shown: str) -> None:
    page = new_page(forced_colors="active")
    page.goto(f"/parts/{shown}/?lang=fi")
    shot(page, f"{shown}-forced")
    assert axe(page) == []


def test_targets_are_large_enough(new_page: NewPage) -> None:
    """WCAG 2.2, 2.5.8: 24 px, or a link inside a sentence. Buttons and fields are 44."""
    page = new_page(width=390)
    page.goto("/parts/?lang=fi")
    small: list[str] = page.evaluate("""() => {
        const ticks = "[type=checkbox], [type=radio]";
        const least = (each) => each.matches(".button, .verdict, input, select") ? 43.5 : 23.5;
        return [...document.querySelectorAll("a, button, input, select, textarea, summary")]
            .filter((each) => each.checkVisibility() && !each.closest(".skip, p.small"))
            .map((each) => [(each.matches(ticks) ? each.labels[0] : each).getBoundingClientRect().height, each])
            .filter(([height, each]) => height < least(each))
            .map(([height, each]) => `${height} ${each.outerHTML.slice(0, 90)}`);
    }""")
    assert small == []


def test_letters_of_a_script_come_only_where_it_is_written(new_page: NewPage) -> None:
    fetched: list[str] = []
    page = new_page()
    page.on("request", lambda sent: fetched.append(sent.url.rsplit("/", 1)[1]) if ".woff2" in sent.url else None)
    page.goto("/sign-in/?lang=fi")
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert sorted(fetched) == ["NotoSans-Bold.woff2", "NotoSans-Regular.woff2"]
    page.goto("/parts/?lang=fi")
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert {"NotoNaskhArabic-Regular.woff2", "NotoSansEthiopic-Regular.woff2", "Sarabun-Regular.woff2"} <= set(fetched)


def test_everything_can_be_reached_and_done_by_keyboard(page: Page) -> None:
    page.goto("/parts/?lang=en")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Read")
    hidden: list[str] = page.evaluate("""() => {
        const stops = [...document.querySelectorAll("a, button, summary, input, select, textarea")]
            .filter((each) => each.checkVisibility() && !each.disabled);
        return stops.filter((each) => { each.focus(); return document.activeElement !== each; })
            .map((each) => each.outerHTML);
    }""")
    assert hidden == []


def test_the_reason_of_a_no_belongs_to_its_button(page: Page) -> None:
    page.goto("/parts/?lang=en")
    button = page.get_by_role("button", name="Publish")
    assert button.get_attribute("aria-disabled") == "true"
    mark = button.get_attribute("aria-describedby")
    assert page.locator(f"#{mark}").inner_text().startswith("Not yet: the owner")


def test_the_second_thought_opens_without_a_script(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/parts/?lang=en")
    page.get_by_text("Withdraw the link").click()
    assert page.get_by_role("button", name="Withdraw it").is_visible()
    assert not page.get_by_role("button", name="Print").is_visible()


def test_a_faulty_form_gets_the_focus_on_its_summary_and_keeps_what_was_typed(page: Page) -> None:
    page.goto("/parts/?lang=en")
    page.get_by_label("Name of the event").fill("Evening at the library")
    page.get_by_role("button", name="Save the event").click()
    page.wait_for_selector(".errors")
    assert page.evaluate("document.activeElement.className") == "errors"
    assert page.get_by_label("Name of the event").input_value() == "Evening at the library"
    shot(page, "form-errors")
    assert axe(page) == []
    page.locator(".errors a").first.click()
    assert page.evaluate("document.activeElement.id") == "id_held_on"


def test_the_browser_asks_before_it_drops_something_typed(page: Page) -> None:
    page.goto("/parts/?lang=en")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/parts/hand/?lang=en")
    assert asked == []
    page.goto("/parts/?lang=en")
    page.get_by_label("Name of the event").press_sequentially("x")
    page.goto("/parts/hand/?lang=en")
    assert asked == ["beforeunload"]


def test_the_drawer_closes_where_there_is_no_script_by_its_address(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/parts/?lang=en")
    page.get_by_role("link", name="Close").click()
    assert page.url.endswith("#closed")


def answer_with(page: Page, status: int, body: str) -> None:
    """The server's answer to the next htmx request."""
    page.route("**/partial/*", lambda route: route.fulfill(status=status, content_type="text/html", body=body))


LINK = """([href, method]) => { const place = document.querySelector("#aside");
  const html = method === "GET"
    ? `<a id="try" href="${href}" hx-get="${href}" hx-target="#aside">try</a>`
    : `<form hx-post="${href}" hx-target="#aside"><button id="try">try</button></form>`;
  document.querySelector("h1").insertAdjacentHTML("afterend", html); htmx.process(document.querySelector("main")); }"""


def test_a_drawer_that_opens_beside_the_page_takes_the_focus_and_gives_it_back(page: Page) -> None:
    page.goto("/parts/?lang=en")
    body = '<section class="drawer" id="drawer"><h2 id="drawer-title" tabindex="-1">D-12</h2>'
    answer_with(page, 200, body + '<a href="#x" data-close="drawer">Close</a></section>')
    page.evaluate(LINK, ["/partial/d12", "GET"])
    page.locator("#try").click()
    page.get_by_role("heading", name="D-12").wait_for()
    assert page.evaluate("document.activeElement.id") == "drawer-title"
    page.keyboard.press("Escape")
    assert page.locator("#drawer").count() == 0
    assert page.evaluate("document.activeElement.id") == "try"


def test_a_faulty_form_sent_by_htmx_is_shown_in_its_place(page: Page) -> None:
    page.goto("/parts/?lang=en")
    answer_with(page, 400, '<p class="errors" tabindex="-1" data-focus>Mend this.</p>')
    page.evaluate(LINK, ["/partial/form", "POST"])
    page.locator("#try").click()
    page.get_by_text("Mend this.").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Mend this."


def test_a_no_to_a_post_says_that_nothing_was_saved_and_leaves_the_page_alone(page: Page) -> None:
    page.goto("/parts/?lang=en")
    answer_with(page, 403, "<h1>No.</h1>")
    page.evaluate(LINK, ["/partial/no", "POST"])
    page.locator("#try").click()
    page.get_by_text("nothing was saved").wait_for()
    assert page.locator("#aside .drawer").count() == 1


def test_htmx_keeps_to_our_settings(page: Page) -> None:
    page.goto("/parts/?lang=en")
    config: dict[str, Any] = json.loads(page.evaluate("JSON.stringify(htmx.config)"))
    assert config["includeIndicatorCSS"] is False
    assert config["mode"] == "same-origin"
    assert page.evaluate("document.adoptedStyleSheets.length") == 0


def test_paper_has_no_navigation_and_the_codes_in_full(page: Page, site: Site) -> None:
    page.goto("/parts/?lang=en")
    page.emulate_media(media="print")
    for gone in (".mast__nav", ".skip", ".foot", ".button", ".form__do"):
        assert page.locator(gone).first.is_hidden()
    assert page.get_by_text("D-08", exact=True).first.is_visible()
    assert page.locator(".path__name").last.is_visible()
