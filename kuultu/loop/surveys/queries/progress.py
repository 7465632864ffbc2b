"""How the asking stands: is the evening's survey opened, open, closed and read?"""

from datetime import datetime, timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.dates import HELSINKI
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.web.moments import short_day
from kuultu.loop import Progress, State, Task
from kuultu.loop.decisions.queries import event_of
from kuultu.loop.rounds.models import Round
from kuultu.loop.surveys.models import Survey, SurveyKind
from kuultu.loop.surveys.queries.surveys import survey_of

# A survey that nobody opened within two weeks of the evening will not be opened.
STILL_WORTH_ASKING = timedelta(days=14)
OPENED_BEFORE = timedelta(days=3)


def progress(round: Round, now: datetime) -> Progress:
    """What the desk shows of this room."""
    survey, event = survey_of(round, SurveyKind.FEEDBACK), event_of(round)
    if survey is not None:
        return _of_survey(round, survey, now)
    if event is None:
        return Progress(State.AHEAD, _("ahead"))
    if now > event.ends_at + STILL_WORTH_ASKING:
        return Progress(State.DONE, _("nobody was asked"))
    day = event.starts_at.astimezone(HELSINKI).date()
    task = Task(
        _("Open the survey of the evening"),
        _("Five minutes at the end: what the evening did, and what people intend to do. It helps to choose measures."),
        _("Open the survey"),
        at("surveys:open", round.code, SurveyKind.FEEDBACK.value),
        due=day - OPENED_BEFORE,
    )
    return Progress(State.NOW, _("not opened yet"), (task,))


def _of_survey(round: Round, survey: Survey, now: datetime) -> Progress:
    if survey.closed_at is not None:
        return Progress(State.DONE, _("closed, results kept"))
    if not survey.is_over(now):
        says = _("open until {day}") if survey.opens_at <= now else _("opens on {day}")
        moment = survey.closes_at if survey.opens_at <= now else survey.opens_at
        return Progress(State.NOW, format_lazy(says, day=short_day(moment)))
    task = Task(
        _("Read the results of the survey and keep them"),
        _("Single answers are deleted after two years; what may be told of them is kept when you close the survey."),
        _("Read"),
        at("surveys:survey", round.code, survey.kind),
        due=survey.closes_at.astimezone(HELSINKI).date(),
    )
    return Progress(State.NOW, _("results to read"), (task,))
