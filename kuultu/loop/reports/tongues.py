"""Is a text in the language that it says it is in? A warning for people, never a decision.

Script first, then py3langid on four words or more. Never decided between Dari and Persian, Kinyarwanda and
Kirundi, Bosnian and its neighbours. Source: research trust §4 (96 of 96 sentences in 16 languages).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from copy import copy
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from kuultu.ground.languages.registry import ARAB, CONTENT, CYRILLIC, ETHIOPIC, LATIN, THAI, language

LEAST_WORDS = 4
LEAST_THAI_LETTERS = 16  # Thai is written without spaces
# Languages that no machine tells apart reliably stand for each other.
ALIKE = {"fa-AF": "fa", "rn": "rw", "hr": "bs", "sr": "bs"}
NEIGHBOURS = ("hr", "sr")  # known to the model beside our own
_SCRIPTS = (
    ("LATIN", LATIN), ("CYRILLIC", CYRILLIC), ("ARABIC", ARAB), ("ETHIOPIC", ETHIOPIC), ("THAI", THAI),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")


def looks_like_another(texts: Iterable[str], declared: str) -> str | None:
    """The language that most of the texts seem to be in, when it is not the declared one; else None.

    Texts too short to tell, or in a language of the same kind, say nothing.
    """
    guesses = [guess for text in texts if (guess := guess_of(text)) is not None]
    if not guesses:
        return None
    kind, times = Counter(guesses).most_common(1)[0]
    if kind == _kind(declared) or times * 2 <= len(guesses):
        return None
    return kind


def guess_of(text: str) -> str | None:
    """The language a text seems to be in (`fa` stands for Dari too, `rw` for Kirundi, `bs` for its neighbours);
    None when it is too short, or in a script with which nothing of ours is written."""
    script = script_of(text)
    if script is None or not _long_enough(text, script):
        return None
    ours = [each.code for each in CONTENT.values() if each.script == script]
    if len(ours) == 1:
        return ours[0]
    found, _score = _identifier(script).classify(text)
    return _kind(found)


def script_of(text: str) -> str | None:
    """The script of most of its letters."""
    counted: Counter[str] = Counter()
    for sign in text:
        if sign.isalpha():
            name = unicodedata.name(sign, "")
            counted.update(script for start, script in _SCRIPTS if name.startswith(start))
    return counted.most_common(1)[0][0] if counted else None


def _long_enough(text: str, script: str) -> bool:
    if script == THAI:
        return sum(sign.isalpha() for sign in text) >= LEAST_THAI_LETTERS
    return len(_WORD.findall(text)) >= LEAST_WORDS


def _kind(code: str) -> str:
    return ALIKE.get(code, code)


@cache
def _identifier(script: str) -> LanguageIdentifier:
    """The model, narrowed to the languages of one script."""
    model = copy(_model())
    ours = {each.code for each in CONTENT.values() if each.script == script}
    if script == LATIN:
        ours |= set(NEIGHBOURS)
    model.set_languages(ours & set(model.labels))
    return model


@cache
def _model() -> LanguageIdentifier:
    """4.5 MB, loaded once, about a second."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def same_kind(one: str, other: str) -> bool:
    """Is one of them written where the other was meant, as far as anybody but a speaker can tell?"""
    return _kind(language(one).code) == _kind(language(other).code)
