"""A round that has gone all the way to a measure, with names and addresses that must not come out again."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.models import Person, Role
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.models import Attendee, Ballot, Idea, Outcome, Step, Verdict
from kuultu.loop.followup.models import Checkup
from kuultu.loop.measures.models import Measure
from kuultu.loop.rounds.models import Assignment, Event, Round
from kuultu.loop.statements.folding import fold
from kuultu.loop.statements.models import Statement
from tests.conftest import NOW, member, signed_in
from tests.factories import (
    a_card,
    a_decision_event,
    a_group,
    a_measure,
    a_report,
    a_round,
    a_statement,
    a_theme,
    an_event,
    an_order,
    freeze,
    questions,
)

# What identifies somebody or tells where they met.
CANARIES = (
    "Kanariasamir", "050 000 0777", "Kanarialeena", "050 000 0666", "kanaria@mallila.example", "Kanariavaltuutettu",
    "Kanarialukija", "Kanariakääntäjä", "Kanariakirjasto", "Kanariakuja",
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """The round and what is in it: two discussions, a card of both, a measure that answers it."""

    round: Round
    dari: Event
    somali: Event
    statements: list[Statement]
    card: Card
    measure: Measure
    checkup: Checkup


@pytest.fixture
def told(mallila: Municipality, silta: Organisation) -> Told:
    with scope(mallila):
        round = a_round()
        questions(round)
        an_order(round, silta)
        dari, somali = _discussions(round, silta)
        statements = _statements(dari, somali)
        card = a_card(round, statements[0], statements[2])
        freeze(round)
        _evening(round, card)
        measure = a_measure(round, card, owner_email="kanaria@mallila.example", aim="Kaikki pääsevät kyytiin.")
        measure.ideas.set(Idea.objects.all())
        measure.programme.published_at = NOW
        measure.programme.save()
        checkup = Checkup.objects.create(measure=measure, due_on=date(2026, 11, 30))
        return Told(round, dari, somali, statements, card, measure, checkup)


def _discussions(round: Round, silta: Organisation) -> tuple[Event, Event]:
    hidden: dict[str, Any] = {"place": "Kanariakirjasto", "address": "Kanariakuja 1", "contact_name": "Kanarialeena",
              "contact_phone": "050 000 0666"}  # fmt: skip
    dari = an_event(round, silta, group=a_group(round, name="Darinkieliset naiset"), **hidden)
    begins = NOW - timedelta(days=5)
    group = a_group(round, name="Somalinkieliset vanhemmat")
    somali = an_event(round, code="S", language="so", group=group, starts_at=begins, **hidden)
    Assignment.objects.create(event=dari, role="scribe", first_name="Kanariasamir", contact="050 000 0777")
    return dari, somali


def _statements(dari: Event, somali: Event) -> list[Statement]:
    """D-01, D-02, S-01: the first and the last about the same thing."""
    report, other = a_report(dari), a_report(somali)
    found = [
        a_statement(report),
        a_statement(
            report, "PAR1", original="در کتابخانه گپ زدیم", folded=fold("در کتابخانه گپ زدیم Bussi ei pysähtynyt"),
            domain="participation", mark="good",
        ),
        a_statement(other, original="Baska ma joogsan", folded=fold("Baska ma joogsan Bussi ei pysähtynyt")),
    ]  # fmt: skip
    for each in found:
        each.texts.update(reader="Kanarialukija", author="Kanariakääntäjä")
    a_theme(dari.round, found[0], found[2], name="Bussi ja pysäkki")
    return found


def _evening(round: Round, card: Card) -> None:
    evening = a_decision_event(round, tables=2, step=Step.ENDED)
    Attendee.objects.create(decision_event=evening, kind="elected", name="Kanariavaltuutettu", body="Valtuusto")
    table = evening.tables.all()[0]
    Idea.objects.create(decision_event=evening, card=card, table=table, text="Kuljettajat tapaavat matkustajia.")
    Ballot.objects.bulk_create([Ballot(card=card, table=table, choice="less") for _vote in range(17)])
    shown = {"tables": {"word": "most", "side": "less"}}
    Verdict.objects.create(card=card, outcome=Outcome.LESS, shown=shown, closed_at=NOW)


@pytest.fixture
def kaisa(mallila: Municipality) -> Person:
    """The analyst."""
    return member("kaisa@mallila.example", "Kaisa Tuomi", mallila, Role.ANALYST)


@pytest.fixture
def kaisa_browser(kaisa: Person) -> Client:
    return signed_in(kaisa)


def page(name: str, *args: object) -> str:
    """An address of the desk of Mallila."""
    return reverse(f"desk:{name}", args=["mallila", *args])
