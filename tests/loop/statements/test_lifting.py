"""Lifting: which answers become statements, with which number, and what happens when a report comes again."""

from datetime import datetime

import pytest

from kuultu.ground.audit.log import history
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.materials.models import Domain
from kuultu.loop.reports.models import Manner, Report, ReportState, Shared
from kuultu.loop.statements.actions.lifting import lift_report
from kuultu.loop.statements.actions.texts import check_text, translate
from kuultu.loop.statements.models import Statement
from tests.factories import a_report, a_round, an_answer, an_event, questions

pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.fixture
def report() -> Report:
    round = a_round()
    questions(round)
    return a_report(an_event(round))


def test_answers_become_statements_in_the_order_of_the_questions(report: Report, as_aino: Actor, now: datetime) -> None:
    an_answer(report, "PAR1", original="سوم")
    an_answer(report, "XXX", original="آخر")
    an_answer(report, "OPEN1", original="اول", shared=Shared.MOST)
    an_answer(report, "SEC1", original="دوم")
    lifted = lift_report(report, by=as_aino, now=now)
    assert [(s.full_code, s.original, s.domain) for s in lifted] == [
        ("MAL26-D-01", "اول", Domain.OTHER),
        ("MAL26-D-02", "دوم", Domain.SECURITY),
        ("MAL26-D-03", "سوم", Domain.PARTICIPATION),
        ("MAL26-D-04", "آخر", Domain.OTHER),
    ]
    assert (lifted[0].language, lifted[0].mark, lifted[0].shared) == ("fa-AF", "bad", "most")
    line = history(report).get()
    assert (line.verb, line.facts) == ("lifted statements out of a report", {"statements": 4, "mended": 0})


def test_the_scribes_translation_comes_along_as_a_draft(report: Report, as_aino: Actor, now: datetime) -> None:
    an_answer(report, translation="Bussi ei pysähtynyt")
    an_answer(report, translation="")
    first, second = lift_report(report, by=as_aino, now=now)
    text = first.texts.get()
    assert (text.language, text.text, text.state, text.author) == ("fi", "Bussi ei pysähtynyt", "draft", "scribe")
    assert not second.texts.exists()


def test_words_noted_in_translation_only_are_themselves_the_original(
    report: Report, as_aino: Actor, now: datetime
) -> None:
    an_answer(report, original=" ", translation="Bussi ei pysähtynyt")
    (lifted,) = lift_report(report, by=as_aino, now=now)
    assert (lifted.original, lifted.language) == ("Bussi ei pysähtynyt", "fi")
    assert not lifted.texts.exists()


def test_empty_lines_and_remarks_stay_where_they_are_unless_chosen(
    report: Report, as_aino: Actor, now: datetime
) -> None:
    an_answer(report, original="  ", translation="")
    remark = an_answer(report, manner=Manner.REMARK)
    assert lift_report(report, by=as_aino, now=now) == []
    assert not history(report).exists()
    (lifted,) = lift_report(report, by=as_aino, now=now, remarks=[remark.pk])
    assert (lifted.answer, lifted.manner) == (remark, Manner.REMARK)


def test_lifting_again_adds_only_what_is_new(report: Report, as_aino: Actor, now: datetime) -> None:
    an_answer(report, "SEC1")
    (first,) = lift_report(report, by=as_aino, now=now)
    assert lift_report(report, by=as_aino, now=now) == []
    an_answer(report, "OPEN1")
    (second,) = lift_report(report, by=as_aino, now=now)
    assert (first.number, second.number) == (1, 2)
    assert history(report).count() == 2


def test_a_covered_name_does_not_live_on_in_the_statement(report: Report, as_aino: Actor, now: datetime) -> None:
    answer = an_answer(report, original="مریم گفت", translation="Maryam sanoi")
    (statement,) = lift_report(report, by=as_aino, now=now)
    check_text(statement.texts.get(), by=as_aino, now=now)
    translate(statement, by=as_aino, now=now, language="sv", text="Någon sade", author="Eva")
    answer.original, answer.translation = "کارمند گفت", "Virkailija sanoi"
    answer.save()
    assert lift_report(report, by=as_aino, now=now) == []
    statement.refresh_from_db()
    finnish, swedish = statement.texts.get(language="fi"), statement.texts.get(language="sv")
    assert (statement.original, statement.version) == ("کارمند گفت", 2)
    assert (finnish.text, finnish.state, finnish.reader) == ("Virkailija sanoi", "draft", "")
    assert (swedish.text, swedish.follows) == ("Någon sade", 1)
    assert "maryam" not in statement.folded and "مریم" not in statement.folded
    newest = history(report).first()
    assert newest is not None and newest.facts == {"statements": 0, "mended": 1}


def test_a_translation_that_somebody_else_wrote_is_not_overwritten_by_the_scribes(
    report: Report, as_aino: Actor, now: datetime
) -> None:
    answer = an_answer(report, translation="Kirjurin sanat")
    (statement,) = lift_report(report, by=as_aino, now=now)
    translate(statement, by=as_aino, now=now, language="fi", text="Kääntäjän sanat", author="Eva")
    answer.translation = "Kirjurin uudet sanat"
    answer.save()
    lift_report(report, by=as_aino, now=now)
    assert statement.texts.get().text == "Kääntäjän sanat"


def test_a_report_is_not_lifted_before_delivery(report: Report, as_aino: Actor, now: datetime) -> None:
    an_answer(report)
    Report.objects.update(state=ReportState.CHECKED)
    with pytest.raises(Refused, match="not delivered"):
        lift_report(report, by=as_aino, now=now)
    assert not Statement.objects.exists()
