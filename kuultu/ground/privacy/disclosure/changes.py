"""What changed between two rounds, said only when it can be told."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor

from kuultu.ground.privacy.disclosure.audience import Audience
from kuultu.ground.privacy.disclosure.intervals import newcombe
from kuultu.ground.privacy.disclosure.shown import Nothing, Reason
from kuultu.ground.privacy.disclosure.thresholds import (
    FIGURES_FROM,
    SMALLEST_CLASS,
    WORDS_FROM,
)

PUBLIC_STEP = 5


class Direction(StrEnum):
    """Which way a share went. 'Cannot tell' is an answer, and the usual one for small groups."""

    MORE = "more"
    LESS = "less"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Changed:
    """A change of a share in words, and its 95 % interval in percentage points.

    `low` and `high` are None where either share is so extreme that they would give it away.
    """

    direction: Direction
    low: int | None = None
    high: int | None = None

    @property
    def sentence_key(self) -> str:
        """The key of the sentence that says the change."""
        return f"change.{self.direction}"


def change_between(
    before: tuple[int, int],
    after: tuple[int, int],
    *,
    audience: Audience,
    events: int | None = None,
) -> Changed | Nothing:
    """How a share moved from `before` to `after`, each `(count, people)` of different people.

    Only when both rounds had at least ten people. `events` is the smaller number of events of the
    two. Raises ValueError when a pair is not a share.
    """
    fewest = min(before[1], after[1])
    if audience.lacks_events(events):
        return Nothing(Reason.TOO_FEW_EVENTS)
    if fewest < WORDS_FROM:
        return Nothing(Reason.FEWER_THAN_FIVE)
    if fewest < FIGURES_FROM:
        return Changed(Direction.CANNOT_TELL)
    low, high = newcombe(before, after)
    direction = _direction(low, high)
    if _is_extreme(*before) or _is_extreme(*after):
        return Changed(direction)
    step = PUBLIC_STEP if audience.rounds else 1
    return Changed(direction, step * floor(100 * low / step), step * ceil(100 * high / step))


def _direction(low: float, high: float) -> Direction:
    if low > 0:
        return Direction.MORE
    return Direction.LESS if high < 0 else Direction.CANNOT_TELL


def _is_extreme(count: int, people: int) -> bool:
    return count < SMALLEST_CLASS or people - count < SMALLEST_CLASS
