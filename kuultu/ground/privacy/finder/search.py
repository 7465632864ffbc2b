"""Everything in a text that may tell who somebody is."""

from collections.abc import Callable, Iterator

from kuultu.ground.privacy.finder.accounts import accounts
from kuultu.ground.privacy.finder.addresses import addresses
from kuultu.ground.privacy.finder.emails import emails
from kuultu.ground.privacy.finder.find import Find, Hit, Kind
from kuultu.ground.privacy.finder.folding import fold
from kuultu.ground.privacy.finder.identity_codes import identity_codes
from kuultu.ground.privacy.finder.names import names
from kuultu.ground.privacy.finder.numbers import other_numbers
from kuultu.ground.privacy.finder.phones import phones
from kuultu.ground.privacy.finder.plates import plates

SEARCHES: tuple[Callable[[str], Iterator[Hit]], ...] = (
    identity_codes,
    accounts,
    emails,
    phones,
    other_numbers,
    addresses,
    plates,
    names,
)

WITH_DIGITS = frozenset((identity_codes, accounts, phones, other_numbers, addresses, plates))


def find(text: str) -> tuple[Find, ...]:
    """All finds, in the order of the text, none overlapping another.

    Places count characters of `text` as given, whatever dashes, digits or marks are in it. Works
    in any language and needs not be told which. It never finds everything: people read, too.
    """
    folded = fold(text)
    has_digits = any(character.isdigit() for character in folded.plain)
    hits = [hit for search in SEARCHES if has_digits or search not in WITH_DIGITS for hit in search(folded.plain)]
    finds = []
    for hit in _joined(hits):
        start, end = folded.original_span(hit.start, hit.end)
        finds.append(Find(hit.kind, start, end, text[start:end], hit.certainty))
    return tuple(finds)


def _joined(hits: list[Hit]) -> Iterator[Hit]:
    """Overlapping hits as one that reaches over all of them, so that no rest of one stays visible."""
    together: list[Hit] = []
    end = 0
    for hit in sorted(hits, key=lambda each: each.start):
        if together and hit.start >= end:
            yield _as_one(together, end)
            together = []
        together.append(hit)
        end = max(end, hit.end)
    if together:
        yield _as_one(together, end)


def _as_one(hits: list[Hit], end: int) -> Hit:
    """The longest hit gives the kind; a name only when there is nothing else."""
    leader = min(hits, key=lambda each: (each.kind is Kind.NAME, each.start - each.end, -each.certainty))
    return Hit(leader.kind, hits[0].start, end, leader.certainty)
