"""Tables: an attacker with linear programming finds no hidden cell."""

import os
from itertools import product
from random import Random

import pytest
from scipy.optimize import linprog

from kuultu.ground.privacy.disclosure import (
    TOTAL,
    Audience,
    Line,
    Nothing,
    ProtectedTable,
    Reason,
    table,
)
from kuultu.ground.privacy.disclosure.flows import Network
from kuultu.ground.privacy.disclosure.suppression import with_totals

TABLES = int(os.environ.get("KUULTU_ATTACK_TABLES", "120"))

type Counts = dict[str, dict[str, int]]


def random_counts(random: Random, rows: int, columns: int, typical: int) -> Counts:
    return {
        f"group {r}": {f"answer {c}": int(random.expovariate(1 / typical)) for c in range(columns)} for r in range(rows)
    }


def intervals(shown: list[list[int | None]]) -> dict[tuple[int, int], tuple[float, float]]:
    """The attacker: everything published and that people are not negative; then every bound."""
    spots = list(product(range(len(shown)), range(len(shown[0]))))
    place = {spot: n for n, spot in enumerate(spots)}
    equations, right = [], []
    for r in range(len(shown)):
        equation = [0.0] * len(spots)
        for c in range(len(shown[0])):
            equation[place[r, c]] = -1.0 if c == len(shown[0]) - 1 else 1.0
        equations.append(equation)
        right.append(0.0)
    for c in range(len(shown[0])):
        equation = [0.0] * len(spots)
        for r in range(len(shown)):
            equation[place[r, c]] = -1.0 if r == len(shown) - 1 else 1.0
        equations.append(equation)
        right.append(0.0)
    bounds = [(shown[r][c], shown[r][c]) if shown[r][c] is not None else (0, None) for r, c in spots]
    found = {}
    for spot in (each for each in spots if shown[each[0]][each[1]] is None):
        ends = []
        for sign in (1.0, -1.0):
            aim = [0.0] * len(spots)
            aim[place[spot]] = sign
            result = linprog(aim, A_eq=equations, b_eq=right, bounds=bounds)
            ends.append(sign * result.fun if result.status == 0 else sign * -float("inf"))
        found[spot] = (ends[0], ends[1])
    return found


def test_the_attacker_finds_cells_when_only_small_ones_are_hidden() -> None:
    """The attacker is a real one: it breaks tables without secondary suppression."""
    random = Random(7)
    found = hidden = 0
    for _ in range(10):
        grid = with_totals(tuple(tuple(row.values()) for row in random_counts(random, 4, 5, 8).values()))
        shown = [[None if people < 5 else people for people in row] for row in grid]
        widths = [high - low for low, high in intervals(shown).values()]
        hidden += len(widths)
        found += sum(width < 0.5 for width in widths)
    assert found > hidden / 3


def test_no_hidden_cell_of_any_random_table_can_be_guessed_within_five_people() -> None:
    random = Random(11)
    published = attacked = 0
    for _ in range(TABLES):
        rows, columns = random.randint(1, 6), random.randint(2, 6)
        counts = random_counts(random, rows, columns, random.choice((4, 8, 15, 40)))
        shown = table(counts, audience=Audience.COORDINATOR)
        if isinstance(shown, ProtectedTable):
            published += 1
            grid = [[*line.cells, line.total] for line in shown]
            for low, high in intervals(grid).values():
                attacked += 1
                assert high - low >= 5 - 1e-6
    assert published > TABLES / 2
    assert attacked > 3 * TABLES


def test_the_audit_finds_the_same_intervals_as_linear_programming() -> None:
    random = Random(13)
    for _ in range(25):
        grid = with_totals(tuple(tuple(random.randint(0, 9) for _ in range(4)) for _ in range(3)))
        spots = [(r, c) for r in range(4) for c in range(5)]
        hidden = frozenset(spot for spot in spots if random.random() < 0.5)
        shown = [[None if (r, c) in hidden else grid[r][c] for c in range(5)] for r in range(4)]
        network = Network(grid)
        for spot, (low, high) in intervals(shown).items():
            assert network.width(spot, hidden, 7) == min(7, high - low)


def test_what_is_visible_is_true_and_large_enough() -> None:
    random = Random(17)
    for _ in range(200):
        counts = random_counts(random, random.randint(1, 6), random.randint(1, 6), 9)
        shown = table(counts, audience=Audience.COORDINATOR)
        if isinstance(shown, Nothing):
            continue
        assert shown.people(TOTAL, TOTAL) == sum(sum(each.values()) for each in counts.values())
        for row, answers in counts.items():
            for column, people in answers.items():
                told = shown.people(row, column)
                assert told is None or (told == people >= 5 and sum(answers.values()) >= 10)
            assert shown.people(row, TOTAL) in (None, sum(answers.values()))


def test_a_table_without_small_cells_is_shown_whole() -> None:
    counts = {"so": {"yes": 12, "no": 7}, "ar": {"yes": 9, "no": 11}}
    shown = table(counts, audience=Audience.COORDINATOR)
    assert isinstance(shown, ProtectedTable)
    assert list(shown) == [
        Line("so", (12, 7), 19),
        Line("ar", (9, 11), 20),
        Line(TOTAL, (21, 18), 39),
    ]
    assert shown.hidden == frozenset()
    assert not shown.rounded


def test_a_single_small_cell_takes_others_with_it() -> None:
    counts = {
        "so": {"yes": 12, "no": 3, "unsure": 7},
        "ar": {"yes": 9, "no": 11, "unsure": 6},
        "fi": {"yes": 20, "no": 13, "unsure": 8},
    }
    shown = table(counts, audience=Audience.COORDINATOR)
    assert isinstance(shown, ProtectedTable)
    assert ("so", "no") in shown.hidden
    assert len(shown.hidden) == 4
    assert shown.people(TOTAL, TOTAL) == 89


def test_a_group_of_fewer_than_ten_is_hidden_with_its_total() -> None:
    counts = {
        "ti": {"yes": 5, "no": 4},
        "ar": {"yes": 19, "no": 14},
        "fi": {"yes": 30, "no": 24},
    }
    shown = table(counts, audience=Audience.COORDINATOR)
    assert isinstance(shown, ProtectedTable)
    assert next(iter(shown)) == Line("ti", (None, None), None)


def test_public_tables_are_rounded_and_hide_groups_from_one_event() -> None:
    counts = {
        "so": {"yes": 12, "no": 17},
        "ar": {"yes": 19, "no": 14},
        "fi": {"yes": 33, "no": 24},
    }
    events = {"so": 1, "ar": 2, "fi": 4}
    shown = table(counts, audience=Audience.PUBLIC, events=events)
    assert isinstance(shown, ProtectedTable)
    assert shown.rounded
    assert next(iter(shown)) == Line("so", (None, None), None)
    told = [number for line in shown for number in (*line.cells, line.total) if number]
    assert told
    assert [number % 5 for number in told] == [0] * len(told)
    assert table(counts, audience=Audience.PUBLIC) == Nothing(Reason.TABLE_TOO_SMALL)


def test_cells_hidden_in_the_last_round_stay_hidden() -> None:
    others = {"ar": {"yes": 9, "no": 11, "unsure": 13}, "fi": {"yes": 20, "no": 14, "unsure": 8}}
    before = table({"so": {"yes": 12, "no": 2, "unsure": 10}, **others}, audience=Audience.COORDINATOR)
    assert isinstance(before, ProtectedTable)
    counts = {"so": {"yes": 12, "no": 12, "unsure": 10}, **others}
    now = table(counts, audience=Audience.COORDINATOR, hidden_before=before.hidden)
    assert isinstance(now, ProtectedTable)
    assert ("so", "no") in before.hidden
    assert now.hidden == before.hidden
    afresh = table(counts, audience=Audience.COORDINATOR)
    assert isinstance(afresh, ProtectedTable)
    assert afresh.hidden == frozenset()


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ({}, Reason.FEWER_THAN_FIVE),
        ({"so": {"yes": 2, "no": 2}}, Reason.FEWER_THAN_FIVE),
        ({"so": {"yes": 4, "no": 5}}, Reason.TABLE_TOO_SMALL),
        ({"so": {"yes": 2, "no": 3}, "ar": {"yes": 4, "no": 1}}, Reason.TABLE_TOO_SMALL),
        ({"so": {"yes": 10, "no": 1}}, Reason.TABLE_TOO_SMALL),
    ],
)
def test_a_table_that_cannot_be_protected_is_not_shown(counts: Counts, reason: Reason) -> None:
    assert table(counts, audience=Audience.COORDINATOR) == Nothing(reason)


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        table({"so": {"yes": -1, "no": 30}}, audience=Audience.COORDINATOR)
