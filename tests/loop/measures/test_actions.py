"""A measure becomes a promise: chosen, accepted, published; and what is refused on the way."""

from datetime import date, datetime
from typing import Any

import pytest
from django.core import mail

from kuultu.ground.audit.log import history
from kuultu.ground.people.actor import Actor, actor_by
from kuultu.ground.people.links import link_by
from kuultu.ground.people.models import Purpose, Role
from kuultu.ground.people.rules import Refused
from kuultu.loop.cards.models import Card
from kuultu.loop.measures.actions.choosing import change_measure, choose_measure, tell_measure
from kuultu.loop.measures.actions.promising import answer_for_measure, ask_owner, publish_programme
from kuultu.loop.measures.models import Measure
from kuultu.loop.measures.queries import is_accepted, measures_of, programme_of
from kuultu.loop.rounds.models import Round
from tests.factories import a_card, a_measure, a_report, a_round, a_statement, an_event, freeze

pytestmark = pytest.mark.usefixtures("in_mallila")

WORDS: dict[str, Any] = {
    "sentence": "Bussi pysähtyy aina, kun pysäkillä on joku.", "owner_body": "Tekninen lautakunta",
    "owner_post": "joukkoliikennesuunnittelija", "due_on": date(2026, 11, 30),
}  # fmt: skip


@pytest.fixture
def round() -> Round:
    return a_round()


@pytest.fixture
def card(round: Round) -> Card:
    made = a_card(round, a_statement(a_report(an_event(round))))
    freeze(round)
    return made


def test_a_measure_gets_the_next_number_and_answers_cards(
    round: Round, card: Card, as_aino: Actor, now: datetime
) -> None:
    measure = choose_measure(round, by=as_aino, now=now, cards=[card], **WORDS)
    assert measure.full_code == "MAL26-T1" and list(measure.cards.all()) == [card]
    assert [entry.verb for entry in history(measure)] == ["chose a measure"]


def test_a_fifth_measure_needs_a_reason(round: Round, card: Card, as_aino: Actor, now: datetime) -> None:
    for _number in range(4):
        choose_measure(round, by=as_aino, now=now, cards=[card], **WORDS)
    with pytest.raises(Refused, match="four measures already"):
        choose_measure(round, by=as_aino, now=now, cards=[card], **WORDS)
    choose_measure(round, by=as_aino, now=now, cards=[card], more_because="Valtuusto päätti.", **WORDS)
    assert programme_of(round).more_because == "Valtuusto päätti."


def test_a_card_of_another_round_is_refused(round: Round, card: Card, as_aino: Actor, now: datetime) -> None:
    elsewhere = a_card(a_round(code="MAL25", name="Ennen"))
    with pytest.raises(Refused, match="another round"):
        choose_measure(round, by=as_aino, now=now, cards=[elsewhere], **WORDS)


def test_the_owner_is_asked_by_a_letter_and_answers_by_its_link(
    round: Round, card: Card, as_aino: Actor, now: datetime, django_capture_on_commit_callbacks: Any
) -> None:
    measure = a_measure(round, card, accepted=None)
    with django_capture_on_commit_callbacks(execute=True):
        ask_owner(measure, by=as_aino, now=now)
    [letter] = mail.outbox
    assert letter.to == ["owner@mallila.example"] and measure.sentence in letter.body
    token = letter.body.split("/o/")[1].split()[0]
    link = link_by(token, Purpose.OWNER)
    owner = actor_by({Role.OWNER}, link=link)
    answer_for_measure(measure, by=owner, now=now, accepted=True, note="Aloitamme syksyllä.")
    assert is_accepted(measures_of(round)[0])


def test_an_owner_answers_for_no_other_measure(round: Round, card: Card, as_aino: Actor, now: datetime) -> None:
    mine, other = a_measure(round, card, accepted=None), a_measure(round, card, accepted=None)
    owner = actor_by({Role.OWNER}, link=ask_owner(mine, by=as_aino, now=now))
    with pytest.raises(Refused, match="no such page"):
        answer_for_measure(other, by=owner, now=now, accepted=True)


def test_a_changed_promise_asks_the_owner_anew(round: Round, card: Card, as_aino: Actor, now: datetime) -> None:
    measure = a_measure(round, card, accepted=True)
    change_measure(measure, by=as_aino, now=now, cards=[card], aim="Lapset pääsevät kouluun.")
    assert is_accepted(Measure.objects.get())
    change_measure(measure, by=as_aino, now=now, cards=[card], due_on=date(2027, 1, 31))
    assert not is_accepted(Measure.objects.get())


@pytest.mark.parametrize(
    ("accepted", "cards", "why"),
    [(None, True, "has not accepted"), (False, True, "has not accepted"), (True, False, "no card behind")],
)
def test_a_programme_is_not_published_before_its_time(
    accepted: bool | None, cards: bool, why: str, round: Round, card: Card, as_aino: Actor, now: datetime
) -> None:
    with pytest.raises(Refused, match="No measure"):
        publish_programme(programme_of(round), by=as_aino, now=now)
    a_measure(round, *([card] if cards else []), accepted=accepted)
    with pytest.raises(Refused, match=why):
        publish_programme(programme_of(round), by=as_aino, now=now)


def test_a_published_programme_stays_but_gets_translations(
    round: Round, card: Card, as_aino: Actor, now: datetime
) -> None:
    measure = a_measure(round, card)
    publish_programme(programme_of(round), by=as_aino, now=now)
    fresh = measures_of(round)[0]
    with pytest.raises(Refused, match="is published"):
        change_measure(fresh, by=as_aino, now=now, cards=[card], sentence="Jotain muuta.")
    text = tell_measure(measure, by=as_aino, now=now, language="ar", said="…", decided="…", reader="Huda")
    assert text.is_checked
