"""What the reader knows of a form before it reads one: its questions, fields and printed texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

from kuultu.ground.documents.reading.letters import glance, key, triples


@dataclass(frozen=True)
class FormMap:
    """A form as printed. Texts are as printed too, in any number of languages: comparing them is the reader's work.

    questions: question key → its texts, in the form's order
    fields: field key (`A.total`, `D.1`) → its printed labels
    labels: every other printed text: instructions, column heads, section names
    sections: those printed texts that begin a new part, so that free text below no longer answers a question
    prompts: texts that stand in an empty answer ("write here", "☐ ☐ ☐"): only they are taken out of an answer
    columns: printed column heads, by column: "o" original words, "t" translation, "m" mark
    pictures: how many pictures the form itself has in its body
    """

    questions: Mapping[str, tuple[str, ...]]
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    prompts: frozenset[str] = frozenset()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pictures: int = 0

    @cached_property
    def order(self) -> dict[str, int]:
        """Question key → its place in the form."""
        return {name: place for place, name in enumerate(self.questions)}

    @cached_property
    def question_keys(self) -> dict[str, str]:
        """Key of a question's text → question key."""
        return {key(text): name for name, texts in self.questions.items() for text in texts}

    @cached_property
    def question_triples(self) -> list[tuple[str, str, frozenset[str]]]:
        """(question key, key of its text, letter triples of that) for each question's text."""
        return [(name, text, triples(text)) for text, name in self.question_keys.items()]

    @cached_property
    def field_keys(self) -> dict[str, str]:
        """Key of a field's label → field key. A label that several fields share finds none of them."""
        found: dict[str, set[str]] = {}
        for name, texts in self.fields.items():
            for text in texts:
                found.setdefault(key(text), set()).add(name)
        return {text: names.pop() for text, names in found.items() if len(names) == 1}

    @cached_property
    def label_keys(self) -> frozenset[str]:
        """Keys of everything printed."""
        fields = _keys(text for texts in self.fields.values() for text in texts)
        heads = _keys(text for texts in self.columns.values() for text in texts)
        return _keys(self.labels) | self.section_keys | fields | heads | frozenset(self.question_keys)

    @cached_property
    def section_keys(self) -> frozenset[str]:
        """Keys of the texts that begin a new part."""
        return _keys(self.sections)

    @cached_property
    def prompt_looks(self) -> frozenset[str]:
        """The prompts as they look."""
        return frozenset(glance(text) for text in self.prompts)

    @cached_property
    def column_keys(self) -> dict[str, str]:
        """Key of a column head → column."""
        return {key(text): column for column, texts in self.columns.items() for text in texts}

    def as_json(self) -> dict[str, Any]:
        """As plain lists and dicts; `from_json` reads them."""
        return {
            "questions": [[name, list(texts)] for name, texts in self.questions.items()],
            "fields": [[name, list(texts)] for name, texts in self.fields.items()],
            "labels": sorted(self.labels),
            "sections": sorted(self.sections),
            "prompts": sorted(self.prompts),
            "columns": [[name, list(texts)] for name, texts in self.columns.items()],
            "pictures": self.pictures,
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Self:
        """The map that `as_json` wrote."""
        return cls(
            questions=_texts(plain["questions"]),
            fields=_texts(plain["fields"]),
            labels=frozenset(plain["labels"]),
            sections=frozenset(plain["sections"]),
            prompts=frozenset(plain["prompts"]),
            columns=_texts(plain["columns"]),
            pictures=plain["pictures"],
        )


def _keys(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(key(text) for text in texts)


def _texts(pairs: Iterable[tuple[str, list[str]]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(texts) for name, texts in pairs}
