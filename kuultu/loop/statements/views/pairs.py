"""Statements as pages show them: the original, and the words that the reader of the page understands best."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from kuultu.ground.municipalities.addresses import at
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import Wording, text_in, working_language


@dataclass(frozen=True)
class Pair:
    """A statement facing its translation. `words` is None where it is in the original language or lacks words."""

    statement: Statement
    words: Wording | None
    href: str

    @property
    def themes(self) -> list[str]:
        """Names of its themes, in the page's language."""
        return list(dict.fromkeys(str(coding.theme) for coding in self.statement.codings.all()))

    @property
    def lacks_words(self) -> bool:
        """Is it in another language than the municipality works in, without words in that one?"""
        return self.words is None and self.statement.language != working_language()


def pair_of(statement: Statement) -> Pair:
    """Words in the page's language if there are, else in the working language."""
    here = get_language() or "fi"
    found = text_in(statement, here) or text_in(statement, working_language())
    href = at("statements:statement", statement.event.round.code, statement.event.code, statement.number)
    return Pair(statement, None if found is None or found.is_original else found, href)


def pairs_of(statements: Iterable[Statement]) -> list[Pair]:
    """One for each statement."""
    return [pair_of(statement) for statement in statements]
