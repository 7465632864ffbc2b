"""What becomes of a promise is asked, recorded and told; the loop closes and opens again."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from kuultu.ground.audit.log import history
from kuultu.ground.people.actor import Actor, actor_by
from kuultu.ground.people.links import make_link
from kuultu.ground.people.models import Purpose, Role
from kuultu.ground.people.rules import Refused
from kuultu.loop.followup.actions.checking import (
    add_finding,
    plan_checkup,
    record_checkup,
    remind_owner,
    tell_checkup,
)
from kuultu.loop.followup.actions.closing import end_round, hear_next, open_next_round, say_undone
from kuultu.loop.followup.models import Checkup, CheckupState
from kuultu.loop.followup.queries import answer_to_residents, progress, standing_of, undone_of
from kuultu.loop.measures.models import Measure, Programme
from kuultu.loop.rounds.models import Ending, Group, Round
from tests.factories import a_card, a_measure, a_report, a_round, a_statement, an_event, freeze

pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.fixture
def measure(now: datetime) -> Measure:
    """A published measure."""
    round = a_round()
    made = a_measure(round, a_card(round, a_statement(a_report(an_event(round)))))
    freeze(round)
    Programme.objects.update(published_at=now)
    return Measure.objects.select_related("programme__round").get(pk=made.pk)


@pytest.fixture
def checkup(measure: Measure, as_aino: Actor, now: datetime) -> Checkup:
    return plan_checkup(measure, by=as_aino, now=now, due_on=date(2026, 9, 1))


def test_nothing_is_followed_before_it_is_promised(as_aino: Actor, now: datetime) -> None:
    measure = a_measure(a_round())
    with pytest.raises(Refused, match="not been published"):
        plan_checkup(measure, by=as_aino, now=now, due_on=date(2026, 9, 1))


def test_a_checkup_says_how_it_stands_and_stays(checkup: Checkup, as_aino: Actor, now: datetime) -> None:
    record_checkup(checkup, by=as_aino, now=now, state="late", step="started", says="Pysäkit myöhästyvät.",
                   new_due_on=date(2027, 3, 31))  # fmt: skip
    standing = standing_of(checkup.measure)
    assert (standing.state, standing.step, standing.due_on) == (CheckupState.LATE, "started", date(2027, 3, 31))
    assert [step.state for step in standing.steps] == ["done", "done", "now", "ahead"]
    with pytest.raises(Refused, match="has been recorded"):
        record_checkup(checkup, by=as_aino, now=now, state="done", step="checked", says="Valmis.")
    assert [entry.verb for entry in history(checkup)] == ["recorded a checkup", "planned a checkup"]


def test_a_stopped_measure_goes_no_further(checkup: Checkup, as_aino: Actor, now: datetime) -> None:
    record_checkup(checkup, by=as_aino, now=now, state="stopped", step="started", says="Rahaa ei tullut.")
    assert [step.state for step in standing_of(checkup.measure).steps] == ["done", "done", "no", "ahead"]


def test_the_owner_is_reminded_and_tells_of_their_own_measure_only(
    checkup: Checkup, as_aino: Actor, now: datetime, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        remind_owner(checkup, by=as_aino, now=now)
    assert "/now/" in mail.outbox[0].body and checkup.measure.sentence in mail.outbox[0].body
    link = make_link(Purpose.OWNER, checkup.measure_id, now=now, lasts=timedelta(days=1))
    owner = actor_by({Role.OWNER}, link=link)
    stranger = actor_by({Role.OWNER}, link=make_link(Purpose.OWNER, 9999, now=now, lasts=timedelta(days=1)))
    with pytest.raises(Refused, match="no such page"):
        record_checkup(checkup, by=stranger, now=now, state="done", step="visible", says="Valmis.")
    record_checkup(checkup, by=owner, now=now, state="done", step="visible", says="Valmis.")
    assert standing_of(checkup.measure).state == CheckupState.DONE


def test_residents_read_what_was_done_in_their_language(checkup: Checkup, as_aino: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="Record the checkup first"):
        tell_checkup(checkup, by=as_aino, now=now, language="ar", done="…")
    record_checkup(checkup, by=as_aino, now=now, state="running", step="started", says="Alkoi.")
    tell_checkup(checkup, by=as_aino, now=now, language="ar", done="بدأ", reader="Huda")
    [row] = answer_to_residents(checkup.measure.programme.round, "ar")
    assert row.done is not None and row.done.done == "بدأ" and row.text is None


def test_findings_and_what_is_not_done_are_kept(measure: Measure, as_aino: Actor, now: datetime) -> None:
    round = measure.programme.round
    add_finding(measure, by=as_aino, now=now, question="Huomattiinko?", finding="Kyllä.", effect="some", onward="keep")
    say_undone(round, by=as_aino, now=now, what="Iltakurssi", because="Ohjaajaa ei löytynyt.")
    assert measure.findings.count() == 1 and undone_of(round)[0].because == "Ohjaajaa ei löytynyt."


def test_a_round_closes_as_decided_only_with_a_published_programme(
    measure: Measure, as_aino: Actor, now: datetime
) -> None:
    other = a_round(code="MAL25", name="Ennen")
    with pytest.raises(Refused, match="nobody has been heard"):
        end_round(other, by=as_aino, now=now, ending="collected")
    a_report(an_event(other))
    with pytest.raises(Refused, match="No measure has been published"):
        end_round(other, by=as_aino, now=now, ending="decided")
    assert end_round(other, by=as_aino, now=now, ending="collected").ending == Ending.COLLECTED
    assert end_round(measure.programme.round, by=as_aino, now=now, ending="decided").ending == Ending.DECIDED


def test_the_next_round_brings_the_groups_along_once(measure: Measure, as_aino: Actor, now: datetime) -> None:
    round = measure.programme.round
    hear_next(round, by=as_aino, now=now, name="Vironkieliset", languages=["et"], reason="Ei löytynyt järjestöä.")
    dates = {"starts_on": date(2027, 1, 11), "talks_until": date(2027, 4, 1)}
    following = open_next_round(round, by=as_aino, now=now, name="Kevät 2027", again=True, **dates)
    assert following.previous == round and following.code == "MAL27"
    names = set(Group.objects.filter(round=following).values_list("name", flat=True))
    assert names == {"Vironkieliset", *Group.objects.filter(round=round).values_list("name", flat=True)}
    with pytest.raises(Refused, match="already"):
        open_next_round(round, by=as_aino, now=now, name="Taas", **dates)


def test_progress_asks_for_a_checkup_when_its_day_comes(checkup: Checkup, now: datetime) -> None:
    round = Round.objects.get()
    before = [str(task.what) for task in progress(round, now).tasks]
    after = [str(task.what) for task in progress(round, datetime(2026, 9, 1, 9, tzinfo=now.tzinfo)).tasks]
    assert not any("Checkup" in what for what in before) and any("Checkup of T1" in what for what in after)
