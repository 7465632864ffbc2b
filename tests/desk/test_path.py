"""The path: eight knots made of what every room says, drawn on every page of a round and cheap."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kuultu.desk.queries.path import TELLERS, progress_of, room_of, steps
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.loop import PATH, STAGES, Progress, State
from kuultu.loop.rounds.models import Round
from tests.desk.conftest import Told, page
from tests.factories import a_group, a_report, a_round, an_event


def said(**states: State) -> dict[str, Progress]:
    """Every room ahead, except those named."""
    return {room: Progress(states.get(room, State.AHEAD), f"{room} says") for room in TELLERS}


@pytest.fixture
def round(in_mallila: Municipality) -> Round:
    return a_round()


def drawn(round: Round, actor: Actor, room: str = "", **states: State) -> dict[str, tuple[str, str, bool]]:
    """Knot → state, words, current."""
    return {each.key: (each.state, str(each.says), each.current) for each in steps(round, said(**states), actor, room)}


def test_every_room_of_the_loop_tells(in_mallila: Municipality) -> None:
    assert tuple(TELLERS) == STAGES
    assert {room for knot in PATH for room in knot.rooms} == set(STAGES)


def test_a_knot_is_done_with_its_first_room_and_under_way_with_any(round: Round, as_aino: Actor) -> None:
    done = drawn(round, as_aino, cards=State.DONE)
    assert done["tell"][:2] == ("done", "cards says")
    both = drawn(round, as_aino, cards=State.DONE, slides=State.NOW)
    assert both["tell"][:2] == ("now", "slides says")
    assert drawn(round, as_aino, slides=State.DONE)["tell"][0] == "ahead"


def test_the_current_knot_is_how_far_the_round_has_come(round: Round, as_aino: Actor) -> None:
    now, done = State.NOW, State.DONE

    def current(**states: State) -> str:
        return next(key for key, (_state, _says, here) in drawn(round, as_aino, **states).items() if here)

    assert current() == "plan"
    assert current(rounds=now, materials=now, reports=now, decisions=now) == "talk"
    assert current(rounds=done, materials=done, reports=done) == "talk"
    everything = dict.fromkeys(STAGES, done) | {"statements": now, "followup": now}
    assert current(**everything) == "answer"


def test_a_page_of_a_room_is_in_its_own_knot(round: Round, as_aino: Actor) -> None:
    assert drawn(round, as_aino, "slides", rounds=State.NOW)["tell"][2]
    assert room_of("/mallila/MAL26/slides/3/") == "slides" and room_of("/mallila/desk/") == ""


def test_an_organisation_reads_no_counts_and_opens_what_it_may(round: Round, as_leena: Actor) -> None:
    before = steps(round, said(reports=State.NOW), as_leena)
    assert {str(each.says) for each in before} == {"under way", "ahead"}
    assert [each.key for each in before if not each.href] == ["decide", "keep", "answer"]
    published = steps(round, said(measures=State.DONE), as_leena)
    assert [each.key for each in published if not each.href] == ["decide"]


def test_the_band_stands_on_pages_of_every_room(told: Told, aino_browser: Client) -> None:
    for name in ("rounds:plan", "cards:deck", "followup:overview"):
        shown = aino_browser.get(reverse(name, args=["mallila", "MAL26"])).content.decode()
        assert shown.count("path__step") == 8 and page("round", "MAL26") in shown


def test_there_is_no_band_for_whoever_may_not_see_the_round(
    told: Told, mallila: Municipality, leena_browser: Client
) -> None:
    with scope(mallila):
        other = a_round(code="MAL27", name="Salainen kierros")
    answer = leena_browser.get(page("round", other.code))
    assert answer.status_code == 404
    assert "path__step" not in answer.content.decode() and "Salainen" not in answer.content.decode()


def test_the_path_costs_the_same_for_three_discussions_as_for_one(in_mallila: Municipality, now: datetime) -> None:
    round = a_round()
    a_report(an_event(round, group=a_group(round)))
    with CaptureQueriesContext(connection) as one:
        progress_of(round, now)
    for code in ("E", "G"):
        a_report(an_event(round, code=code, group=a_group(round)))
    with CaptureQueriesContext(connection) as three:
        progress_of(round, now)
    assert len(three) == len(one)


def test_the_path_of_a_whole_round_asks_few_questions(told: Told, mallila: Municipality, now: datetime) -> None:
    """Measured on the demo: 32 during the talks, 28 in the follow-up. A room that grows shows here."""
    with scope(mallila), CaptureQueriesContext(connection) as asked:
        progress_of(told.round, now)
    assert len(asked) <= 34
