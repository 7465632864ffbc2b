"""Which cells of a table with totals to hide so that none of them can be worked out.

First what is too small, then what would give it away (secondary suppression). Handbook on
Statistical Disclosure Control, ch. 5; the cheapest circle through a cell follows Kelly, Golden and
Assad, Networks 22 (1992).
"""

from kuultu.ground.privacy.disclosure.flows import Network, Spot
from kuultu.ground.privacy.disclosure.thresholds import (
    FIGURES_FROM,
    NARROWEST_GUESS,
    SMALLEST_CELL,
)

type Grid = tuple[tuple[int, ...], ...]
"""People by row and column, with totals in the last row and the last column."""


def with_totals(rows: tuple[tuple[int, ...], ...]) -> Grid:
    """The table with a total at the end of each row and a row of totals."""
    summed = [(*row, sum(row)) for row in rows]
    return (*summed, tuple(sum(column) for column in zip(*summed, strict=True)))


def too_small(grid: Grid) -> frozenset[Spot]:
    """Cells under five people, and every cell of a group that has fewer than ten."""
    last = len(grid) - 1
    return frozenset(
        (r, c)
        for r, row in enumerate(grid)
        for c, people in enumerate(row)
        if people < SMALLEST_CELL or (r < last and row[-1] < FIGURES_FROM)
    )


def protected(grid: Grid, small: frozenset[Spot]) -> frozenset[Spot] | None:
    """All cells to hide: `small` and what protects them. None when nothing protects them.

    The number of all people stays visible, for it is told elsewhere on the same page anyway.
    """
    network = Network(grid)
    everyone = frozenset({(network.last_row, network.last_column)})
    hidden = small
    waiting = sorted(small, key=lambda spot: (-network.people(spot), spot))
    while waiting:
        spot = waiting.pop()
        if network.width(spot, hidden, NARROWEST_GUESS) >= NARROWEST_GUESS:
            continue
        cover = network.cheapest_cover(spot, hidden, everyone, NARROWEST_GUESS)
        if cover is None:
            return None
        waiting = sorted(cover - hidden) + waiting
        hidden |= cover
    return _without_needless(network, small, hidden)


def _without_needless(network: Network, small: frozenset[Spot], hidden: frozenset[Spot]) -> frozenset[Spot]:
    """Brings back cells whose hiding turned out to protect nothing, the most telling ones first."""
    for spot in sorted(hidden - small, key=lambda each: (-network.people(each), each)):
        fewer = hidden - {spot}
        if all(network.width(each, fewer, NARROWEST_GUESS) >= NARROWEST_GUESS for each in fewer):
            hidden = fewer
    return hidden
