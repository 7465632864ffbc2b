"""Cards: an organisation that reads one of its own, and whoever would change what the hall sees."""

import pytest
from django.test import Client
from django.urls import reverse

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.models import Role
from kuultu.ground.people.rules import Refused
from kuultu.loop.cards.actions.writing import translate_card
from kuultu.loop.cards.models import Card, CardState, CardText, Consent
from kuultu.loop.rounds.models import Ending, Round
from tests.conftest import NOW, acting, member, signed_in
from tests.factories import a_card, a_report, a_round, a_statement, an_answer, an_event, an_order, freeze

OURS, THEIRS = "سخن ما", "سخن دیگران"
WORDS = {"title": "Outo", "narrative": "Sanat, joita kukaan ei sanonut.", "author": "X", "reader": "Y"}


@pytest.fixture
def card(mallila: Municipality, silta: Organisation) -> Card:
    """It rests on a statement of Silta's event and on one of another organisation's."""
    with scope(mallila):
        round = a_round()
        other = Organisation.objects.create(name="Toinen ry")
        said = []
        for organisation, code, words in ((silta, "D", OURS), (other, "S", THEIRS)):
            an_order(round, organisation)
            report = a_report(an_event(round, organisation, code=code))
            said.append(a_statement(report, answer=an_answer(report, original=words)))
        made = a_card(round, *said, state=CardState.SENT)
        Consent.objects.create(card=made, organisation=other, agreed=False, note="Tästä tunnistaa Annan.",
                               version=made.version, at=NOW)  # fmt: skip
    return made


@pytest.fixture
def frozen(card: Card, mallila: Municipality) -> Card:
    with scope(mallila):
        card.state = CardState.APPROVED
        card.save()
        freeze(card.deck.round)
        a_card(card.deck.round, title="Muiden kortti")
        checked = {"state": "checked", "reader": "Huda", "follows": card.version}
        CardText.objects.create(card=card, language="ar", title="الحافلة", narrative="…", **checked)
    return card


def page(name: str, card: Card, *rest: object) -> str:
    return reverse(f"cards:{name}", args=["mallila", card.deck.round.code, card.number, *rest])


def printed(card: Card, language: str) -> str:
    return reverse("cards:print", args=["mallila", card.deck.round.code, language])


def test_an_organisation_reads_its_own_statements_behind_a_card_and_no_others(
    card: Card, aino_browser: Client, leena_browser: Client
) -> None:
    shown = leena_browser.get(page("card", card)).content.decode()
    assert card.narrative in shown and OURS in shown
    assert THEIRS not in shown and "S-01" not in shown and "Annan" not in shown
    whole = aino_browser.get(page("card", card)).content.decode()
    assert OURS in whole and THEIRS in whole and "Annan" in whole


@pytest.mark.parametrize("at", ["translate", "translation"])
def test_an_organisation_does_not_rewrite_what_the_hall_reads(at: str, frozen: Card, leena_browser: Client) -> None:
    rest = ("ar",) if at == "translation" else ()
    answer = leena_browser.post(page(at, frozen, *rest), WORDS | {"language": "ar"})
    assert answer.status_code == 403
    assert CardText.everywhere.get().title == "الحافلة"


def test_a_checked_text_of_a_frozen_deck_stays_for_everybody(frozen: Card, aino_browser: Client) -> None:
    answer = aino_browser.post(page("translation", frozen, "ar"), WORDS)
    assert answer.status_code == 400 and CardText.everywhere.get().title == "الحافلة"
    assert aino_browser.post(page("translate", frozen), WORDS | {"language": "ar"}).status_code == 400
    assert aino_browser.post(page("translate", frozen), WORDS | {"language": "so"}).status_code == 302


def test_a_text_is_written_by_an_action_that_asks(frozen: Card, mallila: Municipality, silta: Organisation) -> None:
    leena = acting(member("l@silta.example", "L", mallila, Role.ORGANISATION, silta), Role.ORGANISATION,
                   organisation=silta)  # fmt: skip
    with scope(mallila), pytest.raises(Refused):
        translate_card(frozen, by=leena, now=NOW, language="so", title="X", narrative="Y")


@pytest.mark.parametrize("change", [{"state": CardState.WITHDRAWN}, {"ending": Ending.DECIDED}])
def test_what_is_withdrawn_or_closed_is_not_translated(
    change: dict[str, str], frozen: Card, mallila: Municipality, aino_browser: Client
) -> None:
    with scope(mallila):
        Card.objects.filter(pk=frozen.pk).update(**{k: v for k, v in change.items() if k == "state"})
        Round.objects.update(**{k: v for k, v in change.items() if k == "ending"})
    assert aino_browser.post(page("translate", frozen), WORDS | {"language": "so"}).status_code == 403


def test_an_organisation_prints_what_it_may_read(frozen: Card, mallila: Municipality, leena_browser: Client) -> None:
    """The other card of the frozen deck rests on none of its events."""
    with scope(mallila):
        alone = len(leena_browser.get(printed(frozen, "fi")).content)
        Card.objects.exclude(pk=frozen.pk).delete()
    assert len(leena_browser.get(printed(frozen, "fi")).content) == alone


def test_a_withdrawn_card_is_not_printed(card: Card, mallila: Municipality, aino_browser: Client) -> None:
    with scope(mallila):
        Card.objects.filter(pk=card.pk).update(state=CardState.WITHDRAWN)
    assert aino_browser.get(printed(card, "fi")).status_code == 302


@pytest.mark.parametrize("language", ["xx", 'fi"; filename="x.exe', "fi\r\nX-Evil: 1", "..", "fi%0d%0aX: 1"])
def test_a_language_that_is_none_is_no_file(language: str, card: Card, aino_browser: Client) -> None:
    answer = aino_browser.get(printed(card, language))
    assert answer.status_code == 404 and "X-Evil" not in answer.headers


def test_an_organisation_outside_the_round_sees_no_deck(frozen: Card, mallila: Municipality) -> None:
    with scope(mallila):
        other = Organisation.objects.create(name="Kolmas ry")
    browser = signed_in(member("k@kolmas.example", "K", mallila, Role.ORGANISATION, other))
    for address in (reverse("cards:deck", args=["mallila", "MAL26"]), printed(frozen, "fi"), page("card", frozen)):
        assert browser.get(address).status_code == 404
    assert browser.post(page("consent", frozen), {"agreed": "yes"}).status_code == 404


def test_nobody_consents_for_another_organisation(card: Card, leena_browser: Client) -> None:
    leena_browser.post(page("consent", card), {"agreed": "yes", "organisation": "Toinen ry"})
    said = {each.organisation.name: each.agreed for each in Consent.everywhere.select_related("organisation")}
    assert said == {"Silta ry": True, "Toinen ry": False}


def test_a_card_of_another_round_is_not_behind_this_rounds_addresses(card: Card, mallila: Municipality) -> None:
    with scope(mallila):
        other = a_round(code="MAL27", name="Muu")
        elsewhere = a_card(other, number=9)
        browser = signed_in(member("a2@mallila.example", "A", mallila, Role.COORDINATOR))
        address = reverse("cards:card", args=["mallila", "MAL26", 9])
        assert elsewhere.number == 9 and browser.get(address).status_code == 404
        said = {"statement": ["D-01"], "title": "T", "narrative": "N", "domain": "security"}
        browser.post(reverse("cards:new", args=["mallila", "MAL27"]), said)
        assert Card.objects.latest("pk").statements.count() == 0
