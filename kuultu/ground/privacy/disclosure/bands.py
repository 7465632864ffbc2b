"""How many took part, in bands: an event never tells its exact number of people."""

from enum import StrEnum


class Band(StrEnum):
    """A band of participants. Each value is the key of its label."""

    UNDER_5 = "under_5"
    FROM_5 = "5_9"
    FROM_10 = "10_14"
    FROM_15 = "15_or_more"


def band_of(people: int) -> Band:
    """The band of a number of participants. Raises ValueError for a negative number."""
    if people < 0:
        raise ValueError("an event cannot have fewer than no participants")
    if people < 5:
        return Band.UNDER_5
    if people < 10:
        return Band.FROM_5
    return Band.FROM_10 if people < 15 else Band.FROM_15
