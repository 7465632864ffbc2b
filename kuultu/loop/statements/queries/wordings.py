"""A statement's words in a language, with the state that a reader must see."""

from dataclasses import dataclass
from datetime import datetime

from kuultu.ground.languages.registry import ALIASES, CONTENT, language
from kuultu.ground.languages.texts import TextState
from kuultu.ground.municipalities.scope import current
from kuultu.loop.statements.models import Statement


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in one language. `state` is None for the original; `is_stale`: the original has changed since."""

    text: str
    language: str
    state: TextState | None = None
    author: str = ""
    reader: str = ""
    read_at: datetime | None = None
    follows: int = 1
    is_stale: bool = False

    @property
    def is_original(self) -> bool:
        """The speaker's own language."""
        return self.state is None

    @property
    def is_checked(self) -> bool:
        """May it be shown without a mark: the original, or checked by a reader and not stale?"""
        if self.state is None:
            return True
        return self.state in {TextState.CHECKED, TextState.APPROVED} and not self.is_stale

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return language(self.language).direction


def working_language() -> str:
    """The language in which the municipality reads its statements: the first of its own, Finnish by default."""
    first = current().languages.split(",")[0].strip()
    return first if first in CONTENT else "fi"


def text_in(statement: Statement, code: str) -> Wording | None:
    """The statement in a language: the original if it was said in it, else the translation, None if there is none.

    Asks the database for nothing where `texts` are prefetched, as `statements_of` does.
    """
    code = ALIASES.get(code, code)
    if statement.language == code:
        return Wording(statement.original, code)
    for text in statement.texts.all():
        if text.language == code:
            stale = text.follows < statement.version
            state = TextState(text.state)
            return Wording(text.text, code, state, text.author, text.reader, text.read_at, text.follows, stale)
    return None
