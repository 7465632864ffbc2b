"""What an attacker can work out about the hidden cells of a table with totals.

Every row adds up to its total and every column to its own. Drawn as a network, with rows and
columns as nodes and cells as arcs, each table that fits what is published is a flow, and moving
people along a circle of hidden cells leads from one such table to the next. How far one cell can
move is then a maximum flow, and the answer is exact: the interval that linear programming finds.
"""

from collections import deque
from collections.abc import Iterable
from heapq import heappop, heappush

type Spot = tuple[int, int]
"""A cell by row and column; the last row and the last column are the totals."""

type Step = tuple[Spot, int, bool]
"""Along a cell to a node: True when people are added to the cell, False when taken out."""

UNLIMITED = 10**9


class Network:
    """The cells of a square table of numbers, totals in the last row and column, as arcs."""

    def __init__(self, grid: tuple[tuple[int, ...], ...]) -> None:
        self.grid = grid
        self.last_row, self.last_column = len(grid) - 1, len(grid[0]) - 1
        self.spots = [(r, c) for r in range(len(grid)) for c in range(len(grid[0]))]
        self.nodes = len(grid) + len(grid[0])

    def people(self, spot: Spot) -> int:
        """The true number in a cell."""
        return self.grid[spot[0]][spot[1]]

    def arc(self, spot: Spot) -> tuple[int, int]:
        """The nodes a cell leads from and to; totals lead against the cells they add up."""
        row, column = spot[0], len(self.grid) + spot[1]
        is_margin = (spot[0] == self.last_row) != (spot[1] == self.last_column)
        return (column, row) if is_margin else (row, column)

    def width(self, spot: Spot, hidden: frozenset[Spot], enough: int) -> int:
        """How many people wide the attacker's interval for a hidden cell is, up to `enough`."""
        start, end = self.arc(spot)
        others = hidden - {spot}
        up = self._most_moved(end, start, others, enough)
        if up >= enough:
            return enough
        down = self._most_moved(start, end, others, min(enough - up, self.people(spot)))
        return up + down

    def _steps(self, allowed: Iterable[Spot]) -> dict[int, list[Step]]:
        steps: dict[int, list[Step]] = {node: [] for node in range(self.nodes)}
        for spot in sorted(allowed):
            start, end = self.arc(spot)
            steps[start].append((spot, end, True))
            steps[end].append((spot, start, False))
        return steps

    def _most_moved(self, start: int, end: int, hidden: frozenset[Spot], enough: int) -> int:
        steps = self._steps(hidden)
        now = {spot: self.people(spot) for spot in hidden}
        moved = 0
        while moved < enough:
            circle = _shortest_way(steps, now, start, end)
            if circle is None:
                break
            room = min((now[spot] for spot, _node, adds in circle if not adds), default=UNLIMITED)
            amount = min(room, enough - moved)
            for spot, _node, adds in circle:
                now[spot] += amount if adds else -amount
            moved += amount
        return moved

    def cheapest_cover(
        self, spot: Spot, hidden: frozenset[Spot], fixed: frozenset[Spot], needed: int
    ) -> frozenset[Spot] | None:
        """The cheapest cells to hide so that `spot` can rise by `needed`; None when there are none.

        Hiding a cell costs the people it would have told about. `fixed` cells stay visible.
        """
        target, source = self.arc(spot)
        steps = self._steps(set(self.spots) - fixed - {spot})
        best: dict[int, int] = {source: 0}
        came_by: dict[int, tuple[Spot, int]] = {}
        queue = [(0, source)]
        while queue:
            cost, node = heappop(queue)
            if node == target:
                return _way_back(came_by, source, target)
            for each, onward, adds in steps[node]:
                if not adds and self.people(each) < needed:
                    continue
                total = cost + (1 if each in hidden else 10 + self.people(each))
                if total < best.get(onward, UNLIMITED):
                    best[onward] = total
                    came_by[onward] = (each, node)
                    heappush(queue, (total, onward))
        return None


def _shortest_way(steps: dict[int, list[Step]], now: dict[Spot, int], start: int, end: int) -> list[Step] | None:
    came_by: dict[int, tuple[Step, int]] = {}
    queue, seen = deque([start]), {start}
    while queue and end not in seen:
        node = queue.popleft()
        for step in steps[node]:
            spot, onward, adds = step
            if onward not in seen and (adds or now[spot] > 0):
                seen.add(onward)
                came_by[onward] = (step, node)
                queue.append(onward)
    if end not in seen:
        return None
    way: list[Step] = []
    node = end
    while node != start:
        step, node = came_by[node]
        way.append(step)
    return way


def _way_back(came_by: dict[int, tuple[Spot, int]], source: int, target: int) -> frozenset[Spot]:
    cells: set[Spot] = set()
    node = target
    while node != source:
        spot, node = came_by[node]
        cells.add(spot)
    return frozenset(cells)
