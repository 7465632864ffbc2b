"""One measured figure, and the way to take it: interleaved rounds, medians, floor beside it."""

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """`value` in `unit`; `ratio` to `floor` (same unit), both from the same run; `reach`: what to reach, if set."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    ratio: float | None = None
    reach: float | None = None

    def line(self) -> str:
        """As printed."""
        beside = f"  {self.ratio:6.2f} x floor {self.floor:.3g}" if self.ratio is not None else ""
        asked = f"  (reach {self.reach:g})" if self.reach is not None else ""
        return f"{self.name:44} {self.value:10.3f} {self.unit}{beside}{asked}"

    def as_dict(self) -> dict[str, object]:
        """As written to JSON."""
        return asdict(self)


def cpu_ms(work: Callable[[], object], times: int) -> float:
    """Milliseconds of CPU that one call costs, over `times` calls."""
    begun = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - begun) * 1000 / times


def against_floor(
    name: str,
    work: Callable[[], object],
    floor: Callable[[], object],
    *,
    times: int,
    floor_times: int | None = None,
    reach: float | None = None,
) -> Figure:
    """CPU milliseconds of `work` against `floor`: three interleaved rounds, the median of each."""
    work(), floor()
    ours, theirs = [], []
    for _ in range(3):
        theirs.append(cpu_ms(floor, floor_times or times))
        ours.append(cpu_ms(work, times))
    value, base = statistics.median(ours), statistics.median(theirs)
    return Figure(name, value, "ms CPU", base, value / base if base else None, reach)
