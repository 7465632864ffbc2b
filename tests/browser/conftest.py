"""A real server, a real browser, axe. A test module that needs other settings overrides `site_settings`.

Screenshots are kept in the folder KUULTU_SHOTS when it is set. Nothing here talks to anything but the server.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.demo_site import DemoSite, play_demo
from tests.browser.looking import ARGUMENTS, CHROMIUM, Watch, axe, observe, shot, sideways
from tests.browser.serving import ROOT, SETTINGS, Site, environment, serving

__all__ = ["ROOT", "DemoSite", "NewPage", "Site", "Watch", "axe", "environment", "shot", "sideways"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What lies in this folder needs a browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


@pytest.fixture(scope="module")
def site_settings() -> str:
    """The settings module the server runs with."""
    return SETTINGS


@pytest.fixture(scope="module")
def site(site_settings: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server with an empty, migrated database."""
    with serving(tmp_path_factory.mktemp("data"), site_settings) as running:
        yield running


@pytest.fixture(scope="session")
def demo_site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoSite]:
    """The demo municipality on a server, its next rounds under way, everybody signed in: one for the whole run."""
    with play_demo(tmp_path_factory.mktemp("demo"), browser) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"No Chromium at {CHROMIUM}.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def watch() -> Watch:
    """Filled by every page of the test; `page` asserts at the end that it stayed empty."""
    return Watch()


type NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser, site: Site, watch: Watch) -> Iterator[NewPage]:
    """`new_page(width=390, dark=True, locale="sv")`: a page in a browser profile of its own, watched."""
    yield from pages_of(browser, site, watch)


@pytest.fixture
def demo_page(browser: Browser, demo_site: DemoSite, watch: Watch) -> Iterator[NewPage]:
    """The same on the demo's server; `role="coordinator"` is signed in."""
    yield from pages_of(browser, demo_site, watch)


def pages_of(browser: Browser, site: Site, watch: Watch) -> Iterator[NewPage]:
    """Makes pages, closes them, and complains of what was seen in them."""
    contexts: list[BrowserContext] = []

    def make(
        *, width: int = 1280, height: int = 900, dark: bool = False, locale: str = "fi", role: str = "", **more: Any
    ) -> Page:
        context = browser.new_context(
            base_url=site.address, viewport={"width": width, "height": height}, locale=locale,
            color_scheme="dark" if dark else "light", reduced_motion="reduce", **more,
        )  # fmt: skip
        contexts.append(context)
        if isinstance(site, DemoSite):
            context.add_cookies(site.cookies(role, locale))
        page = context.new_page()
        observe(page, site.address, watch)
        return page

    yield make
    for context in contexts:
        context.close()
    assert watch.errors == []
    assert watch.strangers == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page 1280 wide, in Finnish."""
    return new_page()
