"""What this room tells: the evening, its people and tables, verdicts, ideas, and how the deciding stands."""

from kuultu.loop.decisions.queries.evening import event_of, the_attendee, the_evening, the_idea, the_table
from kuultu.loop.decisions.queries.people import groups_of, replies_of, seated
from kuultu.loop.decisions.queries.progress import progress
from kuultu.loop.decisions.queries.verdicts import (
    card_seen,
    ideas_of,
    seen_cards,
    verdict_of,
    verdicts_of,
    words_of_tables,
)

__all__ = [
    "card_seen",
    "event_of",
    "groups_of",
    "ideas_of",
    "progress",
    "replies_of",
    "seated",
    "seen_cards",
    "the_attendee",
    "the_evening",
    "the_idea",
    "the_table",
    "verdict_of",
    "verdicts_of",
    "words_of_tables",
]
