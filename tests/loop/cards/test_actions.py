"""What is written of cards, and what is refused."""

from datetime import datetime

import pytest

from kuultu.ground.audit.log import history
from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.cards.actions.deciding import approve_card, consent_to_card, freeze_deck, send_card, withdraw_card
from kuultu.loop.cards.actions.writing import add_statement, change_card, drop_statement, translate_card, write_card
from kuultu.loop.cards.models import Card, CardState
from kuultu.loop.cards.queries import cards_shown
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Statement
from tests.factories import a_card, a_report, a_round, a_statement, an_event, freeze

pytestmark = pytest.mark.usefixtures("in_mallila")

STORY = (
    "Odotin bussia lasten kanssa keskustan pysäkillä. Satoi. Kuljettaja katsoi meihin ja ajoi ohi. Seuraavana "
    "päivänä seisoin samassa paikassa yksin, ja bussi pysähtyi. En tiedä, oliko se sattumaa. Nyt lähden aikaisemmin."
)
WORDS = {"title": "Bussi ajoi ohi", "narrative": STORY, "domain": "security", "harm_considered": "Paikkaa ei nimetä."}


@pytest.fixture
def round() -> Round:
    return a_round()


@pytest.fixture
def two(round: Round, silta: Organisation) -> list[Statement]:
    """Two statements from two events of Leena's organisation."""
    first = a_statement(a_report(an_event(round, silta, code="D")))
    return [first, a_statement(a_report(an_event(round, silta, code="A", language="ar")))]


@pytest.fixture
def sent(round: Round, two: list[Statement], as_aino: Actor, now: datetime) -> Card:
    card = write_card(round, by=as_aino, now=now, statements=two, **WORDS)
    return send_card(card, by=as_aino, now=now)


def test_a_card_gets_the_next_number_and_rests_on_its_statements(
    round: Round, two: list[Statement], as_aino: Actor, now: datetime
) -> None:
    first = write_card(round, by=as_aino, now=now, statements=two, **WORDS)
    second = write_card(round, by=as_aino, now=now, statements=two, **WORDS)
    assert (first.full_code, second.full_code) == ("MAL26-K1", "MAL26-K2")
    assert list(first.statements_behind()) == [two[1], two[0]]
    assert [entry.verb for entry in history(first)] == ["wrote the card"]


def test_an_organisation_writes_no_cards(round: Round, as_leena: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="coordinator"):
        write_card(round, by=as_leena, now=now, **WORDS)


def test_a_card_of_one_statement_needs_a_reason_and_the_organisation_s_yes(
    round: Round, two: list[Statement], silta: Organisation, as_aino: Actor, as_leena: Actor, now: datetime
) -> None:
    card = write_card(round, by=as_aino, now=now, statements=two[:1], **WORDS)
    with pytest.raises(Refused, match="One statement only"):
        send_card(card, by=as_aino, now=now)
    change_card(card, by=as_aino, now=now, single_because="Moni on kertonut samaa ohjaajalle.")
    send_card(card, by=as_aino, now=now)
    with pytest.raises(Refused, match="wait for the organisation"):
        approve_card(card, by=as_aino, now=now)
    consent_to_card(card, by=as_leena, now=now, organisation=silta, agreed=True)
    assert approve_card(card, by=as_aino, now=now).state == CardState.APPROVED


def test_an_organisation_s_no_stops_a_card_until_it_is_changed(
    sent: Card, silta: Organisation, as_aino: Actor, as_leena: Actor, now: datetime
) -> None:
    consent_to_card(sent, by=as_leena, now=now, organisation=silta, agreed=False, note="Liian tarkka paikka.")
    with pytest.raises(Refused, match="does not agree"):
        approve_card(sent, by=as_aino, now=now)
    change_card(sent, by=as_aino, now=now, title="Ohi ajettiin")
    assert sent.state == CardState.DRAFT
    send_card(sent, by=as_aino, now=now)
    assert approve_card(sent, by=as_aino, now=now).state == CardState.APPROVED


def test_an_organisation_that_is_not_behind_a_card_is_told_nothing(sent: Card, as_leena: Actor, now: datetime) -> None:
    other = Organisation.objects.create(name="Toinen ry")
    stranger = Actor(roles=as_leena.roles, person=as_leena.person, organisation_ids=frozenset({other.pk}))
    with pytest.raises(Refused, match="no such page"):
        consent_to_card(sent, by=stranger, now=now, organisation=other, agreed=True)


def test_an_unchecked_translation_stops_a_card(
    round: Round, two: list[Statement], as_aino: Actor, now: datetime
) -> None:
    two[0].texts.update(state="machine")
    card = write_card(round, by=as_aino, now=now, statements=two, **WORDS)
    with pytest.raises(Refused, match="D-01 has not been checked"):
        send_card(card, by=as_aino, now=now)


@pytest.mark.parametrize("secret", ["Soitin numeroon 050 000 0123.", "Asun osoitteessa Kauppakatu 12 B 4."])
def test_personal_data_stops_a_card(
    secret: str, round: Round, two: list[Statement], as_aino: Actor, now: datetime
) -> None:
    card = write_card(round, by=as_aino, now=now, statements=two, **(WORDS | {"narrative": f"{STORY} {secret}"}))
    with pytest.raises(Refused):
        send_card(card, by=as_aino, now=now)


def test_a_frozen_deck_stays_as_it_is_but_gets_translations(sent: Card, as_aino: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="no approved card"):
        freeze_deck(sent.deck, by=as_aino, now=now)
    approve_card(sent, by=as_aino, now=now)
    freeze_deck(sent.deck, by=as_aino, now=now)
    with pytest.raises(Refused, match="frozen"):
        change_card(sent, by=as_aino, now=now, title="Toinen")
    with pytest.raises(Refused, match="frozen"):
        drop_statement(sent, sent.statements_behind()[0], by=as_aino, now=now)
    text = translate_card(sent, by=as_aino, now=now, language="ar", title="الحافلة", narrative="…", reader="Huda")
    assert (text.is_checked, text.follows) == (True, sent.version)


def test_a_withdrawn_card_is_shown_no_more(round: Round, two: list[Statement], as_aino: Actor, now: datetime) -> None:
    card = a_card(round, *two)
    freeze(round)
    assert cards_shown(round) == [card]
    withdraw_card(card, by=as_aino, now=now)
    assert cards_shown(round) == []


def test_a_statement_of_another_round_or_a_withdrawn_one_is_refused(
    sent: Card, two: list[Statement], as_aino: Actor, now: datetime
) -> None:
    elsewhere = a_statement(a_report(an_event(a_round(code="MAL25", name="Ennen"))))
    with pytest.raises(Refused, match="another round"):
        add_statement(sent, elsewhere, by=as_aino, now=now)
    gone = a_statement(two[0].event.report, withdrawn_at=now, withdrawn_because="Pyydettiin.")
    with pytest.raises(Refused, match="withdrawn"):
        add_statement(sent, gone, by=as_aino, now=now)
