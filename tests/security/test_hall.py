"""The hall: somebody with the code who would vote twice, write in another table's name, or stop the evening."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.guesses import WRONG_A_MINUTE
from kuultu.ground.people.rules import Refused
from kuultu.loop.cards.actions.deciding import withdraw_card
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.actions.steps import open_card, open_vote
from kuultu.loop.decisions.codes import table_key
from kuultu.loop.decisions.models import Ballot, DecisionEvent, Idea, Seat, Step, Verdict
from tests.factories import a_card, a_decision_event, a_round, freeze

CODE = "KRTP47"
EVENING = datetime(2026, 5, 5, 14, 10, tzinfo=UTC)
STORY = "Kuljettaja katsoi meihin ja ajoi ohi"
HALL = "203.0.113.7"  # every phone of the hall comes from here


@pytest.fixture(autouse=True)
def on_the_evening() -> Iterator[None]:
    cache.clear()
    with time_machine.travel(EVENING, tick=False):
        yield


@pytest.fixture
def event(mallila: Municipality) -> DecisionEvent:
    """Three tables, three cards, nothing opened yet."""
    with scope(mallila):
        round = a_round()
        for title in ("Bussi", "Kauppa", "Puisto"):
            a_card(round, title=title)
        freeze(round)
        return a_decision_event(round, tables=3)


@pytest.fixture
def card(event: DecisionEvent, mallila: Municipality) -> Card:
    with scope(mallila):
        return Card.objects.get(number=1)


def browser(address: str = HALL) -> Client:
    return Client(headers={"accept-language": "en"}, REMOTE_ADDR=address)


def joined(table: int = 1) -> Client:
    phone = browser()
    assert phone.post(f"/join/{CODE}/", {"table": table, "language": "fi"}).status_code == 302
    return phone


def tablet(table: int) -> Client:
    made = browser()
    assert made.get(f"/table/{CODE}/{table}/?k={table_key(CODE, table)}").status_code == 302
    return made


def lead(event: DecisionEvent, card: Card, as_aino: Actor, *, to: Step) -> None:
    open_card(event, card, by=as_aino, now=EVENING)
    if to == Step.VOTING:
        open_vote(event, by=as_aino, now=EVENING)


def guess_wrong() -> None:
    guesser = browser()
    for number in range(WRONG_A_MINUTE):
        guesser.get(f"/join/AAAA{number:02d}/")
    assert guesser.get(f"/join/{CODE}/").status_code == 404


def test_who_guesses_codes_in_the_hall_stops_neither_wall_nor_tablets_nor_phones(event: DecisionEvent) -> None:
    wall, table, phone = browser(), tablet(2), joined()
    assert wall.get(f"/screen/{CODE}/").status_code == table.get(f"/table/{CODE}/2/").status_code == 200
    guess_wrong()
    assert wall.get(f"/screen/{CODE}/").status_code == 200
    assert table.get(f"/table/{CODE}/2/").status_code == 200
    assert phone.get(f"/hall/{CODE}/").status_code == 200


def test_nobody_says_of_themselves_that_they_have_come_in(event: DecisionEvent) -> None:
    guess_wrong()
    liar = browser()
    liar.cookies["kuultu_evening"] = CODE
    assert liar.get(f"/screen/{CODE}/").status_code == 404


def test_who_came_in_may_not_guess_other_codes(event: DecisionEvent) -> None:
    wall = browser()
    wall.get(f"/screen/{CODE}/")
    for number in range(WRONG_A_MINUTE):
        wall.get(f"/screen/AAAA{number:02d}/")
    assert wall.get("/screen/AAAB99/").status_code == 404 and wall.get(f"/join/{CODE}/").status_code == 200


def test_a_tables_key_is_not_found_by_trying(event: DecisionEvent) -> None:
    guesser, right = joined(), table_key(CODE, 2)
    for number in range(WRONG_A_MINUTE):
        tried = f"AA{number:02d}"
        assert tried == right or guesser.get(f"/table/{CODE}/2/?k={tried}").status_code == 403
    late = guesser.post(f"/table/{CODE}/2/", {"k": right})
    assert late.status_code == 403 and "kuultu_table" not in guesser.cookies


def test_a_table_that_has_given_its_key_goes_on_while_somebody_tries(
    event: DecisionEvent, card: Card, mallila: Municipality, as_aino: Actor
) -> None:
    own, guesser = tablet(2), joined()
    for _try in range(WRONG_A_MINUTE + 1):
        guesser.get(f"/table/{CODE}/2/?k=AAAA")
    with scope(mallila):
        lead(event, card, as_aino, to=Step.READING)
    said = own.post(f"/table/{CODE}/2/word/", {"card": 1, "verdict": "more", "reason": "Koska."})
    assert said.status_code == 302 and Verdict.everywhere.get(table__number=2)


@pytest.mark.parametrize("number", [1, 3])
def test_one_tables_tablet_writes_for_no_other(
    number: int, event: DecisionEvent, card: Card, mallila: Municipality, as_aino: Actor
) -> None:
    with scope(mallila):
        lead(event, card, as_aino, to=Step.READING)
    own = tablet(2)
    for part, said in (("word", {"card": 1, "verdict": "more"}), ("ideas", {"text": "Idea"})):
        assert own.post(f"/table/{CODE}/{number}/{part}/", said).status_code == 403
    assert not Verdict.everywhere.exists() and not Idea.everywhere.exists()


def test_a_second_tap_a_second_tab_and_another_table_are_one_vote(
    event: DecisionEvent, card: Card, mallila: Municipality, as_aino: Actor
) -> None:
    phone = joined()
    with scope(mallila):
        lead(event, card, as_aino, to=Step.VOTING)
    for verdict in ("more", "less", "more"):
        phone.post(f"/hall/{CODE}/vote/", {"card": 1, "verdict": verdict})
    phone.post(f"/join/{CODE}/", {"table": 3, "language": "fi"})
    phone.post(f"/hall/{CODE}/vote/", {"card": 1, "verdict": "less"})
    assert Ballot.everywhere.count() == 1 and Seat.everywhere.count() == 1


def test_seats_that_one_person_can_take_are_few(event: DecisionEvent) -> None:
    """Whoever clears the cookie joins again: a table has ten seats and no more."""
    taken = [browser().post(f"/join/{CODE}/", {"table": 1, "language": "fi"}).status_code for _phone in range(15)]
    assert taken == [302] * 10 + [400] * 5


@pytest.mark.parametrize("sent", ["2", "9", "0", "-1", "99999999999999999999", "1;2", "١"])
def test_a_vote_counts_for_the_card_before_the_hall_alone(
    sent: str, event: DecisionEvent, card: Card, mallila: Municipality, as_aino: Actor
) -> None:
    phone = joined()
    with scope(mallila):
        lead(event, card, as_aino, to=Step.VOTING)
    answer = phone.post(f"/hall/{CODE}/vote/", {"card": sent, "verdict": "more"})
    assert answer.status_code < 500
    assert {ballot.card_id for ballot in Ballot.everywhere.all()} <= {card.pk}


def test_a_seat_of_one_evening_is_none_of_another(event: DecisionEvent, naapuri: Municipality) -> None:
    phone = joined()
    with scope(naapuri):
        round = a_round(code="NAA26", name="Naapurin")
        a_decision_event(round, code="NNNNN7")
    assert phone.get("/hall/NNNNN7/")["Location"] == "/join/NNNNN7/"
    phone.post("/hall/NNNNN7/vote/", {"card": 1, "verdict": "more"})
    assert not Ballot.everywhere.exists()


@pytest.mark.parametrize("step", [Step.READING, Step.VOTING])
def test_a_withdrawn_card_leaves_the_wall_the_tablets_and_the_phones(
    step: Step, event: DecisionEvent, card: Card, mallila: Municipality, as_aino: Actor
) -> None:
    watching = {f"/hall/{CODE}/": joined(), f"/table/{CODE}/2/": tablet(2), f"/screen/{CODE}/": browser()}
    with scope(mallila):
        lead(event, card, as_aino, to=step)
    marks = {}
    for address, each in watching.items():
        page = each.get(address)
        assert STORY in page.content.decode(), address
        marks[address] = page.headers.get("ETag", "")
    with scope(mallila):
        withdraw_card(card, by=as_aino, now=EVENING)
    for address, each in watching.items():
        page = each.get(address, headers={"If-None-Match": marks[address]})
        assert page.status_code == 200, "a page that is open already must hear of it"
        assert STORY not in page.content.decode() and card.title not in page.content.decode(), address


def test_a_withdrawn_card_is_not_voted_on(
    event: DecisionEvent, card: Card, mallila: Municipality, as_aino: Actor
) -> None:
    phone = joined()
    with scope(mallila):
        lead(event, card, as_aino, to=Step.READING)
        withdraw_card(Card.objects.get(pk=card.pk), by=as_aino, now=EVENING)
        with pytest.raises(Refused, match="withdrawn"):
            open_vote(event, by=as_aino, now=EVENING)
        DecisionEvent.objects.update(step=Step.VOTING)
    assert phone.post(f"/hall/{CODE}/vote/", {"card": 1, "verdict": "more"}).status_code == 409
    assert not Ballot.everywhere.exists()


def test_an_idea_hangs_on_no_card_that_the_hall_has_not_seen(
    event: DecisionEvent, card: Card, mallila: Municipality, as_aino: Actor
) -> None:
    own = tablet(2)
    with scope(mallila):
        draft = a_card(event.round, number=9, title="Luonnos", state="draft")
        lead(event, card, as_aino, to=Step.READING)
    answers = {
        number: own.post(f"/table/{CODE}/2/ideas/", {"text": "Idea", "card": number}).status_code
        for number in (draft.number, 77)
    }
    assert answers[draft.number] == answers[77], "whether a draft has this number is nobody's to know"
    assert not Idea.everywhere.filter(card=draft).exists()
