"""Counts and shares made coarse enough for those who will see them."""

from math import ceil, floor

from kuultu.ground.privacy.disclosure.intervals import wilson
from kuultu.ground.privacy.disclosure.thresholds import FULL_SCALE_FROM, ROUND_PEOPLE_TO


def rounded_people(people: int) -> int:
    """A count of people to the nearest five; a group that is shown is never shown as nobody."""
    return max(ROUND_PEOPLE_TO, ROUND_PEOPLE_TO * round(people / ROUND_PEOPLE_TO))


def public_step(people: int) -> int:
    """The step of public shares, in per cent.

    Tens below thirty people. Above, fives and then ones: a finer step would undo the rounding of
    the counts.
    """
    if people < FULL_SCALE_FROM:
        return 10
    return 5 if people < 100 else 1


def percent_of(count: int, people: int, step: int) -> int:
    """A share in whole steps, never 0 or 100: those would speak for every single person."""
    nearest = step * round(100 * count / people / step)
    return min(max(nearest, step), 100 - step)


def interval_of(count: int, people: int, step: int) -> tuple[int, int]:
    """The Wilson interval in per cent, widened outwards to whole steps."""
    low, high = wilson(count, people)
    return step * floor(100 * low / step), step * ceil(100 * high / step)
