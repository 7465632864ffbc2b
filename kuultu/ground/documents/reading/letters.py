"""Characters: how text is tidied, what counts as visible, and when two writings are the same words.

Sources: Unicode Standard Annexes 9 (bidirectional text) and 15 (NFC); research trust F8 (bidi controls
stripped or isolated), documents (letters ي/ی, ك/ک and ZWNJ differ between keyboards and programs).
"""

import re
from unicodedata import combining, is_normalized, normalize

OVERRIDES = "\u202d\u202e"
OPENING_EMBEDDINGS, POP_EMBEDDING = "\u202a\u202b", "\u202c"
OPENING_ISOLATES, POP_ISOLATE = "\u2066\u2067\u2068", "\u2069"
MARKS = "\u200e\u200f\u061c"
JOINERS = "\u200b\u200c\u200d\u2060"
DIRECTION = OPENING_EMBEDDINGS + POP_EMBEDDING + OPENING_ISOLATES + POP_ISOLATE
# Layout hints, byte order marks, controls and tag characters carry no words; tags can smuggle hidden ones.
IDLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u180e\u2061-\u2064\u206a-\u206f"
    "\ufeff\ufff9-\ufffc\U000e0000-\U000e007f"
)
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"

EMPTY = "\u2002"  # what stands in a control that nobody has filled in

MAX_PILE = 100

_PILE = re.compile(rf"[^\w\s]{{{MAX_PILE},}}")
_SPECIAL = re.compile(f"[{IDLE}{SPACES}{LINE_ENDS}{DIRECTION}{OVERRIDES}{MARKS}{JOINERS}]")
_UNTIDY = re.compile(f"[{IDLE}{SPACES}{LINE_ENDS}{DIRECTION}{OVERRIDES}]")
_IDLE = re.compile(f"[{IDLE}{OVERRIDES}]")
_SPACES = re.compile(f"[{SPACES}]")
_LINE_ENDS = re.compile(f"\r\n|[{LINE_ENDS}]")
_DIRECTION = re.compile(f"[{DIRECTION}]")
_UNSEEN = re.compile(f"[{IDLE}{OVERRIDES}{DIRECTION}{MARKS}{JOINERS}]")
_ENDS = " \t\n" + DIRECTION + MARKS + JOINERS
# "C4 ", "1. ", "3.2) ", "A " before words; never the first half of "18–29".
_NUMBERING = re.compile(r"^\W*(?:[a-z]{0,6}\d{1,3}(?:[.\-]\d{1,3})*|[a-z])(?:[.):]|(?=\s))(?=.*[^\W\d])")
# Vowel signs above and below are no \w: keys hold consonants and base letters only, alike on both sides.
_NO_LETTERS = re.compile(r"[\W_]+")
_ARABIC = dict(zip("يىئكةأإآؤ", "یییکهاااو", strict=True))
_DIGITS = {chr(start + digit): str(digit) for start in (0x660, 0x6F0, 0xE50) for digit in range(10)}
_SAME = str.maketrans(_ARABIC | _DIGITS | {"ـ": ""})
_TRANSLATED = re.compile("[\u0600-\u06ff\u0e50-\u0e59]")


def is_piled_up(text: str) -> bool:
    """Whether marks are piled on one letter beyond any writing. Putting such a pile in order takes time that
    grows with its square (UAX 15, §13 allows 30)."""
    return any(sum(1 for sign in pile[0] if combining(sign)) > MAX_PILE for pile in _PILE.finditer(text))


def tidy(text: str) -> str:
    """A paragraph's text in NFC, with plain spaces, `\\n` for every line end, and no stray direction controls.

    Zero-width joiners and non-joiners stay: Persian and Thai words need them. Overrides go (they show
    letters in another order than they are stored), and so do unbalanced embeddings and isolates.
    """
    return tidy_and_count(text)[0]


def tidy_and_count(text: str) -> tuple[str, int]:
    """A paragraph's text, tidied, and how many visible characters it has. Quick for what most paragraphs are."""
    if text.isascii() and text.isprintable():
        return text, len(text) - text.count(" ")
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    if not _SPECIAL.search(text):
        return text, len("".join(text.split()))
    if not _UNTIDY.search(text):  # joiners only, which words need
        return text, count(text)
    if text == EMPTY:
        return " ", 0
    text = _IDLE.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))
    if not _balanced(text):
        text = _DIRECTION.sub("", text)
    text = normalize("NFC", text)
    return text, count(text)


def trim(text: str) -> str:
    """Without space, direction controls and joiners at either end; no line keeps trailing space."""
    if text.isascii():
        text = text.strip(" \t\n")
        return text if "\n" not in text else "\n".join([line.strip(" \t") for line in text.split("\n")])
    text = text.strip(_ENDS)
    if "\n" in text:
        text = "\n".join([line.strip(_ENDS) for line in text.split("\n")])
    return _DIRECTION.sub("", text) if _DIRECTION.search(text) and not _balanced(text) else text


def count(text: str) -> int:
    """Visible characters: everything but white space and characters without a shape."""
    bare = "".join(text.split())
    return len(bare) if bare.isascii() else len(_UNSEEN.sub("", bare))


def hidden_in(text: str) -> int:
    """Characters of `text` that `tidy` drops though they are no white space and no direction mark."""
    return len(_IDLE.findall(text))


def key(text: str) -> str:
    """The words alone: no case, vowel signs, joiners, punctuation, numbering or space.

    Two printed texts are the same when their keys are equal. Falls back to the bare characters for a
    text that holds no word (a sign, a number).
    """
    plain = normalize("NFKC", text).casefold().strip(_ENDS)
    if _TRANSLATED.search(plain):
        plain = plain.translate(_SAME)
    bare = _NO_LETTERS.sub("", _NUMBERING.sub("", plain, count=1)) or _NO_LETTERS.sub("", plain)
    return bare or "".join(_UNSEEN.sub("", plain).split())


def triples(words: str) -> frozenset[str]:
    """Every three neighbouring letters of a key."""
    return frozenset(words[start : start + 3] for start in range(len(words) - 2))


def glance(text: str) -> str:
    """The text as it looks: spaces squeezed, shapeless characters gone. For prompts, which may be signs only."""
    return " ".join(_UNSEEN.sub("", normalize("NFC", text)).split()).casefold()


def _balanced(text: str) -> bool:
    """Whether each embedding and isolate of every line is closed in that line, and none closed unopened."""
    return all(_line_balanced(line) for line in text.split("\n"))


def _line_balanced(line: str) -> bool:
    open_: list[str] = []
    for sign in _DIRECTION.findall(line):
        if sign in OPENING_EMBEDDINGS:
            open_.append(POP_EMBEDDING)
        elif sign in OPENING_ISOLATES:
            open_.append(POP_ISOLATE)
        elif not open_ or open_.pop() != sign:
            return False
    return not open_
