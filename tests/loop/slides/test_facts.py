"""What is counted: discussions, never people, and none that points at a small room."""

import pytest

from kuultu.loop.reports.models import Mark, Report, ReportState
from kuultu.loop.slides.facts import facts_of, first_sentence
from tests.factories import a_report, a_statement, an_event
from tests.loop.slides.conftest import Told

pytestmark = pytest.mark.usefixtures("in_mallila")


def test_a_theme_is_counted_by_discussions(told: Told) -> None:
    spoken = facts_of(told.round, "fi").spoken
    bus, yard = spoken[told.bus.pk], spoken[told.yard.pk]
    assert (bus.events, bus.of, bus.marks) == (5, 5, (("bad", 5),))
    assert (yard.events, yard.of) == (2, 5)
    assert (bus.is_common, yard.is_common) == (True, False)


def test_two_statements_of_one_discussion_count_once(told: Told) -> None:
    before = facts_of(told.round, "fi").spoken[told.yard.pk]
    more = a_statement(told.quotes[0].event.report, mark=Mark.GOOD)
    told.yard.codings.create(statement=more, at=told.quotes[0].event.starts_at)
    after = facts_of(told.round, "fi").spoken[told.yard.pk]
    assert after.events == before.events
    assert after.marks == (("good", 1), ("bad", 2))


def test_a_mixed_experience_counts_on_both_sides(told: Told) -> None:
    told.quotes[0].mark = Mark.MIXED
    told.quotes[0].save()
    assert facts_of(told.round, "fi").spoken[told.yard.pk].marks == (("good", 1), ("bad", 2))


def test_every_discussion_is_said_only_where_none_was_left_out(told: Told) -> None:
    facts = facts_of(told.round, "fi")
    assert facts.small == 1
    assert facts.spoken[told.bus.pk].says == "Spoken of in 5 of 5 discussions."
    Report.objects.filter(event=told.small.event).update(who_came={"total": 8})
    assert facts_of(told.round, "fi").spoken[told.bus.pk].says == "Spoken of in every discussion."


def test_a_report_that_was_sent_back_and_a_withdrawn_statement_count_nowhere(told: Told) -> None:
    Report.objects.filter(event=told.quotes[0].event).update(state=ReportState.RETURNED)
    told.quotes[1].withdrawn_at, told.quotes[1].withdrawn_because = told.quotes[1].event.starts_at, "asked"
    told.quotes[1].save()
    facts = facts_of(told.round, "fi")
    assert told.yard.pk not in facts.spoken
    assert facts.spoken[told.bus.pk].events == 3


def test_languages_are_told_with_their_discussions_the_most_first(told: Told) -> None:
    a_report(an_event(told.round, code="A2", language="ar"))
    assert facts_of(told.round, "fi").heard[:2] == (("ar", 2), ("fi", 1))
    assert dict(facts_of(told.round, "fi").heard)["ti"] == 1


def test_one_question_of_each_domain_is_told(told: Told) -> None:
    assert facts_of(told.round, "fi").asked == (("security", "Kysymys SEC1?"), ("participation", "Kysymys PAR1?"))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Missä? Miksi ei?", "Missä?"),
        ("ከመይ ኣለኻ። ደሓን", "ከመይ ኣለኻ።"),
        ("أين؟ ولماذا؟", "أين؟"),
        ("Ilman merkkiä", "Ilman merkkiä"),
    ],
)
def test_a_slide_has_room_for_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first
