"""Pictures of every page of the demo, for people to look at.

    python scripts/shots.py DIR                 all of them
    python scripts/shots.py DIR cards reports   these rooms only
    python scripts/shots.py DIR --states 9      in every state of a round, not in the first alone

In Finnish 1280 and 390 wide; what residents, scribes and the hall meet also in Arabic at 390. A folder for each room.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kuultu.config.settings")
DATA = tempfile.TemporaryDirectory()
os.environ["KUULTU_DATA_DIR"] = DATA.name

import django  # noqa: E402

django.setup()

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from tqdm import tqdm  # noqa: E402

from tests.browser.demo_site import DemoSite, play_demo  # noqa: E402
from tests.browser.looking import ARGUMENTS, CHROMIUM  # noqa: E402
from tests.browser.pages import Finder, Found, rooms  # noqa: E402

HOW = (("fi", 1280), ("fi", 390), ("ar", 390))


def main() -> None:
    """Serve a demo of our own, take the pictures, stop it."""
    asked = argparse.ArgumentParser(description="Pictures of every page of the demo.")
    asked.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go")
    asked.add_argument("rooms", nargs="*", metavar="ROOM", help="these rooms only")
    asked.add_argument("--states", type=int, default=1, metavar="N", help="in at most so many states of a round (1)")
    wanted = asked.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with play_demo(Path(DATA.name), browser) as site:
            take(site, browser, wanted.folder, set(wanted.rooms), wanted.states)
        browser.close()
    DATA.cleanup()


def take(site: DemoSite, browser: Browser, folder: Path, wanted: set[str], states: int) -> None:
    """Every page found, in each language and width that it is looked at."""
    finder = Finder(site, browser)
    pages = list(tqdm(found_in(finder, wanted, states), desc="Pages", unit="page", disable=None))
    for code, width in HOW:
        open_pages: dict[str, Page] = {}
        for found in tqdm(pages, desc=f"{code}, {width} wide", unit="page", disable=None):
            if code == "fi" or found.for_residents:
                if found.role not in open_pages:
                    open_pages[found.role] = page_of(finder, browser, found.role, code, width)
                shoot(open_pages[found.role], found, folder, f"{code}-{width}")
    finder.close()


def found_in(finder: Finder, wanted: set[str], states: int) -> Iterator[Found]:
    """The pages of these rooms, of all where none is named."""
    for room, names in rooms().items():
        if not wanted or room in wanted:
            for name, route in names.items():
                found = finder.find(name, route)
                yield from found[:states] if isinstance(found, list) else ()


def page_of(finder: Finder, browser: Browser, role: str, code: str, width: int) -> Page:
    """A page in which somebody with that role reads that language."""
    context = browser.new_context(
        base_url=finder.site.address, locale=code, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    context.add_cookies([*finder.site.cookies(role, code), *(finder.table_cookie() if role == "hall" else [])])
    return context.new_page()


def shoot(page: Page, found: Found, folder: Path, how: str) -> None:
    """One picture, the whole page, its letters loaded."""
    room, name = found.name.split(":") if ":" in found.name else found.name.split("_", 1)
    page.goto(found.address)
    page.evaluate("document.fonts.ready.then(() => 0)")
    page.screenshot(path=folder / room / f"{name}-{found.state}-{how}.png", full_page=True)


if __name__ == "__main__":
    main()
