"""Our own signs, drawn once for paper, slides and pages: domains as lines, verdicts as solid shapes.

A box of 24 units; outlines are absolute M, L, C and Z only, so that the same path serves SVG and DrawingML.
A line symbol is a domain, a solid shape a verdict: no reader can take one for the other, in grey either.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

INK: Final = "#16262E"
MUTED: Final = "#51626B"
MIST: Final = "#F3F6F7"
HAIR: Final = "#C9D3D8"
DOMAIN_COLOURS: Final = {
    "attitudes": "#7B3A86", "security": "#00695C", "interaction": "#7A5600", "participation": "#A02F45",
}  # fmt: skip
VERDICT_COLOURS: Final = {"more": "#1D5C9E", "unsure": "#56626A", "less": "#A8480A"}
STROKE: Final = 1.7
ROUND: Final = 0.5522847498  # how far the handles of a quarter circle reach


@dataclass(frozen=True)
class Symbol:
    """`lines` are stroked, `solids` filled, both with the one colour."""

    lines: tuple[str, ...] = ()
    solids: tuple[str, ...] = ()


def circle(x: float, y: float, r: float) -> str:
    """A circle as a path."""
    k = r * ROUND
    quarters = (
        (x + r, y + k, x + k, y + r, x, y + r), (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r), (x + k, y - r, x + r, y - k, x + r, y),
    )  # fmt: skip
    return f"M{x + r:g} {y:g}" + "".join("C" + " ".join(f"{n:.3g}" for n in each) for each in quarters) + "Z"


CLOUD = (
    "M6.9 15.4C4.62 15.4 2.75 13.58 2.7 11.29C2.65 9.01 4.43 7.1 6.72 7C6.91 4.57 8.88 2.65 11.32 2.51"
    "C13.76 2.37 15.94 4.05 16.41 6.45C18.08 6.19 19.75 6.89 20.75 8.26C21.74 9.63 21.88 11.44 21.11 12.95"
    "C20.34 14.45 18.79 15.4 17.1 15.4Z"
)
CANOPY = (
    "M2.8 12.6C2.8 7.52 6.92 3.4 12 3.4C17.08 3.4 21.2 7.52 21.2 12.6C20.57 11.5 19.4 10.81 18.13 10.81"
    "C16.86 10.81 15.69 11.5 15.07 12.6C14.44 11.5 13.27 10.81 12 10.81C10.73 10.81 9.56 11.5 8.93 12.6"
    "C8.31 11.5 7.14 10.81 5.87 10.81C4.6 10.81 3.43 11.5 2.8 12.6Z"
)
STICK = "M12 2.2L12 3.4M12 10.9L12 18.9C12 20.06 12.94 21 14.1 21C15.26 21 16.2 20.06 16.2 18.9"
SEATS = ((12, 3.5), (20.1, 9.4), (17, 18.9), (7, 18.9), (3.9, 9.4))

SYMBOLS: Final = {
    "attitudes": Symbol((CLOUD,), (circle(8.5, 18.7, 1.7), circle(5.4, 21.9, 1.1))),
    "security": Symbol((CANOPY, STICK)),
    "interaction": Symbol((circle(8.7, 12, 6.2), circle(15.3, 12, 6.2))),
    "participation": Symbol((circle(12, 12, 4.2), *(circle(x, y, 1.7) for x, y in SEATS))),
    "more": Symbol(solids=("M12 3.2L22 20.8L2 20.8Z",)),
    "less": Symbol(solids=("M12 20.8L2 3.2L22 3.2Z",)),
    "unsure": Symbol(solids=(circle(12, 12, 8.6),)),
    "proposal": Symbol(solids=("M12 1.8L22.2 12L12 22.2L1.8 12Z",)),
    "mixed": Symbol(solids=("M6.1 6.4L11.7 16.4L0.5 16.4Z", "M17.9 17.6L12.3 7.6L23.5 7.6Z")),
    "quote": Symbol(
        solids=(
            "M4.2 16.5C3.6 12.6 5.3 8.6 9.1 6.6L10 8.2C8.3 9.4 7.5 10.6 7.4 11.8C9.2 11.8 10.4 13 10.4 14.7"
            "C10.4 16.4 9.2 17.7 7.4 17.7C5.7 17.7 4.4 17.2 4.2 16.5Z",
            "M13.4 16.5C12.8 12.6 14.5 8.6 18.3 6.6L19.2 8.2C17.5 9.4 16.7 10.6 16.6 11.8C18.4 11.8 19.6 13 19.6 14.7"
            "C19.6 16.4 18.4 17.7 16.6 17.7C14.9 17.7 13.6 17.2 13.4 16.5Z",
        )
    ),
}
SHIELD = "M2 2L40 2L40 27C40 38 32 45 21 48C10 45 2 38 2 27Z"


@cache
def svg(name: str, colour: str = INK) -> str:
    """A symbol of `SYMBOLS` as SVG in one colour."""
    symbol = SYMBOLS[name]
    lines = "".join(f'<path d="{each}"/>' for each in symbol.lines)
    solids = "".join(f'<path d="{each}" fill="{colour}" stroke="none"/>' for each in symbol.solids)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{colour}" '
        f'stroke-width="{STROKE}" stroke-linecap="round" stroke-linejoin="round">{lines}{solids}</svg>'
    )


def arms(colour: str, ground: str = "#FFFFFF") -> str:
    """A shield with the rings of "heard", for a municipality that has not given its own arms."""
    rings = "".join(
        f'<path d="{circle(21, 20.5, r)}" fill="none" stroke="{ground}" stroke-width="2.4"/>' for r in (6.6, 12)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 42 50"><path d="{SHIELD}" fill="{colour}" '
        f'stroke="{ground}" stroke-width="1.2"/>{rings}<path d="{circle(21, 20.5, 2.4)}" fill="{ground}"/></svg>'
    )


def commands(path: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """(letter, numbers) of each step of a path."""
    for letter, rest in re.findall(r"([MLCZ])([^MLCZ]*)", path):
        yield letter, tuple(float(number) for number in rest.split())
