"""Telling printed text from answers: known questions, field labels, instructions, row numbers, the form's name.

Comparison is by key (letters.key). Where no key is equal, a question may still be found by its letter triples
(Dice coefficient), since people retype, add a word, or translate half of it.
"""

import re

from kuultu.ground.documents.reading.anchors import Identity, identity_in, identity_rest
from kuultu.ground.documents.reading.form_map import FormMap
from kuultu.ground.documents.reading.letters import glance, key, triples

ALIKE = 0.8
# The best question must be this much more alike than the next.
LEAD = 0.1
SHORTEST, LONGEST = 12, 400
# A text that resembles a question is one if it ends in the same letters; else an answer may stand behind it.
TAIL = 4
# A hostile file may hold a hundred thousand paragraphs; a form has a few dozen printed lines.
MAX_GUESSES = 2_000

_NUMBER = re.compile(r"\W*[^\W\d_]{0,6}\W*\d{1,3}(?:[.\-]\d{1,3})*\W*")
_FREE_OF_FORM = FormMap(questions={})


# A question's key, and the key of that text of it which was met.
type Match = tuple[str, str]


class Printed:
    """What is printed on one form. `identities` gathers the names of forms that printed lines gave."""

    def __init__(self, form: FormMap | None) -> None:
        self.form = form or _FREE_OF_FORM
        self.identities: list[Identity] = []
        self._guesses = 0
        self._keys: dict[str, str] = {}
        self._labels: dict[str, bool] = {}
        self._matches: dict[str, Match | None] = {}

    def question(self, text: str) -> str | None:
        """The question whose text this is, or nearly is: the same in each line, when there are several."""
        if "\n" in text:
            names = {self.question(line) for line in text.split("\n") if line}
            return names.pop() if len(names) == 1 else None
        match = self._match(text) if self.form.questions else None
        return match[0] if match else None

    def is_question_only(self, text: str) -> bool:
        """Whether a text is a question's and nothing more. What only resembles one may end in an answer."""
        if "\n" in text:
            return all(self.is_question_only(line) for line in text.split("\n") if line)
        match = self._match(text) if self.form.questions else None
        return match is not None and self._key(text).endswith(match[1][-TAIL:])

    def question_before(self, line: str) -> tuple[str, str, str] | None:
        """A question followed by something on the same line: (question, the printed part, the rest)."""
        words = self._key(line) if self.form.questions else ""
        for text, name in self.form.question_keys.items():
            if len(text) >= SHORTEST and words.startswith(text) and len(words) > len(text):
                end = _end_of(text, line)
                if end:
                    return name, line[:end], line[end:]
        return None

    def field(self, text: str) -> str | None:
        """The field whose label this is."""
        return self.form.field_keys.get(self._key(text)) if text and self.form.fields else None

    def field_before(self, line: str) -> tuple[str, str, str] | None:
        """A field's label, a colon, and its value: (field, the label, the value)."""
        label, colon, value = line.partition(":") if ":" in line else line.partition("：")
        name = self.field(label) if colon and value.strip() else None
        return (name, label + colon, value) if name else None

    def is_section(self, text: str) -> bool:
        """Whether a printed text begins a new part of the form."""
        return self._key(text) in self.form.section_keys

    def column(self, text: str) -> str | None:
        """The column ("o", "t", "m") whose head this is."""
        return self.form.column_keys.get(self._key(text)) if text and self.form.columns else None

    def is_label(self, text: str) -> bool:
        """Whether a text, or each of its lines, is printed on the form. The form's own name counts, and is noted."""
        if text not in self._labels:
            self._labels[text] = self._is_label(text)
        return self._labels[text]

    def is_surely_printed(self, text: str) -> bool:
        """Whether a text that stands where an answer could is printed: a section, a column's head, or long.

        "Library" under a question may be an answer, though a box elsewhere on the form says it too.
        """
        form, words = self.form, self._key(text)
        sure = words in form.section_keys or words in form.column_keys or words in form.field_keys
        return self.is_label(text) and (sure or len(words) >= SHORTEST or identity_in(text) is not None)

    def is_prompt(self, text: str) -> bool:
        """Whether a text is what stands in an empty answer."""
        return glance(text) in self.form.prompt_looks

    def _is_label(self, text: str) -> bool:
        if self.form.label_keys and self._key(text) in self.form.label_keys:
            return True
        if "\n" in text:
            words = [line for line in text.split("\n") if line and not is_number(line)]
            return bool(words) and all(self.is_label(line) for line in words)
        identity = identity_in(text) if len(text) <= 200 else None
        if identity is None:
            return False
        self.identities.append(identity)
        rest = self._key(identity_rest(text))
        return not rest or rest in self.form.label_keys

    def _key(self, text: str) -> str:
        if text not in self._keys:
            self._keys[text] = key(text)
        return self._keys[text]

    def _match(self, text: str) -> Match | None:
        if text not in self._matches:
            self._matches[text] = self._find(text)
        return self._matches[text]

    def _find(self, text: str) -> Match | None:
        words = self._key(text)
        exact = self.form.question_keys.get(words)
        if exact:
            return exact, words
        if not SHORTEST <= len(words) <= LONGEST or self.is_label(text) or self.question_before(text):
            return None
        return self._guess(words)

    def _guess(self, words: str) -> Match | None:
        self._guesses += 1
        if self._guesses > MAX_GUESSES or not self.form.question_triples:
            return None
        here = triples(words)
        best: dict[str, tuple[float, str]] = {}
        for name, text, others in self.form.question_triples:
            alike = 2 * len(here & others) / ((len(here) + len(others)) or 1)
            best[name] = max((alike, text), best.get(name, (0.0, "")))
        (name, (most, text)), *rest = sorted(best.items(), key=lambda item: item[1][0], reverse=True)
        return (name, text) if most >= ALIKE and (not rest or most - rest[0][1][0] >= LEAD) else None


def is_number(text: str) -> bool:
    """Whether a text could be a row's printed number: "1", "C4.2", "٣."."""
    return len(text) <= 12 and bool(_NUMBER.fullmatch(text))


def is_number_of_row(text: str, row: int) -> bool:
    """Whether a text is the printed number of row `row`: that number, or one no person would answer, like "C4.2"."""
    return is_number(text) and (any(sign.isalpha() for sign in text) or key(text) == str(row))


def _end_of(text: str, line: str) -> int:
    """Where in `line` the words of `text` end, with the punctuation behind them; 0 when they end within a word."""
    low, high = 0, len(line)
    while low < high:
        middle = (low + high) // 2
        if len(key(line[:middle])) < len(text):
            low = middle + 1
        else:
            high = middle
    if key(line[:low]) != text:
        return 0
    end = low
    while end < len(line) and not line[end].isalnum():
        end += 1
    return end if end > low else 0
