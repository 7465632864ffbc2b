"""Without a mouse: every stop is seen and comes in the order of reading, one can leave again, the work gets done."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from kuultu.ground.languages.dates import HELSINKI
from tests.browser.conftest import DemoSite, NewPage
from tests.browser.keyboard import REACHABLE, all_stops, begin, stop, tab_to, write_at

PAGES = {
    "sign-in": ("", "/sign-in/"),
    "desk": ("coordinator", "/mallila/MAL92/"),
    "plan": ("coordinator", "/mallila/MAL92/rounds/"),
    "new round": ("coordinator", "/mallila/rounds/new/"),
    "report": ("coordinator", "/mallila/MAL92/reports/T/"),
    "facing pages": ("coordinator", "/mallila/MAL26/statements/D/"),
    "coding": ("coordinator", "/mallila/MAL26/statements/coding/"),
    "workbench": ("coordinator", "/mallila/MAL92/cards/1/"),
    "host": ("coordinator", "/mallila/MAL91/decisions/host/"),
    "scribe's question": ("", "{scribe}SEC1/"),
    "scribe's check": ("", "{scribe}check/"),
    "facilitator": ("", "{facilitator}"),
    "hall": ("hall", "/hall/KRTP47/"),
    "public": ("", "/mallila/"),
}
HELD_IN_HAND = {"scribe's question", "scribe's check", "hall", "public"}

pytestmark = pytest.mark.looks


def opened(demo_page: NewPage, site: DemoSite, name: str, **more: int) -> Page:
    """One of the pages above, in English."""
    role, address = PAGES[name]
    page = demo_page(role=role, locale="en", **more)
    page.goto(address.format(**site.doors))
    return page


@pytest.mark.parametrize("name", PAGES)
def test_every_stop_is_seen_and_comes_in_order(demo_page: NewPage, demo_site: DemoSite, name: str) -> None:
    page = opened(demo_page, demo_site, name, **({"width": 390, "height": 700} if name in HELD_IN_HAND else {}))
    wanted: int = page.evaluate(REACHABLE)
    begin(page)
    stops = all_stops(page)
    assert [each.words for each in stops if not each.seen] == []
    assert [each.words for each in stops if each.positive] == []
    places = [each.place for each in stops]
    assert places == sorted(places)
    assert len(stops) == wanted


@pytest.mark.parametrize("name", PAGES)
def test_the_first_stop_leads_past_the_navigation(demo_page: NewPage, demo_site: DemoSite, name: str) -> None:
    page = opened(demo_page, demo_site, name)
    begin(page)
    page.keyboard.press("Tab")
    here = stop(page)
    assert here is not None and here.seen and here.words == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    content = page.locator("#content")
    nothing_in_it = content.locator("a[href], button, input, summary, textarea").count() == 0
    assert nothing_in_it or content.evaluate("each => each.contains(document.activeElement)")


def test_a_link_signs_in_by_enter(demo_page: NewPage, demo_site: DemoSite) -> None:
    page = demo_page(locale="en")
    page.goto(demo_site.doors["spare"])
    tab_to(page, page.locator("main button"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/mallila/desk/")


def test_a_round_is_begun(demo_page: NewPage, demo_site: DemoSite) -> None:
    """Dates are typed as the browser's language writes them."""
    page = opened(demo_page, demo_site, "new round")
    write_at(page, "name", "Keyboard round")
    today = datetime.now(HELSINKI).date()
    for name, ahead in (("starts_on", 0), ("talks_until", 60), ("decides_on", 90), ("ends_on", 300)):
        write_at(page, name, (today + timedelta(days=ahead)).strftime("%m%d%Y"))
    tab_to(page, page.locator("[name=languages][value=fi]"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Begin the round"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/rounds/")
    expect(page.locator(".eyebrow").first).to_contain_text("Keyboard round")


def test_a_scribe_writes_a_statement_and_goes_on_writing(demo_page: NewPage, demo_site: DemoSite) -> None:
    page = opened(demo_page, demo_site, "scribe's question", width=390)
    lines = page.locator(".lines li")
    before = lines.count()
    box = page.locator("textarea[name=original]")
    tab_to(page, page.locator("[name=manner]:checked"))
    page.keyboard.press("ArrowRight")
    tab_to(page, box)
    page.keyboard.type("نكتب بدون فأرة.")
    tab_to(page, page.locator("[name=mark]").first)
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Next statement"))
    page.keyboard.press("Enter")
    expect(lines).to_have_count(before + 1)
    expect(box).to_be_focused()
    expect(box).to_have_value("")


def test_themes_are_given(demo_page: NewPage) -> None:
    page = demo_page(role="coordinator", locale="en")
    page.goto("/mallila/MAL92/statements/coding/?at=U-04")
    page.keyboard.press("1")
    expect(page.locator("[name=themes]").first).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator(".saved, h1").first).to_be_visible()
    page.goto("/mallila/MAL92/statements/coding/?at=U-04")
    expect(page.locator("[name=themes]").first).to_be_checked()


def test_a_phone_joins_and_votes(demo_page: NewPage, demo_site: DemoSite) -> None:
    page = demo_page(width=390, locale="en")
    page.goto("/join/")
    write_at(page, "code", demo_site.told["hall"].lower())
    page.keyboard.press("Enter")
    page.wait_for_url("**/join/*/")
    tab_to(page, page.locator("[name=table]").first)
    page.keyboard.press("Space")
    tab_to(page, page.locator("[name=language]:checked"))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/hall/*/")
    tab_to(page, page.locator(".verdict.less"))
    page.keyboard.press("Enter")
    expect(page.locator(".counted")).to_be_visible()
