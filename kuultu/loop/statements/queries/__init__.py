"""What this room tells. Later stages use these names and no others."""

from kuultu.loop.statements.queries.coding import Turn, next_to_code, turn
from kuultu.loop.statements.queries.heard import Heard, heard
from kuultu.loop.statements.queries.lists import (
    WAITING,
    following,
    narrowed,
    not_checked,
    sensitive,
    statements_for,
    statements_of,
    the_statement,
    the_text,
    uncoded,
    untranslated,
    waiting,
    withdrawn,
)
from kuultu.loop.statements.queries.missing import NotHeard, not_heard
from kuultu.loop.statements.queries.progress import Pace, pace, progress, tasks_for
from kuultu.loop.statements.queries.reports import Waiting, not_lifted, the_report
from kuultu.loop.statements.queries.table import (
    Cell,
    Column,
    Comparison,
    Row,
    Section,
    ThemeTable,
    Told,
    shared_and_differing,
    theme_table,
)
from kuultu.loop.statements.queries.themes import OtherShare, other_share, the_theme, themes_of
from kuultu.loop.statements.queries.trace import Trace, asked, became_here, came_from, trace
from kuultu.loop.statements.queries.wordings import Wording, text_in, working_language

__all__ = [
    "WAITING",
    "Cell",
    "Column",
    "Comparison",
    "Heard",
    "NotHeard",
    "OtherShare",
    "Pace",
    "Row",
    "Section",
    "ThemeTable",
    "Told",
    "Trace",
    "Turn",
    "Waiting",
    "Wording",
    "asked",
    "became_here",
    "came_from",
    "following",
    "heard",
    "narrowed",
    "next_to_code",
    "not_checked",
    "not_heard",
    "not_lifted",
    "other_share",
    "pace",
    "progress",
    "sensitive",
    "shared_and_differing",
    "statements_for",
    "statements_of",
    "tasks_for",
    "text_in",
    "the_report",
    "the_statement",
    "the_text",
    "the_theme",
    "theme_table",
    "themes_of",
    "trace",
    "turn",
    "uncoded",
    "untranslated",
    "waiting",
    "withdrawn",
    "working_language",
]
