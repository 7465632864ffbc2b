"""The answer of a round: you said – it was decided – it was done – and what was not done, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from django.db.models import prefetch_related_objects
from django.http import Http404
from django.utils import timezone

from kuultu.ground.web.parts import StepItem
from kuultu.loop.cards.models import Card, CardState
from kuultu.loop.cards.queries import in_language
from kuultu.loop.followup.models import CheckupState
from kuultu.loop.followup.queries import Standing, standings_of, undone_of
from kuultu.loop.materials.queries import texts_of
from kuultu.loop.materials.wording import Texts
from kuultu.loop.measures.models import MeasureStep, Programme
from kuultu.loop.reports.models import ReportState
from kuultu.loop.rounds.models import Ending, Event, Round
from kuultu.loop.rounds.queries import rounds
from kuultu.public.pieces import Piece, best, piece, town_language, worded

DELIVERED = (ReportState.DELIVERED, ReportState.LOCKED)


class Stage(StrEnum):
    """How far a round has come in public."""

    UNDER_WAY = "under_way"
    COLLECTED = "collected"
    ANSWERED = "answered"


# How a measure stands → the word for it in the materials' texts, and the knot.
STATES: dict[CheckupState, tuple[str, str]] = {
    CheckupState.PLANNED: ("not_yet", "ahead"),
    CheckupState.RUNNING: ("in_progress", "now"),
    CheckupState.LATE: ("late", "now"),
    CheckupState.STOPPED: ("not_done", "no"),
    CheckupState.DONE: ("done", "done"),
}
# What is done is told by how far it reached, where that says more.
REACHED = {MeasureStep.VISIBLE: "visible", MeasureStep.CHECKED: "checked"}
# Words of the answer that come with the materials, in every language of the round.
WORDS = ("you_said", "decided", "done", "not_done", "why_not", "owner", "due", "because", "thanks", "ask")


@dataclass(frozen=True)
class CardName:
    """A card behind a measure."""

    code: str
    short: str
    domain: str
    title: Piece


@dataclass(frozen=True)
class Row:
    """One measure as residents read it. `knot`: done, now, ahead or no.

    `due_on` is what was promised, `new_day` the day that was given where it is late.
    """

    code: str
    short: str
    title: Piece
    said: Piece
    decided: Piece
    done: Piece | None
    state: Piece
    knot: str
    new_day: date | None
    due_on: date
    told_on: date | None
    owner: Piece
    partners: Piece | None
    steps: tuple[StepItem, ...]
    cards: tuple[CardName, ...]

    @property
    def domains(self) -> list[str]:
        """Of its cards, each once."""
        return list(dict.fromkeys(card.domain for card in self.cards))


@dataclass(frozen=True)
class NotDone:
    """What was asked for and is not done, and why."""

    what: Piece
    because: Piece


@dataclass(frozen=True)
class Answer:
    """A round in public. Discussions and languages are counted, people never. `words`: see `WORDS`."""

    round: Round
    name: Piece
    stage: Stage
    words: Mapping[str, Piece]
    rows: tuple[Row, ...] = ()
    undone: tuple[NotDone, ...] = ()
    talks: int = 0
    spoken: int = 0
    neighbours: str = ""
    decided_by: Piece | None = None
    updated_on: date | None = None

    def row(self, short: str) -> Row | None:
        """The measure of a short code."""
        return next((row for row in self.rows if row.short == short), None)


def public_rounds(now: datetime) -> list[Round]:
    """The municipality's rounds of which anything is public, newest first."""
    return [round for round in rounds() if stage_of(round, now)]


def the_public_round(code: str, now: datetime) -> Round:
    """A public round by its code. Raises Http404, also for one that is not public yet."""
    round = Round.objects.filter(code=code).select_related("municipality").first()
    if round is None or stage_of(round, now) is None:
        raise Http404("No such answer.")
    return round


def answer_of(round: Round, code: str, now: datetime) -> Answer | None:
    """What residents read of a round in a language; None while nothing of it is public."""
    stage = stage_of(round, now)
    if stage is None:
        return None
    name = Piece(round.name, town_language(), town_language() != code)
    texts = texts_of(round, code)
    if stage is Stage.UNDER_WAY:
        return Answer(round, name, stage, words_of(texts))
    heard = Event.objects.filter(round=round, report__state__in=DELIVERED)
    answer = Answer(
        round,
        name,
        stage,
        words_of(texts),
        talks=heard.count(),
        spoken=heard.values("language").distinct().count(),
        neighbours=", ".join(str(neighbour) for neighbour in round.neighbours.all()),
    )
    return answer if stage is Stage.COLLECTED else _with_measures(answer, texts, code)


def _with_measures(answer: Answer, texts: Texts, code: str) -> Answer:
    round, standings = answer.round, standings_of(answer.round)
    prefetch_related_objects([standing.measure for standing in standings], "cards__texts")
    return replace(
        answer,
        rows=tuple(row_of(standing, texts, code) for standing in standings),
        undone=tuple(_undone(round, code)),
        decided_by=_decided_by(round.programme, code),
        updated_on=_updated_on(round.programme, standings),
    )


def words_of(texts: Texts) -> dict[str, Piece]:
    """What the columns and facts are called."""
    return {word: worded(texts.say(f"steps.{word}")) for word in WORDS}


def stage_of(round: Round, now: datetime) -> Stage | None:
    """A round is public when its programme is published, when it ended as collected, or once it has begun."""
    if Programme.objects.filter(round=round).exclude(published_at=None).exists():
        return Stage.ANSWERED
    if round.ending == Ending.COLLECTED:
        return Stage.COLLECTED
    return Stage.UNDER_WAY if round.ending == Ending.OPEN and round.starts_on <= _day(now) else None


def row_of(standing: Standing, texts: Texts, code: str) -> Row:
    """One measure. What has no text in the language falls back, and says so."""
    measure = standing.measure
    told, done = best(measure.texts.all(), code), best(standing.last.texts.all(), code) if standing.last else None
    word, knot = STATES[standing.state]
    if standing.state == CheckupState.DONE:
        word = REACHED.get(standing.step, word)
    cards = tuple(card_name(card, code) for card in measure.cards.all() if is_shown(card))
    says = done.done if done else standing.last.says if standing.last else ""
    decided = piece(told, told.decided if told else measure.sentence, code)
    return Row(
        measure.full_code,
        measure.code,
        cards[0].title if cards else decided,
        said=piece(told, told.said, code) if told else cards[0].title if cards else decided,
        decided=decided,
        done=piece(done, says, code) if says else None,
        state=worded(texts.say(f"steps.{word}")),
        knot=knot,
        new_day=standing.due_on if standing.state == CheckupState.LATE else None,
        due_on=measure.due_on,
        told_on=_day(standing.last.done_at) if standing.last and standing.last.done_at else None,
        owner=piece(None, f"{measure.owner_body}, {measure.owner_post}", code),
        partners=piece(None, measure.partners, code) if measure.partners else None,
        steps=tuple(_steps(standing, texts)),
        cards=cards,
    )


def is_shown(card: Card) -> bool:
    """Approved, in a deck that is frozen."""
    return card.state == CardState.APPROVED and card.deck.frozen_at is not None


def card_name(card: Card, code: str) -> CardName:
    """A card's title in a language."""
    told = in_language(card, code)
    machine = getattr(told, "state", "") == "machine"
    title = Piece(told.title, told.language, told.language != code, machine)
    return CardName(card.full_code, card.code, card.domain, title)


def _steps(standing: Standing, texts: Texts) -> Iterator[StepItem]:
    """The four steps in the reader's words."""
    for step, item in zip(MeasureStep, standing.steps, strict=True):
        yield StepItem(texts[f"steps.{step.value}"], item.state)


def _undone(round: Round, code: str) -> Iterator[NotDone]:
    for each in undone_of(round):
        tongue = next((known for known in (code, town_language(), "fi") if known in each.texts), "")
        words = {"what": each.what, "because": each.because} | each.texts.get(tongue, {})
        spoken = tongue or town_language()
        yield NotDone(*(Piece(words[name], spoken, spoken != code) for name in ("what", "because")))


def _decided_by(programme: Programme, code: str) -> Piece | None:
    """Who decided, and where it stands in the minutes."""
    said = ", ".join(filter(None, (programme.approved_by, programme.minutes)))
    return piece(None, said, code) if said else None


def _updated_on(programme: Programme, standings: list[Standing]) -> date | None:
    moments = [standing.last.done_at for standing in standings if standing.last and standing.last.done_at]
    last = max([*moments, *filter(None, [programme.published_at])], default=None)
    return _day(last) if last else None


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
