"""Looking for words in a round: in statements, themes, cards and measures."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.desk.queries.codes import event_code
from kuultu.desk.queries.evidence import find_evidence
from kuultu.desk.queries.evidence.statement import words_of
from kuultu.desk.queries.evidence.whole import evidence_href
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.actor import Actor
from kuultu.loop import Sentence
from kuultu.loop.cards.queries import cards_of
from kuultu.loop.measures.queries import measures_of
from kuultu.loop.rounds.models import Event, Round
from kuultu.loop.statements.folding import fold
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import Wording, narrowed, statements_for, themes_of, working_language

MOST = 40
SHORTEST = 2


@dataclass(frozen=True)
class Said:
    """A statement that was found, with its words in a language that the reader knows."""

    statement: Statement
    words: Wording | None
    href: str

    @property
    def lacks_words(self) -> bool:
        """Is it in another language than the municipality works in, without words in that one?"""
        return self.words is None and self.statement.language != working_language()


@dataclass(frozen=True)
class Hit:
    """A theme, a card or a measure. `label`: what it is and its code."""

    label: Sentence
    text: str
    href: str
    language: str = ""


@dataclass(frozen=True)
class Found:
    """What a search found. `all`: how many statements there are, of which the first are shown."""

    statements: list[Said]
    all: int
    hits: list[Hit]

    @property
    def is_empty(self) -> bool:
        """Nothing at all?"""
        return not self.statements and not self.hits

    @property
    def more(self) -> int:
        """How many statements are not shown."""
        return self.all - len(self.statements)


def page_of_code(round: Round, typed: str) -> str:
    """The page that a code opens: the evidence of a thing, the statements of a discussion; nothing for other words."""
    if found := find_evidence(round, typed):
        return evidence_href(round, found.code)
    code = event_code(typed, round.code)
    known = code and Event.objects.filter(round=round, code=code).exists()
    return at("statements:event", round.code, code) if known else ""


def search(actor: Actor, round: Round, words: str) -> Found:
    """Words as they stand, capitals and accents aside, in any script. Under two letters nothing is found."""
    wanted = fold(words)
    if len(wanted) < SHORTEST:
        return Found([], 0, [])
    statements = narrowed(statements_for(actor, round), words=words)
    said = [said_of(each) for each in statements[:MOST]]
    number = len(said) if len(said) < MOST else statements.count()
    return Found(said, number, [*_themes(round, wanted), *_cards(round, wanted), *_measures(round, wanted)])


def said_of(statement: Statement) -> Said:
    """A statement as the pages of the desk show it."""
    return Said(statement, words_of(statement), evidence_href(statement.event.round, statement.code))


def _holds(wanted: str, texts: Iterable[object]) -> bool:
    return wanted in fold(" ".join(map(str, texts)))


def _themes(round: Round, wanted: str) -> list[Hit]:
    page = at("statements:overview", round.code)
    found = [each for each in themes_of(round) if _holds(wanted, [each.name, each.definition, *each.names.values()])]
    return [
        Hit(
            format_lazy("{} · {}", _("Theme"), ngettext_lazy("%d statement", "%d statements", n) % n),
            str(each), f"{page}?theme={each.pk}",
        )
        for each in found
        for n in [each.statement_count]
    ]  # fmt: skip


def _cards(round: Round, wanted: str) -> list[Hit]:
    found = [
        card
        for card in cards_of(round)
        if _holds(wanted, [card.title, card.narrative, *[w for t in card.texts.all() for w in (t.title, t.narrative)]])
    ]
    return [
        Hit(format_lazy("{} · {}", _("Experience card"), card.code), card.title, evidence_href(round, card.code),
            card.language)
        for card in found
    ]  # fmt: skip


def _measures(round: Round, wanted: str) -> list[Hit]:
    found = [
        measure
        for measure in measures_of(round)
        if _holds(wanted, [measure.sentence, measure.aim, measure.activities, measure.owner_body, measure.owner_post])
    ]
    return [
        Hit(format_lazy("{} · {}", _("Measure"), each.code), each.sentence, evidence_href(round, each.code))
        for each in found
    ]
