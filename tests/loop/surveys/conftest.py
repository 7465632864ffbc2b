"""The evening's survey, open from a quarter to eight for a week."""

from datetime import UTC, datetime, timedelta

import pytest

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.people.actor import ANYBODY, Actor
from kuultu.loop.rounds.models import Round
from kuultu.loop.surveys.actions.answering import answer_survey
from kuultu.loop.surveys.actions.asking import open_survey
from kuultu.loop.surveys.models import Survey, SurveyKind
from tests.factories import a_decision_event, a_round

OPENS = datetime(2026, 5, 5, 16, 45, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=7)
LATER = CLOSES + timedelta(hours=1)
DATES = {"languages": ["fi", "sv", "en", "ar", "ti"], "opens_at": OPENS, "closes_at": CLOSES}


@pytest.fixture
def round(in_mallila: Municipality) -> Round:
    made = a_round()
    a_decision_event(made)
    return made


@pytest.fixture
def survey(round: Round, as_aino: Actor) -> Survey:
    """The feedback of the evening."""
    return open_survey(round, by=as_aino, now=OPENS, kind=SurveyKind.FEEDBACK, **DATES)


@pytest.fixture
def residents(round: Round, as_aino: Actor) -> Survey:
    """The short one."""
    return open_survey(round, by=as_aino, now=OPENS, kind=SurveyKind.RESIDENTS, **DATES)


def answer(survey: Survey, *people: dict[str, object]) -> None:
    """Each of them answers."""
    for answers in people:
        answer_survey(survey, by=ANYBODY, now=OPENS + timedelta(minutes=5), answers=answers)
