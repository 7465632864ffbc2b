"""The rest of the form: who came, what mattered, the checks with the group."""

from datetime import datetime

import pytest

from kuultu.ground.audit.log import history
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.reports.actions.facts import save_facts
from kuultu.loop.reports.models import Report

pytestmark = pytest.mark.usefixtures("in_mallila")


def test_facts_are_saved_as_far_as_they_are_given(report: Report, as_samir: Actor, now: datetime) -> None:
    save_facts(report, by=as_samir, now=now, facts={"place": "library", "time": "", "odd": "x"}, top=["a", " ", "b"])
    save_facts(report, by=as_samir, now=now, who_came={"total": 8, "age.from_18": 5, "first_time": None, "odd": 3})
    save_facts(report, by=as_samir, now=now, read_back=True, remarks=" مکث ")
    report.refresh_from_db()
    assert (report.facts, report.top) == ({"place": "library"}, ["a", "b"])
    assert report.who_came == {"total": 8, "age.from_18": 5}
    assert (report.read_back, report.agrees_quotes, report.remarks) == (True, None, "مکث")
    assert [entry.verb for entry in history(report)] == ["wrote the facts"] * 3 + ["began a report"]


def test_saving_the_same_is_no_save(report: Report, as_samir: Actor, now: datetime) -> None:
    save_facts(report, by=as_samir, now=now, top=["a"])
    save_facts(report, by=as_samir, now=now, top=["a", ""])
    assert report.version == 1


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        ({"total": 8, "age.from_18": 5, "age.from_30": 4}, "more people than came"),
        ({"total": 8, "gender.woman": 9}, "more people than came"),
        ({"total": 3, "first_time": 4}, "more people than came"),
        ({"total": 900}, "more people than one discussion holds"),
        ({"total": -1}, "more people than one discussion holds"),
    ],
)
def test_numbers_that_cannot_be_are_refused(
    report: Report, as_samir: Actor, now: datetime, counts: dict[str, int], says: str
) -> None:
    with pytest.raises(Refused, match=says):
        save_facts(report, by=as_samir, now=now, who_came=counts)
    assert Report.objects.get().who_came == {}


def test_two_writers_of_the_facts_notice_each_other(
    report: Report, as_samir: Actor, as_leena: Actor, now: datetime
) -> None:
    seen = report.facts_fingerprint
    save_facts(report, by=as_leena, now=now, top=["Leena's"], seen=seen)
    with pytest.raises(Refused, match="Somebody else has saved"):
        save_facts(report, by=as_samir, now=now, top=["Samir's"], seen=seen)
    assert Report.objects.get().top == ["Leena's"]


def test_a_field_that_the_form_does_not_have_is_a_mistake_of_ours(
    report: Report, as_samir: Actor, now: datetime
) -> None:
    with pytest.raises(TypeError, match="state"):
        save_facts(report, by=as_samir, now=now, state="locked")
