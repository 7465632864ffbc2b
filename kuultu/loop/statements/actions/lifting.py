"""Lift: every answer with words in a delivered report becomes a statement with a number of its own."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from kuultu.ground.audit.log import record
from kuultu.ground.languages.texts import TextState
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import require
from kuultu.loop.materials.models import Domain
from kuultu.loop.materials.queries import questions_of
from kuultu.loop.reports.models import Answer, Manner, Report
from kuultu.loop.statements.folding import fold
from kuultu.loop.statements.models import SCRIBE, Statement, StatementText
from kuultu.loop.statements.queries import working_language
from kuultu.loop.statements.rules import may_lift


@transaction.atomic
def lift_report(report: Report, *, by: Actor, now: datetime, remarks: Iterable[int] = ()) -> list[Statement]:
    """New statements, in the report's order; those lifted before keep their numbers.

    `remarks`: ids of the scribe's remarks to lift as well. Words that came back changed from a returned report
    replace the old ones, so that what the organisation has covered does not live on here.
    """
    report = Report.objects.select_for_update(of=("self",)).select_related("event__round").get(pk=report.pk)
    require(may_lift(by, report))
    answers = _in_order(report)
    chosen = set(remarks)
    mended = [_mend(answer) for answer in answers if hasattr(answer, "statement")]
    new = [
        answer
        for answer in answers
        if not hasattr(answer, "statement") and (answer.manner != Manner.REMARK or answer.pk in chosen)
    ]
    statements = _write(report, new)
    if statements or any(mended):
        record(by, "lifted statements out of a report", report, now=now, statements=len(statements), mended=sum(mended))
    return statements


def _in_order(report: Report) -> list[Answer]:
    """Answers with words, in the order of the questions; unknown questions come last."""
    places = {question.key: place for place, question in enumerate(questions_of(report.event.round))}
    found = [
        answer
        for answer in Answer.objects.filter(report=report).select_related("statement", "report")
        if answer.original.strip() or answer.translation.strip()
    ]
    return sorted(found, key=lambda each: (places.get(each.question_key, len(places)), each.question_key, each.row))


def _write(report: Report, answers: list[Answer]) -> list[Statement]:
    domains = {question.key: question.domain for question in questions_of(report.event.round)}
    last = Statement.objects.filter(event=report.event).aggregate(last=Max("number"))["last"] or 0
    statements = [
        Statement(
            round=report.event.round,
            event=report.event,
            answer=answer,
            number=number,
            question_key=answer.question_key,
            domain=domains.get(answer.question_key, Domain.OTHER),
            **_taken(answer),
        )
        for number, answer in enumerate(answers, start=last + 1)
    ]
    Statement.objects.bulk_create(statements)
    StatementText.objects.bulk_create(
        StatementText(statement=statement, language=working_language(), text=words, author=SCRIBE)
        for statement, answer in zip(statements, answers, strict=True)
        if (words := _translation(answer))
    )
    return statements


def _taken(answer: Answer) -> dict[str, str]:
    """What a statement takes over from its answer. Words noted in translation only are themselves the original."""
    original, translation = answer.original.strip(), answer.translation.strip()
    return {
        "original": original or translation,
        "language": answer.report.language if original else working_language(),
        "mark": answer.mark,
        "manner": answer.manner,
        "shared": answer.shared,
        "folded": fold(f"{original} {translation}"),
    }


def _translation(answer: Answer) -> str:
    """The scribe's translation, where it stands beside words in another language."""
    foreign = answer.report.language != working_language()
    return answer.translation.strip() if foreign and answer.original.strip() else ""


def _mend(answer: Answer) -> bool:
    """Take over what has changed in a report that was returned; True if words have."""
    statement, taken, translation = answer.statement, _taken(answer), _translation(answer)
    text = statement.texts.filter(language=working_language()).first()
    is_scribes = text is None or text.author == SCRIBE
    words_changed = statement.original != taken["original"]
    translation_changed = is_scribes and (text.text if text else "") != translation
    if words_changed:
        statement.version += 1
    if is_scribes and (words_changed or translation_changed):
        _replace_translation(statement, translation)
    others = [each.text for each in statement.texts.all()]
    taken["folded"] = "" if statement.withdrawn_at else fold(" ".join([taken["original"], *others]))
    if words_changed or any(getattr(statement, name) != value for name, value in taken.items()):
        for name, value in taken.items():
            setattr(statement, name, value)
        statement.save()
    return words_changed or translation_changed


def _replace_translation(statement: Statement, words: str) -> None:
    """The scribe's new words in place of the scribe's old ones."""
    if not words:
        statement.texts.filter(language=working_language()).delete()
        return
    StatementText.objects.update_or_create(
        statement=statement,
        language=working_language(),
        defaults={"text": words, "author": SCRIBE, "state": TextState.DRAFT, "follows": statement.version,
                  "reader": "", "read_at": None},
    )  # fmt: skip
