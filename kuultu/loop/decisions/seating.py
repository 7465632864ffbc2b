"""Who sits where: groups of five to seven with every kind at every table, as far as there are enough of it."""

from collections.abc import Sequence

from kuultu.loop.decisions.models import Attendee, AttendeeKind

BEST, MOST = 6, 7


def tables_wanted(people: int) -> int:
    """How many tables so many people need: six each is best, seven the most. At least one."""
    return max(1, round(people / BEST), -(-people // MOST))


def dealt(people: Sequence[Attendee], tables: int) -> list[list[Attendee]]:
    """The people of each table. Dealt out kind by kind like cards, so that tables differ by one at most, and each
    kind and each body is spread as evenly as it goes."""
    order = {kind: place for place, kind in enumerate(AttendeeKind.values)}
    groups: list[list[Attendee]] = [[] for _table in range(tables)]
    in_turn = sorted(people, key=lambda each: (order[each.kind], each.body, each.name, each.pk))
    for place, each in enumerate(in_turn):
        groups[place % tables].append(each)
    return groups
