"""What has happened: who as what, did what, when; every verb in every language of the interface."""

import ast
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from kuultu.desk.queries.history import LISTED, PAGE, history_of
from kuultu.desk.verbs import said
from kuultu.ground.audit.log import record
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import THE_SYSTEM, Actor, actor_by
from kuultu.ground.people.models import Person, Role
from kuultu.loop.decisions.models import DecisionEvent
from tests.conftest import NOW
from tests.desk.conftest import Told, page
from tests.desk.spoken import Unreadable, spoken, verbs_of
from tests.factories import a_round, a_statement


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_verb_in_the_code_is_said_in_finnish_and_swedish(language: str) -> None:
    verbs = spoken()
    assert len(verbs) > 100
    with translation.override(language):
        unsaid = {verb: files for verb, files in verbs.items() if said(verb) == verb}
    assert unsaid == {}


@pytest.mark.parametrize(
    ("code", "verbs"),
    [
        ('record(by, "wrote a line", row, now=now)', ["wrote a line"]),
        ('record(by, "gave a dot" if given else "took a dot back", idea, now=now)', ["gave a dot", "took a dot back"]),
        ('verb = "marked" if yes else "unmarked"\nrecord(by, verb, row, now=now)', ["marked", "unmarked"]),
        ('def step(row, verb):\n    record(by, verb, row)\nstep(row, "opened")', ["opened"]),
    ],
)
def test_verbs_are_read_from_the_code(code: str, verbs: list[str]) -> None:
    assert list(verbs_of(ast.parse(code))) == verbs


@pytest.mark.parametrize("code", ['record(by, f"wrote {row}", row, now=now)', "record(by, words(), row, now=now)"])
def test_a_verb_that_cannot_be_read_is_an_error(code: str) -> None:
    with pytest.raises(Unreadable):
        list(verbs_of(ast.parse(code)))


def told_lines(actor: Actor, told: Told, stage: str = "") -> list[tuple[str, str, int, list[str]]]:
    found = history_of(actor, told.round, stage)
    return [(line.who, line.verb, line.times, [code for code, _href in line.codes]) for line in found.lines]


def test_the_newest_comes_first_with_role_name_and_code(
    told: Told, mallila: Municipality, as_aino: Actor, as_leena: Actor
) -> None:
    with scope(mallila):
        record(as_aino, "wrote the card", told.card, now=NOW, code="K1")
        record(as_leena, "checked a translation", told.statements[0], now=NOW + timedelta(hours=1), language="fi")
        record(actor_by({Role.SCRIBE}), "wrote a line", told.dari.report, now=NOW + timedelta(hours=2))
        assert told_lines(as_aino, told) == [
            ("Scribe", "wrote a line", 1, []),
            ("Leena Koski (organisation's coordinator)", "checked a translation", 1, ["D-01"]),
            ("Aino Laine (coordinator)", "wrote the card", 1, ["K1"]),
        ]


def test_an_analyst_reads_roles_and_no_names(
    told: Told, mallila: Municipality, as_aino: Actor, kaisa: Person, kaisa_browser: Client
) -> None:
    with scope(mallila):
        record(as_aino, "wrote the card", told.card, now=NOW)
        assert told_lines(Actor(frozenset({Role.ANALYST}), kaisa), told) == [
            ("Coordinator", "wrote the card", 1, ["K1"])
        ]
    assert "Aino" not in kaisa_browser.get(page("history", "MAL26")).content.decode()


def test_the_same_by_the_same_hand_stands_on_one_line(told: Told, mallila: Municipality, as_aino: Actor) -> None:
    with scope(mallila):
        many = [a_statement(told.dari.report) for _number in range(LISTED + 1)]
        for statement in many:
            record(as_aino, "checked a translation", statement, now=NOW)
        [line] = history_of(as_aino, told.round).lines
    assert line.times == LISTED + 1 and len(line.codes) == LISTED and line.has_more
    assert line.codes[0] == ("D-11", page("evidence", "MAL26", "D-11"))


def test_one_stage_can_be_read_alone(told: Told, mallila: Municipality, as_aino: Actor) -> None:
    with scope(mallila):
        record(as_aino, "wrote the card", told.card, now=NOW)
        record(as_aino, "planned a checkup", told.checkup, now=NOW, code="T1")
        assert [verb for _who, verb, *_more in told_lines(as_aino, told, "tell")] == ["wrote the card"]
        assert told_lines(as_aino, told, "answer")[0][3] == ["T1"]
        assert len(told_lines(as_aino, told, "no such stage")) == 2


def test_the_join_code_of_the_hall_is_not_told(told: Told, mallila: Municipality, as_aino: Actor) -> None:
    with scope(mallila):
        record(as_aino, "set up the decision event", DecisionEvent.objects.get(), now=NOW, code="KRTP47")
        assert told_lines(as_aino, told)[0][3] == []


def test_other_rounds_and_the_neighbours_history_are_not_here(
    told: Told, mallila: Municipality, naapuri: Municipality, as_aino: Actor
) -> None:
    with scope(mallila):
        record(as_aino, "began the round", a_round(code="MAL27"), now=NOW)
    with scope(naapuri):
        theirs = a_round(code="NAA26")
        theirs.pk = told.round.pk
        record(THE_SYSTEM, "changed the round", theirs, now=NOW)
    with scope(mallila):
        assert told_lines(as_aino, told) == []


def test_one_reads_on_into_the_past_and_nothing_is_left_out(
    told: Told, mallila: Municipality, as_aino: Actor, aino_browser: Client
) -> None:
    with scope(mallila):
        for number in range(PAGE + 5):
            verb = "wrote a line" if number % 2 else "changed a line"
            record(as_aino, verb, told.dari.report, now=NOW + timedelta(minutes=number // 3))
        first = history_of(as_aino, told.round)
        second = history_of(as_aino, told.round, before=first.before)
    assert sum(line.times for line in first.lines) == PAGE and sum(line.times for line in second.lines) == 5
    assert second.before == 0 and second.lines[0].at <= first.lines[-1].at
    shown = aino_browser.get(page("history", "MAL26")).content.decode()
    assert f"?before={first.before}" in shown
    assert aino_browser.get(page("history", "MAL26"), {"before": "not a number"}).status_code == 200
    assert aino_browser.get(page("history", "MAL26"), {"before": "9" * 30}).status_code == 200


def test_only_the_municipality_reads_the_history(
    told: Told, ville_browser: Client, leena_browser: Client, visitor: Client
) -> None:
    found = [browser.get(page("history", "MAL26")).status_code for browser in (ville_browser, leena_browser, visitor)]
    assert found == [404, 403, 302]


def test_the_history_asks_as_often_for_three_lines_as_for_one(
    told: Told, mallila: Municipality, as_aino: Actor, as_leena: Actor, aino_browser: Client
) -> None:
    with scope(mallila):
        record(as_aino, "wrote the card", told.card, now=NOW)
    aino_browser.get(page("history", "MAL26"))
    with CaptureQueriesContext(connection) as one:
        aino_browser.get(page("history", "MAL26"))
    with scope(mallila):
        record(as_leena, "agreed to the card", told.card, now=NOW)
        record(as_aino, "approved the card", told.card, now=NOW)
    with CaptureQueriesContext(connection) as three:
        aino_browser.get(page("history", "MAL26"))
    assert len(three) == len(one)
