"""What this room tells: a report, its lines by question, what is open in it, and how a round's reports stand."""

from kuultu.loop.reports.queries.asked import (
    Asked,
    Part,
    line_of,
    loose_of,
    loose_text,
    parts_of,
    question_of,
    questions_of,
    report_of,
    the_report,
)
from kuultu.loop.reports.queries.board import Row, board
from kuultu.loop.reports.queries.finds import OpenFind, Spot, certain_finds, find_at, open_finds, spots_of
from kuultu.loop.reports.queries.missing import Missing, missing_for_delivery, missing_for_finish, missing_for_lock
from kuultu.loop.reports.queries.progress import progress
from kuultu.loop.reports.queries.steps import steps_of, when

__all__ = [
    "Asked",
    "Missing",
    "OpenFind",
    "Part",
    "Row",
    "Spot",
    "board",
    "certain_finds",
    "find_at",
    "line_of",
    "loose_of",
    "loose_text",
    "missing_for_delivery",
    "missing_for_finish",
    "missing_for_lock",
    "open_finds",
    "parts_of",
    "progress",
    "question_of",
    "questions_of",
    "report_of",
    "spots_of",
    "steps_of",
    "the_report",
    "when",
]
