"""Where every page of the site is found in the demo: for each named address, who sees it and in which states."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import APIResponse, Browser, BrowserContext

from kuultu.ground.web.interface import is_for_residents
from tests.browser.demo_site import DemoSite
from tests.demo_world import Route, address, routes

STAFF = ("coordinator", "organisation")
ALL_STATES = ("told", "evening", "understanding", "reading", "writing", "checking", "planned", "closed")
# A link is looked at while it is needed; the hall while the evening goes on.
DOOR_STATES = ("writing", "evening", "told")


@dataclass(frozen=True)
class Found:
    """A page: its address and who looks at it. `role` is empty for somebody without an account."""

    name: str
    state: str
    role: str
    address: str
    for_residents: bool

    @property
    def where(self) -> str:
        """For a person who reads the test's words."""
        return f"{self.name} [{self.state}{', ' + self.role if self.role else ''}] {self.address}"


@dataclass(frozen=True)
class Elsewhere:
    """An address that is no page: what it answers to a GET."""

    name: str
    answers: str


class Finder:
    """Asks the server for each address as each of those who might see it."""

    def __init__(self, site: DemoSite, browser: Browser) -> None:
        self.site = site
        self.browsers: dict[str, BrowserContext] = {}
        self.found: dict[str, list[Found] | Elsewhere] = {}
        for role in ("", "hall", *STAFF):
            context = browser.new_context(base_url=site.address)
            context.add_cookies(site.cookies(role, "fi"))
            self.browsers[role] = context
        self.browsers["hall"].request.get(site.told["table"])

    def close(self) -> None:
        """Put the browsers away."""
        for context in self.browsers.values():
            context.close()

    def table_cookie(self) -> list[Any]:
        """What the tablet of a table remembers."""
        return [each for each in self.browsers["hall"].cookies() if each["name"] == "kuultu_table"]

    def find(self, name: str, route: Route) -> list[Found] | Elsewhere:
        """The pages of that name, each address once, or what it answers instead; asked once."""
        if name not in self.found:
            self.found[name] = self._find(name, route)
        return self.found[name]

    def _find(self, name: str, route: Route) -> list[Found] | Elsewhere:
        mine = is_door(route)
        found: dict[str, Found] = {}
        answers: list[str] = []
        for state in DOOR_STATES if mine else ALL_STATES:
            url = address(name, route, self.site.worlds[state])
            for role in ("hall", "") if mine else (*STAFF, ""):
                if url in found:
                    break
                answer = self.answer(role, url)
                if answer == "page":
                    found[url] = Found(name, state, role, url, for_residents(route))
                elif answer in {"acts", "file"}:
                    return Elsewhere(name, answer)
                else:
                    answers.append(answer)
        return list(found.values()) or Elsewhere(name, " ".join(sorted(set(answers))))

    def answer(self, role: str, url: str) -> str:
        """`page`, `file`, `acts` (no GET), or the status."""
        response: APIResponse = self.browsers[role].request.get(url, max_redirects=0)
        kind = response.headers.get("content-type", "")
        assert response.status < 500, f"{url} as {role or 'anybody'}: {response.status}"
        if response.status == 405:
            return "acts"
        if response.status == 200:
            return "page" if kind.startswith("text/html") else "file"
        return str(response.status)


def for_residents(route: Route) -> bool:
    """Is it a page that people without an account meet, so that it is to be had in the content languages?"""
    pattern, _whole = route
    return is_for_residents(pattern.callback, pattern.pattern.converters)


def is_door(route: Route) -> bool:
    """Does a link or a code open it, without an account?"""
    pattern, _whole = route
    return "token" in pattern.pattern.converters or for_residents(route)


def rooms() -> dict[str, dict[str, Route]]:
    """The site's addresses by room: `cards` holds `cards:deck`, `reports` also `reports_door_check`."""
    found: dict[str, dict[str, Route]] = {}
    for name, route in sorted(routes().items()):
        found.setdefault(name.split(":")[0].split("_")[0], {})[name] = route
    return found
