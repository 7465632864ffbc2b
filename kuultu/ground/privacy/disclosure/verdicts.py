"""How a card was voted on at the decision event: more of this, or less."""

from collections.abc import Mapping
from enum import StrEnum

from kuultu.ground.privacy.disclosure.audience import Audience
from kuultu.ground.privacy.disclosure.shares import share_of
from kuultu.ground.privacy.disclosure.shown import Nothing, Reason, Shown
from kuultu.ground.privacy.disclosure.thresholds import WORDS_FROM


class Turnout(StrEnum):
    """How far a vote has come, in steps too coarse to follow one hand."""

    NOBODY_YET = "nobody_yet"
    SOME = "some"
    HALF = "half"
    NEARLY_ALL = "nearly_all"
    ALL = "all"


def verdicts(
    more: int,
    unsure: int,
    less: int,
    *,
    closed: bool,
    audience: Audience,
    tables: int | None = None,
) -> Shown:
    """The outcome of one card's vote, and nothing at all before the vote has closed.

    `tables` is how many tables voted; the public needs two.
    """
    if not closed:
        return Nothing(Reason.STILL_OPEN)
    counts = {"more": more, "unsure": unsure, "less": less}
    return share_of(counts, audience=audience, events=tables)


def turnout(voted: int, invited: int) -> Turnout:
    """How many of those invited have voted: the only thing a live screen may say."""
    if voted <= 0:
        return Turnout.NOBODY_YET
    if voted >= invited:
        return Turnout.ALL
    if 4 * voted >= 3 * invited:
        return Turnout.NEARLY_ALL
    return Turnout.HALF if 2 * voted >= invited else Turnout.SOME


def merged_tables(sizes: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """Tables put together until each group has five people, the smallest ones first.

    `sizes` holds people per table. When all of them together are fewer than five, one group is
    returned, and its figures will not be shown.
    """
    groups: list[tuple[int, tuple[str, ...]]] = sorted((people, (name,)) for name, people in sizes.items())
    while len(groups) > 1 and groups[0][0] < WORDS_FROM:
        (few, first), (more, second), *others = groups
        groups = sorted([(few + more, first + second), *others])
    return tuple(names for _people, names in groups)
