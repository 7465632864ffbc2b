"""How people answered one question, as far as it may be told."""

from collections.abc import Mapping

from kuultu.ground.privacy.disclosure.audience import Audience
from kuultu.ground.privacy.disclosure.classes import Class, collapsed, counted, showable
from kuultu.ground.privacy.disclosure.rounding import (
    interval_of,
    percent_of,
    public_step,
    rounded_people,
)
from kuultu.ground.privacy.disclosure.shown import (
    InFigures,
    InWords,
    Nothing,
    Reason,
    Shown,
    Slice,
    Word,
)
from kuultu.ground.privacy.disclosure.thresholds import (
    FIGURES_FROM,
    MOST_FROM,
    SMALLEST_CLASS,
    WORDS_FROM,
)


def share_of(
    counts: Mapping[str, int],
    *,
    audience: Audience,
    events: int | None = None,
    ordered: bool = False,
) -> Shown:
    """How the people who answered divide between the answers.

    `counts` holds people per answer, every answer named (nobody is 0), each person in one of them.
    `ordered` tells that the answers are a scale, in its order. `events` is how many events (or
    tables) the people come from; the public needs two. Raises ValueError for a negative count.
    """
    classes = counted(counts)
    people = sum(each.people for each in classes)
    if audience.lacks_events(events):
        return Nothing(Reason.TOO_FEW_EVENTS)
    if people < WORDS_FROM:
        return Nothing(Reason.FEWER_THAN_FIVE)
    visible = showable(classes, ordered=ordered)
    if people >= FIGURES_FROM and visible:
        return _in_figures(visible, audience)
    return _in_words(collapsed(classes) if ordered else classes, audience)


def chosen_by(people: int, of: int, *, audience: Audience, events: int | None = None) -> Shown:
    """How many chose one option where each person may choose several: `people` out of `of`.

    In words: few, divided, most, nearly all. Raises ValueError unless 0 <= people <= of.
    """
    shown = share_of({"chosen": people, "not": of - people}, audience=audience, events=events)
    if isinstance(shown, InWords) and shown.about == ("not",):
        return InWords(Word.FEW, ("chosen",), shown.people)
    return shown


def _in_words(classes: tuple[Class, ...], audience: Audience) -> InWords:
    """One word for one class. It says no more than that: two words could be solved together."""
    people = sum(each.people for each in classes)
    leader = max(classes, key=lambda each: each.people)
    is_small = people < FIGURES_FROM
    told = None if is_small else _people(people, audience)
    if not is_small and people - leader.people < SMALLEST_CLASS:
        return InWords(Word.NEARLY_ALL, leader.answers, told)
    if leader.people >= MOST_FROM * people:
        return InWords(Word.MOST, leader.answers, told)
    return InWords(Word.DIVIDED, (), told)


def _in_figures(visible: tuple[Class, ...], audience: Audience) -> InFigures:
    people = sum(each.people for each in visible)
    step = public_step(people) if audience.rounds else 1
    slices = tuple(_slice(each, people, step, audience) for each in visible)
    return InFigures(_people(people, audience), slices, audience.rounds)


def _slice(each: Class, people: int, step: int, audience: Audience) -> Slice:
    low, high = interval_of(each.people, people, step)
    percent = percent_of(each.people, people, step)
    return Slice(each.answers, _people(each.people, audience), percent, low, high, each.rest)


def _people(people: int, audience: Audience) -> int:
    return rounded_people(people) if audience.rounds else people
