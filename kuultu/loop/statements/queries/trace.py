"""Where a statement comes from: the way back to the question, the event and the round."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.dates import HELSINKI, day_and_month
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.web.parts import ThreadItem
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
        return asked(self.question, code)


def asked(question: Question | None, code: str) -> Asked | None:
    """A question's wording in a language, None where there is no question or no wording at all."""
    try:
        return wording_of(question, code) if question else None
    except KeyError:
        return None


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


def came_from(way: Trace) -> list[ThreadItem]:
    """Where a statement comes from, as knots of the evidence thread: question, event, second pair of eyes, round."""
    event, report, here = way.event, way.report, get_language() or "fi"
    question, items = way.asked_in(here), []
    if question and way.question:
        label = format_lazy(_("Question {number}"), number=way.place)
        key = format_lazy("{} · {}", label, way.question.key)
        items.append(ThreadItem(key, question.text, language=question.language))
    held = f"{event.tongue.named_in(here).capitalize()}, {_day(event.starts_at, here)}, {_arranger(event)}"
    href = at("statements:event", way.round.code, event.code)
    items.append(ThreadItem(format_lazy("{} · {}", _("Discussion"), event.full_code), held, href=href))
    items.append(ThreadItem(_("Written down as"), way.statement.get_manner_display()))
    if report.checked_at:
        read = f"{_arranger(event)}, {_day(report.checked_at, here)}"
        items.append(ThreadItem(_("Second pair of eyes"), read))
    items.append(ThreadItem(format_lazy("{} · {}", _("Round"), way.round.code), way.round.name))
    return items


def became_here(statement: Statement) -> list[ThreadItem]:
    """What this stage made of a statement: its themes, or that it has none yet. Later stages add their own knots."""
    themes = list(dict.fromkeys(coding.theme for coding in statement.codings.all()))
    if not themes:
        return [ThreadItem(_("Theme"), _("none yet"), state="now")]
    page = at("statements:overview", statement.event.round.code)
    return [ThreadItem(_("Theme"), str(theme), href=f"{page}?theme={theme.pk}") for theme in themes]


def _arranger(event: Event) -> str:
    return str(event.organisation or event.round.municipality.name)


def _day(moment: datetime, here: str) -> str:
    return day_and_month(moment.astimezone(HELSINKI).date(), here)
