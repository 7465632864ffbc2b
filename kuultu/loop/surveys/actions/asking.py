"""Writes on a survey by those who ask: open, change, choose its questions, close."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.ground.privacy.disclosure.stored import as_stored
from kuultu.loop.rounds.models import Round
from kuultu.loop.surveys.codes import new_code
from kuultu.loop.surveys.item_sets import questions_for
from kuultu.loop.surveys.models import Item, Survey, SurveyKind
from kuultu.loop.surveys.queries.results import counted
from kuultu.loop.surveys.rules import may_change, may_choose_items, may_close, may_open


@transaction.atomic
def open_survey(
    round: Round,
    *,
    by: Actor,
    now: datetime,
    kind: SurveyKind | str,
    languages: list[str],
    opens_at: datetime,
    closes_at: datetime,
    code: str = "",
) -> Survey:
    """A survey with its questions and a code of its own (`code`: one that was printed before)."""
    require(may_open(by, round))
    kind = SurveyKind(kind)
    if Survey.objects.filter(round=round, kind=kind).exists():
        raise Refused(Denied(_("This round has this survey already. Change that one.")))
    _check(opens_at, closes_at)
    survey = Survey.objects.create(
        round=round, kind=kind, code=code or new_code(), languages=languages, opens_at=opens_at, closes_at=closes_at
    )
    for order, question in enumerate(questions_for(kind, round, languages), start=1):
        Item.objects.create(
            survey=survey, key=question.key, kind=question.kind, order=order, texts=question.texts,
            options=question.stored_options(),
        )  # fmt: skip
    record(by, "opened a survey", survey, now=now, kind=kind.value, code=survey.code)
    return survey


@transaction.atomic
def change_survey(
    survey: Survey, *, by: Actor, now: datetime, languages: list[str], opens_at: datetime, closes_at: datetime
) -> Survey:
    """Other dates or languages. The code stays: it may have been printed."""
    survey = Survey.objects.select_for_update(of=("self",)).select_related("round").get(pk=survey.pk)
    require(may_change(by, survey, now))  # asked of the dates as they are, not of those that a form has set
    _check(opens_at, closes_at)
    survey.languages, survey.opens_at, survey.closes_at = languages, opens_at, closes_at
    survey.save(update_fields=["languages", "opens_at", "closes_at"])
    _add_words(survey)
    record(by, "changed a survey", survey, now=now)
    return survey


@transaction.atomic
def change_items(survey: Survey, *, by: Actor, now: datetime, asked: Mapping[str, bool]) -> Survey:
    """Ask these questions and leave those out: item key → is it asked? Keys not named stay as they are."""
    require(may_choose_items(by, survey, now))
    items = {item.key: item for item in survey.items.all()}
    if not any(asked.get(key, item.asked) for key, item in items.items()):
        raise Refused(Denied(_("Ask at least one question.")))
    for key in asked.keys() & items.keys():
        items[key].asked = asked[key]
        items[key].save(update_fields=["asked"])
    record(by, "chose a survey's questions", survey, now=now, asked=survey.items.filter(asked=True).count())
    return survey


@transaction.atomic
def close_survey(survey: Survey, *, by: Actor, now: datetime) -> Survey:
    """Close it for good and keep what may be told of it. Pressed twice, it is closed once."""
    if survey.closed_at is not None:
        return survey
    require(may_close(by, survey))
    survey.shown = {key: as_stored(shown) for key, shown in counted(survey).items()}
    survey.closed_at = min(now, survey.closes_at)
    survey.save(update_fields=["shown", "closed_at"])
    record(by, "closed a survey", survey, now=now, kind=survey.kind)
    return survey


def _add_words(survey: Survey) -> None:
    """Wordings in languages that have been added; those that are there stay as they are."""
    fresh = {
        question.key: question for question in questions_for(SurveyKind(survey.kind), survey.round, survey.languages)
    }
    for item in survey.items.all():
        if (question := fresh.get(item.key)) is None:
            continue
        options = {option["key"]: option["texts"] for option in item.options}
        item.texts = question.texts | item.texts
        item.options = [
            {"key": option.key, "texts": option.texts | options.get(option.key, {})} for option in question.options
        ]
        item.save(update_fields=["texts", "options"])


def _check(opens_at: datetime, closes_at: datetime) -> None:
    if opens_at >= closes_at:
        raise Refused(Denied(_("The survey must close after it opens.")))
