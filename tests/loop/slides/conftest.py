"""A round with six discussions, two themes and a card: what a presentation is built from."""

from dataclasses import dataclass

import pytest

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.loop.cards.models import Card
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Statement, Theme
from tests.factories import a_card, a_group, a_report, a_round, a_statement, a_theme, an_event, questions

TONGUES = {"D": "fa-AF", "A": "ar", "S": "so", "U": "uk", "F": "fi"}


@dataclass
class Told:
    """The rows that tests point at. `small`: said at a discussion of four people."""

    round: Round
    bus: Theme
    yard: Theme
    card: Card
    quotes: list[Statement]
    small: Statement


@pytest.fixture
def told(mallila: Municipality, silta: Organisation) -> Told:
    """The bus is spoken of at five discussions of six, the yard at two. The sixth discussion is a small one."""
    with scope(mallila):
        round = a_round()
        questions(round)
        a_group(round, name="Thainkieliset")
        said = {}
        for code, tongue in TONGUES.items():
            event = an_event(round, silta, code=code, language=tongue)
            said[code] = a_statement(a_report(event), manner="quote")
        few = a_report(an_event(round, silta, code="T", language="ti"), who_came={"total": 4})
        small = a_statement(few, original="ንሕና ኣርባዕተ ጥራይ ኔርና", manner="quote")
        bus = a_theme(
            round, *said.values(), small, name="Bussi", names={"sv": "Bussen"}, definition="Kyyti ja pysäkki."
        )
        yard = a_theme(round, said["D"], said["A"], name="Piha", domain="interaction")
        card = a_card(round, said["D"], said["A"])
        return Told(round, bus, yard, card, list(said.values()), small)
