"""Pages without an account: texts that somebody wrote into them, and what has not been published yet."""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.loop.cards.models import Card, CardState
from kuultu.loop.followup.models import Undone
from kuultu.loop.materials.models import Kind, Material
from kuultu.loop.measures.models import MeasureText
from kuultu.loop.rounds.models import Round
from tests.conftest import NOW
from tests.factories import a_card, a_measure, a_round, an_order, freeze

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture
def round(mallila: Municipality) -> Round:
    cache.clear()
    with scope(mallila):
        return a_round()


@pytest.mark.parametrize(
    "text",
    ["{", "}", "{}", "{0}", "{municipality.__class__}", "{municipality!r:>99999999}", "{organisation[0]}", "{nobody}"],
)
def test_braces_in_a_municipalitys_own_words_are_only_braces(
    text: str, round: Round, mallila: Municipality, silta: Organisation, visitor: Client
) -> None:
    with scope(mallila):
        an_order(round, silta)
        own = {"privacy.text": f"Alku {{municipality}} {text} loppu"}
        Material.objects.create(round=round, kind=Kind.INVITATION, language="fi", texts=own)
    answer = visitor.get("/mallila/privacy/?lang=fi")
    shown = answer.content.decode()
    assert answer.status_code == 200 and "Alku Mallila" in shown and "&#x27;str&#x27;" not in shown


def test_who_arranges_a_round_that_is_being_planned_is_not_told(
    mallila: Municipality, silta: Organisation, visitor: Client
) -> None:
    with scope(mallila):
        an_order(a_round(starts_on=date(2099, 1, 1), talks_until=date(2099, 3, 1)), silta)
    assert "Silta ry" not in visitor.get("/mallila/privacy/?lang=fi").content.decode()


@pytest.mark.parametrize("typed", ["MAL99", "MAL99-K1", "mal99t1", "MAL99-D"])
def test_a_round_that_is_being_planned_is_as_unknown_as_any_other(
    typed: str, mallila: Municipality, visitor: Client
) -> None:
    with scope(mallila):
        a_round(code="MAL99", starts_on=date(2099, 1, 1), talks_until=date(2099, 3, 1))
    assert visitor.post("/", {"code": typed}).status_code == visitor.post("/", {"code": "XXX99"}).status_code == 400
    assert visitor.get("/mallila/MAL99/answer/").status_code == 404


def test_nothing_that_was_written_is_markup(round: Round, mallila: Municipality, visitor: Client) -> None:
    with scope(mallila):
        Round.objects.update(name=SCRIPT)
        card = a_card(round, title=SCRIPT[:80], narrative=SCRIPT)
        freeze(round)
        measure = a_measure(round, card, sentence=SCRIPT, owner_body=SCRIPT, owner_post=SCRIPT, partners=SCRIPT)
        MeasureText.objects.create(measure=measure, language="fi", said=SCRIPT, decided=SCRIPT, state="checked")
        Undone.objects.create(round=round, what=SCRIPT, because=SCRIPT)
        measure.programme.published_at, measure.programme.approved_by = NOW, SCRIPT
        measure.programme.save()
    Municipality.objects.update(contact_phone="<b>1</b>")
    for address in ("/", "/mallila/", "/mallila/MAL26/answer/", "/c/MAL26-K1/", "/m/MAL26-T1/", "/mallila/help/"):
        answer = visitor.get(address)
        assert answer.status_code == 200, address
        assert b"<script>alert" not in answer.content and b"<img src=x" not in answer.content, address
        assert b"<b>1</b>" not in answer.content, address


def test_a_withdrawn_card_is_nowhere(round: Round, mallila: Municipality, visitor: Client) -> None:
    with scope(mallila):
        card = a_card(round, title="Kadonnut kortti", narrative="Kadonnut kertomus")
        freeze(round)
        measure = a_measure(round, card)
        measure.programme.published_at = NOW
        measure.programme.save()
        Card.objects.update(state=CardState.WITHDRAWN)
    assert visitor.get("/c/MAL26-K1/").status_code == 404
    for address in ("/mallila/", "/mallila/MAL26/answer/", "/m/MAL26-T1/"):
        assert "Kadonnut" not in visitor.get(address).content.decode(), address
