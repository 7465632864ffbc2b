"""What may be shown: nothing, words, or figures. There is no fourth way out of this package."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why nothing is shown. Each value is the key of a sentence in the templates."""

    FEWER_THAN_FIVE = "fewer_than_five"
    TOO_FEW_EVENTS = "too_few_events"
    STILL_OPEN = "still_open"
    WAITS_FOR_MORE = "waits_for_more"
    TOO_CLOSE_TO_EARLIER = "too_close_to_earlier"
    TABLE_TOO_SMALL = "table_too_small"


class Word(StrEnum):
    """A share in a word. There is no 'all' and no 'none': either would speak for every person."""

    NEARLY_ALL = "nearly_all"
    MOST = "most"
    DIVIDED = "divided"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing is shown, not even how many people there were."""

    reason: Reason

    @property
    def sentence_key(self) -> str:
        """The key of the sentence that says why."""
        return f"nothing.{self.reason}"


@dataclass(frozen=True, slots=True)
class InWords:
    """One word about one class of answers; `about` is empty when opinions are divided.

    `people` is None below ten people, and rounded for the public.
    """

    word: Word
    about: tuple[str, ...] = ()
    people: int | None = None

    @property
    def sentence_key(self) -> str:
        """The key of the sentence with the word."""
        return f"words.{self.word}"


@dataclass(frozen=True, slots=True)
class Slice:
    """One class of answers in figures.

    `people` is a count, `percent` its share of all who answered, `low` and `high` the 95 % Wilson
    interval of that share in per cent. `answers` names the answers in the class; `rest` is True
    where small classes were put together for protection only.
    """

    answers: tuple[str, ...]
    people: int
    percent: int
    low: int
    high: int
    rest: bool = False


@dataclass(frozen=True, slots=True)
class InFigures:
    """Figures of at least ten people, in classes of at least three. `rounded` for the public."""

    people: int
    slices: tuple[Slice, ...]
    rounded: bool

    @property
    def sentence_key(self) -> str:
        """The key of the sentence that introduces the figures."""
        return "figures.rounded" if self.rounded else "figures.exact"


type Shown = Nothing | InWords | InFigures
