"""Names of people, by lists, by the words around them and by their capitals. Never all of them."""

from collections.abc import Iterator

from kuultu.ground.privacy.finder.find import Hit
from kuultu.ground.privacy.finder.names.capitals import capitalised_names
from kuultu.ground.privacy.finder.names.introductions import introduced
from kuultu.ground.privacy.finder.names.without_capitals import names_without_capitals


def names(text: str) -> Iterator[Hit]:
    """Every place that may be a name; overlapping ones are left to the caller."""
    yield from introduced(text)
    yield from capitalised_names(text)
    if not text.isascii():
        yield from names_without_capitals(text)
