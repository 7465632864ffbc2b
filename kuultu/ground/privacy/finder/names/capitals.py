"""Names among capitalised words: known names, what stands beside them, and unknown words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kuultu.ground.privacy.finder.find import Certainty, Hit, Kind
from kuultu.ground.privacy.finder.names.introductions import WORD
from kuultu.ground.privacy.finder.names.standing import (
    NEVER_A_WORD,
    Standing,
    ends_like_a_surname,
    standing,
)
from kuultu.ground.privacy.finder.word_lists import words_of

TOKEN = re.compile(WORD)
ENDS_A_SENTENCE = frozenset(".!?:;…•*\n\r|/=]")
AROUND = " \t\"'“”„«»‘’()[-"
FIRST_WORDS = words_of("first_words")
SHORTEST_FIRST_WORD = 4
SHORTEST_SMALL = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its place. `opens` is True where a capital says nothing: a sentence begins."""

    text: str
    start: int
    end: int
    opens: bool

    @property
    def standing(self) -> Standing:
        """What the word is taken for."""
        return standing(self.text)


def capitalised_names(text: str) -> Iterator[Hit]:
    """Runs of capitalised words that hold a name (likely) or nothing known (possible)."""
    run: list[Word] = []
    for match in TOKEN.finditer(text):
        if not match.group()[0].isupper():
            yield from _small(match)
            continue
        word = Word(match.group(), *match.span(), _opens(text, match.start()))
        if run and (word.opens or text[run[-1].end : word.start] != " "):
            yield from _names_in(run)
            run = []
        run.append(word)
    yield from _names_in(run)


def _opens(text: str, start: int) -> bool:
    while start and text[start - 1] in AROUND:
        start -= 1
    return not start or text[start - 1] in ENDS_A_SENTENCE


def _small(match: re.Match[str]) -> Iterator[Hit]:
    """A known name without its capital, as it is typed on a phone."""
    word = match.group()
    if len(word) >= SHORTEST_SMALL and word in NEVER_A_WORD:
        yield Hit(Kind.NAME, *match.span(), Certainty.POSSIBLE)


def _names_in(run: Sequence[Word]) -> Iterator[Hit]:
    """The run cut where a word is known to be no person; each piece is a name or nothing."""
    piece: list[Word] = []
    for place, word in enumerate(run):
        following = run[place + 1] if place + 1 < len(run) else None
        if not _cuts(word, first=not piece, following=following):
            piece.append(word)
            continue
        yield from _name_of(piece)
        piece = []
        if word.opens and following and _is_surname(following) and _could_be_given(word):
            yield Hit(Kind.NAME, word.start, word.end, Certainty.POSSIBLE)
    yield from _name_of(piece)


def _could_be_given(word: Word) -> bool:
    """Whether an unknown first word may be the given name before a surname."""
    return word.standing is Standing.UNKNOWN and word.text.lower() not in FIRST_WORDS


def _cuts(word: Word, *, first: bool, following: Word | None) -> bool:
    """Whether a capitalised word is no part of a name.

    The first word of a sentence is a name only when it is known as one and long enough not to be
    something else; a name that is also a word only when another capitalised word follows it. A
    place that is also a name is one only beside another name.
    """
    kind = word.standing
    if kind is Standing.NOT_A_PERSON:
        return True
    if kind is Standing.PLACE_TOO:
        return first and not (following and _is_surname(following))
    if _is_abbreviation(word.text):
        return kind is not Standing.GIVEN or len(word.text) < SHORTEST_FIRST_WORD
    if not word.opens:
        return len(word.text) == 1
    if kind is Standing.WORD_TOO:
        return following is None
    return not kind.is_name or len(word.text) < SHORTEST_FIRST_WORD


def _is_surname(word: Word) -> bool:
    kind = word.standing
    return kind is Standing.SURNAME or (kind is Standing.UNKNOWN and ends_like_a_surname(word.text))


def _is_abbreviation(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _name_of(piece: Sequence[Word]) -> Iterator[Hit]:
    if not piece:
        return
    is_known = any(word.standing.is_name or ends_like_a_surname(word.text) for word in piece)
    certainty = Certainty.LIKELY if is_known else Certainty.POSSIBLE
    yield Hit(Kind.NAME, piece[0].start, piece[-1].end, certainty)
