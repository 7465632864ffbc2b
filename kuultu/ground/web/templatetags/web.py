"""Tags and filters that every template has without loading them."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from kuultu.ground.languages.registry import CONTENT, Language, language
from kuultu.ground.web.marks import arms, chip, domain, icon, polarity, saved, short, text_state, verdict
from kuultu.ground.web.moments import hours, long_day, short_day
from kuultu.ground.web.signs import MESSAGES
from kuultu.ground.web.words import VERDICTS

register = template.Library()
for mark in (icon, arms, domain, polarity, verdict, chip, text_state, saved, short):
    register.simple_tag(mark)
register.filter("long", long_day)
register.filter("day", short_day)
register.filter("clock", hours)


# Languages


@register.simple_tag
def said(text: Any, code: str, tag: str = "span", kind: str = "") -> SafeString:
    """A piece of text in another language, with its `lang` and `dir`."""
    tongue = language(code)
    start = format_html('<{} lang="{}" dir="{}" class="{}">', tag, tongue.code, tongue.direction, kind)
    return format_html("{}{}</{}>", start, conditional_escape(text), tag)


@register.filter
def tongue(code: str) -> Language:
    """The language of a code, for `.own`, `.direction` …"""
    return language(code)


@register.filter
def is_tongue(code: str) -> bool:
    """Is this the code of a language?"""
    return code in CONTENT


@register.filter
def named(code: str) -> str:
    """What a language is called in the page's language."""
    return language(code).named_in(get_language() or "fi")


@register.simple_tag
def own_name(code: str, kind: str = "") -> SafeString:
    """A language's own name, in its own script and direction."""
    return said(language(code).own, code, kind=kind)


# What one may do, and why not


@register.simple_tag(takes_context=True)
def act(context: template.Context, answer: Any, href: str, label: object, kind: str = "") -> SafeString:
    """A link that looks like a button; after a No, a button that cannot be pressed and the reason beside it.

    `kind`: "" (primary), "second", "quiet", "big", "full".
    """
    if answer:
        return format_html('<a class="{}" href="{}">{}</a>', _button(kind), href, label)
    return _not_now(context, answer, label, kind)


@register.simple_tag(takes_context=True)
def act_form(
    context: template.Context, answer: Any, href: str, label: object, kind: str = "", **hidden: object
) -> SafeString:
    """A form with one button that posts to `href`; further arguments become hidden fields. After a No as `act`."""
    if not answer:
        return _not_now(context, answer, label, kind)
    fields = format_html_join("", '<input type="hidden" name="{}" value="{}">', hidden.items())
    token = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', context.get("csrf_token", ""))
    button = format_html('<button class="{}">{}</button>', _button(kind), label)
    return format_html('<form class="act__form" method="post" action="{}">{}{}{}</form>', href, token, fields, button)


@register.simple_tag
def why(answer: Any) -> SafeString:
    """The sentence of a No; nothing for a Yes."""
    return mark_safe("") if answer else format_html('<span class="why">{}</span>', answer.reason)


@register.simple_block_tag(takes_context=True)
def confirm(context: template.Context, content: str, label: object, kind: str = "second") -> SafeString:
    """A second thought before what cannot be undone: a button that opens the step, the content inside it."""
    return format_html(
        '<details class="confirm"><summary class="{}">{}</summary><div class="confirm__step">{}</div></details>',
        _button(kind),
        label,
        content,
    )


@register.simple_tag(takes_context=True)
def evidence(context: template.Context, code: str, beside: str = "") -> SafeString:
    """A short code as the handle of its evidence, for whoever may walk it; to others the code alone.

    `beside`: the id of the element that takes the drawer; without it the walk opens as a page.
    """
    if not (address := context.get("evidence_at")):
        return short(code)
    href = address(code)
    into = format_html(' hx-get="{}" hx-target="#{}"', href, beside) if beside else ""
    return format_html('<a class="code" href="{}"{} translate="no" dir="ltr">{}</a>', href, into, code)


# Grounds for content


@register.simple_block_tag
def nothing(content: str, title: object) -> SafeString:
    """When there is nothing yet: what this is and what to do first."""
    return format_html('<div class="empty"><h2>{}</h2>{}</div>', title, content)


@register.simple_block_tag
def note(content: str, title: object = "") -> SafeString:
    """A quiet panel in the margin."""
    return format_html('<div class="note">{}{}</div>', format_html("<h2>{}</h2>", title) if title else "", content)


@register.simple_block_tag
def slip(content: str, title: object) -> SafeString:
    """The errata slip: what could not be placed, on top until it is empty."""
    return format_html('<section class="lost"><h2>{}{}</h2>{}</section>', icon("bang"), title, content)


# Helpers of the layouts


@register.filter
def sign_of(level: str) -> str:
    """The icon of a message's level."""
    return MESSAGES.get(level, "check")


@register.filter
def all_required(fields: Any) -> bool:
    """Must each of several visible fields be filled? `fields` as Django hands them to a form's template."""
    return len(fields) > 1 and all(field.field.required for field, _errors in fields)


@register.filter
def under(cells: Sequence[Any], columns: Sequence[str]) -> list[tuple[str, Any]]:
    """Each cell of a row with the heading of its column, which a phone shows beside it."""
    heads = (named(column) if column in CONTENT else column for column in columns)
    return list(zip(heads, cells, strict=True))


@register.simple_tag
def verdict_rows(unsure: object = "") -> list[tuple[str, str, object]]:
    """Kind, sign and words of the three verdict buttons; `unsure` in place of the middle one's words."""
    return [
        (kind, sign, unsure if unsure and kind == "unsure" else words) for kind, (_c, sign, words) in VERDICTS.items()
    ]


@register.simple_tag
def address(name: str, town: Any = None) -> str:
    """The address of a named page of the municipality, or nothing where the page does not exist."""
    try:
        return reverse(name, kwargs={"municipality": town.slug} if town else None)
    except NoReverseMatch:
        return ""


def _button(kind: str) -> str:
    return f"button {kind}".strip()


def _not_now(context: template.Context, answer: Any, label: object, kind: str) -> SafeString:
    """It can be reached by keyboard, so that a screen reader reads the reason too."""
    mark = f"why-{_number(context)}"
    return format_html(
        '<span class="act"><button class="{}" type="button" aria-disabled="true" aria-describedby="{}">{}'
        '</button><span class="why" id="{}">{}</span></span>',
        _button(kind),
        mark,
        label,
        mark,
        answer.reason,
    )


def _number(context: template.Context) -> int:
    """Counts within one page, so that ids stay the same from one rendering to the next."""
    page: Any = context.get("request") or context.template
    count: int = getattr(page, "numbered_parts", 0) + 1
    page.numbered_parts = count
    return count
