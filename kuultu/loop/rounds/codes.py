"""Short codes: `MAL26` a round, `MAL26-D` an event. Latin capitals and digits, no O and no I, in every script."""

import re

ROUND = re.compile(r"[A-Z]{2,4}\d{2}[A-Z]?")
# The first letter of the language's own English name where it is free: a code people can guess.
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
# With a number, these stand for cards and measures (`MAL26-K4`, `MAL26-T1`); alone they are free.
NUMBERED_ELSEWHERE = "KT"


class RoundCodeConverter:
    """A round's code in an address."""

    regex: str = ROUND.pattern

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class EventCodeConverter(RoundCodeConverter):
    """An event's code in an address."""

    regex = r"[A-HJ-NP-Z]{1,2}[2-9]?"


def next_round_code(prefix: str, year: int, taken: set[str]) -> str:
    """`MAL26`, then `MAL26B`, `MAL26C` … in the same year."""
    stem = f"{prefix}{year % 100:02d}"
    if stem not in taken:
        return stem
    return next(stem + letter for letter in LETTERS[1:] if stem + letter not in taken)


def next_event_code(language_name: str, taken: set[str]) -> str:
    """The language's initial in English, else with a number or a second letter, else the first free."""
    letters = [letter for letter in language_name.upper() if letter in LETTERS] or ["A"]
    initial = letters[0]
    numbered = [] if initial in NUMBERED_ELSEWHERE else [f"{initial}{number}" for number in range(2, 10)]
    pairs = [initial + letter for letter in letters[1:]]
    wishes = [initial, *numbered, *pairs, *LETTERS, *(f"A{number}" for number in range(2, 10))]
    return next((code for code in wishes if code not in taken), "A")
