"""The way in, in a real browser and three languages."""

import pytest

from tests.browser.conftest import NewPage, axe, shot, sideways


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_signing_in_is_accessible_and_fits(new_page: NewPage, language: str, width: int) -> None:
    page = new_page(width=width, locale=language)
    for name, address in (
        ("sign-in", "/sign-in/"),
        ("link-used", "/in/1-x/"),
        ("no-such-page", "/no/such/page/at/all/"),
    ):
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == language
        shot(page, f"{name}-{language}-{width}")
        assert axe(page) == []
        assert sideways(page) == []


def test_a_wrong_password_is_told_where_one_looks(new_page: NewPage) -> None:
    page = new_page(locale="sv")
    page.goto("/sign-in/")
    page.get_by_label("E-post").fill("aino@mallila.example")
    page.get_by_label("Lösenord").fill("not this one")
    page.keyboard.press("Enter")
    page.get_by_text("stämmer inte överens").wait_for()
    assert page.evaluate("document.activeElement.className") == "errors"
    assert page.get_by_label("E-post").input_value() == "aino@mallila.example"
    assert axe(page) == []


def test_the_language_is_chosen_by_its_own_name_and_stays(new_page: NewPage) -> None:
    page = new_page(locale="fi")
    page.goto("/sign-in/")
    page.get_by_role("link", name="svenska").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Logga in"
    page.goto("/sign-in/")
    assert page.get_by_role("heading", level=1).inner_text() == "Logga in"
