"""What this room tells: the surveys of a round, their results once closed, what people intend to do."""

from kuultu.loop.surveys.queries.progress import progress
from kuultu.loop.surveys.queries.results import ItemResult, intentions_of, results_of
from kuultu.loop.surveys.queries.surveys import survey_of, surveys_of, the_survey, tongues_of

__all__ = [
    "ItemResult",
    "intentions_of",
    "progress",
    "results_of",
    "survey_of",
    "surveys_of",
    "the_survey",
    "tongues_of",
]
