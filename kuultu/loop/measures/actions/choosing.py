"""Writes on measures before they are published: choose, change, leave out; what residents read of them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.languages.texts import TextState
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.links import revoke_links
from kuultu.ground.people.models import Purpose
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.models import Idea
from kuultu.loop.measures.models import Acceptance, Measure, MeasureText, Programme
from kuultu.loop.measures.queries import programme_of
from kuultu.loop.measures.rules import may_add, may_choose, may_tell
from kuultu.loop.rounds.models import Round

OWNER = ("owner_body", "owner_post", "owner_email")
PROMISED = ("sentence", "owner_body", "owner_post", "due_on")


@transaction.atomic
def choose_measure(
    round: Round,
    *,
    by: Actor,
    now: datetime,
    sentence: str,
    owner_body: str,
    owner_post: str,
    due_on: date,
    cards: Iterable[Card],
    ideas: Iterable[Idea] = (),
    more_because: str = "",
    **more: Any,
) -> Measure:
    """A measure with the next number, answering these cards. The fifth and later need `more_because`."""
    programme = programme_of(round)
    require(may_add(by, programme, more_because))
    programme.more_because = more_because or programme.more_because
    programme.save()
    number = (programme.measures.aggregate(last=Max("number"))["last"] or 0) + 1
    measure = Measure.objects.create(
        programme=programme, number=number, sentence=sentence, owner_body=owner_body, owner_post=owner_post,
        due_on=due_on, **more,
    )  # fmt: skip
    _answers(measure, cards, ideas)
    record(by, "chose a measure", measure, now=now, code=measure.code)
    return measure


@transaction.atomic
def change_measure(
    measure: Measure, *, by: Actor, now: datetime, cards: Iterable[Card], more_because: str = "", **values: Any
) -> Measure:
    """Other words, owner or date. A change of what was accepted asks the owner anew; the links of another close."""
    require(may_choose(by, measure.programme))
    was, whose = [getattr(measure, name) for name in PROMISED], [getattr(measure, name) for name in OWNER]
    for name, value in values.items():
        setattr(measure, name, value)
    measure.save()
    _answers(measure, cards, measure.ideas.all())
    if [getattr(measure, name) for name in PROMISED] != was:
        Acceptance.objects.filter(measure=measure).delete()
    if [getattr(measure, name) for name in OWNER] != whose:
        revoke_links(Purpose.OWNER, measure.pk, now=now)
    record(by, "changed a measure", measure, now=now, code=measure.code)
    return measure


@transaction.atomic
def leave_measure_out(measure: Measure, *, by: Actor, now: datetime) -> None:
    """It is not chosen after all. Numbers of the others stay."""
    require(may_choose(by, measure.programme))
    record(by, "left a measure out", measure, now=now, code=measure.code)
    measure.delete()


@transaction.atomic
def describe_programme(round: Round, *, by: Actor, now: datetime, approved_by: str, minutes: str) -> Programme:
    """Who approved it, and where it stands in the minutes."""
    programme = programme_of(round)
    require(may_choose(by, programme))
    programme.approved_by, programme.minutes = approved_by, minutes
    programme.save()
    record(by, "described the programme", programme, now=now)
    return programme


@transaction.atomic
def tell_measure(
    measure: Measure,
    *,
    by: Actor,
    now: datetime,
    language: str,
    said: str,
    decided: str,
    author: str = "",
    reader: str = "",
    machine: bool = False,
) -> MeasureText:
    """What residents read of it in a language: you said, it was decided."""
    require(may_tell(by, measure))
    state = TextState.MACHINE if machine else TextState.CHECKED if reader else TextState.DRAFT
    text, _made = MeasureText.objects.update_or_create(
        measure=measure,
        language=language,
        defaults={"said": said, "decided": decided, "state": state, "author": author, "reader": reader,
                  "read_at": now if reader else None},
    )  # fmt: skip
    record(by, "told a measure", measure, now=now, code=measure.code, language=language, state=state.value)
    return text


def _answers(measure: Measure, cards: Iterable[Card], ideas: Iterable[Idea]) -> None:
    chosen = list(cards)
    if any(card.deck.round_id != measure.programme.round_id for card in chosen):
        raise Refused(Denied(_("The card is of another round.")))
    measure.cards.set(chosen)
    measure.ideas.set(ideas)
