"""Short codes as people type them: `D-08`, `mal26-k7`, `K-7`, `T1`."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kuultu.loop.rounds.codes import ROUND

EVENT = r"[A-HJ-NP-Z]{1,2}[2-9]?"
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−_ ", "-"))
STATEMENT = re.compile(rf"({EVENT})-(\d{{1,4}})")
CARD = re.compile(r"K-?(\d{1,3})")
MEASURE = re.compile(r"T-?(\d{1,3})")


class Kind(StrEnum):
    """What a short code names."""

    STATEMENT = "statement"
    CARD = "card"
    MEASURE = "measure"


@dataclass(frozen=True)
class Short:
    """A short code within a round. `event` for a statement only."""

    kind: Kind
    number: int
    event: str = ""

    def __str__(self) -> str:
        match self.kind:
            case Kind.STATEMENT:
                return f"{self.event}-{self.number:02d}"
            case Kind.CARD:
                return f"K{self.number}"
            case Kind.MEASURE:
                return f"T{self.number}"


def readings(typed: str, round_code: str) -> list[Short]:
    """What the code may mean, the likeliest first: `K7` is a card; `K-7` a statement of event K, else the card.

    The round's own code in front falls away; another round's code means nothing here.
    """
    code = _plain(typed, round_code)
    if ROUND.match(code) and "-" in code:
        return []
    found: list[Short] = []
    if match := STATEMENT.fullmatch(code):
        found.append(Short(Kind.STATEMENT, int(match[2]), match[1]))
    if match := CARD.fullmatch(code):
        found.append(Short(Kind.CARD, int(match[1])))
    if match := MEASURE.fullmatch(code):
        found.append(Short(Kind.MEASURE, int(match[1])))
    return found


def event_code(typed: str, round_code: str) -> str:
    """The code of a discussion, `D` or `MAL26-D`; nothing where it cannot be one."""
    code = _plain(typed, round_code)
    return code if re.fullmatch(EVENT, code) else ""


def _plain(typed: str, round_code: str) -> str:
    return typed.strip().upper().translate(DASHES).removeprefix(f"{round_code}-")
