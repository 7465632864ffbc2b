"""The surveys of a round, and in which languages they can be answered."""

from django.db.models import QuerySet
from django.http import Http404

from kuultu.loop.rounds.models import Round
from kuultu.loop.surveys.item_sets import OURS
from kuultu.loop.surveys.models import Survey, SurveyKind


def surveys_of(round: Round) -> QuerySet[Survey]:
    """The round's surveys: the feedback of the evening first."""
    return Survey.objects.filter(round=round).select_related("round__municipality").order_by("kind")


def survey_of(round: Round, kind: SurveyKind | str) -> Survey | None:
    """The round's survey of a kind, once it has been opened."""
    return surveys_of(round).filter(kind=kind).first()


def the_survey(round: Round, kind: str) -> Survey:
    """The same. Raises Http404 where there is none."""
    found = survey_of(round, kind)
    if found is None:
        raise Http404("No such survey.")
    return found


def tongues_of(survey: Survey) -> list[tuple[str, int, bool]]:
    """Each language of the survey: how many questions have no wording in it, and is it a draft?"""
    items = list(survey.items.filter(asked=True))
    return [(code, sum(not item.texts.get(code) for item in items), code not in OURS) for code in survey.languages]
