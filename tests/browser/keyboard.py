"""Hands that have no mouse: Tab, arrows, Space, Enter; and what is asked of every stop on the way."""

from dataclasses import dataclass, replace
from typing import Any

from playwright.sync_api import Locator, Page

# What Tab should stop at: each once, a group of radio buttons as one.
REACHABLE = """() => {
    const groups = new Set(), fields = "input:not([type=hidden]), select, textarea";
    const wanted = `a[href], button, summary, [tabindex='0'], ${fields}`;
    return [...document.querySelectorAll(wanted)].filter((each) => {
        if (each.disabled || each.tabIndex < 0 || !each.checkVisibility({ visibilityProperty: true })) return false;
        if (each.type !== "radio") return true;
        const group = `${each.form?.id}.${each.form?.action}.${each.name}`, first = !groups.has(group);
        groups.add(group);
        return first;
    }).length;
}"""

# Where the focus is. `seen`: a ring is drawn on it, its label or what stands for it; it is within the window, and
# nothing lies over it.
STOP = """() => {
    const at = document.activeElement;
    if (!at || at === document.body || at === document.documentElement) return null;
    const rings = [at, at.closest("label"), at.nextElementSibling, at.parentElement].filter(Boolean).some((each) => {
        const style = getComputedStyle(each);
        return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    });
    const shown = at.closest("label") ?? at, box = shown.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const inside = box.height > 0 && y >= 0 && y <= innerHeight && x >= 0 && x <= innerWidth;
    const top = document.elementFromPoint(x, y), covered = top && !shown.contains(top) && !top.contains(shown);
    const all = [...document.querySelectorAll("*")];
    return {
        words: (at.innerText || at.value || at.getAttribute("aria-label") || at.name || at.tagName).trim().slice(0, 60),
        seen: rings && inside && !covered, place: all.indexOf(at), positive: at.tabIndex > 0,
    };
}"""


@dataclass(frozen=True)
class Stop:
    """One place where the focus rests. `place`: its number in the order in which the page is read."""

    words: str
    seen: bool
    place: int
    positive: bool


def stop(page: Page) -> Stop | None:
    """Where the focus is now; None when it is on no element."""
    found: dict[str, Any] | None = page.evaluate(STOP)
    return Stop(**found) if found else None


def begin(page: Page) -> None:
    """As if the page had just been opened: the next Tab comes to the first stop."""
    page.evaluate("""() => {
        document.body.tabIndex = -1;
        document.body.focus();
        document.body.removeAttribute("tabindex");
    }""")


def all_stops(page: Page) -> list[Stop]:
    """Tab from the beginning until the page has been left, or begins anew. The parts of a date are one stop."""
    found: list[Stop] = []
    for _press in range(400):
        page.keyboard.press("Tab")
        here = stop(page)
        if here is None or (len(found) > 1 and here.place == found[0].place):
            return found
        if found and here.place == found[-1].place:
            found[-1] = replace(here, seen=here.seen or found[-1].seen)
        else:
            found.append(here)
    raise AssertionError(f"no way out by Tab; the last stops: {found[-3:]}")


def tab_to(page: Page, target: Locator, *, back: bool = False, limit: int = 120) -> None:
    """Tab, as often as it takes, to an element."""
    for _press in range(limit):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if target.evaluate("each => each === document.activeElement || each.contains(document.activeElement)"):
            return
    raise AssertionError(f"Tab does not come to {target}")


def write_at(page: Page, name: str, text: str) -> None:
    """Tab to a field and type."""
    tab_to(page, page.locator(f"[name={name}]").first)
    page.keyboard.type(text)
