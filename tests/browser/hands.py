"""What hands do on a page, for tests that walk: fill a form by the names of its fields, press, follow."""

import re
from datetime import datetime, timedelta
from typing import Any

from playwright.sync_api import Locator, Page

from kuultu.ground.languages.dates import HELSINKI


def press(page: Page | Locator, words: str) -> None:
    """Press the first button of these words that can be pressed, as a person reads the page."""
    page.get_by_role("button", name=re.compile(words)).and_(
        page.locator("button:not([aria-disabled=true])")
    ).first.click()


def follow(page: Page, words: str) -> None:
    """Follow the first link of these words."""
    page.get_by_role("link", name=re.compile(words)).first.click()


def fill(page: Page | Locator, **fields: Any) -> None:
    """Type, choose or tick: a list ticks boxes, a text that is a choice's words chooses it, other texts are typed."""
    for name, value in fields.items():
        control = page.locator(f"[name={name}]")
        kind = control.first.evaluate("each => each.type")
        if isinstance(value, list):
            for each in value:
                choice(page, name, each).check()
        elif kind == "radio":
            choice(page, name, value).check()
        elif kind.startswith("select"):
            control.select_option(label=value) if _offers(control, value) else control.select_option(value)
        else:
            control.fill(value)


def choice(page: Page | Locator, name: str, value: str) -> Locator:
    """The box or the radio button with that value, or the one whose label holds these words."""
    by_value = page.locator(f"[name={name}][value='{value}']")
    return by_value if by_value.count() else page.locator("label", has_text=value).locator(f"[name={name}]")


def _offers(select: Locator, words: str) -> bool:
    return words in [text.strip() for text in select.locator("option").all_inner_texts()]


def day(days: int) -> str:
    """So many days from today, as a date field takes it."""
    return (datetime.now(HELSINKI) + timedelta(days=days)).strftime("%Y-%m-%d")


def moment(**ahead: float) -> str:
    """A moment from now in Finland, as a field for date and time takes it: `moment(hours=-2)`."""
    return (datetime.now(HELSINKI) + timedelta(**ahead)).strftime("%Y-%m-%dT%H:%M")
