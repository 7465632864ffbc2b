"""Lines under a question: sent once, changed by two, typed in from paper."""

from datetime import datetime, timedelta

import pytest

from kuultu.ground.audit.log import history
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.reports.actions.lines import Line, add_line, change_line, remove_line, save_lines, save_notes
from kuultu.loop.reports.actions.writing import open_report
from kuultu.loop.reports.models import Answer, Mark, Report, ReportState
from kuultu.loop.rounds.models import Event
from tests.factories import a_report, an_answer, an_event

pytestmark = pytest.mark.usefixtures("in_mallila")


def rows(report: Report) -> list[tuple[str, int, str]]:
    return list(Answer.objects.filter(report=report).order_by("pk").values_list("question_key", "row", "original"))


def test_a_report_is_begun_once(event: Event, as_samir: Actor, as_leena: Actor, now: datetime) -> None:
    first = open_report(event, by=as_samir, now=now)
    assert open_report(event, by=as_leena, now=now) == first
    assert (first.language, first.state) == ("fa-AF", ReportState.DRAFT)
    assert [entry.verb for entry in history(first)] == ["began a report"]


def test_a_line_keeps_its_words_marks_and_number(report: Report, as_samir: Actor, now: datetime) -> None:
    add_line(report, by=as_samir, now=now, question_key="SEC1", original="  راننده ایستاد نشد ", mark=Mark.BAD)
    line = add_line(report, by=as_samir, now=now, question_key="SEC1", original="دوم", manner="quote", shared="some")
    assert rows(report) == [("SEC1", 1, "راننده ایستاد نشد"), ("SEC1", 2, "دوم")]
    assert (line.manner, line.shared, report.version, report.saved_at) == ("quote", "some", 2, now)
    assert history(report)[0].verb == "wrote a line"
    assert history(report)[0].facts == {"question": "SEC1", "row": 2}


def test_a_line_sent_twice_arrives_once(report: Report, as_samir: Actor, now: datetime) -> None:
    first = add_line(report, by=as_samir, now=now, question_key="SEC1", original="یک", client_id="a1")
    again = add_line(report, by=as_samir, now=now, question_key="SEC1", original="یک", client_id="a1", mark=Mark.BAD)
    assert first == again and rows(report) == [("SEC1", 1, "یک")]
    again.refresh_from_db()
    assert again.mark == Mark.BAD


def test_other_words_from_an_old_page_become_a_line_of_their_own(
    report: Report, as_samir: Actor, now: datetime
) -> None:
    add_line(report, by=as_samir, now=now, question_key="SEC1", original="یک", client_id="a1")
    add_line(report, by=as_samir, now=now, question_key="SEC1", original="دو", client_id="a1")
    assert [text for _key, _row, text in rows(report)] == ["یک", "دو"]


def test_the_same_words_from_two_people_are_two_lines(report: Report, as_samir: Actor, now: datetime) -> None:
    add_line(report, by=as_samir, now=now, question_key="SEC1", original="یک", client_id="a1")
    add_line(report, by=as_samir, now=now, question_key="SEC1", original="یک", client_id="b2")
    assert len(rows(report)) == 2


@pytest.mark.parametrize(("text", "says"), [(" \u202e ", "Write what was said"), ("a" * 4001, "very long")])
def test_a_line_needs_words_and_not_too_many(
    report: Report, as_samir: Actor, now: datetime, text: str, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        add_line(report, by=as_samir, now=now, question_key="SEC1", original=text)
    assert rows(report) == []


def test_a_line_goes_only_under_a_question_of_the_round(report: Report, as_samir: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="does not ask question XYZ9"):
        add_line(report, by=as_samir, now=now, question_key="XYZ9", original="یک")


def test_direction_tricks_do_not_get_into_a_line(report: Report, as_samir: Actor, now: datetime) -> None:
    line = add_line(report, by=as_samir, now=now, question_key="SEC1", original="abc\u202edef\r\nnext\u2066x")
    assert line.original == "abcdef\nnextx"


def test_two_writers_of_a_line_notice_each_other(
    report: Report, as_samir: Actor, as_leena: Actor, now: datetime
) -> None:
    line = add_line(report, by=as_samir, now=now, question_key="SEC1", original="یک")
    seen = line.fingerprint
    change_line(Answer.objects.get(), by=as_leena, now=now, original="دو", seen=seen)
    line.report = report
    with pytest.raises(Refused, match="Somebody else changed this line"):
        change_line(line, by=as_samir, now=now, original="سه", seen=seen)
    assert rows(report) == [("SEC1", 1, "دو")]
    change_line(line, by=as_samir, now=now, original="دو", seen=seen)
    assert [entry.verb for entry in history(report)] == ["changed a line", "wrote a line", "began a report"]


def test_a_removed_line_leaves_its_number_free_only_at_the_end(report: Report, as_samir: Actor, now: datetime) -> None:
    lines = [add_line(report, by=as_samir, now=now, question_key="SEC1", original=text) for text in "abc"]
    remove_line(lines[1], by=as_samir, now=now)
    add_line(report, by=as_samir, now=now, question_key="SEC1", original="d")
    assert rows(report) == [("SEC1", 1, "a"), ("SEC1", 3, "c"), ("SEC1", 4, "d")]
    assert history(report)[1].verb == "took a line out"


def test_notes_say_why_a_question_was_not_asked(report: Report, as_samir: Actor, now: datetime) -> None:
    save_notes(report, by=as_samir, now=now, question_key="SEC1", skipped="وقت نبود", differed="")
    save_notes(report, by=as_samir, now=now, question_key="PAR1", differed="جوانان")
    save_notes(report, by=as_samir, now=now, question_key="PAR1", differed="جوانان")
    report.refresh_from_db()
    assert (report.skipped, report.differed) == ({"SEC1": "وقت نبود"}, {"PAR1": "جوانان"})
    assert [entry.verb for entry in history(report)] == ["wrote a note", "wrote a note", "began a report"]
    save_notes(report, by=as_samir, now=now, question_key="SEC1")
    assert report.skipped == {}


def test_paper_is_typed_in_row_by_row_and_twice_does_no_harm(report: Report, as_leena: Actor, now: datetime) -> None:
    paper = [Line("SEC1", 1, "a", "A"), Line("SEC1", 2, ""), Line("SEC1", 3, "c", mark="good"), Line("GONE", 1, "x")]
    assert save_lines(report, paper, by=as_leena, now=now) == 2
    assert rows(report) == [("SEC1", 1, "a"), ("SEC1", 3, "c")]
    assert save_lines(report, paper, by=as_leena, now=now) == 0
    assert history(report)[0].facts == {"lines": 2}


def test_paper_changes_and_empties_what_its_writer_saw(report: Report, as_leena: Actor, now: datetime) -> None:
    first, second = an_answer(report, original="a"), an_answer(report, original="b")
    changed = [Line("SEC1", 1, "A!", seen=first.fingerprint), Line("SEC1", 2, "", seen=second.fingerprint)]
    assert save_lines(report, changed, by=as_leena, now=now) == 2
    assert rows(report) == [("SEC1", 1, "A!")]


def test_paper_never_overwrites_what_somebody_else_wrote_meanwhile(
    report: Report, as_leena: Actor, as_samir: Actor, now: datetime
) -> None:
    line = an_answer(report, original="a")
    seen = line.fingerprint
    change_line(line, by=as_samir, now=now, original="scribe's own")
    save_lines(report, [Line("SEC1", 1, "typed", seen=seen), Line("SEC1", 1, "")], by=as_leena, now=now)
    assert rows(report) == [("SEC1", 1, "scribe's own"), ("SEC1", 2, "typed")]


def test_another_scribe_s_link_writes_nothing(event: Event, as_samir: Actor, now: datetime) -> None:
    other = a_report(an_event(event.round, code="A", language="ar"), state=ReportState.DRAFT)
    with pytest.raises(Refused, match="no such page"):
        add_line(other, by=as_samir, now=now + timedelta(hours=1), question_key="SEC1", original="یک")
