"""What takes the place of a find, in square brackets, so that a reader sees the text was changed."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from kuultu.ground.privacy.finder.find import Find, Kind

TOWN = re.compile(r"\d{5}\s+(?P<town>\S+)\s*$")
STREET = re.compile(r"^(?P<street>\D*[^\W\d_])\s+\d")


class Choice(StrEnum):
    """What the scribe decides about a find: cover it, coarsen it, or keep it as not personal."""

    COVER = "cover"
    COARSEN = "coarsen"
    KEEP = "keep"


def cover(
    text: str,
    finds: Iterable[Find],
    choices: Mapping[Find, Choice | str],
    *,
    labels: Mapping[Kind, str],
) -> str:
    """The text with each find replaced by "[phone]" and the like.

    `choices` holds a decision per find, or the scribe's own words for it ("shop owner"); a find
    without one is covered. `labels` names the kinds in the text's language. Where the text itself
    uses square brackets, replacements stand in double ones. Raises KeyError for a missing label.
    """
    opening, closing = ("[[", "]]") if "[" in text else ("[", "]")
    pieces: list[str] = []
    done = 0
    for find in sorted(finds, key=lambda each: each.start):
        choice = choices.get(find, Choice.COVER)
        if choice == Choice.KEEP:
            continue
        pieces.append(text[done : find.start])
        pieces.append(f"{opening}{_instead(find, choice, labels)}{closing}")
        done = find.end
    return "".join((*pieces, text[done:]))


def coarsen(find: Find, *, labels: Mapping[Kind, str]) -> str:
    """The find said more generally: an address by its town, or its street without the number.

    Everything else has no harmless remainder and becomes its category.
    """
    if find.kind is Kind.STREET_ADDRESS:
        if town := TOWN.search(find.text):
            return town["town"]
        if street := STREET.match(find.text):
            return street["street"]
    return labels[find.kind]


def _instead(find: Find, choice: Choice | str, labels: Mapping[Kind, str]) -> str:
    if choice == Choice.COVER:
        return labels[find.kind]
    if choice == Choice.COARSEN:
        return coarsen(find, labels=labels)
    return str(choice)
