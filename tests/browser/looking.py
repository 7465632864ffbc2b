"""What is looked for on a page: barriers (axe), sideways scrolling, errors, requests that leave the server."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import ConsoleMessage, Page, Request

CHROMIUM = os.environ.get("KUULTU_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]


@dataclass
class Watch:
    """What went wrong in the page: console errors, script errors, requests that leave the server."""

    errors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


def observe(page: Page, address: str, watch: Watch) -> None:
    """Note errors and requests elsewhere. A refused page (4xx) writes an error of its own, which is no fault."""

    def console(message: ConsoleMessage) -> None:
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            watch.errors.append(message.text)

    def request(sent: Request) -> None:
        if not sent.url.startswith((address, "data:", "blob:")):
            watch.strangers.append(sent.url)

    page.on("console", console)
    page.on("pageerror", lambda error: watch.errors.append(str(error)))
    page.on("request", request)


def axe(page: Page) -> list[str]:
    """Violations, one line each. `add_script_tag` would be stopped by our CSP."""
    page.evaluate(AXE + ";0")
    found: dict[str, Any] = page.evaluate(f"axe.run({{runOnly: {json.dumps(RULES)}, resultTypes: ['violations']}})")
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
