"""A filled form as values of a report: numbers, choices and marks that people typed, in any of the round's languages.

What cannot be understood is handed back as text with its field, never dropped (METHOD rule 10).
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kuultu.ground.documents.reading.result import Reading
from kuultu.ground.languages.registry import CONTENT
from kuultu.loop.materials.queries import FormWords
from kuultu.loop.reports.fields import COUNTS, PLACES, TOP
from kuultu.loop.reports.models import How, Manner, Mark

MARKS = {"good": Mark.GOOD, "bad": Mark.BAD, "both": Mark.MIXED, "proposal": Mark.PROPOSAL}
# Signs beside those that the form names: as printed on paper, and as keyboards give them.
BOTH = ("▲▼", "+/-", "+-", "±", "●")
GOOD = ("▲", "+")
BAD = ("▼", "−", "–", "-")
PROPOSAL = ("◆", "!")
QUOTE = ("“", "”", "„", '"', "«", "»")
SIGNS: dict[str, str] = {
    sign: name
    for name, signs in (("both", BOTH), ("good", GOOD), ("bad", BAD), ("proposal", PROPOSAL), ("quote", QUOTE))
    for sign in signs
}
TICKED = re.compile(r"[☒☑✓✔✗✘]\s*([^☐☒☑✓✔✗✘]*)")
CHOICES = {
    "A.place": ("facts", "place"),
    "A.interpreter": ("facts", "interpreter"),
    "A.briefed": ("facts", "briefed"),
    "E.how": ("", "how"),
}
CHECKS = {
    "E.read_back": "read_back",
    "E.corrected": "corrected",
    "E.delivery": "agrees_delivery",
    "E.quotes": "agrees_quotes",
    "E.no_names": "no_names",
    "F.removed": "removed",
}
ALLOWED: dict[str, tuple[str, ...]] = {
    "A.place": tuple(key for key, _label in PLACES),
    "A.interpreter": ("yes", "no"),
    "A.briefed": ("yes", "no"),
    "A.report_language": tuple(CONTENT),
    "E.how": tuple(value for value in How.values if value),
}
TEXTS = {"D.who_else": "who_else", "D.works_well": "works_well", "E.remark": "remarks"}


@dataclass(frozen=True)
class Row:
    """One row of a question as it was typed."""

    question_key: str
    row: int
    original: str
    translation: str
    mark: str = Mark.NONE
    manner: str = Manner.SAID


@dataclass
class Filled:
    """The form's values. `values`: field of the report → value; `loose`: (field's tag, text) that fits nowhere."""

    rows: list[Row] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    who_came: dict[str, int] = field(default_factory=dict)
    top: dict[int, str] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)
    differed: dict[str, str] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    loose: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Was nothing written into the form?"""
        return not any((self.rows, self.facts, self.who_came, self.top, self.skipped, self.differed, self.values,
                        self.loose))  # fmt: skip


def fill_in(reading: Reading, words: FormWords) -> Filled:
    """What a reading of a form says."""
    filled = Filled(loose=[("", text) for text in reading.unplaced])
    for answer in reading.answers:
        mark, manner, rest = mark_of(answer.mark, words.marks)
        if answer.original or answer.translation:
            filled.rows.append(Row(answer.question, answer.row, answer.original, answer.translation, mark, manner))
        elif answer.mark:
            rest = answer.mark
        if rest:
            filled.loose.append((f"{answer.question}.{answer.row}.m", rest))
    for tag, text in reading.fields.items():
        if text.strip() and not _take(filled, tag, text.strip(), words):
            filled.loose.append((tag, text.strip()))
    return filled


def mark_of(text: str, words: Mapping[str, str]) -> tuple[str, str, str]:
    """Mark, manner and what was not understood: "+ “" is a good experience in the speaker's own words."""
    rest, meant = text.casefold(), set()
    known = SIGNS | {word: name for word, name in words.items() if word}
    for word in sorted(known, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(word)}(?!\w)" if word[0].isalnum() else re.escape(word)
        rest, times = re.subn(pattern, " ", rest)
        if times:
            meant.add(known[word])
    if {"good", "bad"} <= meant:
        meant.add("both")
    order = ("both", "good", "bad", "proposal")
    mark = next((MARKS[name] for name in order if name in meant), Mark.NONE)
    left = rest.strip(" .,;/()\n\t")
    return mark, Manner.QUOTE if "quote" in meant else Manner.SAID, text.strip() if left else ""


def number_of(text: str) -> int | None:
    """The one number in a text, in digits of any script; None when there is none or several."""
    plain = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    found = re.findall(r"\d+", plain)
    return int(found[0]) if len(found) == 1 and len(found[0]) <= 3 else None


def choice_of(text: str, words: Mapping[str, str]) -> str | None:
    """What was chosen: the ticked box's word, or the word that was typed."""
    ticked = [each for each in TICKED.findall(text) if each.strip()]
    said = ticked[0] if len(ticked) == 1 else text
    return words.get(said.strip(" .,;:☐\n\t").casefold())


def language_of(text: str) -> str | None:
    """A language by its own name or by its name in Finnish, Swedish or English, or by its code."""
    said = text.strip(" .,;").casefold()
    for each in CONTENT.values():
        if said in {name.casefold() for name in (each.code, each.own, each.fi, each.sv, each.en)}:
            return each.code
    return None


def value_of(tag: str, text: str) -> object | None:
    """A loose text as its field would take it; None where it has no field or is not understood.

    Texts of choices and checks are the form's own words: "yes", "library", "fa-AF".
    """
    part, _dot, name = tag.partition(".")
    if part == "B" and name in COUNTS:
        return number_of(text)
    if tag in CHECKS:
        return {"yes": True, "no": False}.get(text)
    if tag in ALLOWED:
        return text if text in ALLOWED[tag] else None
    is_text = tag in TEXTS or tag == "A.time" or (part == "D" and place_of(name) > 0)
    return text if is_text or name in ("skipped", "differed") else None


def place_of(name: str) -> int:
    """Which of the most important things a field of the form's part D is, from 1; 0 for another name."""
    return next((place for place in range(1, TOP + 1) if name == str(place)), 0)


def _take(filled: Filled, tag: str, text: str, words: FormWords) -> bool:
    """Put a field's text where it belongs; False when it is not understood."""
    part, _dot, name = tag.partition(".")
    if part == "B" and name in COUNTS:
        return _set(filled.who_came, name, number_of(text))
    if part == "D" and place_of(name):
        return _set(filled.top, place_of(name), text)
    if name in ("skipped", "differed") and part not in "ABDEF":
        return _set(filled.skipped if name == "skipped" else filled.differed, part, text)
    if tag == "A.time":
        return _set(filled.facts, "time", text)
    if tag == "A.report_language":
        return _set(filled.values, "language", language_of(text))
    if tag in TEXTS:
        return _set(filled.values, TEXTS[tag], text)
    if tag in CHECKS:
        said = choice_of(text, words.choices.get(tag, {}))
        return _set(filled.values, CHECKS[tag], None if said is None else said == "yes")
    if tag in CHOICES:
        where, field_name = CHOICES[tag]
        into: dict[str, Any] = filled.facts if where else filled.values
        return _set(into, field_name, choice_of(text, words.choices.get(tag, {})))
    return False


def _set(into: dict[Any, Any], name: object, value: object) -> bool:
    if value is None:
        return False
    into[name] = value
    return True
