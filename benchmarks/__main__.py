"""Print the figures of one benchmark or of all: value, unit, and ratio to the floor measured in the same run."""

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from benchmarks.figure import Figure


def names() -> list[str]:
    """The benchmarks there are: each module beside this one that offers `figures()`."""
    folder = str(Path(__file__).parent)
    return sorted(m.name for m in iter_modules([folder]) if m.name not in {"__main__", "figure"})


def run(name: str) -> list[Figure]:
    """The figures of one benchmark, as they come."""
    found: list[Figure] = []
    for figure in import_module(f"benchmarks.{name}").figures():
        print(figure.line())
        found.append(figure)
    return found


def main() -> int:
    """0 when every figure was taken, 2 for an unknown name."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", nargs="?", help=f"one of: {', '.join(names())}; all when left out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    chosen = parser.parse_args()
    if chosen.name and chosen.name not in names():
        print(f"There is no benchmark {chosen.name!r}; there are: {', '.join(names())}.", file=sys.stderr)
        return 2
    found = [figure for name in ([chosen.name] if chosen.name else names()) for figure in run(name)]
    if chosen.json:
        chosen.json.write_text(json.dumps([figure.as_dict() for figure in found], indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
