"""What is counted and asked on slides: discussions, never people.

Until the presentation is frozen this is read from the round; then it is kept with the slide as plain values:
`{"chart": {"events": 5, "of": 6, "marks": [["good", 2], ["bad", 4]], "whole": true}}` on a theme,
`{"heard": [["ar", 2]], "asked": [["security", "…?"]]}` on the slide that tells who was heard.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kuultu.ground.languages.registry import CONTENT
from kuultu.ground.privacy.disclosure import themes_by_events
from kuultu.loop.materials.models import Domain
from kuultu.loop.materials.queries import questions_of
from kuultu.loop.materials.wording import wording_of
from kuultu.loop.reports.models import Mark
from kuultu.loop.rounds.models import Round
from kuultu.loop.slides.words import mark_word, said_at, spoken_at
from kuultu.loop.statements.models import DELIVERED, Coding
from kuultu.loop.statements.queries.heard import Heard, heard

# A mixed experience counts on both sides.
SIDES = {Mark.MIXED.value: (Mark.GOOD.value, Mark.BAD.value)}
MARKS = (Mark.GOOD.value, Mark.BAD.value, Mark.PROPOSAL.value)
FOUR = (Domain.ATTITUDES, Domain.SECURITY, Domain.INTERACTION, Domain.PARTICIPATION)


@dataclass(frozen=True)
class Spoken:
    """A theme came up at `events` of `of` discussions; `marks`: at how many of them good, bad, proposals were told.

    `whole`: no discussion was left out of the counts.
    """

    events: int
    of: int
    marks: tuple[tuple[str, int], ...] = ()
    whole: bool = True

    @property
    def is_common(self) -> bool:
        """At more than half of the discussions."""
        return self.events * 2 > self.of

    def at(self, mark: str) -> int:
        """At how many discussions something of this mark was told."""
        return dict(self.marks).get(mark, 0)

    @property
    def says(self) -> str:
        """The sentence, in the active language."""
        return spoken_at(self.events, self.of, whole=self.whole)

    @property
    def rows(self) -> list[tuple[str, int, str]]:
        """The rows of boxes: what is counted, how many discussions, and that in words."""
        counted = self.marks or (("", self.events),)
        return [(mark_word(mark), number, said_at(number, self.of)) for mark, number in counted]

    @property
    def boxes(self) -> range:
        """One for each discussion."""
        return range(self.of)

    def kept(self) -> dict[str, Any]:
        """As the slide keeps it."""
        marks = [list(each) for each in self.marks]
        return {"events": self.events, "of": self.of, "marks": marks, "whole": self.whole}


@dataclass(frozen=True)
class Facts:
    """Everything that slides of a round count or ask, in one language. `small`: discussions left out of the counts."""

    spoken: Mapping[int, Spoken] = field(default_factory=dict)
    heard: tuple[tuple[str, int], ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    small: int = 0


def facts_of(round: Round, language: str) -> Facts:
    """Asks the database a fixed number of times, however large the round."""
    events = heard(round)
    left_out = len(events.read) - len(events.counted)
    return Facts(spoken_of(round, events), heard_in(events), asked_of(round, language), left_out)


def spoken_of(round: Round, events: Heard) -> dict[int, Spoken]:
    """Each theme by its id. What would point at a single small discussion is left out of every count."""
    counted = events.counted
    codes = [event.code for event in counted]
    said: dict[tuple[int, str], set[str]] = {}
    placed = Coding.objects.filter(
        theme__round=round, statement__withdrawn_at=None, statement__event__in=counted,
        statement__event__report__state__in=DELIVERED,
    )  # fmt: skip
    for theme, code, mark in placed.values_list("theme_id", "statement__event__code", "statement__mark").distinct():
        for side in ("", *SIDES.get(mark, (mark,))):
            said.setdefault((theme, side), set()).add(code)
    counts = themes_by_events({f"{theme}:{side}": events for (theme, side), events in said.items()}, {"": codes})
    found = {count.theme: count.everywhere for count in counts}
    return {
        theme: Spoken(
            found[f"{theme}:"].events,
            found[f"{theme}:"].of,
            tuple((mark, found[f"{theme}:{mark}"].events) for mark in MARKS if f"{theme}:{mark}" in found),
            len(counted) == len(events.delivered),
        )
        for theme in {theme for theme, _side in said}
    }


def heard_in(events: Heard) -> tuple[tuple[str, int], ...]:
    """The languages of the delivered reports, each with its number of discussions, the most first."""
    spoken = Counter(event.language for event in events.delivered)
    order = list(CONTENT)
    return tuple(sorted(spoken.items(), key=lambda each: (-each[1], order.index(each[0]))))


def asked_of(round: Round, language: str) -> tuple[tuple[str, str], ...]:
    """One question of each of the four domains, its first sentence only: a slide has room for no more."""
    questions = questions_of(round)
    firsts = [next((each for each in questions if each.domain == domain), None) for domain in FOUR]
    return tuple(
        (question.domain, first_sentence(wording_of(question, language).text)) for question in firsts if question
    )


def first_sentence(text: str) -> str:
    """Up to the first question mark or full stop."""
    ends = [place for sign in "?!.؟።" if (place := text.find(sign)) >= 0]
    return text[: min(ends) + 1] if ends else text
