"""Shares of answers: nothing, words or figures, and what an attacker makes of them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    share_of,
)

SCALE = ("not at all", "little", "somewhat", "much", "very much")
AUDIENCES = st.sampled_from(Audience)


def counts_of(*, at_least: int, at_most: int) -> st.SearchStrategy[dict[str, int]]:
    """Random microdata: each person's answer on a five-point scale, counted."""
    answers = st.lists(st.sampled_from(SCALE), min_size=at_least, max_size=at_most)
    return answers.map(lambda given: {answer: given.count(answer) for answer in SCALE})


def numbers_in(thing: object) -> list[float]:
    """Every number reachable in a shown thing."""
    if isinstance(thing, bool):
        return []
    if isinstance(thing, int | float):
        return [thing]
    if isinstance(thing, tuple):
        return [number for each in thing for number in numbers_in(each)]
    if is_dataclass(thing):
        return [n for field in fields(thing) for n in numbers_in(getattr(thing, field.name))]
    return []


def compositions(people: int, classes: int) -> Iterator[tuple[int, ...]]:
    if classes == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for others in compositions(people - first, classes - 1):
            yield (first, *others)


@settings(deadline=None)
@given(counts_of(at_least=0, at_most=9), AUDIENCES, st.booleans())
def test_no_number_is_shown_below_ten_people(counts: dict[str, int], audience: Audience, ordered: bool) -> None:
    assert numbers_in(share_of(counts, audience=audience, events=3, ordered=ordered)) == []


@settings(deadline=None)
@given(counts_of(at_least=0, at_most=4), AUDIENCES)
def test_below_five_people_not_even_the_number_of_them(counts: dict[str, int], audience: Audience) -> None:
    assert share_of(counts, audience=audience, events=3) == Nothing(Reason.FEWER_THAN_FIVE)


@settings(deadline=None)
@given(counts_of(at_least=10, at_most=80), AUDIENCES, st.booleans())
def test_figures_never_show_a_small_class_nor_leave_few_out(
    counts: dict[str, int], audience: Audience, ordered: bool
) -> None:
    shown = share_of(counts, audience=audience, events=3, ordered=ordered)
    people = sum(counts.values())
    for each in shown.slices if isinstance(shown, InFigures) else ():
        truly = sum(counts[answer] for answer in each.answers)
        assert 3 <= truly <= people - 3
        assert 0 < each.percent < 100
        assert each.low <= 100 * truly / people <= each.high


@settings(deadline=None)
@given(counts_of(at_least=10, at_most=29))
def test_a_scale_is_collapsed_to_three_classes_below_thirty_people(counts: dict[str, int]) -> None:
    shown = share_of(counts, audience=Audience.COORDINATOR, ordered=True)
    if isinstance(shown, InFigures):
        assert len(shown.slices) <= 3
        told = [set(each.answers) for each in shown.slices]
        for together in ({"not at all", "little"}, {"much", "very much"}):
            assert sum(bool(together & each) for each in told) == 1


@settings(deadline=None)
@given(counts_of(at_least=10, at_most=80))
def test_the_slices_account_for_everybody_who_answered(counts: dict[str, int]) -> None:
    shown = share_of(counts, audience=Audience.COORDINATOR)
    if isinstance(shown, InFigures):
        assert sum(each.people for each in shown.slices) == shown.people == sum(counts.values())
        assert sorted(a for each in shown.slices for a in each.answers) == sorted(SCALE)


@pytest.mark.parametrize(("classes", "ordered"), [(2, False), (3, False), (4, False), (5, False), (5, True)])
@pytest.mark.parametrize("people", [*range(5, 15), 18])
def test_an_attacker_who_knows_the_rules_and_n_finds_no_small_class(people: int, classes: int, ordered: bool) -> None:
    """Turns the function round: every microdata that gives the same output is possible.

    What is told is at least three people from both ends. What is not told could be more than one
    number, or is itself that far from both ends.
    """
    possible: dict[Shown, list[tuple[int, ...]]] = defaultdict(list)
    for counts in compositions(people, classes):
        answers = dict(zip("abcde", counts, strict=False))
        shown = share_of(answers, audience=Audience.DECISION_MAKERS, ordered=ordered)
        possible[shown].append(counts)
    for shown, candidates in possible.items():
        slices = shown.slices if isinstance(shown, InFigures) else ()
        told = {each.answers for each in slices}
        for place, answer in enumerate("abcde"[:classes]):
            guesses = {counts[place] for counts in candidates}
            far_from_the_ends = min(guesses) >= 3 and max(guesses) <= people - 3
            assert far_from_the_ends or ((answer,) not in told and len(guesses) >= 2)


@pytest.mark.parametrize("people", range(5, 60))
def test_everybody_agreeing_looks_like_nearly_everybody_agreeing(people: int) -> None:
    every = share_of({"yes": people, "no": 0}, audience=Audience.COORDINATOR)
    nearly = share_of({"yes": people - 1, "no": 1}, audience=Audience.COORDINATOR)
    assert every == nearly
    assert isinstance(every, InWords)
    assert every.word is (Word.MOST if people < 10 else Word.NEARLY_ALL)
    assert every.about == ("yes",)


def test_words_for_five_to_nine_people() -> None:
    def said(yes: int, no: int) -> Shown:
        return share_of({"yes": yes, "no": no}, audience=Audience.COORDINATOR)

    assert said(4, 1) == InWords(Word.MOST, ("yes",))
    assert said(3, 2) == InWords(Word.DIVIDED)
    assert said(2, 6) == InWords(Word.MOST, ("no",))
    assert said(3, 6) == InWords(Word.DIVIDED)


def test_a_scale_is_collapsed_before_it_is_put_in_words() -> None:
    counts = dict(zip(SCALE, (0, 0, 1, 4, 4), strict=True))
    shown = share_of(counts, audience=Audience.COORDINATOR, ordered=True)
    assert shown == InWords(Word.MOST, ("much", "very much"))
    counts = dict(zip(SCALE, (0, 0, 1, 6, 6), strict=True))
    shown = share_of(counts, audience=Audience.COORDINATOR, ordered=True)
    assert shown == InWords(Word.NEARLY_ALL, ("much", "very much"), 13)


def test_many_small_classes_of_enough_people_are_divided() -> None:
    counts = dict.fromkeys("abcdef", 2)
    assert share_of(counts, audience=Audience.COORDINATOR) == InWords(Word.DIVIDED, (), 12)


def test_figures_with_their_interval() -> None:
    shown = share_of({"yes": 15, "no": 5}, audience=Audience.COORDINATOR)
    assert shown == InFigures(20, (Slice(("yes",), 15, 75, 53, 89), Slice(("no",), 5, 25, 11, 47)), rounded=False)
    assert shown.sentence_key == "figures.exact"


def test_a_small_class_is_hidden_among_its_neighbours() -> None:
    shown = share_of({"more": 14, "unsure": 1, "less": 5}, audience=Audience.COORDINATOR)
    assert isinstance(shown, InFigures)
    assert [(each.answers, each.people, each.rest) for each in shown.slices] == [
        (("more",), 14, False),
        (("unsure", "less"), 6, True),
    ]


def test_which_neighbour_hides_a_small_class_does_not_depend_on_sizes() -> None:
    """Were it always the smallest, (6, 6, 2) could be solved from 'b: 6, a or c: 8'."""
    for more, less in ((6, 7), (7, 6), (5, 20), (20, 5)):
        counts = {"more": more, "unsure": 2, "less": less}
        shown = share_of(counts, audience=Audience.COORDINATOR)
        assert isinstance(shown, InFigures)
        assert shown.slices[1].answers == ("unsure", "less")


def test_two_small_classes_that_would_betray_each_other_leave_a_word() -> None:
    shown = share_of({"more": 2, "unsure": 2, "less": 16}, audience=Audience.COORDINATOR)
    assert shown == InWords(Word.MOST, ("less",), 20)


def test_a_full_scale_from_thirty_people_on_unless_a_point_is_small() -> None:
    full = dict(zip(SCALE, (4, 5, 6, 7, 8), strict=True))
    shown = share_of(full, audience=Audience.COORDINATOR, ordered=True)
    assert isinstance(shown, InFigures)
    assert [each.answers for each in shown.slices] == [(point,) for point in SCALE]
    one_small = dict(zip(SCALE, (2, 7, 6, 7, 8), strict=True))
    shown = share_of(one_small, audience=Audience.COORDINATOR, ordered=True)
    assert isinstance(shown, InFigures)
    assert [each.answers for each in shown.slices] == [SCALE[:2], SCALE[2:3], SCALE[3:]]


def test_a_scale_of_three_stays_as_it_is() -> None:
    counts = {"worse": 4, "same": 5, "better": 6}
    shown = share_of(counts, audience=Audience.COORDINATOR, ordered=True)
    assert isinstance(shown, InFigures)
    assert [each.people for each in shown.slices] == [4, 5, 6]


def test_a_scale_without_a_middle_collapses_to_two() -> None:
    counts = dict(zip("abcd", (4, 3, 5, 4), strict=True))
    shown = share_of(counts, audience=Audience.COORDINATOR, ordered=True)
    assert isinstance(shown, InFigures)
    assert [each.answers for each in shown.slices] == [("a", "b"), ("c", "d")]


@settings(deadline=None)
@given(counts_of(at_least=10, at_most=200))
def test_public_counts_are_in_fives_and_shares_in_steps(counts: dict[str, int]) -> None:
    shown = share_of(counts, audience=Audience.PUBLIC, events=2)
    people = sum(counts.values())
    step = 10 if people < 30 else 5 if people < 100 else 1
    if isinstance(shown, InFigures):
        assert shown.rounded
        assert shown.sentence_key == "figures.rounded"
        assert shown.people % 5 == 0
        for each in shown.slices:
            assert each.people % 5 == 0
            assert [each.percent % step, each.low % step, each.high % step] == [0, 0, 0]
    elif isinstance(shown, InWords):
        assert shown.people is not None
        assert shown.people % 5 == 0


@pytest.mark.parametrize("audience", [Audience.COORDINATOR, Audience.PUBLIC])
def test_a_share_is_never_nought_nor_everything(audience: Audience) -> None:
    shown = share_of({"yes": 3, "no": 997}, audience=audience, events=9)
    assert isinstance(shown, InFigures)
    assert [each.percent for each in shown.slices] == [1, 99]


@pytest.mark.parametrize("events", [None, 0, 1])
def test_the_public_gets_nothing_from_fewer_than_two_events(events: int | None) -> None:
    shown = share_of({"yes": 30, "no": 30}, audience=Audience.PUBLIC, events=events)
    assert shown == Nothing(Reason.TOO_FEW_EVENTS)
    assert shown.sentence_key == "nothing.too_few_events"


def test_others_may_see_a_single_event() -> None:
    shown = share_of({"yes": 30, "no": 30}, audience=Audience.COORDINATOR, events=1)
    assert isinstance(shown, InFigures)


def test_one_choice_of_several() -> None:
    def chosen(people: int, of: int) -> Shown:
        return chosen_by(people, of, audience=Audience.COORDINATOR)

    assert chosen(1, 7) == InWords(Word.FEW, ("chosen",))
    assert chosen(0, 7) == InWords(Word.FEW, ("chosen",))
    assert chosen(6, 7) == InWords(Word.MOST, ("chosen",))
    assert chosen(3, 7) == InWords(Word.DIVIDED)
    assert chosen(1, 40) == InWords(Word.FEW, ("chosen",), 40)
    assert chosen(39, 40) == InWords(Word.NEARLY_ALL, ("chosen",), 40)
    assert InWords(Word.FEW).sentence_key == "words.few"
    assert isinstance(chosen(10, 40), InFigures)


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        share_of({"yes": -1, "no": 20}, audience=Audience.COORDINATOR)
    with pytest.raises(ValueError, match="negative"):
        chosen_by(21, 20, audience=Audience.COORDINATOR)
    assert share_of({}, audience=Audience.COORDINATOR) == Nothing(Reason.FEWER_THAN_FIVE)


def test_a_question_with_one_answer_only_is_nearly_all() -> None:
    shown = share_of({"yes": 12}, audience=Audience.COORDINATOR)
    assert shown == InWords(Word.NEARLY_ALL, ("yes",), 12)
