"""The small signs that pages are set with: icons, domains, symbols, state chips, short codes."""

from datetime import datetime, time
from functools import cache
from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from kuultu.ground.web.moments import hours, short_day
from kuultu.ground.web.signs import CHIPS, STALE, TEXTS, TEXTS_ON_A_DAY
from kuultu.ground.web.words import DOMAINS, POLARITIES, SAVED, VERDICTS


def icon(name: str, kind: str = "") -> SafeString:
    """A line icon of the sprite, silent to a screen reader. `kind`: extra class names, e.g. "flip"."""
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        f"ico {kind}".strip(),
        _sprite(),
        name,
    )


def arms(kind: str = "") -> SafeString:
    """The municipality's shield, in its two colours."""
    return format_html(
        '<svg class="{}" viewBox="0 0 40 48" aria-hidden="true" focusable="false"><use href="{}#arms"/></svg>',
        f"arms {kind}".strip(),
        _sprite(),
    )


def domain(code: str, kind: str = "") -> SafeString:
    """A domain's symbol and name. `kind="silent"`: the symbol alone, its name for screen readers only."""
    name = format_html('<span class="vh">{}</span>' if kind == "silent" else "<span>{}</span>", DOMAINS[code])
    return format_html('<span class="domain" data-domain="{}">{}{}</span>', code, icon(code), name)


def polarity(kind: str, words: object = "") -> SafeString:
    """▲ good, ▼ bad, ● divided, ◆ proposal; `words` in place of the word. Nothing for an unknown kind."""
    if kind not in POLARITIES:
        return mark_safe("")
    return _sign(*POLARITIES[kind], words)


def verdict(kind: str, words: object = "") -> SafeString:
    """▲ More of this, ● Unsure, ▼ Less of this; `words` in place of the words."""
    return _sign(*VERDICTS[kind], words)


def chip(kind: str, words: object, sign: str = "") -> SafeString:
    """A state: `ok`, `draft`, `warn`, `you` (waits for the reader) or `mut`, with a sign and words."""
    return format_html('<span class="chip" data-k="{}">{}{}</span>', kind, _mark(sign or CHIPS[kind]), words)


def text_state(written: Any, version: Any = None) -> SafeString:
    """How far a `Written` text has come. Give the source's `version` to mark one that follows an older source."""
    if version and written.follows < version:
        return chip("warn", STALE)
    kind, words = TEXTS[written.state]
    if written.read_at and written.state in TEXTS_ON_A_DAY:
        words = str(TEXTS_ON_A_DAY[written.state]).format(day=short_day(written.read_at))
    return chip(kind, words)


def saved(kind: str, moment: datetime | time | None = None) -> SafeString:
    """Where what was typed is: `saved`, `device`, `delivered`, `counted` or `failed`."""
    sign, words = SAVED[kind]
    text = str(words).format(time=hours(moment)).strip()
    return format_html('<p class="saved" data-k="{}" role="status">{}<span>{}</span></p>', kind, _mark(sign), text)


def short(code: str, href: str = "") -> SafeString:
    """A short code (D-08, K7): the handle of the evidence drawer when it has an address."""
    if href:
        return format_html('<a class="code" href="{}" translate="no" dir="ltr">{}</a>', href, code)
    return format_html('<span class="code" translate="no" dir="ltr">{}</span>', code)


def _sign(kind: str, sign: str, word: object, words: object) -> SafeString:
    return format_html('<span class="sym {}">{}<span>{}</span></span>', kind, icon(sign), words or word)


def _mark(name: str) -> SafeString:
    """An icon beside words; an arrow points the way one reads."""
    return icon(name, "flip" if name in {"next", "prev", "send"} else "")


@cache
def _sprite() -> str:
    return static("web/icons.svg")
