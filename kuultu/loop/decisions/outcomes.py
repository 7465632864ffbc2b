"""From counted votes to what is kept and shown: every figure passes `disclosure`, and stays as it was shown."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from kuultu.ground.privacy.disclosure import (
    Audience,
    InFigures,
    InWords,
    Nothing,
    Reason,
    Shown,
    Slice,
    Word,
    chosen_by,
    verdicts,
)
from kuultu.ground.privacy.disclosure.thresholds import MOST_FROM, SMALLEST_CLASS
from kuultu.loop.decisions.models import Outcome

TABLES = "tables"
OUTCOMES = {"more": Outcome.MORE, "unsure": Outcome.UNSURE, "less": Outcome.LESS}


def shown_to(audience: Audience, counts: Mapping[str, int], tables: int) -> Shown:
    """What those votes may tell that audience. `counts`: choice → votes; `tables`: how many tables cast them.

    Three figures where none of them is small; else the leading side against the other two together: with one or
    two unsure the protection of three figures would hide the very side that the hall chose.
    """
    more, unsure, less = (counts.get(choice, 0) for choice in OUTCOMES)
    shown = verdicts(more, unsure, less, closed=True, audience=audience, tables=tables)
    if not isinstance(shown, InFigures) or all(len(each.answers) == 1 for each in shown.slices):
        return shown
    leader = max(OUTCOMES, key=lambda choice: counts.get(choice, 0))
    return _against_others(chosen_by(counts[leader], more + unsure + less, audience=audience, events=tables), leader)


def _against_others(shown: Shown, leader: str) -> Shown:
    """`chosen_by` speaks of "chosen" and "not": give them the names of the sides."""
    named = {"chosen": (leader,), "not": tuple(choice for choice in OUTCOMES if choice != leader)}
    match shown:
        case InFigures():
            return replace(shown, slices=tuple(replace(each, answers=named[each.answers[0]]) for each in shown.slices))
        case InWords():
            return replace(shown, about=named[shown.about[0]] if shown.about else ())
        case _:
            return shown


def word_and_side(shown: Shown) -> tuple[Word, str] | None:
    """The word for what is shown and the side it is about ("" when divided); None when nothing may be told."""
    match shown:
        case Nothing():
            return None
        case InWords():
            return shown.word, shown.about[0] if len(shown.about) == 1 else ""
        case InFigures():
            return _of_figures(shown)


def _of_figures(shown: InFigures) -> tuple[Word, str]:
    """The same thresholds as for words, on the figures that are shown."""
    leader = max(shown.slices, key=lambda each: each.people)
    if len(leader.answers) > 1 or leader.people < MOST_FROM * shown.people:
        return Word.DIVIDED, ""
    nearly = shown.people - leader.people < SMALLEST_CLASS
    return Word.NEARLY_ALL if nearly else Word.MOST, leader.answers[0]


def outcome_of(shown: Shown) -> Outcome:
    """The one word that is kept of a card."""
    told = word_and_side(shown)
    if told is None:
        return Outcome.FEW
    word, side = told
    return OUTCOMES[side] if side and word in {Word.MOST, Word.NEARLY_ALL} else Outcome.DIVIDED


def word_of_tables(outcomes: Iterable[str]) -> tuple[Word, str] | None:
    """What most tables said, where votes alone tell too little. Tables are counted here, not people: each has
    said its word aloud."""
    counted = Counter(outcomes)
    if not counted:
        return None
    (side, leading), *_rest = counted.most_common(1)
    if side in OUTCOMES and leading >= MOST_FROM * counted.total():
        return Word.MOST, side
    return Word.DIVIDED, ""


def kept(shown: Shown) -> dict[str, Any]:
    """As it is stored with the verdict."""
    match shown:
        case Nothing():
            return {"kind": "nothing", "reason": shown.reason.value}
        case InWords():
            return {"kind": "words", "word": shown.word.value, "about": list(shown.about), "people": shown.people}
        case InFigures():
            return {
                "kind": "figures", "people": shown.people, "rounded": shown.rounded,
                "slices": [
                    {"answers": list(s.answers), "people": s.people, "percent": s.percent, "low": s.low,
                     "high": s.high, "rest": s.rest}
                    for s in shown.slices
                ],
            }  # fmt: skip


def read(stored: Mapping[str, Any] | None) -> Shown:
    """What was stored, as `disclosure` gave it."""
    match (stored or {}).get("kind"):
        case "words":
            assert stored is not None
            return InWords(Word(stored["word"]), tuple(stored["about"]), stored["people"])
        case "figures":
            assert stored is not None
            slices = tuple(Slice(**(each | {"answers": tuple(each["answers"])})) for each in stored["slices"])
            return InFigures(stored["people"], slices, stored["rounded"])
        case _:
            return Nothing(Reason((stored or {}).get("reason", Reason.FEWER_THAN_FIVE)))
