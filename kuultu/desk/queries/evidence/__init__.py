"""The evidence walk: where a statement, a card or a measure comes from, and what became of it."""

from collections.abc import Callable

from django.http import Http404

from kuultu.desk.queries.codes import Kind, Short, readings
from kuultu.desk.queries.evidence.card import evidence_of_card
from kuultu.desk.queries.evidence.measure import evidence_of_measure
from kuultu.desk.queries.evidence.statement import evidence_of_statement
from kuultu.desk.queries.evidence.whole import Evidence, evidence_href
from kuultu.loop.rounds.models import Round

__all__ = ["Evidence", "evidence_href", "evidence_of", "find_evidence"]

WALKS: dict[Kind, Callable[[Round, Short], Evidence]] = {
    Kind.STATEMENT: evidence_of_statement,
    Kind.CARD: evidence_of_card,
    Kind.MEASURE: evidence_of_measure,
}


def evidence_of(round: Round, code: str) -> Evidence:
    """Both ways from a short code, typed with or without the round's. Raises Http404."""
    if (found := find_evidence(round, code)) is None:
        raise Http404("No such code.")
    return found


def find_evidence(round: Round, code: str) -> Evidence | None:
    """The same, None where nothing has the code."""
    for short in readings(code, round.code):
        try:
            return WALKS[short.kind](round, short)
        except Http404:
            continue
    return None
