"""How far a share from few answers can be trusted: Wilson and Newcombe intervals.

Wilson, JASA 22 (1927) 209-212; Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10.
"""

from math import sqrt
from statistics import NormalDist

Z_95 = NormalDist().inv_cdf(0.975)


def wilson(count: int, people: int, z: float = Z_95) -> tuple[float, float]:
    """The Wilson score interval of the share `count / people`, both ends within 0 and 1.

    Raises ValueError unless 0 <= count <= people and people > 0.
    """
    if not 0 <= count <= people or people == 0:
        raise ValueError(f"{count} of {people} is not a share")
    share = count / people
    widening = 1 + z * z / people
    middle = (share + z * z / (2 * people)) / widening
    reach = z * sqrt(share * (1 - share) / people + z * z / (4 * people * people)) / widening
    low = 0.0 if count == 0 else max(0.0, middle - reach)
    high = 1.0 if count == people else min(1.0, middle + reach)
    return low, high


def newcombe(before: tuple[int, int], after: tuple[int, int], z: float = Z_95) -> tuple[float, float]:
    """The interval of the change `after - before` between two shares, each `(count, people)`."""
    was, now = before[0] / before[1], after[0] / after[1]
    was_low, was_high = wilson(*before, z)
    now_low, now_high = wilson(*after, z)
    change = now - was
    down = sqrt((now - now_low) ** 2 + (was_high - was) ** 2)
    up = sqrt((now_high - now) ** 2 + (was - was_low) ** 2)
    return change - down, change + up
