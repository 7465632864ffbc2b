"""Where a statement comes from: the way back to the question, the event and the round."""

from dataclasses import dataclass

from kuultu.loop.materials.models import Question
from kuultu.loop.materials.queries import questions_of
from kuultu.loop.materials.wording import Wording as Asked
from kuultu.loop.materials.wording import wording_of
from kuultu.loop.reports.models import Answer, Report
from kuultu.loop.rounds.models import Event, Round
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries.wordings import Wording, text_in


@dataclass(frozen=True)
class Trace:
    """The way back. `question` is None where the report carried an answer to a question that is not in the set."""

    statement: Statement
    answer: Answer
    question: Question | None
    event: Event
    report: Report
    round: Round
    texts: tuple[Wording, ...]

    @property
    def place(self) -> int | None:
        """The question's number among the round's questions, from one."""
        return self.question.order if self.question else None

    def asked_in(self, code: str) -> Asked | None:
        """The question in a language; it says where it had to fall back to another."""
        return wording_of(self.question, code) if self.question else None


def trace(statement: Statement) -> Trace:
    """The way back from a statement, original first among its texts."""
    event = statement.event
    others = [found for text in statement.texts.all() if (found := text_in(statement, text.language))]
    return Trace(
        statement=statement,
        answer=statement.answer,
        question=next((each for each in questions_of(event.round) if each.key == statement.question_key), None),
        event=event,
        report=event.report,
        round=event.round,
        texts=(Wording(statement.original, statement.language), *others),
    )
