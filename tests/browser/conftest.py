"""A real server, a real browser, axe. A test module that needs other settings overrides `site_settings`.

Screenshots are kept in the folder KUULTU_SHOTS when it is set. Nothing here talks to anything but the server.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("KUULTU_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What lies in this folder needs a browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


@dataclass
class Site:
    """The running server: its address, its data folder, and a way to run a management command on the same data."""

    address: str
    data: Path
    settings: str
    process: subprocess.Popen[bytes] = field(repr=False)

    def manage(self, *command: str, stdin: str | None = None) -> str:
        """What `manage.py <command>` prints."""
        done = subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT, env=environment(self.data, self.settings),
            input=stdin, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout


def environment(data: Path, settings: str) -> dict[str, str]:
    """The server's own environment: its own data, no mail, no proxy."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KUULTU_", "DATABASE_URL"))}
    return kept | {
        "KUULTU_DATA_DIR": str(data),
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(data: Path, settings: str, port: int) -> subprocess.Popen[bytes]:
    """Start the server in a session of its own. Swap this for `kuultu serve` where that is what one tests."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"],
        cwd=ROOT, env=environment(data, settings), start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def wait_for(address: str, process: subprocess.Popen[bytes], seconds: float = 30) -> None:
    """Until the server answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("The server stopped before it answered.")
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("The server did not answer in time.")


@pytest.fixture(scope="module")
def site_settings() -> str:
    """The settings module the server runs with."""
    return "kuultu.config.settings"


@pytest.fixture(scope="module")
def site(site_settings: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server with an empty, migrated database."""
    data = tmp_path_factory.mktemp("data")
    port = free_port()
    run = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(run, cwd=ROOT, env=environment(data, site_settings), check=True)
    process = serve(data, site_settings, port)
    try:
        wait_for(f"http://127.0.0.1:{port}/sign-in/", process)
        yield Site(f"http://127.0.0.1:{port}", data, site_settings, process)
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"No Chromium at {CHROMIUM}.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@dataclass
class Watch:
    """What went wrong in the page: console errors, script errors, requests that leave the server."""

    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


@pytest.fixture
def watch() -> Watch:
    """Filled by every page of the test; `page` asserts at the end that it stayed empty."""
    return Watch()


type NewPage = Callable[..., Page]


@pytest.fixture
def new_page(browser: Browser, site: Site, watch: Watch) -> Iterator[NewPage]:
    """`new_page(width=390, dark=True, locale="sv")`: a page in a browser profile of its own, watched."""
    contexts: list[BrowserContext] = []

    def make(*, width: int = 1280, height: int = 900, dark: bool = False, locale: str = "fi", **more: Any) -> Page:
        context = browser.new_context(
            base_url=site.address, viewport={"width": width, "height": height}, locale=locale,
            color_scheme="dark" if dark else "light", reduced_motion="reduce", **more,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        observe(page, site, watch)
        return page

    yield make
    for context in contexts:
        context.close()
    assert watch.errors == []
    assert watch.strangers == []


def observe(page: Page, site: Site, watch: Watch) -> None:
    """Note errors and requests elsewhere. A refused page (4xx) writes an error of its own, which is no fault."""

    def console(message: ConsoleMessage) -> None:
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            watch.errors.append(message.text)

    def request(sent: Request) -> None:
        if not sent.url.startswith((site.address, "data:", "blob:")):
            watch.strangers.append(sent.url)

    page.on("console", console)
    page.on("pageerror", lambda error: watch.errors.append(str(error)))
    page.on("request", request)


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page 1280 wide, in Finnish."""
    return new_page()


def axe(page: Page) -> list[str]:
    """Violations and what axe could not decide, one line each. `add_script_tag` would be stopped by our CSP."""
    page.evaluate(AXE + ";0")
    found: dict[str, Any] = page.evaluate(f"axe.run({{runOnly: {json.dumps(RULES)}}})")
    return [
        f"{rule['id']}: {rule['help']} – {', '.join(' '.join(node['target']) for node in rule['nodes'][:5])}"
        for rule in found["violations"]
    ]


def sideways(page: Page) -> list[str]:
    """What makes the page wider than the window; empty when it does not scroll sideways."""
    found: list[str] = page.evaluate("""() => {
        const root = document.documentElement;
        if (root.scrollWidth <= root.clientWidth) return [];
        return [...document.querySelectorAll("body *")].filter((each) => {
            const box = each.getBoundingClientRect();
            return box.width && (box.right > root.clientWidth + 1 || box.left < -1);
        }).slice(0, 5).map((each) => each.outerHTML.slice(0, 120));
    }""")
    return found


def shot(page: Page, name: str, *, whole: bool = True) -> None:
    """A picture in the folder KUULTU_SHOTS, when it is set."""
    if folder := os.environ.get("KUULTU_SHOTS"):
        page.evaluate("document.fonts.ready.then(() => 0)")
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=whole)
