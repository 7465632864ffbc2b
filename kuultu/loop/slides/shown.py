"""A slide as it is shown: its own words, what is counted on it, and the quote with the state of its translation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kuultu.ground.languages.texts import TextState
from kuultu.loop.cards.models import Card
from kuultu.loop.slides.facts import Facts, Spoken
from kuultu.loop.slides.models import ShownQuote, Slide, SlideKind
from kuultu.loop.slides.quoting import may_be_quoted
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import text_in, working_language

MOST_WORDS = 45
STALE = "stale"
# "(K4, K7)" or "K4" at the end of a question.
REFERENCE = re.compile(r"\s*\(?\b(K\d+(?:\s*,\s*K\d+)*)\)?\s*$")
BESIDE = " / "
MARKS = {"fi": "””", "sv": "””", "ru": "«»", "uk": "«»", "ar": "«»", "fa": "«»", "fa-AF": "«»", "ti": "«»"}


@dataclass(frozen=True)
class Told:
    """A quote: original first. `state` is "" where the translation needs no mark."""

    statement: Statement
    original: str
    language: str
    translation: str = ""
    translation_language: str = ""
    state: str = ""

    @property
    def said(self) -> str:
        """The original in quotation marks."""
        return quoted(self.original, self.language)

    @property
    def translated(self) -> str:
        """The translation in quotation marks, if there is one."""
        return quoted(self.translation, self.translation_language) if self.translation else ""

    @property
    def words(self) -> int:
        """Of one of the two: they say the same."""
        return len((self.translation or self.original).split())


@dataclass(frozen=True)
class Contrast:
    """A topic, what some told, what others told."""

    topic: str
    first: str
    second: str = ""


@dataclass(frozen=True)
class Question:
    """A question to the deciders and the cards that it rests on."""

    text: str
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True)
class SlideShown:
    """`number` counts the slides that are shown; None for a hidden one."""

    slide: Slide
    number: int | None
    spoken: Spoken | None = None
    quote: Told | None = None
    heard: tuple[tuple[str, int], ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    cards: tuple[Card, ...] = ()

    @property
    def code(self) -> str:
        """As printed in the corner: `MAL26-S3`; nothing on a hidden slide."""
        return f"{self.slide.presentation.round.code}-S{self.number}" if self.number else ""

    @property
    def words(self) -> int:
        """Heading, lines and quote."""
        own = sum(len(text.split()) for text in (self.slide.heading, *self.slide.lines))
        return own + (self.quote.words if self.quote else 0)

    @property
    def tongues(self) -> list[tuple[str, int, str]]:
        """The languages that told, each with its number of discussions, and as dots."""
        return [(code, number, "●" * number) for code, number in self.heard]

    @property
    def contrasts(self) -> list[Contrast]:
        """Lines with a topic and a colon; what stands on both sides of " / " is told apart."""
        return [_contrast(line) for line in self.slide.lines if ": " in line]

    @property
    def shared(self) -> str:
        """The lines without a topic: what was shared."""
        return " ".join(line for line in self.slide.lines if ": " not in line)

    @property
    def questions(self) -> list[Question]:
        """The lines with the cards named at their ends."""
        return [_question(line, self.cards) for line in self.slide.lines]


def shown(slides: Sequence[Slide], facts: Facts) -> list[SlideShown]:
    """The slides of a presentation in their order. `facts` are not read where the slide keeps its own."""
    found, number = [], 0
    for slide in slides:
        number += slide.shown
        found.append(_shown(slide, number if slide.shown else None, facts))
    return found


def cards_named(lines: Sequence[str]) -> set[int]:
    """The numbers of cards named at the ends of lines."""
    ends = [match[1] for line in lines if (match := REFERENCE.search(line))]
    return {int(number) for end in ends for number in re.findall(r"\d+", end)}


def with_cards(lines: Sequence[str], cards: Sequence[Card]) -> list[str]:
    """One card named at the end of each line, where there are as many of them and none is named yet."""
    if cards_named(lines) or len(lines) != len(cards):
        return list(lines)
    return [f"{line} ({card.code})" for line, card in zip(lines, cards, strict=True)]


def quoted(text: str, code: str) -> str:
    """In the quotation marks of its language."""
    opening, closing = tuple(MARKS.get(code, "“”"))
    return f"{opening}{text}{closing}"


def as_told(statement: Statement, language: str) -> Told:
    """A statement as a quote: its own words, and a translation into the language, else the working language."""
    told = Told(statement, statement.original, statement.language)
    if statement.language == language:
        return told
    for code in dict.fromkeys((language, working_language())):
        if code != statement.language and (text := text_in(statement, code)):
            state = "" if text.is_checked else STALE if text.is_stale else TextState(text.state or "draft").value
            return Told(statement, told.original, told.language, text.text, code, state)
    return told


def _shown(slide: Slide, number: int | None, facts: Facts) -> SlideShown:
    frozen = slide.presentation.frozen_at is not None
    if frozen:
        facts = _kept(slide)
    return SlideShown(
        slide,
        number,
        spoken=facts.spoken.get(slide.theme_id or 0) if slide.kind == SlideKind.THEME else None,
        quote=_quote(slide, frozen),
        heard=facts.heard if slide.kind == SlideKind.ASKED else (),
        asked=facts.asked if slide.kind == SlideKind.ASKED else (),
        cards=tuple(sorted(slide.cards.all(), key=lambda card: card.number)),
    )


def _kept(slide: Slide) -> Facts:
    """What a frozen slide keeps."""
    kept = slide.facts
    chart = kept.get("chart")
    marks = tuple((mark, number) for mark, number in chart["marks"]) if chart else ()
    return Facts(
        {slide.theme_id or 0: Spoken(chart["events"], chart["of"], marks, chart["whole"])} if chart else {},
        tuple((code, number) for code, number in kept.get("heard", ())),
        tuple((domain, text) for domain, text in kept.get("asked", ())),
    )


def _quote(slide: Slide, frozen: bool) -> Told | None:
    """A withdrawn statement is quoted no more, not even by a frozen slide."""
    statement = slide.quote
    if statement is None or statement.withdrawn_at:
        return None
    if not frozen:
        return as_told(statement, slide.presentation.language) if may_be_quoted(statement) else None
    kept: ShownQuote | None = getattr(slide, "shown_quote", None)
    if kept is None:
        return None
    return Told(statement, kept.original, kept.language, kept.translation, kept.translation_language, kept.state)


def _contrast(line: str) -> Contrast:
    topic, _colon, rest = line.partition(": ")
    first, _slash, second = rest.partition(BESIDE)
    return Contrast(topic, first, second)


def _question(line: str, cards: Sequence[Card]) -> Question:
    numbers = cards_named([line])
    return Question(REFERENCE.sub("", line), tuple(card for card in cards if card.number in numbers))
