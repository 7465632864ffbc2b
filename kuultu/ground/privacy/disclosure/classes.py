"""Answers gathered into classes that are large enough to be shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kuultu.ground.privacy.disclosure.thresholds import (
    FULL_SCALE_FROM,
    NARROWEST_GUESS,
    SMALLEST_CLASS,
)


@dataclass(frozen=True, slots=True)
class Class:
    """Answers counted together. `rest` marks what was put together only because it was small."""

    answers: tuple[str, ...]
    people: int
    rest: bool = False


def counted(counts: Mapping[str, int]) -> tuple[Class, ...]:
    """One class per answer, in the order given. Raises ValueError for a negative count."""
    if any(people < 0 for people in counts.values()):
        raise ValueError("a count of people cannot be negative")
    return tuple(Class((answer,), people) for answer, people in counts.items())


def together(classes: Iterable[Class], *, rest: bool = False) -> Class:
    """Several classes as one."""
    listed = tuple(classes)
    answers = tuple(answer for each in listed for answer in each.answers)
    return Class(answers, sum(each.people for each in listed), rest)


def collapsed(scale: tuple[Class, ...]) -> tuple[Class, ...]:
    """An ordered scale in three classes: below the middle, the middle, above it.

    A scale without a middle gives two classes; one of three points or fewer stays as it is.
    """
    half = len(scale) // 2
    if len(scale) <= 3:
        return scale
    middle = scale[half : len(scale) - half]
    return (together(scale[:half]), *middle, together(scale[-half:]))


def showable(classes: tuple[Class, ...], *, ordered: bool) -> tuple[Class, ...]:
    """The finest classes that may be shown in figures: each of three people or more.

    A scale keeps its five points only from thirty people on, and only when none of them is small.
    Small classes become one rest with at least one larger class in it. Returns at least two
    classes, or none when nothing can be shown in figures.
    """
    people = sum(each.people for each in classes)
    is_small = any(each.people < SMALLEST_CLASS for each in classes)
    if ordered and (people < FULL_SCALE_FROM or is_small):
        classes = collapsed(classes)
    rest = _rest_of(classes)
    kept = tuple(each for each in classes if each not in rest)
    if not rest:
        return kept if len(kept) > 1 else ()
    return (*kept, together(rest, rest=True)) if kept else ()


def _rest_of(classes: tuple[Class, ...]) -> tuple[Class, ...]:
    """The small classes and those that hide them, taken from the middle outwards.

    Which ones hide them depends on their places alone. Taking the smallest would tell, to those
    who know the rule, that the others are larger: sometimes enough to solve a count.
    """
    rest = {n for n, each in enumerate(classes) if each.people < SMALLEST_CLASS}
    small, middle = set(rest), len(classes) // 2
    if not small:
        return ()
    for place in sorted(range(len(classes)), key=lambda n: (abs(n - middle), -n)):
        if rest > small and sum(classes[n].people for n in rest) >= NARROWEST_GUESS:
            break
        rest.add(place)
    return tuple(classes[n] for n in sorted(rest))
