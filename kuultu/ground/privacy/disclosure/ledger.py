"""The ledger of releases: nothing is shown that, subtracted from something shown, tells of few.

Every figure that was ever shown is kept as a `Release`. A new one is compared with all earlier
ones on the same question that some reader has seen. Together they divide people into parts;
whatever can be computed from the figures, by any sums and differences, is a sum over whole parts.
So it is enough that every part could itself have been shown. Storage is the caller's: give a
`Ledger`.

What this does not stop: a refusal itself says that some part is small or of one mind.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kuultu.ground.privacy.disclosure.audience import Audience
from kuultu.ground.privacy.disclosure.shown import InFigures, Nothing, Reason, Shown
from kuultu.ground.privacy.disclosure.thresholds import SMALLEST_CELL, SMALLEST_CLASS

type Pieces = Mapping[str, Mapping[str, int]]
"""People by the smallest piece a filter can pick (an event, or a group at it), then by answer."""

type Membership = tuple[bool, ...]
"""In which of the releases, in their order, some people are."""

type Cells = dict[tuple[int | None, ...], int]
"""People by the classes they were shown in."""


@dataclass(frozen=True, slots=True)
class Release:
    """One figure as it was shown: the question, to whom, whose answers, in which classes.

    `classes` is empty when only words were shown. Late and corrected answers need no care: they
    change the counts of a piece, and the change is what is then looked at.
    """

    question: str
    audience: Audience
    pieces: Pieces
    classes: tuple[tuple[str, ...], ...] = ()

    def class_of(self, answer: str) -> int | None:
        """Which of the shown classes an answer was counted in; None when in none."""
        return next((n for n, answers in enumerate(self.classes) if answer in answers), None)


class Ledger(Protocol):
    """Where releases are kept. Both calls belong in one transaction of the caller."""

    def earlier(self, question: str) -> Iterable[Release]:
        """Every release on this question."""

    def keep(self, release: Release) -> None:
        """Add one release, for good."""


class Decision(StrEnum):
    """What to do with a new release: show it, hold it until more have answered, or refuse it."""

    SHOW = "show"
    HOLD = "hold"
    REFUSE = "refuse"


def release(shown: Shown, *, question: str, audience: Audience, pieces: Pieces, ledger: Ledger) -> Shown:
    """The one door for figures that can be filtered: what was asked for, or why it is not shown.

    `shown` must have been made from exactly the people in `pieces`.
    """
    if isinstance(shown, Nothing):
        return shown
    slices = shown.slices if isinstance(shown, InFigures) else ()
    new = Release(question, audience, pieces, tuple(each.answers for each in slices))
    earlier = tuple(ledger.earlier(question))
    decision = decide(new, earlier)
    if decision is Decision.HOLD:
        return Nothing(Reason.WAITS_FOR_MORE)
    if decision is Decision.REFUSE:
        return Nothing(Reason.TOO_CLOSE_TO_EARLIER)
    if new not in earlier:
        ledger.keep(new)
    return shown


def decide(new: Release, earlier: Sequence[Release]) -> Decision:
    """Whether `new` may be shown after `earlier` releases.

    Held when the part that is too small is people not heard of before: more of them may come.
    Refused when it would be cut out of people already shown.
    """
    decision = Decision.SHOW
    for reader in new.audience.seen_by:
        known = [each for each in earlier if each.question == new.question and reader in each.audience.seen_by]
        for membership in _untellable([*known, new]):
            if any(membership[:-1]):
                return Decision.REFUSE
            decision = Decision.HOLD
    return decision


def stands_alone(people: Iterable[int]) -> bool:
    """Whether a part of people could have been shown by itself, given as people in each class.

    Five people or more; in each class nobody or at least three; and not all of them in one.
    """
    held = [count for count in people if count]
    return sum(held) >= SMALLEST_CELL and len(held) > 1 and min(held) >= SMALLEST_CLASS


def _untellable(releases: Sequence[Release]) -> Iterator[Membership]:
    """The parts that may not be told apart by the last release and those before it.

    A word can be upset by one person more or less, so every part needs its size. Figures can be
    subtracted, so what they tell apart must also stand alone.
    """
    for membership, cells in _told_apart(releases).items():
        if sum(cells.values()) < SMALLEST_CELL:
            yield membership
    if releases[-1].classes:
        for membership, cells in _told_apart([each for each in releases if each.classes]).items():
            if not stands_alone(cells.values()):
                yield membership


def _told_apart(releases: Sequence[Release]) -> dict[Membership, Cells]:
    """People by the releases they are in, and within that by the classes they were shown in.

    A piece's count per answer is a stack of seats: a release that counted four holds seats one to
    four. An answer that came late takes a new seat, a withdrawn one empties the last.
    """
    parts: dict[Membership, Cells] = {}
    for piece, answer in _places(releases):
        counts = [each.pieces.get(piece, {}).get(answer, 0) for each in releases]
        below = 0
        for level in sorted(set(counts) - {0}):
            membership = tuple(count >= level for count in counts)
            classes = tuple(
                each.class_of(answer) if inside else None for each, inside in zip(releases, membership, strict=True)
            )
            cells = parts.setdefault(membership, {})
            cells[classes] = cells.get(classes, 0) + level - below
            below = level
    return parts


def _places(releases: Sequence[Release]) -> set[tuple[str, str]]:
    return {(piece, answer) for each in releases for piece, counts in each.pieces.items() for answer in counts}
