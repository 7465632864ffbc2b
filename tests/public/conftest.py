"""A round of Mallila that has been answered, and everything in it that residents must never read."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.loop.cards.models import Card, CardText
from kuultu.loop.followup.models import Checkup, CheckupText, Finding, HearNext, Undone
from kuultu.loop.measures.models import Measure, MeasureText, Programme
from kuultu.loop.rounds.models import Neighbour, Round
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
    freeze,
    questions,
)

DONE_AT = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)
# Each of these stands in a row that no page of residents may show.
CANARIES = (
    "KANARIA-paikka", "KANARIA-katu", "KANARIA-ryhmä", "KANARIA-alkuperäinen", "KANARIA-käännös", "KANARIA-kohtaaja",
    "050 000 7777", "kanaria@silta.example", "omistaja@kanaria.example", "KANARIA-raha", "KANARIA-teema",
    "KANARIA-havainto", "KANARIA-seuraavaksi", "KANARIA-luonnos", "KANARIA-tarkoitus", "KANARIA-haitta",
)  # fmt: skip


@dataclass
class Answered:
    """The rows that tests point at."""

    round: Round
    card: Card
    measure: Measure
    programme: Programme


@pytest.fixture
def answered(mallila: Municipality, silta: Organisation) -> Answered:
    """One measure, its card in Finnish and Arabic, one checkup held; canaries everywhere else."""
    with scope(mallila):
        silta.contact_email = "kanaria@silta.example"
        silta.save()
        round = a_round(purpose="KANARIA-tarkoitus")
        questions(round)
        Neighbour.objects.create(round=round, name_fi="Kivisuo")
        group = a_group(round, name="KANARIA-ryhmä", speakers=12, reason="KANARIA-ryhmä")
        event = an_event(
            round, silta, group=group, place="KANARIA-paikka", address="KANARIA-katu",
            contact_name="KANARIA-kohtaaja", contact_phone="050 000 7777",
        )  # fmt: skip
        report = a_report(event, remarks="KANARIA-havainto", who_else="KANARIA-havainto")
        said = a_statement(report, original="KANARIA-alkuperäinen")
        said.texts.update(text="KANARIA-käännös")
        a_theme(round, said, name="KANARIA-teema")
        card = a_card(round, said, harm_considered="KANARIA-haitta")
        a_card(round, said, state="draft", title="KANARIA-luonnos", narrative="KANARIA-luonnos")
        CardText.objects.create(
            card=card, language="ar", title="مرت الحافلة", narrative="انتظرت الحافلة.", state="checked"
        )
        freeze(round)
        a_decision_event(round)
        measure = a_measure(round, card, owner_email="omistaja@kanaria.example", money="KANARIA-raha")
        for code, words in (("fi", "Bussi ajaa ohi."), ("ar", "الحافلة تمر."), ("en", "The bus drives past.")):
            MeasureText.objects.create(
                measure=measure, language=code, said=words, decided=f"{words} +", state="checked"
            )
        checkup = Checkup.objects.create(
            measure=measure, due_on=date(2026, 4, 20), done_at=DONE_AT, state="done", step="visible", says="Pysähtyy."
        )
        CheckupText.objects.create(checkup=checkup, language="fi", done="Bussi pysähtyy.", state="checked")
        Finding.objects.create(
            measure=measure,
            question="KANARIA-havainto",
            finding="KANARIA-havainto",
            effect="some",
            onward="keep",
            at=DONE_AT,
        )
        told = {
            "fi": {"what": "Numeroa ei avattu.", "because": "Rahaa ei ollut."},
            "ar": {"what": "لم يُفتح.", "because": "لا مال."},
        }
        Undone.objects.create(round=round, what="Numeroa ei avattu.", because="Rahaa ei ollut.", texts=told)
        HearNext.objects.create(round=round, name="KANARIA-seuraavaksi", reason="KANARIA-seuraavaksi")
        programme = Programme.objects.get(round=round)
        programme.approved_by, programme.minutes, programme.published_at = "Kunnanhallitus", "112 §", DONE_AT
        programme.save()
    return Answered(round, card, measure, programme)


def read(browser: Client, address: str, code: str = "fi") -> str:
    """A page that is there, in a language."""
    answer = browser.get(address, {"lang": code})
    assert answer.status_code == 200, address
    return str(answer.content.decode())
