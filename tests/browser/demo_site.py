"""The demo municipality on a server: one round all told, one evening going on, one round under way."""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.browser.serving import SETTINGS, Site, environment, run, serving

type Cookie = dict[str, str]


@dataclass
class DemoSite(Site):
    """`worlds`: parts of addresses, for each state in which pages are looked at; `doors`: each link by who has it.

    `told`: the hall's code, a seat's token, the address that opens a table's tablet.
    """

    worlds: dict[str, dict[str, Any]] = field(default_factory=dict)
    doors: dict[str, str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    signed_in: dict[str, str] = field(default_factory=dict)

    def cookies(self, role: str = "", language: str = "fi") -> list[Any]:
        """What a browser of somebody with that role carries who has chosen that language."""
        kept = {"kuultu_language": language}
        if role == "hall":
            kept["kuultu_seat"] = self.told["seat"]
        elif role:
            kept["kuultu"] = self.signed_in[role]
        return [{"name": name, "value": value, "url": self.address} for name, value in kept.items()]


@contextlib.contextmanager
def play_demo(data: Path, browser: Browser) -> Iterator[DemoSite]:
    """`kuultu demo`, the stage set for what the demo has left behind, `kuultu serve`, and everybody signed in."""
    run(["-m", "kuultu", "demo"], environment(data))
    with serving(data, SETTINGS, data / "log.txt") as site:
        told = json.loads(site.ask("tests.browser.stage"))
        demo = DemoSite(site.address, site.data, site.settings, site.process, site.log, **told)
        for role in ("coordinator", "analyst", "organisation"):
            demo.signed_in[role] = sign_in(browser, demo.doors[role])
        yield demo


def sign_in(browser: Browser, link: str) -> str:
    """The session of whoever presses the button behind a sign-in link."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(link)
    page.locator("main button").click()
    kept = {each["name"]: each["value"] for each in context.cookies()}
    context.close()
    return kept["kuultu"]
