"""The desk of a round: the sentence that says what to do next, the tasks, whom we hear, what is coming."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kuultu.desk.queries.coming import coming_in
from kuultu.desk.queries.heard import whom_we_do_not_hear, whom_we_hear
from kuultu.desk.queries.tasks import ON_THE_DESK, Waiting, next_sentence, waiting_for
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.loop import Progress, State, Task
from kuultu.loop.decisions.models import Attendee, Step
from kuultu.loop.reports.models import ReportState
from kuultu.loop.rounds.models import Ending, EventState, Round
from tests.conftest import NOW
from tests.desk.conftest import Told, page
from tests.factories import a_decision_event, a_group, a_report, a_round, an_event, an_order

TODAY = NOW.date()


@pytest.fixture
def round(mallila: Municipality, silta: Organisation) -> Round:
    with scope(mallila):
        made = a_round()
        an_order(made, silta)
        return made


def a_task(what: str, due: date | None = None, role: str = "coordinator", *organisations: int) -> Task:
    return Task(what, "Why.", "Do", "/there/", due, role, frozenset(organisations))


def waiting(actor: Actor, *tasks: Task) -> Waiting:
    return waiting_for(actor, {"rounds": Progress(State.NOW, "says", tasks)}, TODAY)


def read(round: Round, found: Waiting) -> str:
    return " ".join(map(str, next_sentence(round, found, [])))


def test_the_soonest_comes_first_and_what_has_no_day_last(in_mallila: Municipality, as_aino: Actor) -> None:
    tomorrow = TODAY + timedelta(days=1)
    found = waiting(as_aino, a_task("Some day"), a_task("Later", date(2026, 5, 1)), a_task("Soon", tomorrow))
    assert [str(each.what) for each in found.mine] == ["Soon", "Later", "Some day"]


def test_what_is_late_says_since_when(in_mallila: Municipality, as_aino: Actor) -> None:
    late, today = waiting(as_aino, a_task("Late", date(2026, 3, 20)), a_task("Today", TODAY)).mine
    assert str(late.why) == "Why. It was due 20 March." and str(today.why) == "Why."


def test_the_sentence_says_what_to_do_how_much_more_and_who_is_waited_for(
    in_mallila: Municipality, silta: Organisation, as_aino: Actor
) -> None:
    round, theirs = a_round(), a_task("Name people", None, "organisation", silta.pk)
    assert read(round, waiting(as_aino, a_task("Read the report"))) == "Read the report."
    assert read(round, waiting(as_aino, a_task("Read"), a_task("Lift"))) == "Read. After that, one more thing."
    three = waiting(as_aino, a_task("Read"), a_task("Lift"), a_task("Code"), theirs)
    assert read(round, three) == "Read. After that, 2 more things. Silta ry has one thing to do."
    assert str(three.others[0].what) == "Silta ry: Name people"
    other = a_task("Check", None, "organisation")
    assert read(round, waiting(as_aino, theirs, other)) == "Nothing waits for you now. 2 things wait for others."


def test_where_nothing_waits_the_next_day_is_told(in_mallila: Municipality, as_aino: Actor, now: datetime) -> None:
    round = a_round(decides_on=None, ends_on=None)
    told = next_sentence(round, waiting(as_aino), coming_in(as_aino, round, now))
    assert list(map(str, told)) == ["Nothing waits for you now.", "Friday 10 April: Last day for discussions"]
    round.ending = Ending.COLLECTED
    assert read(round, waiting(as_aino)) == "This round ended when it had collected."


def test_an_organisation_has_its_own_tasks_and_nobody_elses(
    in_mallila: Municipality, silta: Organisation, as_leena: Actor
) -> None:
    other = Organisation.objects.create(name="Toinen ry")
    found = waiting(
        as_leena, a_task("Read"), a_task("Ours", None, "organisation", silta.pk),
        a_task("Theirs", None, "organisation", other.pk), a_task("Nobody's", None, "organisation"),
    )  # fmt: skip
    assert [str(each.what) for each in found.mine] == ["Ours"] and found.others == []


def test_whom_we_hear_shows_where_each_report_is(in_mallila: Municipality, as_aino: Actor, silta: Organisation) -> None:
    round = a_round()
    states = {"A": ReportState.LOCKED, "D": ReportState.DELIVERED, "S": ReportState.FINISHED, "U": ReportState.DRAFT}
    for code, state in states.items():
        a_report(an_event(round, silta, code=code, group=a_group(round)), state=state)
    ahead = an_event(round, silta, code="T", language="ti", group=a_group(round), state=EventState.PLANNED,
                     starts_at=NOW + timedelta(days=2))  # fmt: skip
    an_event(round, silta, code="C", group=a_group(round), state=EventState.CANCELLED, place="Peruttu")
    rows = whom_we_hear(as_aino, round, NOW)
    assert [str(row.says) for row in rows] == [
        "read", "waits for you", "with the organisation", "waits for the scribe", "no scribe yet",
    ]  # fmt: skip
    assert rows[4].text == "Kirjasto, 26 March, 11:00" and rows[4].href.endswith(f"/events/{ahead.code}/")
    assert rows[1].href.endswith("/reports/D/") and rows[2].href.endswith("/events/S/")
    assert all("Peruttu" not in str(row.text) for row in rows)


def test_whom_we_do_not_hear_are_groups_without_a_discussion(in_mallila: Municipality) -> None:
    round = a_round()
    a_group(round, name="Vironkieliset")
    an_event(round, group=a_group(round, name="Darinkieliset"), state=EventState.PLANNED)
    an_event(round, code="C", group=a_group(round, name="Thainkieliset"), state=EventState.CANCELLED)
    assert [each.name for each in whom_we_do_not_hear(round)] == ["Thainkieliset", "Vironkieliset"]


def test_what_is_coming_stands_in_the_order_of_days(told: Told, mallila: Municipality, as_aino: Actor) -> None:
    with scope(mallila):
        a_group(told.round)
        an_event(told.round, code="T", language="ti", state=EventState.PLANNED, starts_at=NOW + timedelta(days=4))
        days = [(each.day, str(each.says)) for each in coming_in(as_aino, told.round, NOW)]
    assert days == [
        ("Saturday 28 March", "Discussion in Tigrinya · Kirjasto, 11:00. Facilitator or scribe not named yet."),
        ("Friday 10 April", "Reports are due from Silta ry"),
        ("Friday 10 April", "Last day for discussions"),
        ("Monday 30 November", "Checkup of T1: Bussi pysähtyy aina, kun pysäkillä on joku."),
        ("Monday 31 May 2027", "Measures are followed until then"),
    ]


def test_the_decision_event_tells_replies_to_the_municipality_only(
    in_mallila: Municipality, as_aino: Actor, as_leena: Actor, silta: Organisation
) -> None:
    round = a_round()
    evening = a_decision_event(round, step=Step.WAITING)
    Attendee.objects.create(decision_event=evening, kind="resident", reply="coming")
    Attendee.objects.create(decision_event=evening, kind="elected", name="Kanariavaltuutettu")
    [ours] = [each for each in coming_in(as_aino, round, NOW) if "Decision event" in str(each.says)]
    [theirs] = [each for each in coming_in(as_leena, round, NOW) if "Decision event" in str(each.says)]
    assert "1 of 2 invited have replied." in str(ours.says) and ours.href
    assert "replied" not in str(theirs.says) and not theirs.href


def test_aino_opens_the_desk(told: Told, aino_browser: Client) -> None:
    shown = aino_browser.get(page("round", "MAL26")).content.decode()
    for words in ("Whom we hear", "What is coming", "دری", "Soomaali", page("history", "MAL26"),
                  page("workbook", "MAL26"), page("search", "MAL26")):  # fmt: skip
        assert words in shown


def test_leena_sees_her_own_and_no_other_discussion(told: Told, leena_browser: Client) -> None:
    shown = leena_browser.get(page("round", "MAL26")).content.decode()
    assert "دری" in shown and "Soomaali" not in shown
    assert "Whom we do not hear yet" not in shown and page("search", "MAL26") not in shown
    assert "What waits for others" not in shown


def test_more_than_a_few_tasks_are_folded(
    mallila: Municipality, round: Round, silta: Organisation, aino_browser: Client
) -> None:
    with scope(mallila):
        for number in range(ON_THE_DESK + 2):
            a_group(round, name=f"Ryhmä {number}")
    shown = aino_browser.get(page("round", "MAL26")).content.decode()
    assert "<details" in shown and "more things" in shown and shown.count('class="task"') >= ON_THE_DESK + 2


def test_a_round_without_anything_says_where_to_begin(mallila: Municipality, aino_browser: Client) -> None:
    with scope(mallila):
        a_round(decides_on=None)
    shown = aino_browser.get(page("round", "MAL26")).content.decode()
    assert "Choose whom to hear." in shown and "No discussion yet" in shown


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ORGANISATION])
def test_the_desk_asks_the_database_as_often_for_three_discussions_as_for_one(
    mallila: Municipality, silta: Organisation, role: Role, aino_browser: Client, leena_browser: Client
) -> None:
    browser = aino_browser if role == Role.COORDINATOR else leena_browser
    with scope(mallila):
        round = a_round()
        an_order(round, silta)
        a_report(an_event(round, silta))
        _planned(round, silta, "T")
    browser.get(page("round", "MAL26"))
    with CaptureQueriesContext(connection) as one:
        browser.get(page("round", "MAL26"))
    with scope(mallila):
        for code in ("E", "G"):
            a_report(an_event(round, silta, code=code))
        for code in ("U", "V"):
            _planned(round, silta, code)
    with CaptureQueriesContext(connection) as three:
        browser.get(page("round", "MAL26"))
    assert len(three) == len(one)


def _planned(round: Round, silta: Organisation, code: str) -> None:
    an_event(round, silta, code=code, state=EventState.PLANNED, starts_at=datetime(2099, 1, 1, tzinfo=UTC))
