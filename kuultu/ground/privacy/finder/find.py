"""What a find is: a place in a text that may tell who somebody is."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What was found. Each value is the key of the category's label, as in "[phone]"."""

    IDENTITY_CODE = "identity_code"
    PHONE = "phone"
    EMAIL = "email"
    IBAN = "iban"
    STREET_ADDRESS = "street_address"
    PLATE = "plate"
    OTHER_ID = "other_id"
    NAME = "name"


class Certainty(IntEnum):
    """How sure the finder is; a find that is only possible is for a person to look at."""

    POSSIBLE = 1
    LIKELY = 2
    SURE = 3


class Suggestion(StrEnum):
    """What to offer first: cover it with its category, say it more generally, or have a look."""

    COVER = "cover"
    COARSEN = "coarsen"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Find:
    """One find. `start` and `end` count characters of the text as it was given."""

    kind: Kind
    start: int
    end: int
    text: str
    certainty: Certainty

    @property
    def suggestion(self) -> Suggestion:
        """What to offer first."""
        if self.certainty is Certainty.POSSIBLE:
            return Suggestion.LOOK
        return Suggestion.COARSEN if self.kind is Kind.STREET_ADDRESS else Suggestion.COVER


@dataclass(frozen=True, slots=True)
class Hit:
    """A find in the folded text, before it is given its place in the original."""

    kind: Kind
    start: int
    end: int
    certainty: Certainty
