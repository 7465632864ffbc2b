"""Wording: a text in a language, where it came from, who has read it, and whether it had to fall back.

Texts stand in layers: the municipality's own words, then ours in that language, then the same in English and
in Finnish. What falls back says so; it never passes for the language that was asked for.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from kuultu.ground.languages.registry import CONTENT, language
from kuultu.ground.languages.texts import TextState
from kuultu.loop.materials.models import Domain, Kind, Material, Question, Translation

FOLDER = Path(__file__).parent / "texts"
FALLBACK = ("en", "fi")
# What the program fills in where a text says {place}.
PLACEHOLDERS = (
    "municipality", "organisation", "facilitator", "contact", "date", "time", "place", "language", "rsvp_date",
)  # fmt: skip
PLACEHOLDER = re.compile(r"\{(\w*)\}")
OURS = "Kuultu"  # the author of what we bring
# What belongs to one kind is read, changed and checked together.
SECTIONS: dict[Kind, tuple[str, ...]] = {
    Kind.INVITATION: ("invitation", "privacy", "message"),
    Kind.POSTER: ("poster",),
    Kind.FACILITATOR: ("facilitator",),
    Kind.SCRIBE: ("scribe",),
    Kind.FORM: ("form",),
    Kind.INDUCTION: ("induction",),
}
# What our papers do not print: codes that the program reads, and words for other pages.
NOT_PRINTED = frozenset({
    "invitation.rsvp", "invitation.labels.contact", "invitation.labels.organisers", "invitation.labels.facilitator",
    "invitation.labels.scribe", "invitation.labels.scan",
    "form.title", "form.columns.number", "form.columns.quote", "form.columns.shared", "form.marks.own",
    "form.hints.F", "form.hints.original", "form.hints.translation", "form.hints.quote", "form.hints.own",
    "form.shared.one", "form.shared.some", "form.shared.most", "form.shared.all",
    "form.event.report_language", "form.example.translation", "form.example.mark", "form.example.quote",
    "form.example.shared",
})  # fmt: skip
KIND_OF = {section: kind for kind, sections in SECTIONS.items() for section in sections}
# The ten questions that we offer, with the minutes that the facilitator's guide gives them in two hours.
STARTER: tuple[tuple[str, Domain, int], ...] = (
    ("OPEN1", Domain.OTHER, 10),
    ("ATT1", Domain.ATTITUDES, 10),
    ("ATT2", Domain.ATTITUDES, 10),
    ("SEC1", Domain.SECURITY, 10),
    ("SEC2", Domain.SECURITY, 10),
    ("INT1", Domain.INTERACTION, 8),
    ("INT2", Domain.INTERACTION, 7),
    ("PAR1", Domain.PARTICIPATION, 8),
    ("PAR2", Domain.PARTICIPATION, 7),
    ("CLOSE1", Domain.OTHER, 8),
)
STARTER_KEYS = {key: (domain, minutes) for key, domain, minutes in STARTER}


@dataclass(frozen=True)
class Wording:
    """A text as it will be handed out.

    `language` is the one it is written in: when it `fell_back`, not the one that was asked for. `own`: the
    municipality's own words. `stale`: what it was written or read against has changed since.
    """

    text: str
    language: str
    state: TextState = TextState.DRAFT
    fell_back: bool = False
    own: bool = False
    stale: bool = False
    reader: str = ""
    probes: tuple[str, ...] = ()

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return language(self.language).direction

    @property
    def is_checked(self) -> bool:
        """Has a named reader checked this very text, in the language that was asked for?"""
        return not self.fell_back and not self.stale and self.state in {TextState.CHECKED, TextState.APPROVED}

    @property
    def lines(self) -> tuple[str, ...]:
        """The text's lines: the items of a list."""
        return tuple(line for line in self.text.split("\n") if line)


@dataclass(frozen=True)
class Shipped:
    """Our texts in one language, flat: `facilitator.sections.3.body` → lines. `version` counts their changes."""

    language: str
    state: TextState
    version: int
    texts: Mapping[str, str]

    def question(self, key: str) -> tuple[str, tuple[str, ...]] | None:
        """Text and follow-ups of one of our questions."""
        text = self.texts.get(f"questions.{key}.text")
        return None if text is None else (text, tuple(self.texts.get(f"questions.{key}.probes", "").split("\n")))


@cache
def shipped(code: str) -> Shipped | None:
    """What we bring in a language; None where we have nothing yet."""
    if code not in CONTENT or not (file := FOLDER / f"{code}.toml").exists():
        return None
    tree = tomllib.loads(file.read_text(encoding="utf-8"))
    meta = tree.pop("meta")
    return Shipped(code, TextState(meta["state"]), int(meta.get("version", 1)), dict(_flat(tree)))


@cache
def plain_words(code: str) -> Mapping[str, str]:
    """What residents read, in plain language, by key; empty where we have none."""
    file = FOLDER / "plain" / f"{code}.toml"
    if code not in CONTENT or not file.exists():
        return {}
    tree = tomllib.loads(file.read_text(encoding="utf-8"))
    return {key: text for key, text in _flat(tree) if not key.startswith("meta.")}


def _flat(tree: object, path: str = "") -> Iterator[tuple[str, str]]:
    match tree:
        case dict():
            for name, inner in tree.items():
                yield from _flat(inner, f"{path}.{name}" if path else name)
        case list() if tree and all(isinstance(each, dict) for each in tree):
            for number, inner in enumerate(tree, start=1):
                yield from _flat(inner, f"{path}.{number}")
        case list():
            yield path, "\n".join(str(each) for each in tree)
        case _:
            yield path, str(tree)


@dataclass(frozen=True)
class Texts:
    """The words of a round's materials in one language."""

    language: str
    own: Mapping[tuple[str, str], Material]

    def say(self, key: str) -> Wording:
        """The wording of `invitation.lead`. Raises KeyError for a key that no language has."""
        kind = KIND_OF.get(key.partition(".")[0])
        for code in self._languages:
            row = self.own.get((kind.value, code)) if kind else None
            ours = shipped(code)
            text = (row.texts.get(key) if row else None) or (ours.texts.get(key) if ours else None)
            if text is not None:
                return self._wording(text, code, row, ours, own=bool(row and key in row.texts))
        raise KeyError(key)

    def __getitem__(self, key: str) -> str:
        """The bare text of a key."""
        return self.say(key).text

    def lines(self, key: str) -> tuple[str, ...]:
        """The items of a list."""
        return self.say(key).lines

    def keys(self, kind: Kind) -> list[str]:
        """The keys that a kind's papers print, in the order in which they are read."""
        starts = tuple(f"{section}." for section in SECTIONS.get(kind, ()))
        known = [ours.texts for code in (self.language, *FALLBACK) if (ours := shipped(code))]
        keys = (key for texts in known for key in texts if key.startswith(starts) and key not in NOT_PRINTED)
        return list(dict.fromkeys(keys))

    def sections(self, section: str, part: str = "sections") -> list[tuple[Wording, Wording]]:
        """Heading and body of each part of a guide, of each of its `slides`."""
        found: list[tuple[Wording, Wording]] = []
        while True:
            start = f"{section}.{part}.{len(found) + 1}"
            try:
                found.append((self.say(f"{start}.heading"), self.say(f"{start}.body")))
            except KeyError:
                return found

    def whole(self, kind: Kind) -> Wording:
        """The state of a kind's words taken together: the weakest of them. `text` is the title."""
        said = [self.say(key) for key in self.keys(kind)]
        return replace(weakest(said), own=any(each.own for each in said))

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.language, *FALLBACK)))

    def _wording(self, text: str, code: str, row: Material | None, ours: Shipped | None, *, own: bool) -> Wording:
        if row is None:
            return Wording(text, code, ours.state if ours else TextState.DRAFT, code != self.language)
        stale = ours is not None and row.follows < ours.version
        return Wording(text, code, TextState(row.state), code != self.language, own, stale, row.reader)


def weakest(said: Iterable[Wording]) -> Wording:
    """The one that most needs a reader: fallen back, then stale, then machine-made, then a draft."""
    order = [TextState.MACHINE, TextState.DRAFT, TextState.CHECKED, TextState.APPROVED]
    return min(said, key=lambda each: (not each.fell_back, not each.stale, order.index(each.state)))


def wording_of(question: Question, code: str) -> Wording:
    """A question in a language: its row, else ours, else what the question's set is written in, with the mark.

    Reads `question.translations.all()`: prefetch them.
    """
    rows = {row.language: row for row in question.translations.all()}
    for each in dict.fromkeys((code, *FALLBACK, *rows)):
        if row := rows.get(each):
            return _of_row(row, question, code)
        if each == code and (ours := _of_shipped(question, code)):
            return ours
    raise KeyError(f"{question.key} has no wording at all")


def _of_row(row: Translation, question: Question, asked: str) -> Wording:
    return Wording(
        row.text, row.language, TextState(row.state), row.language != asked, row.author != OURS,
        row.follows < question.version, row.reader, tuple(row.probes),
    )  # fmt: skip


def _of_shipped(question: Question, code: str) -> Wording | None:
    ours = shipped(code)
    found = ours.question(question.key) if ours else None
    if ours is None or found is None:
        return None
    return Wording(found[0], code, ours.state, stale=question.version > 1, probes=found[1])
