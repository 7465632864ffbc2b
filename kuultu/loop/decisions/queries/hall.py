"""The hall while the evening is on: the card in a language, the tables, what the host sees. Never a count of votes."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import (
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import language
from kuultu.ground.privacy.disclosure import Turnout, turnout
from kuultu.loop import Sentence
from kuultu.loop.cards.models import Card, CardState, CardText
from kuultu.loop.cards.queries import cards_shown, in_language
from kuultu.loop.decisions.models import DecisionEvent, Idea, Seat, Spent, Step, Table, Tally, Verdict

SILENT_AFTER = timedelta(minutes=2)
LETTERS = "ABCDEFGHIJ"


def mark_of(*parts: object) -> str:
    """A short sign of what a live page shows: while it stays the same, nothing is sent again."""
    return hashlib.blake2s("|".join(map(str, parts)).encode(), digest_size=8).hexdigest()


def card_before(event: DecisionEvent) -> Card | None:
    """The card before the hall; none when it has been withdrawn: nobody reads it any more."""
    card = event.card
    return None if card is None or card.state == CardState.WITHDRAWN else card


@dataclass(frozen=True)
class Told:
    """A card as somebody reads it. `unchecked`: no reader has checked this language, and it says so."""

    number: int
    title: str
    narrative: str
    language: str
    domain: str
    unchecked: bool

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return language(self.language).direction


def told(card: Card, code: str) -> Told:
    """The card in a language, or in its own where it has not been translated. One query."""
    wanted = CardText.objects.filter(language=code)
    prefetch_related_objects([card], Prefetch("texts", queryset=wanted))
    text = in_language(card, code)
    unchecked = isinstance(text, CardText) and not text.is_checked
    return Told(card.number, text.title, text.narrative, text.language, card.domain, unchecked)


@dataclass(frozen=True)
class TableNow:
    """A table as the host sees it: a state, the words for it, how many ideas, how many phones."""

    number: int
    state: str
    says: Sentence
    ideas: int
    phones: int


SAYS: dict[str, Sentence] = {
    "empty": _("no phone yet"),
    "arrived": _("is there"),
    "reading": _("reading"),
    "voting": _("voting"),
    "voted": _("voted"),
    "silent": _("silent"),
    "talking": _("talking"),
}
# how each is drawn: a dashed disc, a ring, a filled disc
DRAWN = {"empty": "silent", "silent": "silent", "arrived": "reading", "voted": "voted"}


def tables_now(event: DecisionEvent, now: datetime) -> list[TableNow]:
    """Each table's state. "Voted": every phone at it has voted, its paper is counted in, or it has said its word."""
    waited = event.step_at is not None and now - event.step_at >= SILENT_AFTER
    found = []
    for table in _tables(event):
        key = _state(event, table, waited=waited)
        found.append(
            TableNow(table.number, DRAWN.get(key, "reading"), SAYS[key], table.idea_count, table.phones)  # type: ignore[attr-defined]
        )
    return found


def hall_turnout(event: DecisionEvent) -> Turnout:
    """How far the open vote has come, in coarse steps."""
    seats = Seat.objects.filter(decision_event=event).count()
    return turnout(Spent.objects.filter(seat__decision_event=event, card=event.card_id).count(), seats)


@dataclass(frozen=True)
class CardNow:
    """A card on the host's list: has it been voted on, is it before the hall?"""

    card: Card
    done: bool
    current: bool


def cards_now(event: DecisionEvent) -> list[CardNow]:
    """The cards of the evening in their order."""
    done = set(
        Verdict.objects.filter(card__deck__round_id=event.round_id, table=None).values_list("card_id", flat=True)
    )
    return [CardNow(card, card.pk in done, card.pk == event.card_id) for card in cards_shown(event.round)]


def next_card(cards: list[CardNow]) -> Card | None:
    """The first card after the one before the hall that has not been voted on; else the first such of all."""
    current = next((place for place, each in enumerate(cards) if each.current), -1)
    ahead = [*cards[current + 1 :], *cards[: current + 1]]
    return next((each.card for each in ahead if not each.done and not each.current), None)


@dataclass(frozen=True)
class Turn:
    """Whose turn it is to read aloud at a table, and whose next: letters of the seats round it."""

    now: str
    then: str


def turn_at(table: Table, event: DecisionEvent) -> Turn:
    """Seats read in turn, one card each. How many there are: those seated, else the phones, else six."""
    people = table.attendees.count() or table.seats.count() or 6
    people = min(max(people, 2), len(LETTERS))
    read = Verdict.objects.filter(card__deck__round_id=event.round_id, table=None).exclude(card=event.card_id).count()
    return Turn(LETTERS[(read + table.number - 1) % people], LETTERS[(read + table.number) % people])


def ideas_at(table: Table, card: Card | None) -> QuerySet[Idea]:
    """What this table has written: for a card, or in all."""
    found = Idea.objects.filter(table=table, merged_into=None, dropped_at=None).order_by("pk")
    return found.filter(card=card) if card else found


def _tables(event: DecisionEvent) -> QuerySet[Table]:
    spent = Spent.objects.filter(seat__table=OuterRef("pk"), card=event.card_id).order_by().values("seat__table")
    counted = spent.annotate(number=Count("pk")).values("number")
    return Table.objects.filter(decision_event=event).annotate(
        phones=Count("seats", distinct=True),
        idea_count=Count("ideas", filter=Q(ideas__merged_into=None, ideas__dropped_at=None), distinct=True),
        voted=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
        has_word=Exists(Verdict.objects.filter(table=OuterRef("pk"), card=event.card_id)),
        on_paper=Exists(Tally.objects.filter(table=OuterRef("pk"), card=event.card_id)),
    )


def _state(event: DecisionEvent, table: Table, *, waited: bool) -> str:
    phones, voted = table.phones, table.voted  # type: ignore[attr-defined]
    spoken = table.has_word or table.on_paper  # type: ignore[attr-defined]
    match event.step:
        case Step.WAITING:
            return "arrived" if phones else "empty"
        case Step.READING:
            return "reading"
        case Step.VOTING if spoken or (phones and turnout(voted, phones) is Turnout.ALL):
            return "voted"
        case Step.VOTING:
            return "silent" if waited and not voted else "voting"
        case Step.CLOSED | Step.REVEALED if spoken or voted:
            return "voted"
        case _:
            return "talking"
