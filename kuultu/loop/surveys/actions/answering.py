"""Answering: one person's answers, from nobody."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.surveys.item_sets import MOST_SIGNS
from kuultu.loop.surveys.models import Item, ItemKind, Response, Survey
from kuultu.loop.surveys.refusals import NOTHING_SAID
from kuultu.loop.surveys.rules import may_answer


@transaction.atomic
def answer_survey(survey: Survey, *, by: Actor, now: datetime, answers: Mapping[str, object]) -> Response:
    """Keep the answers to the questions that are asked; everything else that was sent is left out.

    A scale is "1" to "5", a choice the key of an option, own words at most a thousand signs. Nothing is written
    in the log and no time is kept: with those, whoever saw somebody answer could find the row.
    """
    require(may_answer(by, survey, now))
    found = {item.key: _clean(item, answers.get(item.key)) for item in survey.items.filter(asked=True)}
    said = {key: value for key, value in found.items() if value}
    if not said:
        raise Refused(Denied(NOTHING_SAID))
    return Response.objects.create(survey=survey, answers=said)


def _clean(item: Item, value: object) -> str:
    """The answer, or nothing where it is none."""
    text = str(value).strip() if value is not None else ""
    if item.kind == ItemKind.TEXT:
        return text[:MOST_SIGNS]
    return text if text in {option["key"] for option in item.options} else ""
