"""The fields of a Word form beside those the report has: empty ones are filled, others stay and theirs is shown."""

from collections.abc import Mapping
from typing import Any

from kuultu.ground.people.rules import Refused
from kuultu.loop.reports.actions.facts import counted
from kuultu.loop.reports.actions.writing import clean
from kuultu.loop.reports.fields import TOP
from kuultu.loop.reports.filled import CHECKS, CHOICES, TEXTS, Filled, place_of, value_of
from kuultu.loop.reports.models import Report

TAGS = {name: tag for tag, name in (CHECKS | TEXTS).items()} | {"language": "A.report_language", "how": "E.how"}
FACT_TAGS = {name: tag for tag, (_where, name) in CHOICES.items()} | {"time": "A.time"}
SAYS = {True: "yes", False: "no"}

type Loose = list[tuple[str, str]]


def merge(report: Report, filled: Filled, *, fresh: bool) -> tuple[set[str], Loose]:
    """Fill what is empty. Names of the fields that changed, and (tag, text) of values that found another there.

    `fresh`: nothing has been written yet, so the form's language is the report's.
    """
    changed: set[str] = set()
    loose: Loose = []
    for name, value in filled.values.items():
        _merge_value(report, name, value, changed, loose, fresh=fresh)
    for name, tags in (("facts", FACT_TAGS), ("skipped", {}), ("differed", {})):
        _merge_texts(report, name, getattr(filled, name), tags, changed, loose)
    _merge_counts(report, filled.who_came, changed, loose)
    _merge_top(report, filled.top, changed, loose)
    return changed, loose


def _merge_value(report: Report, name: str, value: Any, changed: set[str], loose: Loose, *, fresh: bool) -> None:
    here = getattr(report, name)
    value = clean(value) if isinstance(value, str) else value
    if here == value:
        return
    if here in (None, "") or (name == "language" and fresh) or (name == "removed" and value):
        setattr(report, name, value)
        changed.add(name)
    elif name != "removed":
        loose.append((TAGS[name], SAYS.get(value, str(value)) if isinstance(value, bool) else str(value)))


def _merge_texts(
    report: Report, name: str, texts: Mapping[str, str], tags: Mapping[str, str], changed: set[str], loose: Loose
) -> None:
    here: dict[str, str] = getattr(report, name)
    for key, said in texts.items():
        text = clean(said)
        if key not in here:
            here[key] = text
            changed.add(name)
        elif here[key] != text:
            loose.append((tags.get(key, f"{key}.{name}"), text))


def _merge_counts(report: Report, incoming: Mapping[str, int], changed: set[str], loose: Loose) -> None:
    """Numbers that cannot be together, or that differ from those here, are shown instead of taken."""
    for name, number in incoming.items():
        try:
            together = counted({name: number} | report.who_came)
        except Refused:
            together = report.who_came
        if together.get(name) != number:
            loose.append((f"B.{name}", str(number)))
        elif together != report.who_came:
            report.who_came = together
            changed.add("who_came")


def _merge_top(report: Report, incoming: Mapping[int, str], changed: set[str], loose: Loose) -> None:
    for number, said in sorted(incoming.items()):
        text = clean(said)
        if text in report.top:
            continue
        if len(report.top) < TOP:
            report.top = [*report.top, text]
            changed.add("top")
        else:
            loose.append((f"D.{number}", text))


def overwrite(report: Report, tag: str, text: str) -> str | None:
    """Put a loose value into its field, in place of what stands there. The name of the field; None if it has none."""
    part, _dot, name = tag.partition(".")
    value = value_of(tag, text)
    if value is None:
        return None
    if part == "B":
        report.who_came = counted(report.who_came | {name: value})
        return "who_came"
    if part == "D" and (place := place_of(name)):
        report.top = [*report.top[: place - 1], text, *report.top[place:]][:TOP]
        return "top"
    for field, tags in (("facts", FACT_TAGS), ("", TAGS)):
        if key := next((key for key, each in tags.items() if each == tag), ""):
            if field:
                report.facts[key] = text
            else:
                setattr(report, key, value)
            return field or key
    getattr(report, name)[part] = text
    return name
