"""Bank account numbers in the international form."""

import re
from collections.abc import Iterator

from stdnum import iban

from kuultu.ground.privacy.finder.find import Certainty, Hit, Kind

ACCOUNT = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2}\d\d(?:[ -]?[0-9A-Za-z]){10,32}")
FINNISH_LOOKALIKE = re.compile(r"(?:FI|fi|Fi)\d\d(?:[ -]?\d){14}(?!\d)")
SHORTEST = 15
"""Norway has the shortest accounts."""


def accounts(text: str) -> Iterator[Hit]:
    """A right check number is sure; a Finnish account with a wrong one is likely a slip."""
    match = ACCOUNT.search(text)
    while match:
        start = match.start()
        size = next((size for size in _sizes(match) if _is_account(match, size)), 0)
        slip = FINNISH_LOOKALIKE.match(text, start)
        if size:
            yield Hit(Kind.IBAN, start, start + size, Certainty.SURE)
        elif slip:
            yield Hit(Kind.IBAN, *slip.span(), Certainty.LIKELY)
        match = ACCOUNT.search(text, start + (size or 4))


def _sizes(match: re.Match[str]) -> Iterator[int]:
    """How many characters the number may take of what looks like one: whole groups only."""
    written = match.group()
    for size in range(len(written), SHORTEST - 1, -1):
        if not written[size : size + 1].isalnum():
            yield size


def _is_account(match: re.Match[str], size: int) -> bool:
    return bool(iban.is_valid(match.group()[:size]))
