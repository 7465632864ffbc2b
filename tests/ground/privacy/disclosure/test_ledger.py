"""The ledger: nothing can be found by subtracting one release from others."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

import numpy as np
import pytest
from scipy.optimize import linprog

from kuultu.ground.privacy.disclosure import (
    Audience,
    Decision,
    InFigures,
    InWords,
    Nothing,
    Reason,
    Release,
    Shown,
    decide,
    release,
    share_of,
    with_batch,
)

PAIRS = int(os.environ.get("KUULTU_ATTACK_PAIRS", "10000"))
ANSWERS = ("more", "unsure", "less")

type Person = tuple[str, str, str]
"""Event, group, answer."""


class Kept:
    """A ledger that lives as long as a test."""

    def __init__(self) -> None:
        self.releases: list[Release] = []

    def earlier(self, question: str) -> Iterable[Release]:
        return [each for each in self.releases if each.question == question]

    def keep(self, release: Release) -> None:
        self.releases.append(release)


def pieces_of(people: Iterable[Person]) -> dict[str, dict[str, int]]:
    pieces: dict[str, dict[str, int]] = {}
    for event, group, answer in people:
        counts = pieces.setdefault(f"{event}/{group}", dict.fromkeys(ANSWERS, 0))
        counts[answer] += 1
    return pieces


def counts_of(people: Iterable[Person]) -> dict[str, int]:
    found = Counter(answer for _event, _group, answer in people)
    return {answer: found[answer] for answer in ANSWERS}


def ask(people: Sequence[Person], ledger: Kept, audience: Audience = Audience.COORDINATOR) -> Shown:
    shown = share_of(counts_of(people), audience=audience, events=3)
    return release(shown, question="q", audience=audience, pieces=pieces_of(people), ledger=ledger)


def crowd(random: Random, at_most: int = 90) -> list[Person]:
    leaning = random.choice(((1, 1, 1), (5, 1, 1), (1, 1, 9)))
    return [
        (
            random.choice("ABCDEF"),
            random.choice(("so", "ar", "fi")),
            random.choices(ANSWERS, leaning)[0],
        )
        for _ in range(random.randint(12, at_most))
    ]


def chosen(people: Sequence[Person], random: Random) -> list[int]:
    """Whom a random filter keeps: some events, some groups, and now and then late answers gone."""
    events = random.sample("ABCDEF", random.randint(1, 6))
    groups = random.sample(("so", "ar", "fi"), random.randint(1, 3))
    up_to = len(people) - random.choice((0, 0, 1, 2, 5, 8))
    return [n for n, person in enumerate(people[:up_to]) if person[0] in events and person[1] in groups]


def test_ten_thousand_random_pairs_of_filters_leave_nothing_to_subtract() -> None:
    random = Random(23)
    both = small_when_careless = 0
    for _ in range(PAIRS):
        people = crowd(random)
        first, second = chosen(people, random), chosen(people, random)
        ledger = Kept()
        shown = [ask([people[n] for n in each], ledger) for each in (first, second)]
        inner, outer = sorted((set(first), set(second)), key=len)
        difference = [people[n] for n in outer - inner]
        if not inner < outer:
            continue
        small_when_careless += len(difference) < 5
        if all(isinstance(each, InFigures) for each in shown):
            both += 1
            assert len(difference) >= 5
            assert max(counts_of(difference).values()) < len(difference)
    assert both > PAIRS / 200
    assert small_when_careless > PAIRS / 50


def test_any_number_of_releases_solves_for_no_single_person() -> None:
    """Linear algebra over all releases, and linear programming with every answer 0 or 1."""
    random = Random(29)
    shown_in_all = 0
    for _ in range(60):
        people = crowd(random, at_most=300)
        ledger, sums, asked = Kept(), [], []
        for _filter in range(15):
            keep = chosen(people, random)
            shown = ask([people[n] for n in keep], ledger, random.choice(list(Audience)[1:3]))
            if not isinstance(shown, InFigures):
                continue
            asked.append(keep)
            for each in shown.slices:
                row = np.zeros((len(people), len(ANSWERS)))
                row[np.ix_(keep, [ANSWERS.index(answer) for answer in each.answers])] = 1
                sums.append((row.ravel(), each.people))
        if not sums:
            continue
        shown_in_all += len(asked)
        assert solved_by_algebra(len(people), asked) == 0
        assert solved_by_bounds(people, sums) == 0
    assert shown_in_all > 120


def solved_by_algebra(people: int, asked: Sequence[Sequence[int]]) -> int:
    """How many people are alone in a sum of releases."""
    matrix = np.zeros((len(asked), people))
    for number, keep in enumerate(asked):
        matrix[number, list(keep)] = 1
    projection = matrix.T @ np.linalg.pinv(matrix.T)
    return int(np.sum(np.isclose(np.diag(projection), 1)))


def solved_by_bounds(people: Sequence[Person], sums: Sequence[tuple[np.ndarray, int]]) -> int:
    """How many people's answers are certain, given every figure and that each gave one answer."""
    size = len(people) * len(ANSWERS)
    one_each = np.kron(np.eye(len(people)), np.ones(len(ANSWERS)))
    a_eq = np.vstack([one_each, *(row for row, _ in sums)])
    b_eq = np.array([*[1] * len(people), *(count for _, count in sums)])
    solved = 0
    told: set[tuple[float, ...]] = set()
    for n, person in enumerate(people):
        place = n * len(ANSWERS) + ANSWERS.index(person[2])
        alike = tuple(row[place] for row, _ in sums)
        if alike in told:
            continue
        told.add(alike)
        aim = np.zeros(size)
        aim[place] = 1
        lowest = linprog(aim, A_eq=a_eq, b_eq=b_eq, bounds=(0, 1))
        solved += lowest.fun > 1 - 1e-6
    return solved


def test_disjoint_groups_and_everybody_together_are_all_shown() -> None:
    """The ledger does not stand in the way of a plain page: each language, then all."""
    random = Random(37)
    people = [
        (f"{language}{n}", language, random.choice(ANSWERS)) for language in ("so", "ar", "fi", "ti") for n in range(30)
    ]
    ledger = Kept()
    for language in ("so", "ar", "fi", "ti"):
        assert isinstance(ask([each for each in people if each[1] == language], ledger), InFigures)
    assert isinstance(ask(people, ledger), InFigures)


def test_the_attacker_solves_people_when_there_is_no_ledger() -> None:
    """The attackers are real ones: without the ledger they find people."""
    random = Random(31)
    found = 0
    for _ in range(30):
        people = crowd(random)
        asked = [chosen(people, random) for _ in range(15)]
        found += solved_by_algebra(len(people), [keep for keep in asked if len(keep) >= 10])
    assert found >= 10


def one_answer_each(more: int, less: int, event: str = "A") -> list[Person]:
    return [(event, "so", "more")] * more + [(event, "so", "less")] * less


def test_one_late_answer_waits_for_others() -> None:
    ledger = Kept()
    assert isinstance(ask(one_answer_each(10, 10), ledger), InFigures)
    assert ask(one_answer_each(11, 10), ledger) == Nothing(Reason.WAITS_FOR_MORE)
    assert ask(one_answer_each(15, 10), ledger) == Nothing(Reason.WAITS_FOR_MORE)
    assert isinstance(ask(one_answer_each(13, 13), ledger), InFigures)
    assert len(ledger.releases) == 2


def test_a_corrected_answer_is_not_shown_as_the_difference_it_makes() -> None:
    ledger = Kept()
    assert isinstance(ask(one_answer_each(10, 10), ledger), InFigures)
    assert ask(one_answer_each(11, 9), ledger) == Nothing(Reason.TOO_CLOSE_TO_EARLIER)


def test_everybody_but_a_few_is_refused() -> None:
    ledger = Kept()
    all_of_them = one_answer_each(10, 10) + one_answer_each(2, 2, "B")
    assert isinstance(ask(all_of_them, ledger), InFigures)
    assert ask(one_answer_each(10, 10), ledger) == Nothing(Reason.TOO_CLOSE_TO_EARLIER)


def test_a_person_left_over_by_three_releases_is_noticed() -> None:
    """No two of them differ by fewer than five: only all three together give the person away."""
    ledger = Kept()
    a, b = one_answer_each(6, 6, "A"), one_answer_each(6, 6, "B")
    assert isinstance(ask(a, ledger), InFigures)
    assert isinstance(ask(b, ledger), InFigures)
    assert isinstance(ask(a + b, ledger), InFigures)
    everybody = a + b + one_answer_each(1, 0, "C")
    assert ask(everybody, ledger) == Nothing(Reason.WAITS_FOR_MORE)


def test_the_same_figure_is_shown_again_and_kept_once() -> None:
    ledger = Kept()
    first = ask(one_answer_each(10, 10), ledger)
    assert ask(one_answer_each(10, 10), ledger) == first
    assert len(ledger.releases) == 1


def test_a_word_is_not_upset_by_one_person() -> None:
    ledger = Kept()
    assert isinstance(ask(one_answer_each(6, 2), ledger), InWords)
    assert ask(one_answer_each(6, 3), ledger) == Nothing(Reason.WAITS_FOR_MORE)
    assert isinstance(ask(one_answer_each(9, 5), ledger), InFigures)


def test_what_is_never_shown_is_not_kept() -> None:
    ledger = Kept()
    assert ask(one_answer_each(2, 2), ledger) == Nothing(Reason.FEWER_THAN_FIVE)
    assert ledger.releases == []


def test_other_questions_do_not_matter() -> None:
    earlier = Release("q", Audience.COORDINATOR, pieces_of(one_answer_each(10, 10)))
    other = Release("r", Audience.COORDINATOR, pieces_of(one_answer_each(11, 10)))
    assert decide(other, [earlier]) is Decision.SHOW


@pytest.mark.parametrize(
    ("first", "second", "decision"),
    [
        (Audience.SCRIBE, Audience.DECISION_MAKERS, Decision.SHOW),
        (Audience.COORDINATOR, Audience.DECISION_MAKERS, Decision.HOLD),
        (Audience.PUBLIC, Audience.SCRIBE, Decision.HOLD),
        (Audience.SCRIBE, Audience.PUBLIC, Decision.HOLD),
        (Audience.SCRIBE, Audience.COORDINATOR, Decision.SHOW),
    ],
)
def test_releases_are_compared_when_somebody_sees_both(first: Audience, second: Audience, decision: Decision) -> None:
    classes = (("more",), ("less",))
    earlier = Release("q", first, pieces_of(one_answer_each(10, 10)), classes)
    new = Release("q", second, pieces_of(one_answer_each(11, 10)), classes)
    assert decide(new, [earlier]) is decision


@pytest.mark.parametrize("people", range(5, 61))
def test_held_batches_expose_no_answer_whatever_the_order_of_arrival(people: int) -> None:
    random = Random(people)
    for _ in range(20):
        arriving = random.choices(ANSWERS, random.choice(((1, 1, 1), (8, 1, 1))), k=people)
        shown: dict[str, int] = {}
        for number in range(1, people + 1):
            so_far = {answer: arriving[:number].count(answer) for answer in ANSWERS}
            waiting = {answer: so_far[answer] - shown.get(answer, 0) for answer in ANSWERS}
            before, shown = shown, with_batch(shown, waiting)
            added = {answer: shown.get(answer, 0) - before.get(answer, 0) for answer in ANSWERS}
            assert min(added.values()) >= 0
            if before and any(added.values()):
                assert sum(added.values()) >= 5
                assert max(added.values()) < sum(added.values())
                assert min(count for count in added.values() if count) >= 3
            assert sum(shown.values()) == 0 or sum(shown.values()) >= 5


def test_a_last_batch_that_is_too_small_is_never_counted() -> None:
    assert with_batch({}, {"more": 3, "less": 1}) == {}
    assert with_batch({}, {"more": 3, "less": 2}) == {"more": 3, "less": 2}
    assert with_batch({"more": 9}, {"less": 1}) == {"more": 9}
    assert with_batch({"more": 9}, {"less": 5}) == {"more": 9}
    assert with_batch({"more": 9}, {"more": 3, "less": 3}) == {"more": 12, "less": 3}
