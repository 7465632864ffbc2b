"""What the Word reader must know of a round's forms: taken from the forms themselves, so that they cannot differ."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kuultu.ground.documents.model import (
    AnswerGrid,
    Block,
    Columns,
    Document,
    Example,
    Facts,
    Field,
    Fields,
    Heading,
    Pair,
    Panel,
    Text,
    Words,
)
from kuultu.ground.documents.reading.form_map import FormMap

# A word of one letter at the start looks like numbering unless the number stands before it ("C4 I vilka …").
SINGLE_LETTER = re.compile(r"\w\s")


@dataclass
class _Seen:
    """Texts by what they are, each once and in order."""

    questions: dict[str, dict[str, None]] = field(default_factory=dict)
    fields: dict[str, dict[str, None]] = field(default_factory=dict)
    columns: dict[str, dict[str, None]] = field(default_factory=dict)
    labels: dict[str, None] = field(default_factory=dict)
    sections: dict[str, None] = field(default_factory=dict)

    def add(self, where: dict[str, dict[str, None]], key: str, *texts: str) -> None:
        where.setdefault(key, {}).update(dict.fromkeys(filter(None, texts)))

    def label(self, *texts: str, keep: str = "") -> None:
        """Each line of these texts; `keep` as it stands."""
        self.labels.update(dict.fromkeys(line for text in texts for line in text.split("\n") if line))
        if keep:
            self.labels[keep] = None


def map_of(forms: Iterable[Document], earlier: Mapping[str, Iterable[str]]) -> FormMap:
    """The map of these forms. `earlier`: question key → wordings on forms that were handed out before."""
    seen = _Seen()
    for form in forms:
        for block in _flat(form.blocks):
            _look(seen, block)
    for key, texts in earlier.items():
        seen.add(seen.questions, key, *texts)
    return FormMap(
        questions={key: tuple(texts) for key, texts in seen.questions.items()},
        fields={key: tuple(texts) for key, texts in seen.fields.items()},
        labels=frozenset(seen.labels),
        sections=frozenset(seen.sections),
        columns={key: tuple(texts) for key, texts in seen.columns.items()},
    )


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Panel):
            yield from _flat(block.blocks)
        elif isinstance(block, Columns):
            yield from _flat(each for cell in block.cells for each in cell)
        else:
            yield block


def _look(seen: _Seen, block: Block) -> None:
    match block:
        case Heading(number=number) if number:
            seen.sections.update(dict.fromkeys([block.text, *_of(block.other)]))
        case Heading():
            seen.label(block.text, *_of(block.other))
        case Text():
            seen.label(block.opening, f"{block.opening} {block.text}".strip(), block.text)
        case Pair():
            seen.label(block.first.text, block.second.text)
        case Facts():
            seen.label(*(text for fact in block.items for text in (fact.label, fact.value, fact.note)))
        case Field():
            _look_at_field(seen, block)
        case Fields():
            seen.label(block.label, *_of(block.other))
            for one in block.items:
                _look_at_field(seen, one)
        case AnswerGrid():
            _look_at_grid(seen, block)
        case Example():
            seen.label(block.title, block.text, block.typed)
        case _:
            pass


def _look_at_field(seen: _Seen, one: Field) -> None:
    seen.add(seen.fields, one.tag, one.label, *_of(one.other))
    # As they stand in one cell, too: a number before them, the second language below.
    seen.label(f"{one.number} {one.label}".strip(), keep="\n".join((one.label, *_of(one.other))))
    seen.label(*(choice.label for choice in one.choices), " / ".join(choice.label for choice in one.choices))
    others = [choice.other.text for choice in one.choices if choice.other]
    seen.label(*others, " / ".join(others))


def _look_at_grid(seen: _Seen, one: AnswerGrid) -> None:
    marks = one.marks
    seen.add(seen.questions, one.key, one.question, *_of(one.other))
    if SINGLE_LETTER.match(one.question):
        seen.add(seen.questions, one.key, f"{one.number} {one.question}")
    seen.add(seen.columns, "o", marks.statement)
    seen.add(seen.columns, "t", marks.translation, *_of(one.translate))
    seen.add(seen.columns, "m", marks.mark)
    seen.label(marks.good, marks.bad, marks.mixed, marks.proposal, marks.quote, " ".join(marks.signs))
    for note in one.notes:
        _look_at_field(seen, note)


def _of(words: Words | None) -> tuple[str, ...]:
    return (words.text,) if words else ()
