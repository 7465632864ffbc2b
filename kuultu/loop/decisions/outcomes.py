"""From counted votes to what is kept and shown: every figure passes `disclosure`, and stays as it was shown."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from kuultu.ground.privacy.disclosure import Audience, InFigures, InWords, Nothing, Reason, Shown, Word
from kuultu.ground.privacy.disclosure.plain import plain_share
from kuultu.ground.privacy.disclosure.stored import from_stored
from kuultu.ground.privacy.disclosure.thresholds import MOST_FROM, SMALLEST_CLASS
from kuultu.loop.decisions.models import Outcome

TABLES = "tables"
OUTCOMES = {"more": Outcome.MORE, "unsure": Outcome.UNSURE, "less": Outcome.LESS}


def shown_to(audience: Audience, counts: Mapping[str, int], tables: int) -> Shown:
    """What those votes may tell that audience once the vote has closed. `counts`: choice → votes; `tables`: how many
    tables cast them. Three figures where none of them is small, else one word."""
    return plain_share({choice: counts.get(choice, 0) for choice in OUTCOMES}, audience=audience, events=tables)


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
    if leader.people < MOST_FROM * shown.people:
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


def read(stored: Mapping[str, Any] | None) -> Shown:
    """What was kept with a verdict."""
    return from_stored(stored) if stored else Nothing(Reason.FEWER_THAN_FIVE)
