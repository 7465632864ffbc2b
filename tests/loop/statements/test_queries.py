"""What this room tells later stages, and that its lists do not ask the database more the longer they are."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.http import Http404
from pytest_django import DjangoAssertNumQueries

from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.actor import Actor
from kuultu.loop import State
from kuultu.loop.materials.models import Domain
from kuultu.loop.reports.models import Manner, Report, ReportState
from kuultu.loop.rounds.models import EventState, Round
from kuultu.loop.statements.actions.coding import choose_themes
from kuultu.loop.statements.actions.texts import translate
from kuultu.loop.statements.models import Coding, Hand, Statement, StatementText
from kuultu.loop.statements.queries import (
    narrowed,
    next_to_code,
    not_checked,
    not_heard,
    not_lifted,
    other_share,
    pace,
    progress,
    sensitive,
    statements_for,
    statements_of,
    tasks_for,
    text_in,
    the_statement,
    the_theme,
    themes_of,
    trace,
    turn,
    uncoded,
    untranslated,
    withdrawn,
)
from tests.factories import a_group, a_report, a_round, a_statement, a_theme, an_answer, an_event, questions

pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.fixture
def round() -> Round:
    return a_round()


@pytest.fixture
def report(round: Round, silta: Organisation) -> Report:
    """The Dari report of Leena's event."""
    return a_report(an_event(round, silta))


def codes(found: Any) -> list[str]:
    return [statement.code for statement in found]


def test_withdrawn_words_and_those_of_a_returned_report_are_in_no_list(
    round: Round, report: Report, now: datetime
) -> None:
    seen, gone = a_statement(report), a_statement(report, sensitive=True, withdrawn_at=now, withdrawn_because="x")
    returned = a_report(an_event(round, code="A"), state=ReportState.RETURNED)
    a_theme(round, gone, a_statement(returned, sensitive=True))
    assert list(statements_of(round)) == [seen] == list(uncoded(round))
    assert [theme.statement_count for theme in themes_of(round)] == [0]
    assert not sensitive(round) and list(withdrawn(round)) == [gone]


def test_an_organisation_gets_the_statements_of_its_own_events(
    round: Round, report: Report, as_leena: Actor, as_aino: Actor
) -> None:
    a_statement(report), a_statement(a_report(an_event(round, code="A")))
    assert codes(statements_for(as_leena, round)) == ["D-01"]
    assert codes(statements_for(as_aino, round)) == ["A-01", "D-01"]


def test_lists_ask_the_database_as_often_for_three_as_for_one(
    round: Round, report: Report, as_aino: Actor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lists: dict[str, tuple[int, Callable[[], object]]] = {
        "statements": (4, lambda: [(text_in(s, "fi"), s.full_code, [c.theme for c in s.codings.all()])
                                   for s in statements_of(round)]),
        "without translation": (4, lambda: [text_in(s, "sv") for s in untranslated(round, "sv")]),
        "without theme": (3, lambda: list(uncoded(round))),
        "themes": (1, lambda: [(t.event_count, t.statement_count) for t in themes_of(round)]),
        "not lifted": (2, lambda: [(w.report.event.full_code, w.answers) for w in not_lifted(round)]),
        "not heard": (3, lambda: not_heard(round)),
        "other": (4, lambda: other_share(round)),
    }  # fmt: skip
    for number in (1, 2, 3):
        event = report.event if number == 1 else an_event(round, code=f"A{number}")
        of = report if number == 1 else a_report(event)
        an_answer(of, "OPEN1"), a_theme(round, a_statement(of)), a_statement(of)
        an_event(round, code=f"B{number}", state=EventState.CANCELLED)
        if number == 2:
            continue
        for name, (queries, ask) in lists.items():
            with django_assert_num_queries(queries, info=f"{name} at {number}"):
                ask()


def test_words_come_with_their_state(report: Report, as_aino: Actor, now: datetime) -> None:
    statement = a_statement(report, original="راننده")
    translate(statement, by=as_aino, now=now, language="sv", text="Föraren", hand=Hand.ENGINE, author="opus")
    statement = statements_of(report.event.round).get()
    original, finnish, swedish = (text_in(statement, code) for code in ("prs", "fi", "sv"))
    assert original is not None and finnish is not None and swedish is not None
    assert (original.text, original.is_original, original.is_checked, original.direction) == (
        "راننده",
        True,
        True,
        "rtl",
    )
    assert (finnish.state, finnish.is_checked, finnish.reader) == ("checked", True, "Leena")
    assert (swedish.state, swedish.is_checked, swedish.author) == ("machine", False, "opus")
    assert text_in(statement, "en") is None


def test_a_checked_translation_of_changed_words_is_stale_and_waits(round: Round, report: Report) -> None:
    a_statement(report)
    assert not not_checked(round)
    Statement.objects.update(version=2)
    (waiting,) = not_checked(round)
    found = text_in(waiting, "fi")
    assert found is not None and found.is_stale and not found.is_checked


def test_only_what_lacks_the_language_waits_for_translation(round: Round, report: Report) -> None:
    finnish = a_report(an_event(round, code="F", language="fi"))
    a_statement(report), a_statement(finnish)
    assert codes(untranslated(round)) == []
    assert codes(untranslated(round, "sv")) == ["D-01", "F-01"]
    report.event.statements.get().texts.all().delete()
    assert codes(untranslated(round)) == ["D-01"]


def test_a_search_narrows_by_words_in_any_script_and_by_everything_else(round: Round, report: Report) -> None:
    thai = a_report(an_event(round, code="T", language="th"))
    light = a_statement(thai, "PAR1", answer=an_answer(thai, "PAR1", original="ไม่กล้าเดินคนเดียวตอนกลางคืน",
                        translation="En uskalla kulkea", mark="good"), domain=Domain.PARTICIPATION)  # fmt: skip
    bus = a_statement(report)
    theme = a_theme(round, light)
    everything = statements_of(round)
    for wanted in ({"words": "คนเดียว"}, {"words": "USKALLA"}, {"question": "PAR1"}, {"domain": "participation"},
                   {"event": "T"}, {"mark": "good"}, {"theme": theme.pk}, {"group": light.event.group_id},
                   {"language": "th"}):  # fmt: skip
        assert list(narrowed(everything, **wanted)) == [light], wanted
    assert list(narrowed(everything, words="بس", question="SEC1")) == [bus]
    assert list(narrowed(everything, words=" ", question="", theme=None)) == [bus, light]
    assert not narrowed(everything, words="100%")


def test_themes_are_counted_by_events(round: Round, report: Report) -> None:
    other = a_report(an_event(round, code="A"))
    theme = a_theme(round, a_statement(report), a_statement(report), a_statement(other))
    a_theme(round, domain=Domain.ATTITUDES, name="Kohtaaminen")
    Coding.objects.create(statement=other.event.statements.get(), theme=theme, person_id=7, at=other.event.starts_at)
    assert [(t.domain, t.event_count, t.statement_count) for t in themes_of(round)] == [
        ("attitudes", 0, 0),
        ("security", 2, 3),
    ]
    with pytest.raises(Http404):
        the_theme(a_round(code="MAL27"), theme.pk)


def test_what_fits_no_domain_is_counted_by_its_themes_then_by_its_question(round: Round, report: Report) -> None:
    assert (other_share(round).part, other_share(round).is_high) == (0, False)
    a_statement(report, domain=Domain.OTHER)
    moved, plain = a_statement(report, domain=Domain.OTHER), a_statement(a_report(an_event(round, code="A")))
    a_theme(round, moved, domain=Domain.SECURITY)
    share = other_share(round)
    assert (share.events, share.of, share.is_high) == (1, 2, True)
    assert share.part == pytest.approx(1 / 3)
    plain.delete()


def test_a_group_counts_as_heard_when_its_report_has_been_delivered(round: Round, report: Report) -> None:
    now = report.delivered_at
    assert now is not None
    a_group(round, name="Ei tilaisuutta")
    wanted = (("P", "Peruttu", "cancelled"), ("H", "Pidetty", "held"), ("T", "Tulossa", "planned"))
    for code, name, state in wanted:
        event = an_event(round, code=code, group=a_group(round, name=name), state=state, starts_at=now)
        if state == "held":
            a_report(event, state=ReportState.CHECKED)
    found = {each.group.name: (str(each.why), each.planned_at) for each in not_heard(round)}
    assert set(found) == {"Ei tilaisuutta", "Peruttu", "Pidetty", "Tulossa"}
    assert found["Tulossa"][1] == now and found["Pidetty"][1] is None
    assert len({why for why, _at in found.values()}) == 4


def test_a_statement_leads_back_to_question_event_and_round(
    round: Round, report: Report, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    questions(round)
    a_statement(report)
    statement = the_statement(round, "D", 1)
    with django_assert_num_queries(3):
        way = trace(statement)
        asked, in_dari = way.asked_in("fi"), way.asked_in("fa-AF")
    assert way.question is not None and asked is not None and in_dari is not None
    assert (way.question.key, asked.text, way.event, way.round) == ("SEC1", "Kysymys SEC1?", report.event, round)
    assert [wording.language for wording in way.texts] == ["fa-AF", "fi"]
    assert (way.place, in_dari.text, in_dari.direction) == (2, "سؤال SEC1؟", "rtl")


def test_an_unknown_code_is_no_page(round: Round, report: Report) -> None:
    a_statement(report)
    Report.objects.update(state=ReportState.RETURNED)
    for event, number in (("D", 1), ("D", 2), ("X", 1)):
        with pytest.raises(Http404):
            the_statement(round, event, number)


def test_reports_wait_until_their_answers_are_lifted(round: Round, report: Report) -> None:
    a_statement(report)
    an_answer(report, manner=Manner.REMARK)
    assert not_lifted(round) == []
    an_answer(report), an_answer(report, original="\n", translation="")
    (waiting,) = not_lifted(round)
    assert (waiting.answers, len(waiting.remarks), waiting.lifted) == (1, 1, 1)


def test_what_others_chose_is_hidden_until_one_has_chosen(
    round: Round, report: Report, as_aino: Actor, now: datetime
) -> None:
    first, second, third = a_statement(report), a_statement(report), a_statement(report)
    theirs, mine = a_theme(round, second), a_theme(round)
    before = turn(round, statements_of(round).get(pk=second.pk), as_aino)
    assert (before.place, before.of, before.previous, before.following) == (2, 3, first, third)
    assert before.others == ()
    choose_themes(second, by=as_aino, now=now, themes=[mine])
    after = turn(round, statements_of(round).get(pk=second.pk), as_aino)
    assert after.own == frozenset({mine.pk}) and after.others == (theirs,)


def test_the_next_statement_is_the_first_without_a_theme_then_one_that_others_placed(
    round: Round, report: Report, as_aino: Actor, now: datetime
) -> None:
    first, second, third = a_statement(report), a_statement(report), a_statement(report)
    theme = a_theme(round, second)
    assert next_to_code(round, as_aino) == first
    assert next_to_code(round, as_aino, after=first) == third
    assert next_to_code(round, as_aino, after=third) == first
    for statement in (first, third):
        choose_themes(statement, by=as_aino, now=now, themes=[theme])
    assert next_to_code(round, as_aino, after=third) == second
    choose_themes(second, by=as_aino, now=now, themes=[theme])
    assert next_to_code(round, as_aino) is None


def test_a_pace_is_told_from_ten_placed_statements_on(round: Round, report: Report, now: datetime) -> None:
    statements = [a_statement(report) for _ in range(14)]
    theme = a_theme(round, *statements[:9])
    assert (pace(round, now).done, pace(round, now).of, pace(round, now).ready_on) == (9, 14, None)
    Coding.objects.create(statement=statements[9], theme=theme, at=now)
    assert pace(round, now).ready_on == (now + timedelta(days=3)).date()
    assert pace(round, now).percent == 71
    assert pace(round, now + timedelta(days=8)).ready_on is None


def test_the_stage_waits_then_has_work_then_is_done(round: Round, as_aino: Actor, now: datetime) -> None:
    assert progress(round, now).state is State.AHEAD
    report = a_report(an_event(round))
    answer = an_answer(report)
    found = progress(round, now)
    assert (found.state, [task.href for task in found.tasks]) == (State.NOW, ["/mallila/MAL26/statements/lift/"])
    statement = a_statement(report, answer=answer)
    assert [task.href for task in progress(round, now).tasks] == ["/mallila/MAL26/statements/coding/"]
    statement.texts.all().delete()
    assert progress(round, now).tasks[0].href.endswith("?waiting=translation")
    translate(statement, by=as_aino, now=now, language="fi", text="Bussi")
    a_theme(round, statement)
    (check,) = progress(round, now).tasks
    assert (check.role, check.due) == ("coordinator", round.decides_on - timedelta(weeks=3))  # type: ignore[operator]
    statement.texts.update(state="checked")
    assert (progress(round, now).state, progress(round, now).tasks) == (State.DONE, ())


def test_an_organisation_is_told_its_own_next_things(
    round: Round, report: Report, silta: Organisation, as_leena: Actor, as_aino: Actor, now: datetime
) -> None:
    other = a_report(an_event(round, code="A"))
    for of in (report, other):
        a_statement(of), a_statement(of)
    StatementText.objects.update(state="draft")
    own = tasks_for(as_leena, round, now)
    assert [(task.role, task.href) for task in own] == [("organisation", "/mallila/MAL26/statements/?waiting=check")]
    waits = {(task.role, str(task.what).startswith("Silta ry: ")) for task in progress(round, now).tasks}
    assert waits == {("organisation", True), ("coordinator", False)}
    assert {task.role for task in tasks_for(as_aino, round, now)} == {"coordinator"}
