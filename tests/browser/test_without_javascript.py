"""No script: an old phone, a strict browser. The forms are forms, and the work gets done."""

from playwright.sync_api import expect

from tests.browser.conftest import DemoSite, NewPage
from tests.browser.hands import day, fill, follow, press


def test_a_round_is_planned_and_a_faulty_date_is_told(demo_page: NewPage) -> None:
    page = demo_page(role="coordinator", locale="en", java_script_enabled=False)
    page.goto("/mallila/MAL92/rounds/change/")
    fill(page, name="Half a round", starts_on=day(1), talks_until=day(-1))
    press(page, "Save")
    expect(page.locator(".errors")).to_contain_text("follow each other")
    expect(page.locator("[name=name]")).to_have_value("Half a round")
    page.goto("/mallila/MAL92/rounds/groups/new/")
    fill(page, name="Vironkieliset", languages=["et"])
    press(page, "Save the group")
    expect(page.get_by_role("link", name="Vironkieliset")).to_be_visible()


def test_a_scribe_writes_changes_and_removes_a_line(demo_page: NewPage, demo_site: DemoSite) -> None:
    page = demo_page(width=390, locale="en", java_script_enabled=False)
    page.goto(demo_site.doors["scribe"])
    page.locator(".todo a").first.click()
    fill(page, original="نكتب بدون جافا.", mark="good", manner="quote")
    press(page, "Next statement")
    line = page.locator(".lines li", has_text="نكتب بدون جافا.")
    expect(line).to_be_visible()
    expect(page.locator("[name=original]")).to_have_value("")
    line.locator("a.edit").click()
    fill(page, original="نكتب بدون سكربت.")
    press(page, "Save")
    changed = page.locator(".lines li", has_text="نكتب بدون سكربت.")
    changed.locator("a.edit").click()
    page.get_by_text("Take this line out").click()
    press(page, "Take it out")
    expect(changed).to_have_count(0)


def test_the_hall_votes_and_the_page_asks_again_by_itself(demo_page: NewPage, demo_site: DemoSite) -> None:
    page = demo_page(width=390, locale="ar", java_script_enabled=False)
    page.goto("/join/")
    fill(page, code=demo_site.told["hall"])
    page.locator(".hand__act button").click()
    fill(page, table="1", language="ar")
    page.locator(".hand__act button").click()
    assert 'http-equiv="refresh"' in page.content()
    page.locator(".verdict.more").click()
    expect(page.locator(".counted")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_the_host_has_something_to_press_only_while_the_evening_goes_on(demo_page: NewPage) -> None:
    page = demo_page(role="coordinator", locale="en", java_script_enabled=False)
    page.goto("/mallila/MAL91/decisions/host/")
    expect(page.get_by_role("button", name="Close the vote")).to_be_visible()
    page.goto("/mallila/MAL26/decisions/host/")
    expect(page.get_by_role("link", name="See what the evening said")).to_be_visible()
    expect(page.locator("main form")).to_have_count(0)


def test_themes_are_given_and_statements_are_looked_up(demo_page: NewPage) -> None:
    page = demo_page(role="coordinator", locale="en", java_script_enabled=False)
    page.goto("/mallila/MAL92/statements/coding/?at=U-02")
    page.get_by_role("checkbox", name="Kirjasto").check()
    press(page, "Next")
    page.goto("/mallila/MAL92/statements/coding/?at=U-02")
    expect(page.get_by_role("checkbox", name="Kirjasto")).to_be_checked()
    page.goto("/mallila/MAL26/statements/D/")
    follow(page, "D-01")
    expect(page.get_by_role("heading", name="D-01")).to_be_visible()


def test_a_resident_reads_the_answer_and_changes_the_language(demo_page: NewPage) -> None:
    page = demo_page(width=390, locale="fi", java_script_enabled=False)
    page.goto("/mallila/")
    page.get_by_role("link", name="العربية").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("main")).to_be_visible()
