"""Personal data in a report: covered by its category, said more generally, or kept with a reason.

What is put in the place of words stands in square brackets, so that everybody sees that words were changed.
Source: research trust P4 and P5.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused, require
from kuultu.loop.reports.actions.writing import clean, hold, saved
from kuultu.loop.reports.models import Answer, KeptFind, Report, Unplaced
from kuultu.loop.reports.queries.finds import CATEGORIES, OpenFind
from kuultu.loop.reports.rules import may_tidy
from kuultu.loop.reports.sentences import FEW_WORDS, SAY_INSTEAD, SAY_WHY_IT_STAYS, TEXT_CHANGED

LONGEST = 80


@transaction.atomic
def cover_find(report: Report, open_find: OpenFind, *, by: Actor, now: datetime) -> str:
    """Its category in square brackets in the place of the words: [name]. The text as it is now."""
    with override(open_find.spot.language.lower()):
        words = f"[{CATEGORIES[open_find.found.kind]}]"
    return _put(report, open_find, words, "covered personal data", by=by, now=now)


@transaction.atomic
def coarsen_find(report: Report, open_find: OpenFind, *, by: Actor, now: datetime, words: str) -> str:
    """More general words in square brackets: [a shop in the centre]. The text as it is now."""
    words = clean(words).strip("[]").strip()
    if not words:
        raise Refused(SAY_INSTEAD)
    if len(words) > LONGEST:
        raise Refused(FEW_WORDS)
    return _put(report, open_find, f"[{words}]", "said personal data more generally", by=by, now=now)


@transaction.atomic
def keep_find(report: Report, open_find: OpenFind, *, by: Actor, now: datetime, reason: str) -> KeptFind:
    """Not personal data after all, or needed: the same words stay in the whole report, with the reason."""
    hold(report)
    require(may_tidy(by, report))
    if not (reason := clean(reason)[:200]):
        raise Refused(SAY_WHY_IT_STAYS)
    kept, _made = KeptFind.objects.get_or_create(
        report=report, fingerprint=open_find.fingerprint,
        defaults={"kind": open_find.found.kind.value, "reason": reason, "at": now},
    )  # fmt: skip
    record(by, "kept a find", report, now=now, kind=open_find.found.kind.value)
    return kept


def _put(report: Report, open_find: OpenFind, words: str, verb: str, *, by: Actor, now: datetime) -> str:
    """`words` in the place of what was found, wherever in the report the text stands."""
    hold(report)
    require(may_tidy(by, report))
    spot, found = open_find.spot, open_find.found
    if _text_at(report, spot.place)[found.start : found.end] != found.text:
        raise Refused(TEXT_CHANGED)
    text = f"{spot.text[: found.start]}{words}{spot.text[found.end :]}"
    _write(report, spot.place, text, now)
    record(by, verb, report, now=now, kind=found.kind.value)
    return text


def _text_at(report: Report, place: str) -> str:
    """The text of a place as it is now; "" when it is gone."""
    table, _colon, rest = place.partition(":")
    match table:
        case "answer":
            number, _colon, column = rest.partition(":")
            found = Answer.objects.filter(report=report, pk=int(number)).values_list(column, flat=True).first()
            return found or ""
        case "unplaced":
            return Unplaced.objects.filter(report=report, pk=int(rest)).values_list("text", flat=True).first() or ""
        case "top":
            return str(report.top[int(rest)]) if int(rest) < len(report.top) else ""
        case "report":
            return str(getattr(report, rest))
        case _:
            return str(getattr(report, table).get(rest, ""))


def _write(report: Report, place: str, text: str, now: datetime) -> None:
    table, _colon, rest = place.partition(":")
    if table == "answer":
        number, _colon, column = rest.partition(":")
        answer = Answer.objects.get(report=report, pk=int(number))
        setattr(answer, column, text)
        answer.save(update_fields=[column])
    elif table == "unplaced":
        loose = Unplaced.objects.get(report=report, pk=int(rest))
        loose.text = text
        loose.save(update_fields=["text"])
    elif table == "top":
        report.top[int(rest)] = text
    elif table == "report":
        setattr(report, rest, text)
    else:
        getattr(report, table)[rest] = text
    changed = {"answer": (), "unplaced": (), "report": (rest,)}.get(table, (table,))
    saved(report, *changed, now=now)
