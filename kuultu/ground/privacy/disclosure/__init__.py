"""The one module through which every figure about people's answers leaves.

Counts and an `Audience` come in; nothing, words or protected figures go out.
"""

from kuultu.ground.privacy.disclosure.audience import Audience
from kuultu.ground.privacy.disclosure.bands import Band, band_of
from kuultu.ground.privacy.disclosure.batches import with_batch
from kuultu.ground.privacy.disclosure.changes import Changed, Direction, change_between
from kuultu.ground.privacy.disclosure.intervals import newcombe, wilson
from kuultu.ground.privacy.disclosure.labels import OTHER_LANGUAGES, public_label
from kuultu.ground.privacy.disclosure.ledger import Decision, Ledger, Release, decide, release
from kuultu.ground.privacy.disclosure.shares import chosen_by, share_of
from kuultu.ground.privacy.disclosure.shown import (
    InFigures,
    InWords,
    Nothing,
    Reason,
    Shown,
    Slice,
    Word,
)
from kuultu.ground.privacy.disclosure.tables import TOTAL, Line, ProtectedTable, table
from kuultu.ground.privacy.disclosure.themes import EventCount, ThemeCount, themes_by_events
from kuultu.ground.privacy.disclosure.verdicts import (
    Turnout,
    merged_tables,
    turnout,
    verdicts,
)

__all__ = [
    "OTHER_LANGUAGES",
    "TOTAL",
    "Audience",
    "Band",
    "Changed",
    "Decision",
    "Direction",
    "EventCount",
    "InFigures",
    "InWords",
    "Ledger",
    "Line",
    "Nothing",
    "ProtectedTable",
    "Reason",
    "Release",
    "Shown",
    "Slice",
    "ThemeCount",
    "Turnout",
    "Word",
    "band_of",
    "change_between",
    "chosen_by",
    "decide",
    "merged_tables",
    "newcombe",
    "public_label",
    "release",
    "share_of",
    "table",
    "themes_by_events",
    "turnout",
    "verdicts",
    "wilson",
    "with_batch",
]
