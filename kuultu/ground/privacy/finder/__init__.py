"""Finds what may tell who somebody is in a text, and covers it."""

from kuultu.ground.privacy.finder.covering import Choice, coarsen, cover
from kuultu.ground.privacy.finder.find import Certainty, Find, Kind, Suggestion
from kuultu.ground.privacy.finder.search import find

__all__ = ["Certainty", "Choice", "Find", "Kind", "Suggestion", "coarsen", "cover", "find"]
