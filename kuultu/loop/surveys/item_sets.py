"""The questions that a survey begins with: ours for the evening, and the short ones for residents."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kuultu.loop.materials.queries import texts_of
from kuultu.loop.rounds.models import Round
from kuultu.loop.surveys.models import ItemKind, SurveyKind

FOLDER = Path(__file__).parent / "sets"
WORDS = "steps.survey"
SCALE = ("1", "2", "3", "4", "5")
INTENTIONS = "will_do"
MOST_SIGNS = 1000  # of own words
# The languages in which we write ourselves; the others are drafts until a named reader has checked them.
OURS = ("fi", "sv", "en")


@dataclass(frozen=True)
class Option:
    """A possible answer: language → what it is called."""

    key: str
    texts: dict[str, str]


@dataclass(frozen=True)
class Question:
    """An item as it is put into a survey."""

    key: str
    kind: ItemKind
    texts: dict[str, str]
    options: list[Option] = field(default_factory=list)

    def stored_options(self) -> list[dict[str, Any]]:
        """For the JSON field."""
        return [{"key": option.key, "texts": option.texts} for option in self.options]


@cache
def feedback() -> tuple[dict[str, Any], ...]:
    """The feedback of the decision event, as the file holds it."""
    tree = tomllib.loads((FOLDER / "feedback.toml").read_text(encoding="utf-8"))
    return tuple(tree["items"])


def questions_for(kind: SurveyKind, round: Round, languages: list[str]) -> list[Question]:
    """The items of a new survey with their wordings in these languages and in ours."""
    words = Words(round, list(dict.fromkeys([*OURS, *languages])))
    return list(_of_file(words) if kind == SurveyKind.FEEDBACK else _of_residents(words))


class Words:
    """The printed words of surveys in several languages: one look at the round's own words for each."""

    def __init__(self, round: Round, languages: list[str]) -> None:
        self.texts = {code: texts_of(round, code) for code in languages}

    def of(self, name: str) -> dict[str, str]:
        """A word in each language that has it; where it would fall back to another it is left out."""
        said = {code: texts.say(f"{WORDS}.{name}") for code, texts in self.texts.items()}
        return {code: each.text for code, each in said.items() if not each.fell_back}

    def options(self, names: dict[str, str]) -> list[Option]:
        """Option key → the name of its word."""
        return [Option(key, self.of(name)) for key, name in names.items()]

    def scale(self) -> list[Option]:
        """From "not at all" to "very much"."""
        return self.options({point: f"scale_{point}" for point in SCALE})


def _of_file(words: Words) -> Iterator[Question]:
    for item in feedback():
        kind = ItemKind(item["kind"])
        own = [Option(option["key"], option["texts"]) for option in item.get("options", [])]
        yield Question(item["key"], kind, item["texts"], words.scale() if kind == ItemKind.SCALE else own)


def _of_residents(words: Words) -> Iterator[Question]:
    scale = words.scale()
    yield Question("heard", ItemKind.SCALE, words.of("heard"), scale)
    yield Question("safe", ItemKind.SCALE, words.of("safe"), scale)
    three = words.options({"yes": "yes", "maybe": "maybe", "no": "no"})
    yield Question("again", ItemKind.CHOICE, words.of("again"), three)
    yield Question("free", ItemKind.TEXT, words.of("free"))
