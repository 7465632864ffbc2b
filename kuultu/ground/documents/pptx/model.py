"""The slides of a results presentation, as plain values. All texts are in the deck's language but for `Words`.

Every slide has `code` (its short code, printed in the corner) and `notes` (what the presenter says).
`domain` is "attitudes", "security", "interaction", "participation" or "" (no sign).
"""

from dataclasses import dataclass

from kuultu.ground.documents.model import Quote, Words


@dataclass(frozen=True)
class TitleSlide:
    """The opening, on the municipality's colour. A line break in `title` is kept."""

    title: str
    subtitle: str = ""
    when: str = ""
    code: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Heard:
    """A language by its own name, and how many discussions were held in it (one dot each)."""

    language: Words
    discussions: int


@dataclass(frozen=True)
class AskedSlide:
    """What was asked, in which languages, and what this is not. `questions`: (domain, question)."""

    title: str
    asked_label: str
    questions: tuple[tuple[str, str], ...]
    heard_label: str
    heard: tuple[Heard, ...]
    dot_label: str
    figure: str = ""
    caveat: str = ""
    code: str = ""
    notes: str = ""


@dataclass(frozen=True)
class UnitRow:
    """One row of a unit chart: what it counts, how many of the chart's units, and that in words ("7 / 9 …")."""

    label: str
    count: int
    said: str


@dataclass(frozen=True)
class UnitChart:
    """Boxes, one for each discussion, under the sentence that says what they show. Never a share of people."""

    sentence: str
    rows: tuple[UnitRow, ...]
    total: int


@dataclass(frozen=True)
class ThemeSlide:
    """One theme: up to three sentences, its chart, a quote with the original words first."""

    title: str
    domain: str
    domain_name: str
    sentences: tuple[str, ...]
    chart: UnitChart | None = None
    quote: Quote | None = None
    code: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Contrast:
    """A topic as two groups of discussions told it."""

    topic: str
    first_who: str
    first: str
    second_who: str
    second: str


@dataclass(frozen=True)
class DifferencesSlide:
    """Where experiences differed, and what was shared. At most three contrasts fit."""

    title: str
    contrasts: tuple[Contrast, ...]
    shared_label: str = ""
    shared: str = ""
    code: str = ""
    notes: str = ""


@dataclass(frozen=True)
class QuestionToDeciders:
    """A question, and the card that it rests on ("Kortti 6")."""

    question: str
    domain: str = ""
    card: str = ""


@dataclass(frozen=True)
class QuestionsSlide:
    """The questions to the deciders, numbered. At most four fit."""

    title: str
    questions: tuple[QuestionToDeciders, ...]
    code: str = ""
    notes: str = ""


@dataclass(frozen=True)
class DeckCard:
    """A card as the deck lists it."""

    number: str
    title: str
    domain: str
    domain_name: str
    code: str = ""


@dataclass(frozen=True)
class CardsSlide:
    """The cards that lie on the tables, up to eight."""

    title: str
    cards: tuple[DeckCard, ...]
    code: str = ""
    notes: str = ""


@dataclass(frozen=True)
class TextSlide:
    """Anything else: a title and a few sentences."""

    title: str
    sentences: tuple[str, ...]
    code: str = ""
    notes: str = ""


type Slide = TitleSlide | AskedSlide | ThemeSlide | DifferencesSlide | QuestionsSlide | CardsSlide | TextSlide
