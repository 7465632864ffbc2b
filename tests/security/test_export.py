"""What leaves as a file: nothing that the pages keep from the person who takes it along."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.loop.decisions.models import Ballot, Choice, Table
from kuultu.loop.reports.models import Addendum, Report, ReportState, Unplaced
from kuultu.loop.rounds.models import AssignedRole, Assignment, Event, Round
from kuultu.loop.surveys.models import Response, Survey
from tests.conftest import NOW
from tests.factories import a_card, a_decision_event, a_report, a_round, a_statement, an_answer, an_event

MARI = "050 000 0303"


@pytest.fixture
def round(mallila: Municipality) -> Round:
    with scope(mallila):
        return a_round()


def everything(browser: Client) -> dict[str, str]:
    answer = browser.post(reverse("desk:zip", args=["mallila"]))
    with zipfile.ZipFile(io.BytesIO(answer.getvalue())) as made:
        return {name: made.read(name).decode() for name in made.namelist()}


def filled(event: Event, words: str, state: str) -> Report:
    report = a_report(event, state=state, remarks=words)
    an_answer(report, original=words)
    Unplaced.objects.create(report=report, text=words)
    return report


@pytest.mark.parametrize("state", [ReportState.DRAFT, ReportState.RETURNED, ReportState.FINISHED, ReportState.CHECKED])
def test_a_report_that_was_not_delivered_does_not_leave(
    state: str, round: Round, mallila: Municipality, silta: Organisation, aino_browser: Client
) -> None:
    with scope(mallila):
        filled(an_event(round, silta, code="D"), "järjestön oma", state)
        delivered = filled(an_event(round, silta, code="S"), "annettu kunnalle", ReportState.LOCKED)
        Addendum.objects.create(report=delivered, text="lisäys", author="Leena", at=NOW)
        filled(an_event(round, None, code="F"), "kunnan oma", state)
    made = everything(aino_browser)
    assert not any("järjestön oma" in part for part in made.values())
    for words in ("annettu kunnalle", "lisäys", "kunnan oma"):
        assert any(words in part for part in made.values()), words


def test_what_refers_to_a_row_that_stays_is_not_left_hanging(
    round: Round, mallila: Municipality, silta: Organisation, aino_browser: Client
) -> None:
    """A report that was returned when statements had been lifted out of it goes along with them."""
    with scope(mallila):
        report = a_report(an_event(round, silta), state=ReportState.RETURNED)
        statement = a_statement(report)
    made = everything(aino_browser)
    answers = [json.loads(line)["pk"] for line in made["reports.answer.jsonl"].splitlines()]
    assert statement.answer_id in answers and json.loads(made["reports.report.jsonl"])["pk"] == report.pk


def test_the_organisations_people_do_not_leave(
    round: Round, mallila: Municipality, silta: Organisation, aino_browser: Client
) -> None:
    with scope(mallila):
        for code, organisation, name in (("D", silta, "Mari"), ("F", None, "Kunnan Kaija")):
            event = an_event(round, organisation, code=code)
            Assignment.objects.create(event=event, role=AssignedRole.SCRIBE, first_name=name, contact=MARI)
    rows = everything(aino_browser)["rounds.assignment.jsonl"]
    assert "Mari" not in rows and "Kunnan Kaija" in rows


def test_single_votes_and_answers_do_not_leave(round: Round, mallila: Municipality, aino_browser: Client) -> None:
    with scope(mallila):
        card = a_card(round)
        a_decision_event(round)
        Ballot.objects.create(card=card, table=Table.objects.all()[0], choice=Choice.LESS)
        survey = Survey.objects.create(round=round, kind="residents", code="ABCDE2", opens_at=NOW,
                                       closes_at=NOW + timedelta(days=1))  # fmt: skip
        Response.objects.create(survey=survey, answers={"free": "vain minä sanon näin"})
    made = everything(aino_browser)
    assert made["decisions.ballot.jsonl"] == made["surveys.response.jsonl"] == ""
    described = {each["file"]: each for each in json.loads(made["manifest.json"])["tables"]}
    assert "single votes" in described["decisions.ballot.jsonl"]["held_back"]
    assert described["rounds.round.jsonl"]["held_back"] == ""
