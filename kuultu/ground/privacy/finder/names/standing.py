"""What a capitalised word can be: a name, a word that is also a name, no name, or unknown."""

import re
from enum import Enum, auto
from functools import lru_cache

from kuultu.ground.privacy.finder.names.finnish import is_form, stems_of
from kuultu.ground.privacy.finder.names.slavic import cyrillic_stems, is_cyrillic, is_cyrillic_form
from kuultu.ground.privacy.finder.word_lists import words_of

SHORTEST = 4
"""Shorter names are only recognised as they are, never with an ending."""

GIVEN = words_of("given_fi", "given_world")
GIVEN_STEMS = stems_of(name for name in GIVEN if len(name) >= SHORTEST)
SURNAME_STEMS = stems_of(words_of("surnames"))
CYRILLIC_NOT_PEOPLE = cyrillic_stems(words_of("not_people", "places"))
CYRILLIC_STEMS = cyrillic_stems(words_of("given_cyrillic"))
WORDS_TOO = words_of("words_too")
OPENERS = words_of("openers")
NEVER_A_WORD = GIVEN - WORDS_TOO - OPENERS
WORD_TOO_STEMS = stems_of(WORDS_TOO)
NOT_PEOPLE = words_of("not_people", "places")
NOT_PEOPLE_STEMS = stems_of(NOT_PEOPLE)
PLACES = words_of("places")
PLACE_BEGINNINGS = frozenset(place[:-2] for place in PLACES if len(place) >= 7)
LONGEST_BEGINNING = max(map(len, PLACE_BEGINNINGS))

SURNAME_ENDINGS = tuple(words_of("surname_endings"))


COMMON_NOUN = re.compile(r"-(?=[^\W\d_])[a-zåäöа-яіїє]")


class Standing(Enum):
    """What a capitalised word is taken for."""

    GIVEN = auto()
    SURNAME = auto()
    WORD_TOO = auto()
    PLACE_TOO = auto()
    NOT_A_PERSON = auto()
    UNKNOWN = auto()

    @property
    def is_name(self) -> bool:
        """Whether the word is known as a name, surely or possibly."""
        return self in (Standing.GIVEN, Standing.SURNAME, Standing.WORD_TOO)


@lru_cache(maxsize=4096)
def standing(word: str) -> Standing:
    """What a word is taken for; names with a hyphen by their parts.

    A small letter after the hyphen makes a common noun: Wilma-viesti.
    """
    if COMMON_NOUN.search(word):
        return Standing.NOT_A_PERSON
    parts = {_standing_of_part(part) for part in word.lower().split("-")}
    return next(each for each in Standing if each in parts)


def _standing_of_part(small: str) -> Standing:
    if is_cyrillic(small):
        return _standing_of_cyrillic(small)
    is_word = is_form(small, WORD_TOO_STEMS)
    is_surname = is_form(small, SURNAME_STEMS)
    if small in PLACES and small in GIVEN:
        return Standing.WORD_TOO
    if small in PLACES or (is_form(small, NOT_PEOPLE_STEMS) and (is_word or is_surname)):
        return Standing.PLACE_TOO
    if small in OPENERS or (is_word and small not in NEVER_A_WORD):
        return Standing.WORD_TOO
    if small in GIVEN or is_form(small, GIVEN_STEMS):
        return Standing.GIVEN
    if is_surname:
        return Standing.SURNAME
    if is_form(small, NOT_PEOPLE_STEMS):
        return Standing.NOT_A_PERSON
    begins_like_a_place = _begins_like_a_place(small) and not ends_like_a_surname(small)
    return Standing.NOT_A_PERSON if begins_like_a_place else Standing.UNKNOWN


def _standing_of_cyrillic(small: str) -> Standing:
    if small in NOT_PEOPLE:
        return Standing.NOT_A_PERSON
    if small in WORDS_TOO or small in OPENERS:
        return Standing.WORD_TOO
    if is_cyrillic_form(small, CYRILLIC_STEMS):
        return Standing.GIVEN
    is_known = is_cyrillic_form(small, CYRILLIC_NOT_PEOPLE)
    return Standing.NOT_A_PERSON if is_known else Standing.UNKNOWN


def ends_like_a_surname(word: str) -> bool:
    """Whether a word ends as surnames do: Virtanen, Virtasella, Lindström, Шевченко."""
    return len(word) > 5 and word.lower().endswith(SURNAME_ENDINGS)


def _begins_like_a_place(small: str) -> bool:
    return any(small[:size] in PLACE_BEGINNINGS for size in range(5, min(len(small), LONGEST_BEGINNING + 1)))
