"""Verdicts after closing, turnout, merged tables, bands, themes by events, labels."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuultu.ground.privacy.disclosure import (
    OTHER_LANGUAGES,
    Audience,
    Band,
    EventCount,
    InFigures,
    InWords,
    Nothing,
    Reason,
    Turnout,
    Word,
    band_of,
    merged_tables,
    public_label,
    themes_by_events,
    turnout,
    verdicts,
)

VOTES = st.integers(0, 60)


@settings(deadline=None)
@given(VOTES, VOTES, VOTES, st.sampled_from(Audience))
def test_an_open_vote_shows_nothing_to_anybody(more: int, unsure: int, less: int, audience: Audience) -> None:
    shown = verdicts(more, unsure, less, closed=False, audience=audience, tables=5)
    assert shown == Nothing(Reason.STILL_OPEN)


@pytest.mark.parametrize("people", range(5, 61))
def test_watching_a_vote_exposes_no_single_vote(people: int) -> None:
    """After every ballot the watcher looks again; only closing changes what is seen."""
    random = Random(people)
    cast = {"more": 0, "unsure": 0, "less": 0}
    seen = set()
    for _ in range(people):
        cast[random.choice(tuple(cast))] += 1
        seen.add(verdicts(**cast, closed=False, audience=Audience.DECISION_MAKERS))
    assert seen == {Nothing(Reason.STILL_OPEN)}


def test_a_closed_vote() -> None:
    few = verdicts(6, 1, 0, closed=True, audience=Audience.DECISION_MAKERS)
    assert few == InWords(Word.MOST, ("more",))
    many = verdicts(12, 4, 9, closed=True, audience=Audience.DECISION_MAKERS)
    assert isinstance(many, InFigures)
    assert [each.people for each in many.slices] == [12, 4, 9]
    public = verdicts(12, 4, 9, closed=True, audience=Audience.PUBLIC, tables=1)
    assert public == Nothing(Reason.TOO_FEW_EVENTS)


@pytest.mark.parametrize(
    ("voted", "step"),
    [
        (0, Turnout.NOBODY_YET),
        (1, Turnout.SOME),
        (9, Turnout.SOME),
        (10, Turnout.HALF),
        (14, Turnout.HALF),
        (15, Turnout.NEARLY_ALL),
        (19, Turnout.NEARLY_ALL),
        (20, Turnout.ALL),
        (21, Turnout.ALL),
    ],
)
def test_turnout_moves_in_coarse_steps(voted: int, step: Turnout) -> None:
    assert turnout(voted, 20) is step


def test_small_tables_are_counted_together() -> None:
    assert merged_tables({"1": 6, "2": 7}) == (("1",), ("2",))
    assert merged_tables({"1": 6, "2": 3, "3": 8}) == (("3",), ("2", "1"))
    assert merged_tables({"1": 2, "2": 1}) == (("2", "1"),)
    assert merged_tables({}) == ()


@settings(deadline=None)
@given(st.dictionaries(st.text(min_size=1), st.integers(0, 9), min_size=1, max_size=8))
def test_every_table_is_in_one_group_and_every_group_is_large_enough(
    sizes: dict[str, int],
) -> None:
    groups = merged_tables(sizes)
    assert sorted(name for group in groups for name in group) == sorted(sizes)
    if sum(sizes.values()) >= 5:
        assert min(sum(sizes[name] for name in group) for group in groups) >= 5


def test_bands() -> None:
    assert [band_of(people) for people in (0, 4, 5, 9, 10, 14, 15, 200)] == [
        Band.UNDER_5,
        Band.UNDER_5,
        Band.FROM_5,
        Band.FROM_5,
        Band.FROM_10,
        Band.FROM_10,
        Band.FROM_15,
        Band.FROM_15,
    ]
    with pytest.raises(ValueError, match="participants"):
        band_of(-1)


GROUPS = {"ar": ["e1", "e2", "e3", "e4", "e5"], "so": ["e6", "e7"], "ti": ["e8", "e9", "e10"]}


def test_a_theme_is_counted_by_events_and_by_group() -> None:
    (theme,) = themes_by_events({"loneliness": ["e1", "e2", "e3", "e5", "e9"]}, GROUPS)
    assert theme.everywhere == EventCount(5, 10)
    assert theme.by_group == (
        EventCount(4, 5, "ar"),
        EventCount(0, 2, "so"),
        EventCount(1, 3, "ti"),
    )


def test_a_group_with_one_event_is_not_broken_out() -> None:
    (theme,) = themes_by_events({"racism": ["e1", "e8"]}, {**GROUPS, "vi": ["e11"]})
    assert "vi" not in [each.group for each in theme.by_group]


def test_nor_can_it_be_found_by_subtraction() -> None:
    """All groups but the one would leave its only event as the difference from the total."""
    (theme,) = themes_by_events({"racism": ["e11"]}, {**GROUPS, "vi": ["e11"]})
    told = {each.group for each in theme.by_group}
    left_over = {"e11"} | {e for group, events in GROUPS.items() if group not in told for e in events}
    assert told == {"ar", "ti"}
    assert len(left_over) >= 2


def test_overlapping_groups_are_told_only_when_their_difference_is_two_events() -> None:
    groups = {"ar": ["e1", "e2", "e3"], "women": ["e1", "e2"], "youth": ["e4", "e5"]}
    (theme,) = themes_by_events({"housing": ["e3"]}, groups)
    assert [each.group for each in theme.by_group] == ["ar", "youth"]


def test_no_groups_no_events() -> None:
    (theme,) = themes_by_events({"housing": []}, {})
    assert (theme.everywhere, theme.by_group) == (EventCount(0, 0), ())


@pytest.mark.parametrize(
    ("speakers", "label"),
    [(None, OTHER_LANGUAGES), (0, OTHER_LANGUAGES), (199, OTHER_LANGUAGES), (200, "ti")],
)
def test_a_language_of_few_speakers_is_not_named(speakers: int | None, label: str) -> None:
    assert public_label("ti", speakers) == label


def test_the_limit_is_the_municipalitys_and_asylum_seekers_are_never_named() -> None:
    assert public_label("ti", 60, limit=50) == "ti"
    assert public_label("ti", 5000, asylum_seekers=True) == OTHER_LANGUAGES
