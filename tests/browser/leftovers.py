"""Words left on a page of another language: what our catalogues translate, and the page shows untranslated."""

import re
from functools import cache
from pathlib import Path

import django
from babel.messages.pofile import read_po
from django.utils.translation import to_locale
from playwright.sync_api import Page

from kuultu.ground.languages.registry import CONTENT
from tests.browser.serving import ROOT

DJANGO = Path(django.__file__).parent / "conf/locale/en/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
# Words that are the same to a reader of any language, and own names of languages.
EVERYWHERE = frozenset({"Word", "QR", "PDF", "Excel", "PowerPoint", *(each.own for each in CONTENT.values())})

# What a reader of the page's language sees or hears: pieces marked with a language of their own are left out.
TEXTS = """() => {
    const root = document.documentElement, here = root.lang, found = [document.title];
    const ours = (element) => element.closest("[lang]").lang === here && !element.closest("[translate=no]");
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!element.matches("script, style, noscript, textarea") && ours(element)) found.push(walker.currentNode.data);
    }
    for (const name of ["aria-label", "title", "placeholder", "alt", "data-failed"])
        for (const element of document.querySelectorAll(`[${name}]`))
            if (ours(element)) found.push(element.getAttribute(name));
    return found.map((text) => text.trim().replace(/\\s+/g, " ")).filter((text) => /\\p{L}{2}/u.test(text));
}"""


@cache
def untranslated(code: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """What must not stand on a page in that language: whole texts, and a pattern of those with a placeholder.

    The English of every message that reads otherwise in the language; and the Finnish of every message that it lacks,
    since that is what Django shows instead. Held to what stands in the Finnish catalogues and in Django's own.
    """
    wrong: set[str] = set(_messages(DJANGO))
    same: set[str] = set(EVERYWHERE)
    for file in sorted(Path(ROOT / "kuultu").rglob("locale/fi/LC_MESSAGES/django.po")):
        finnish = _messages(file)
        path = file.parents[2] / to_locale(code.lower()) / "LC_MESSAGES/django.po"
        own = _messages(path) if path.exists() else {}
        wrong |= finnish.keys()
        same |= set(own.values())
        if code != "fi":
            wrong |= {said for each, said in finnish.items() if not own.get(each)}
    texts = wrong - same - {""}
    holes = sorted(text for text in texts if PLACEHOLDER.search(text) and len(PLACEHOLDER.sub("", text).split()) > 1)
    patterns = "|".join(".+?".join(re.escape(piece) for piece in PLACEHOLDER.split(text)) for text in holes)
    return frozenset(text for text in texts if text not in holes), re.compile(patterns or r"(?!)")


def left_over(page: Page, code: str) -> list[str]:
    """The pieces on a page that are not in its language."""
    if code == "en":
        return []
    whole, pattern = untranslated(code)
    texts: list[str] = page.evaluate(TEXTS)
    return sorted({text for text in texts if text in whole or pattern.fullmatch(text)})


def _messages(file: Path) -> dict[str, str]:
    """English → translation, the plural's forms each for itself."""
    with file.open("rb") as opened:
        catalog = read_po(opened)
    found: dict[str, str] = {}
    for message in catalog:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, (list, tuple)) else [message.id]
        said = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        found |= {str(each): str(said[min(number, len(said) - 1)]) for number, each in enumerate(ids)}
    return found
