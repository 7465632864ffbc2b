"""Tags and filters that every template has without loading them."""

from datetime import date, datetime, time

from django import template
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from kuultu.ground.languages.dates import HELSINKI, clock, day_and_month, long_date
from kuultu.ground.languages.registry import Language, language

register = template.Library()


@register.simple_tag
def icon(name: str, kind: str = "") -> SafeString:
    """A line icon of the sprite, silent to a screen reader. `kind`: extra class names, e.g. "flip" or "solid"."""
    return format_html(
        '<svg class="ico {}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        kind,
        static("web/icons.svg"),
        name,
    )


@register.simple_tag
def said(text: object, code: str, tag: str = "span", kind: str = "") -> SafeString:
    """A piece of text in another language, with its `lang` and `dir`."""
    tongue = language(code)
    start = format_html('<{} lang="{}" dir="{}" class="{}">', tag, tongue.code, tongue.direction, kind)
    return format_html("{}{}</{}>", start, conditional_escape(text), tag)


@register.filter
def tongue(code: str) -> Language:
    """The language of a code, for `.own`, `.direction` …"""
    return language(code)


@register.filter
def named(code: str) -> str:
    """What a language is called in the page's language."""
    return language(code).named_in(get_language() or "fi")


@register.filter
def long(day: date | datetime | None) -> str:
    """A date with weekday and year in the page's language."""
    return long_date(_local(day), _here()) if day else ""


@register.filter
def day(moment: date | datetime | None) -> str:
    """Day and month in the page's language."""
    return day_and_month(_local(moment), _here()) if moment else ""


@register.filter(name="clock")
def clock_filter(moment: datetime | time | None) -> str:
    """Hours and minutes, 24-hour clock."""
    return clock(moment, _here()) if moment else ""


def _here() -> str:
    code = get_language() or "fi"
    try:
        return language(code).code
    except KeyError:
        return "fi"


def _local(moment: date | datetime) -> date:
    if isinstance(moment, datetime):
        return (moment.astimezone(HELSINKI) if moment.tzinfo else moment).date()
    return moment
