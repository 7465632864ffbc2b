"""Every page of the site in each of its languages: no barrier, nothing sideways, nothing from elsewhere.

A new address is looked at by itself. One that shows no page to anybody must be named in `NO_PAGE` with the reason.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from kuultu.ground.languages.registry import CONTENT, language
from tests.browser.demo_site import DemoSite
from tests.browser.leftovers import left_over
from tests.browser.looking import Watch, axe, observe, sideways
from tests.browser.pages import Elsewhere, Finder, Found, for_residents, rooms

ROOMS = rooms()
WITH_DOORS = [room for room, names in ROOMS.items() if any(for_residents(route) for route in names.values())]
CASES = [(room, code) for room in ROOMS for code in ("fi", "sv", "en")] + [(room, "ar") for room in WITH_DOORS]
# Pages with nothing on them that a database could say otherwise.
pytestmark = pytest.mark.looks
# In Finnish each page is looked at in every state of a round; in the other languages in one. By axe in one of them, in
# the long tests in every.
THOROUGH = "fi"
NO_PAGE = {
    "people:home": "goes straight on to the only municipality",
    "statements:lift_one": "goes on to the statements it has lifted",
    "surveys_door_of_event": "goes on to the survey of the evening",
    "web:parts": "only while developing: tests/browser/test_parts.py",
    "web:sample": "only while developing: tests/browser/test_parts.py",
}


class Eyes:
    """One browser profile for each language and role, kept open from page to page."""

    def __init__(self, site: DemoSite, browser: Browser) -> None:
        self.site, self.browser = site, browser
        self.finder = Finder(site, browser)
        self.pages: dict[tuple[str, str], tuple[Page, Watch]] = {}
        self.contexts: list[BrowserContext] = []

    def look(self, found: Found, code: str, *, by_axe: bool = True) -> list[str]:
        """What is wrong with a page, in words."""
        page, watch = self.page(found.role, code)
        watch.errors.clear()
        watch.strangers.clear()
        # So high that nothing lies under what stays at the foot of the window: axe would call it too small to press.
        page.set_viewport_size({"width": 1280, "height": 3000})
        answered = page.goto(found.address)
        wrong = [] if answered and answered.status == 200 else [f"answered {answered and answered.status}"]
        wrong += self.language_of(page, code)
        wrong += [f"untranslated: {text}" for text in left_over(page, code)]
        wrong += axe(page) if by_axe else []
        page.set_viewport_size({"width": 320, "height": 5000})
        wrong += [f"sideways: {html}" for html in sideways(page)]
        if by_axe and (found.for_residents or code == THOROUGH):
            wrong += [f"at 320: {each}" for each in axe(page)]
        return wrong + watch.errors + [f"asked elsewhere: {url}" for url in watch.strangers]

    def language_of(self, page: Page, code: str) -> list[str]:
        """Does the page say which language it is in, and its direction?"""
        tongue, root = language(code), page.locator("html")
        said = (root.get_attribute("lang"), root.get_attribute("dir"))
        return [] if said == (tongue.code, tongue.direction) else [f"says that it is in {said}"]

    def page(self, role: str, code: str) -> tuple[Page, Watch]:
        """The open page of a role in a language."""
        if (role, code) not in self.pages:
            context = self.browser.new_context(
                base_url=self.site.address, locale=code, color_scheme="light", reduced_motion="reduce"
            )
            context.add_cookies(self.site.cookies(role, code))
            if role == "hall":
                context.add_cookies(self.finder.table_cookie())
            page, watch = context.new_page(), Watch()
            observe(page, self.site.address, watch)
            self.contexts.append(context)
            self.pages[role, code] = page, watch
        return self.pages[role, code]

    def close(self) -> None:
        """Put everything away."""
        self.finder.close()
        for context in self.contexts:
            context.close()


@pytest.fixture(scope="module")
def eyes(demo_site: DemoSite, browser: Browser) -> Iterator[Eyes]:
    made = Eyes(demo_site, browser)
    yield made
    made.close()


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_every_state_of_a_page_is_without_barriers(eyes: Eyes, room: str) -> None:
    wrong: dict[str, list[str]] = {}
    for name, route in ROOMS[room].items():
        found = eyes.finder.find(name, route)
        for each in found if isinstance(found, list) else []:
            if seen := eyes.look(each, THOROUGH):
                wrong[each.where] = seen
    assert not wrong, "\n".join(f"{where}: {each}" for where, seen in wrong.items() for each in seen)


@pytest.mark.slow
@pytest.mark.parametrize("code", [code for code in CONTENT if code not in {"fi", "sv", "en", "ar"}])
def test_every_page_behind_a_link_is_for_everybody_in_every_language(eyes: Eyes, code: str) -> None:
    """But the scribe's: they speak the language of their discussion (tests/loop/reports/test_door.py)."""
    wrong: dict[str, list[str]] = {}
    doors = {name: route for room in WITH_DOORS if room != "reports" for name, route in ROOMS[room].items()}
    for name, route in doors.items():
        found = eyes.finder.find(name, route) if for_residents(route) else []
        for each in found[:1] if isinstance(found, list) else []:
            if seen := eyes.look(each, code):
                wrong[each.where] = seen
    assert not wrong, "\n".join(f"{where}: {each}" for where, seen in wrong.items() for each in seen)


@pytest.mark.parametrize(("room", "code"), CASES, ids=lambda value: str(value))
def test_every_page_of_a_room_is_for_everybody(eyes: Eyes, room: str, code: str) -> None:
    wrong: dict[str, list[str]] = {}
    for name, route in ROOMS[room].items():
        if code == "ar" and not for_residents(route):
            continue
        found = eyes.finder.find(name, route)
        if isinstance(found, Elsewhere):
            known = found.answers in {"acts", "file"} or name in NO_PAGE
            wrong |= {} if known else {name: [f"no page for anybody: {found.answers}"]}
            continue
        for number, each in enumerate(found if code == THOROUGH else found[:1]):
            if seen := eyes.look(each, code, by_axe=number == 0):
                wrong[each.where] = seen
    assert not wrong, "\n".join(f"{where}: {each}" for where, seen in wrong.items() for each in seen)


@pytest.mark.parametrize("name", ["people:enter", "measures_door", "followup_door", "desk:round"])
def test_a_page_of_officials_is_in_english_for_who_reads_arabic(eyes: Eyes, name: str) -> None:
    """It is not half translated: it falls back as a whole."""
    found = eyes.finder.find(name, {key: route for room in ROOMS.values() for key, route in room.items()}[name])
    assert isinstance(found, list)
    page, _watch = eyes.page(found[0].role, "ar")
    page.goto(found[0].address)
    assert eyes.language_of(page, "en") == []


def test_every_excuse_is_still_needed(eyes: Eyes) -> None:
    names = {name: route for room in ROOMS.values() for name, route in room.items()}
    assert set(NO_PAGE) <= set(names)
    assert all(isinstance(eyes.finder.find(name, names[name]), Elsewhere) for name in NO_PAGE)
