"""The municipality's rounds with where each stands, and counts for the supporting authority."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.ground.languages.dates import HELSINKI
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Membership, Person, Role
from kuultu.ground.web.moments import short_day
from kuultu.loop import PATH, Sentence
from kuultu.loop.cards.models import Card, Deck
from kuultu.loop.decisions.models import DecisionEvent, Step
from kuultu.loop.followup.models import Checkup, CheckupState
from kuultu.loop.measures.models import Measure, Programme
from kuultu.loop.reports.models import DELIVERED
from kuultu.loop.rounds.models import Ending, Event, EventState, Order, OrderState, Round

NAMES = {knot.key: knot.name for knot in PATH}
LIVE = ~Q(events__state=EventState.CANCELLED)


@dataclass(frozen=True)
class RoundRow:
    """A round on the list. `stage`: the name of the stage it has come to, `says` a few words more, `chip` its kind."""

    round: Round
    stage: Sentence
    says: Sentence
    chip: str
    href: str


@dataclass(frozen=True)
class TownCounts:
    """What the supporting authority sees of a municipality: counts, no texts and no names."""

    name: str
    rounds: int
    discussions: int
    languages: int
    reports: int
    measures: int
    done: int


def rounds_for(actor: Actor, now: datetime) -> list[RoundRow]:
    """Newest first. An organisation: those in which it has an order or an event, counting its own discussions."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return [_row(round, at("desk:round", round.code)) for round in _standing(Round.objects.all(), LIVE, now)]
    if actor.organisation_ids:
        own = LIVE & Q(events__organisation_id__in=actor.organisation_ids)
        found = _standing(Round.objects.filter(pk__in=_ordered(actor)), own, now)
        return [_row(round, at("desk:round", round.code)) for round in found]
    found = _standing(Round.objects.filter(ending=Ending.OPEN), LIVE, now)
    return [_row(round, at("materials:materials", round.code)) for round in found]


def counts_for(person: Person, now: datetime) -> list[TownCounts]:
    """Every municipality that has let the supporting authority's person in, by name."""
    held = Membership.objects.filter(person=person, role=Role.AUTHORITY, since__lte=now).select_related("municipality")
    towns = {each.municipality for each in held.filter(Q(until=None) | Q(until__gt=now))}
    return [_counts(town, now) for town in sorted(towns, key=lambda town: town.name)]


def _ordered(actor: Actor) -> Iterable[int]:
    own = {"organisation_id__in": actor.organisation_ids}
    ordered = Order.objects.filter(**own).exclude(state=OrderState.DRAFT).values_list("round_id", flat=True)
    return {*ordered, *Event.objects.filter(**own).values_list("round_id", flat=True)}


def _standing(rounds: QuerySet[Round], live: Q, now: datetime) -> QuerySet[Round]:
    """The rounds with what tells where they stand, in one question to the database. `live`: the events to count."""
    here = OuterRef("pk")
    return rounds.annotate(
        planned=Count("events", filter=live, distinct=True),
        held=Count("events", filter=live & Q(events__starts_at__lte=now), distinct=True),
        delivered=Count("events", filter=live & Q(events__report__state__in=DELIVERED), distinct=True),
        has_cards=Exists(Card.objects.filter(deck__round=here)),
        is_frozen=Exists(Deck.objects.filter(round=here, frozen_at__isnull=False)),
        has_decided=Exists(DecisionEvent.objects.filter(round=here, step=Step.ENDED)),
        is_published=Exists(Programme.objects.filter(round=here, published_at__isnull=False)),
    ).order_by("-starts_on", "-pk")


def _row(round: Round, href: str) -> RoundRow:
    stage, says, chip = _where(round)
    return RoundRow(round, stage, says, chip, href)


def _where(round: Round) -> tuple[Sentence, Sentence, str]:
    """The stage it has come to, looking from the end."""
    if round.ending != Ending.OPEN:
        closed = round.closed_at.astimezone(HELSINKI).date() if round.closed_at else None
        return round.get_ending_display(), format_lazy(_("closed {day}"), day=short_day(closed)) if closed else "", "ok"
    told: Round = round
    heard = _of_talks(told)
    if told.is_published:  # type: ignore[attr-defined]
        return NAMES["keep"], _("the measures are followed"), "mut"
    if told.has_decided:  # type: ignore[attr-defined]
        return NAMES["decide"], _("the measures are written down"), "mut"
    if told.is_frozen:  # type: ignore[attr-defined]
        return NAMES["decide"], _of_evening(round), "mut"
    if told.has_cards:  # type: ignore[attr-defined]
        return NAMES["tell"], _("the experience cards are written"), "mut"
    if told.planned and told.delivered == told.planned:  # type: ignore[attr-defined]
        return NAMES["understand"], heard, "mut"
    if told.held:  # type: ignore[attr-defined]
        return NAMES["talk"], heard, "mut"
    if told.planned:  # type: ignore[attr-defined]
        return NAMES["prepare"], heard, "mut"
    return NAMES["plan"], _("whom to hear"), "mut"


def _of_talks(round: Round) -> Sentence:
    held, planned = round.held, round.planned  # type: ignore[attr-defined]
    says = ngettext_lazy("%(held)d of %(n)d discussion held", "%(held)d of %(n)d discussions held", planned)
    return says % {"held": held, "n": planned}


def _of_evening(round: Round) -> Sentence:
    if round.decides_on is None:
        return _("the cards are ready")
    return format_lazy(_("decision event {day}"), day=short_day(round.decides_on))


def _counts(town: Municipality, now: datetime) -> TownCounts:
    with scope(town):
        events = Event.objects.exclude(state=EventState.CANCELLED).filter(starts_at__lte=now)
        published = Measure.objects.filter(programme__published_at__isnull=False)
        done = Checkup.objects.filter(measure__in=published, state=CheckupState.DONE)
        return TownCounts(
            town.name,
            Round.objects.count(),
            events.count(),
            events.values("language").distinct().count(),
            events.filter(report__state__in=DELIVERED).count(),
            published.count(),
            done.values("measure").distinct().count(),
        )
