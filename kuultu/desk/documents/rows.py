"""What the workbook's rows are made of: plain words, lists of codes, and the chain of evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kuultu.ground.documents.xlsx import LONGEST, Value
from kuultu.loop.cards.models import CardState, Source
from kuultu.loop.materials.models import Domain
from kuultu.loop.measures.queries import measures_of
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import Wording

type Row = tuple[Value, ...]


@dataclass(frozen=True)
class Chain:
    """One way from a measure to a statement, in short codes; `measure` is empty where none answers the card."""

    measure: str
    card: str
    statement: str
    event: str
    question: str


def chains(round: Round, statements: list[Statement]) -> Iterator[Chain]:
    """Every way, by card and statement. `statements`: those that may be used."""
    known = {each.pk: each for each in statements}
    answers: dict[int, list[str]] = {}
    for measure in measures_of(round):
        for card in measure.cards.all():
            answers.setdefault(card.pk, []).append(measure.code)
    sources = Source.objects.filter(card__deck__round=round, statement__in=known).select_related("card")
    order = ("card__number", "statement__event__code", "statement__number")
    for source in sources.exclude(card__state=CardState.WITHDRAWN).order_by(*order):
        said = known[source.statement_id]
        for code in answers.get(source.card_id) or [""]:
            yield Chain(code, source.card.code, said.code, said.event.code, said.question_key)


def listed(things: Iterable[object]) -> str | None:
    """Each once, in their order, with commas; nothing for none."""
    return ", ".join(dict.fromkeys(text for thing in things if (text := str(thing)))) or None


def fitted(text: str) -> str:
    """What a cell can hold of somebody's words: a Word form may bring more, and the rest is on the screen."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def word(label: object) -> str | None:
    """A label in the language that is on."""
    return str(label) or None


def domain(code: str) -> str | None:
    """A domain's name."""
    return word(Domain(code).label)


def state_of(wording: Wording | None) -> str | None:
    """How far a translation has come; None where there is none. Who made or checked it is not told."""
    return word(wording.state.label) if wording is not None and wording.state is not None else None
