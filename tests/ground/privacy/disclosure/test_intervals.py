"""Intervals against published values and against scipy; changes in words."""

import os
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from kuultu.ground.privacy.disclosure import (
    Audience,
    Changed,
    Direction,
    Nothing,
    Reason,
    change_between,
    newcombe,
    wilson,
)

PAIRS = int(os.environ.get("KUULTU_INTERVAL_PAIRS", "2000"))

NEWCOMBE_1998_TABLE_II_METHOD_10 = [
    ((48, 80), (56, 70), 0.0524, 0.3339),
    ((3, 10), (9, 10), 0.1705, 0.8090),
    ((2, 7), (6, 7), 0.0582, 0.8062),
    ((0, 29), (5, 56), -0.0381, 0.1926),
    ((0, 20), (0, 10), -0.1611, 0.2775),
    ((0, 10), (0, 10), -0.2775, 0.2775),
    ((0, 20), (10, 10), 0.6791, 1.0000),
    ((0, 10), (10, 10), 0.6075, 1.0000),
]


@st.composite
def shares(draw: st.DrawFn, at_least: int = 1) -> tuple[int, int]:
    people = draw(st.integers(at_least, 500))
    return draw(st.integers(0, people)), people


def test_wilson_equals_scipy() -> None:
    random = Random(2)
    for _ in range(PAIRS):
        people = random.randint(1, 400)
        count = random.randint(0, people)
        expected = binomtest(count, people).proportion_ci(method="wilson")
        assert wilson(count, people) == pytest.approx((expected.low, expected.high), abs=1e-9)


@settings(deadline=None)
@given(shares())
def test_wilson_holds_the_share_and_stays_a_share(share: tuple[int, int]) -> None:
    low, high = wilson(*share)
    assert 0 <= low <= share[0] / share[1] <= high <= 1


@pytest.mark.parametrize(("before", "after", "low", "high"), NEWCOMBE_1998_TABLE_II_METHOD_10)
def test_newcombe_equals_the_published_values(
    before: tuple[int, int], after: tuple[int, int], low: float, high: float
) -> None:
    assert newcombe(before, after) == pytest.approx((low, high), abs=5e-5)


@settings(deadline=None)
@given(shares(), shares())
def test_newcombe_is_made_of_two_wilson_intervals(before: tuple[int, int], after: tuple[int, int]) -> None:
    was, now = binomtest(*before), binomtest(*after)
    w = was.proportion_ci(method="wilson")
    n = now.proportion_ci(method="wilson")
    p, q = was.statistic, now.statistic
    low = q - p - ((q - n.low) ** 2 + (w.high - p) ** 2) ** 0.5
    high = q - p + ((n.high - q) ** 2 + (p - w.low) ** 2) ** 0.5
    assert newcombe(before, after) == pytest.approx((low, high), abs=1e-9)


@pytest.mark.parametrize(("count", "people"), [(0, 0), (-1, 5), (6, 5)])
def test_what_is_not_a_share_is_refused(count: int, people: int) -> None:
    with pytest.raises(ValueError, match="not a share"):
        wilson(count, people)


def test_half_to_three_quarters_of_twenty_cannot_be_told() -> None:
    changed = change_between((10, 20), (15, 20), audience=Audience.COORDINATOR)
    assert changed == Changed(Direction.CANNOT_TELL, -5, 50)
    assert changed.sentence_key == "change.cannot_tell"


def test_a_large_change_is_told_and_its_opposite_too() -> None:
    more = change_between((10, 40), (30, 40), audience=Audience.COORDINATOR)
    less = change_between((30, 40), (10, 40), audience=Audience.COORDINATOR)
    assert isinstance(more, Changed)
    assert isinstance(less, Changed)
    assert (more.direction, less.direction) == (Direction.MORE, Direction.LESS)
    assert (more.low, more.high) == (28, 66)


def test_public_changes_come_in_fives() -> None:
    changed = change_between((10, 40), (30, 40), audience=Audience.PUBLIC, events=2)
    assert changed == Changed(Direction.MORE, 25, 70)


@settings(deadline=None)
@given(shares(10), shares(10))
def test_extreme_shares_keep_their_interval_to_themselves(before: tuple[int, int], after: tuple[int, int]) -> None:
    changed = change_between(before, after, audience=Audience.COORDINATOR)
    assert isinstance(changed, Changed)
    extreme = any(count < 3 or people - count < 3 for count, people in (before, after))
    assert (changed.low is None) == (changed.high is None) == extreme


def test_small_rounds_cannot_tell_and_smaller_ones_say_nothing() -> None:
    cannot = change_between((1, 9), (30, 30), audience=Audience.COORDINATOR)
    assert cannot == Changed(Direction.CANNOT_TELL)
    nothing = change_between((1, 4), (30, 30), audience=Audience.COORDINATOR)
    assert nothing == Nothing(Reason.FEWER_THAN_FIVE)
    public = change_between((10, 40), (30, 40), audience=Audience.PUBLIC, events=1)
    assert public == Nothing(Reason.TOO_FEW_EVENTS)
