# door words: the hall reads these on phones, on the tables' tablets and on the wall
"""A card's verdict as a sentence, and as three rows where figures may be told."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kuultu.ground.privacy.disclosure import InFigures, Shown, Word
from kuultu.loop.decisions.models import Verdict
from kuultu.loop.decisions.outcomes import TABLES, read, word_and_side

type Sentence = str | Promise

# (word, side) → what the hall wants. Nobody is ever said to be "all" or "none".
OF_PEOPLE: dict[tuple[Word, str], Sentence] = {
    (Word.NEARLY_ALL, "more"): _("Nearly everybody wants more of this."),
    (Word.NEARLY_ALL, "less"): _("Nearly everybody wants less of this."),
    (Word.NEARLY_ALL, "unsure"): _("Nearly everybody was unsure."),
    (Word.MOST, "more"): _("Most want more of this."),
    (Word.MOST, "less"): _("Most want less of this."),
    (Word.MOST, "unsure"): _("Most were unsure."),
    (Word.DIVIDED, ""): _("Views are divided."),
}
OF_TABLES: dict[tuple[Word, str], Sentence] = {
    (Word.MOST, "more"): _("Most tables want more of this."),
    (Word.MOST, "less"): _("Most tables want less of this."),
    (Word.MOST, "unsure"): _("Most tables were unsure."),
    (Word.DIVIDED, ""): _("The tables see this in different ways."),
}
TOO_FEW: Sentence = _("Too few voted for a result to be shown. What the tables say counts.")
SIDES: dict[str, tuple[str, Sentence]] = {
    "more": ("up", pgettext_lazy("verdict", "More")),
    "unsure": ("dot", pgettext_lazy("verdict", "Unsure")),
    "less": ("down", pgettext_lazy("verdict", "Less")),
}
NOT_ONE_MIND: Sentence = _("We do not agree")  # a table's middle button
# what stands on the buttons and on paper: in every language the very words of the printed card
CHOICES = {
    "more": pgettext_lazy("as on the printed card", "More of this"),
    "unsure": pgettext_lazy("as on the printed card", "I cannot say"),
    "less": pgettext_lazy("as on the printed card", "Less of this"),
}
EFFORTS: list[tuple[str, Sentence]] = [
    ("small", pgettext_lazy("effort", "small")),
    ("medium", pgettext_lazy("effort", "medium")),
    ("large", pgettext_lazy("effort", "large")),
]
MANY: dict[Word, Sentence] = {
    Word.NEARLY_ALL: _("nearly everybody"),
    Word.MOST: _("most"),
}
MANY_TABLES: Sentence = _("most tables")
OF_ALL: Sentence = _("{people} of {all}")


def buttons(unsure: Sentence = "") -> list[tuple[str, str, Sentence]]:
    """Kind, icon and words of the three buttons, always in this order; `unsure`: other words for the middle one."""
    return [(kind, SIDES[kind][0], unsure if unsure and kind == "unsure" else CHOICES[kind]) for kind in CHOICES]


@dataclass(frozen=True)
class Row:
    """One row on the wall: the side ("more", "unsure", "less"), its icon and name, how many of those who voted.

    `people` is 0 where only a word may be told.
    """

    side: str
    icon: str
    name: Sentence
    says: str
    people: int


def sentence_of(verdict: Verdict, audience: str = "hall") -> Sentence:
    """What the hall said of a card. `audience`: "hall" for those who were there, "public" for everybody."""
    stored: dict[str, Any] = verdict.shown
    if told := word_and_side(read(stored.get(audience))):
        return OF_PEOPLE.get(told, OF_PEOPLE[Word.DIVIDED, ""])
    if tables := stored.get(TABLES):
        return OF_TABLES[Word(tables["word"]), tables["side"]]
    return TOO_FEW


def rows_of(verdict: Verdict, audience: str = "hall") -> list[Row]:
    """The figures as rows, the most first; one row with a word where only words may be told, none for "divided"."""
    shown = read(verdict.shown.get(audience))
    if not isinstance(shown, InFigures):
        return _in_words(verdict, shown)
    rows = [
        Row(
            each.answers[0],
            *SIDES[each.answers[0]],
            str(OF_ALL).format(people=each.people, all=shown.people),
            each.people,
        )
        for each in shown.slices
    ]
    return sorted(rows, key=lambda row: -row.people)


def _in_words(verdict: Verdict, shown: Shown) -> list[Row]:
    tables = verdict.shown.get(TABLES) or {}
    word, side = word_and_side(shown) or (Word(tables["word"]) if tables else Word.DIVIDED, tables.get("side", ""))
    if side not in SIDES:
        return []
    icon, name = SIDES[side]
    return [Row(side, icon, name, str(MANY_TABLES if tables else MANY[word]), 0)]
