"""What a table says of a card, and the ideas that it finds."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.ground.privacy.finder import Certainty, Kind, find
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.models import DecisionEvent, Dot, Effort, Idea, Outcome, Table, Verdict
from kuultu.loop.decisions.queries.verdicts import seen_cards
from kuultu.loop.decisions.refusals import NO_CARD_YET, PERSONAL, SAY_SOMETHING
from kuultu.loop.decisions.rules import may_weed, may_write_at_table

# Names are left to people: "Maria's Café" is a place. These are never part of an idea.
NEVER = {Kind.PHONE, Kind.EMAIL, Kind.IDENTITY_CODE, Kind.IBAN, Kind.STREET_ADDRESS}


@transaction.atomic
def table_verdict(
    table: Table, card: Card, *, by: Actor, now: datetime, outcome: Outcome | str, reason: str = ""
) -> Verdict:
    """What the table agreed on, and why. It may change its mind while the evening is on."""
    event = _as_it_is(table)
    require(may_write_at_table(by, event, now))
    if card.pk not in seen_cards(event):
        raise Refused(Denied(NO_CARD_YET))
    outcome = Outcome(outcome)
    if outcome == Outcome.FEW:
        raise Refused(Denied(_("A table says more, less, unsure or that it does not agree.")))
    _nobody_in(reason)
    verdict, _made = Verdict.objects.update_or_create(
        card=card, table=table, defaults={"outcome": outcome, "reason": reason.strip(), "closed_at": now}
    )
    record(by, "wrote the table's verdict", verdict, now=now, card=card.code, table=table.number)
    return verdict


@transaction.atomic
def add_idea(
    table: Table,
    *,
    by: Actor,
    now: datetime,
    text: str,
    card: Card | None = None,
    body: str = "",
    effort: Effort | str = "",
) -> Idea:
    """A means that the table found: what, who could do it, how much it asks for."""
    event = _as_it_is(table)
    require(may_write_at_table(by, event, now))
    if not text.strip():
        raise Refused(Denied(SAY_SOMETHING))
    if card and card.pk not in seen_cards(event):
        raise Refused(Denied(NO_CARD_YET))
    _nobody_in(f"{text} {body}")
    idea = Idea.objects.create(
        decision_event=event, card=card, table=table, text=text.strip(), body=body.strip(), effort=effort
    )
    record(by, "added an idea", idea, now=now, table=table.number, card=card.code if card else "")
    return idea


@transaction.atomic
def dot_idea(idea: Idea, table: Table, *, by: Actor, now: datetime, given: bool = True) -> Idea:
    """The table would choose this idea; with `given=False` it takes its dot back."""
    require(may_write_at_table(by, _as_it_is(table), now))
    if idea.decision_event_id != table.decision_event_id or idea.dropped_at or idea.merged_into_id:
        raise Refused(Denied(_("This idea is no longer on the list.")))
    if given:
        Dot.objects.get_or_create(idea=idea, table=table)
    else:
        Dot.objects.filter(idea=idea, table=table).delete()
    _count(idea)
    record(by, "gave a dot" if given else "took a dot back", idea, now=now, table=table.number)
    return idea


@transaction.atomic
def merge_ideas(idea: Idea, into: Idea, *, by: Actor, now: datetime) -> Idea:
    """Two ideas say the same: the first goes into the other, which keeps the dots of both, each table's once."""
    require(may_weed(by, idea.decision_event))
    if idea.pk == into.pk or idea.decision_event_id != into.decision_event_id or into.merged_into_id:
        raise Refused(Denied(_("Choose another idea of the same evening.")))
    for dot in idea.given.all():
        Dot.objects.get_or_create(idea=into, table=dot.table)
    Idea.objects.filter(merged_into=idea).update(merged_into=into)
    idea.merged_into = into
    idea.save(update_fields=["merged_into"])
    _count(into)
    record(by, "merged an idea", idea, now=now, into=into.pk)
    return into


@transaction.atomic
def drop_idea(idea: Idea, *, by: Actor, now: datetime, dropped: bool = True) -> Idea:
    """Take an idea off the list, or put it back. It stays in the record."""
    require(may_weed(by, idea.decision_event))
    idea.dropped_at = now if dropped else None
    idea.save(update_fields=["dropped_at"])
    record(by, "dropped an idea" if dropped else "put an idea back", idea, now=now)
    return idea


def _as_it_is(table: Table) -> DecisionEvent:
    """The evening as it stands now: a page may have been open for a while."""
    return DecisionEvent.objects.select_related("round").get(pk=table.decision_event_id)


def _count(idea: Idea) -> None:
    idea.dots = idea.given.count()
    idea.save(update_fields=["dots"])


def _nobody_in(text: str) -> None:
    if any(each.certainty is Certainty.SURE and each.kind in NEVER for each in find(text)):
        raise Refused(Denied(PERSONAL))
