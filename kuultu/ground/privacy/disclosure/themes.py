"""At how many events a theme came up. Events are counted here, never people."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kuultu.ground.privacy.disclosure.thresholds import PUBLIC_EVENTS


@dataclass(frozen=True, slots=True)
class EventCount:
    """A theme came up at `events` of `of` events. `group` is None for all groups together."""

    events: int
    of: int
    group: str | None = None


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """One theme: at how many events in all, and by group where that points at no single event."""

    theme: str
    everywhere: EventCount
    by_group: tuple[EventCount, ...]


def themes_by_events(
    themes: Mapping[str, Collection[str]], groups: Mapping[str, Collection[str]]
) -> tuple[ThemeCount, ...]:
    """Each theme as "at four of five Arabic-language events".

    `themes` names the events at which each theme came up, `groups` the events of each group (a
    language, a population group; an event may belong to several). A group is broken out only when
    neither it nor anything that can be subtracted from it is a single event.
    """
    everything = frozenset(event for events in groups.values() for event in events)
    tellable = _tellable_groups(groups, everything)
    return tuple(
        ThemeCount(
            theme,
            EventCount(len(everything.intersection(events)), len(everything)),
            tuple(
                EventCount(len(members.intersection(events)), len(members), group)
                for group, members in tellable.items()
            ),
        )
        for theme, events in themes.items()
    )


def _tellable_groups(groups: Mapping[str, Collection[str]], everything: frozenset[str]) -> dict[str, frozenset[str]]:
    told: dict[str, frozenset[str]] = {}
    for group in sorted(groups, key=lambda each: -len(set(groups[each]))):
        candidate = {**told, group: frozenset(groups[group])}
        if _smallest_part(everything, candidate.values()) >= PUBLIC_EVENTS:
            told = candidate
    return {group: told[group] for group in groups if group in told}


def _smallest_part(everything: frozenset[str], sets: Collection[frozenset[str]]) -> int:
    """The fewest events that can be told apart by knowing the counts of all these sets."""
    sizes: dict[tuple[bool, ...], int] = {}
    for event in everything:
        membership = tuple(event in each for each in sets)
        sizes[membership] = sizes.get(membership, 0) + 1
    return min(sizes.values(), default=0)
