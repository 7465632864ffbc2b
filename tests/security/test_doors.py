"""Doors without an account: every address behind a link, with a link of another kind, a closed one, a forged one."""

import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from kuultu.ground.audit.models import Entry
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import THE_SYSTEM
from kuultu.ground.people.links import link_by, make_link, token_of
from kuultu.ground.people.models import Link, Purpose
from kuultu.ground.people.request import moment
from kuultu.loop.measures.actions.choosing import change_measure
from kuultu.loop.measures.actions.promising import ask_owner
from kuultu.loop.measures.models import Acceptance, Measure
from kuultu.loop.reports.models import Answer, Report, ReportState
from kuultu.loop.rounds.models import Event, Round
from tests.factories import a_card, a_measure, a_report, a_round, an_answer, an_event, freeze, questions

LASTS = timedelta(days=9)


def behind_tokens(resolver: URLResolver | None = None, route: str = "") -> Iterator[str]:
    """Every address that holds a token."""
    for each in (resolver or get_resolver()).url_patterns:
        whole = route + str(each.pattern)
        if isinstance(each, URLPattern):
            if "<str:token>" in whole:
                yield whole
        else:
            yield from behind_tokens(each, whole)


ROUTES = sorted(behind_tokens())
PURPOSES = {"s": Purpose.SCRIBE, "f": Purpose.FACILITATOR, "o": Purpose.OWNER, "in": Purpose.SIGN_IN}


def address(route: str, token: str) -> str:
    values = {"<str:token>": token, "<slug:key>": "SEC1", "<int:number>": "1", "<slug:kind>": "invitation",
              "<slug:ending>": "docx"}  # fmt: skip
    for part, value in values.items():
        route = route.replace(part, value)
    return f"/{route}"


@pytest.fixture
def round(mallila: Municipality) -> Round:
    with scope(mallila):
        made = a_round()
        questions(made)
        return made


@pytest.fixture
def event(round: Round, mallila: Municipality, silta: Organisation) -> Event:
    with scope(mallila):
        made = an_event(round, silta, starts_at=moment() - timedelta(hours=3))
        an_answer(a_report(made, state=ReportState.DRAFT), original="Ensimmäinen rivi")
        return made


@pytest.fixture
def measure(round: Round, mallila: Municipality) -> Measure:
    with scope(mallila):
        card = a_card(round)
        freeze(round)
        return a_measure(round, card, accepted=None)


def a_link(purpose: Purpose, subject: int, town: Municipality, **values: Any) -> str:
    with scope(town):
        link = make_link(purpose, subject, now=moment(), lasts=LASTS)
        Link.objects.filter(pk=link.pk).update(**values)
        return token_of(link)


def written() -> list[object]:
    """What is in the tables that doors write to, opening of links aside."""
    return [
        list(table.order_by("pk").values())
        for table in (Report.everywhere, Answer.everywhere, Acceptance.everywhere, Entry.objects)
    ]  # fmt: skip


def test_every_door_is_looked_at() -> None:
    assert len(ROUTES) > 20 and {route.split("/")[0] for route in ROUTES} == set(PURPOSES)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("closed", ["expires_at", "revoked_at", "used_at"])
def test_a_closed_link_opens_no_address_behind_its_door(
    closed: str, route: str, event: Event, measure: Measure, mallila: Municipality, visitor: Client
) -> None:
    purpose = PURPOSES[route.split("/")[0]]
    subject = measure.pk if purpose == Purpose.OWNER else event.pk
    token = a_link(purpose, subject, mallila, **{closed: moment() - timedelta(minutes=1)})
    before = written()
    got = [
        visitor.get(address(route, token)),
        visitor.post(address(route, token), {"accepted": "yes", "original": "x"}),
    ]
    for answer in got:
        assert answer.status_code in {405, 410}
        assert "Ensimmäinen rivi" not in answer.content.decode()
    assert written() == before


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("other", list(Purpose))
def test_a_link_of_another_kind_opens_no_door(
    other: Purpose, route: str, event: Event, mallila: Municipality, visitor: Client
) -> None:
    if other == PURPOSES[route.split("/")[0]]:
        return
    token = a_link(other, event.pk, mallila)
    before = written()
    for answer in (visitor.get(address(route, token)), visitor.post(address(route, token), {"original": "x"})):
        assert answer.status_code in {404, 405, 410}
    assert written() == before


@pytest.mark.parametrize("way", ["signature", "number", "cut", "longer"])
def test_a_forged_token_opens_nothing(way: str, event: Event, mallila: Municipality, visitor: Client) -> None:
    number, signed = a_link(Purpose.SCRIBE, event.pk, mallila).split("-")
    forged = {
        "signature": f"{number}-{'0' * len(signed)}", "number": f"{int(number, 16) + 1:x}-{signed}",
        "cut": f"{number}-{signed[:-1]}", "longer": f"{number}-{signed}0",
    }[way]  # fmt: skip
    a_link(Purpose.SCRIBE, event.pk, mallila)
    assert visitor.get(f"/s/{forged}/").status_code == 404 and link_by(forged, Purpose.SCRIBE) is None


def test_how_long_an_answer_takes_does_not_tell_how_much_of_a_token_was_right(
    event: Event, mallila: Municipality
) -> None:
    """The comparison is of constant time: a token that is right but for its end takes as long as one that is not."""
    number, signed = a_link(Purpose.SCRIBE, event.pk, mallila).split("-")

    def takes(token: str) -> float:
        times = []
        for _try in range(60):
            begun = time.perf_counter()
            link_by(token, Purpose.SCRIBE)
            times.append(time.perf_counter() - begun)
        return sorted(times)[len(times) // 4]

    nearly, not_at_all = takes(f"{number}-{signed[:-1]}x"), takes(f"{number}-{'z' * len(signed)}")
    assert nearly < 3 * not_at_all and not_at_all < 3 * nearly


def test_an_owner_sees_their_own_measure_and_no_other(
    measure: Measure, round: Round, mallila: Municipality, visitor: Client
) -> None:
    with scope(mallila):
        other = a_measure(round, sentence="Toisen lupaus", accepted=None)
    token = a_link(Purpose.OWNER, measure.pk, mallila)
    for page in (f"/o/{token}/", f"/o/{token}/now/"):
        shown = visitor.get(page).content.decode()
        assert measure.sentence in shown and "Toisen lupaus" not in shown
    visitor.post(f"/o/{token}/", {"accepted": "yes", "measure": other.pk, "number": other.number})
    assert {each.measure_id: each.accepted for each in Acceptance.everywhere.all()} == {
        measure.pk: True,
        other.pk: None,
    }


def test_a_scribe_reaches_no_line_of_another_event(
    event: Event, round: Round, mallila: Municipality, silta: Organisation, visitor: Client
) -> None:
    with scope(mallila):
        theirs = an_answer(a_report(an_event(round, silta, code="S")), original="Toisen rivi")
    token = a_link(Purpose.SCRIBE, event.pk, mallila)
    for page in (f"/s/{token}/SEC1/{theirs.pk}/", f"/s/{token}/SEC1/{theirs.pk}/remove/"):
        answer = visitor.post(page, {"original": "Kaapattu", "manner": "said"})
        assert answer.status_code == 404
    assert Answer.everywhere.get(pk=theirs.pk).original == "Toisen rivi"


@pytest.mark.parametrize("state", [s for s in ReportState if s not in {ReportState.DRAFT, ReportState.RETURNED}])
def test_a_scribe_changes_nothing_once_the_report_has_left_their_hands(
    state: ReportState, event: Event, mallila: Municipality, visitor: Client
) -> None:
    with scope(mallila):
        Report.objects.update(state=state)
        answer = Answer.objects.get()
    token = a_link(Purpose.SCRIBE, event.pk, mallila)
    before = written()
    for page, said in (
        ("SEC1/", {"original": "Uusi", "manner": "said"}),
        (f"SEC1/{answer.pk}/", {"original": "Muu", "manner": "said"}),
        (f"SEC1/{answer.pk}/remove/", {}), ("SEC1/notes/", {"differed": "Muu"}), ("facts/", {"language": "fi"}),
        ("matters/", {"top_1": "Muu"}), ("check/", {"read_back": "no"}), ("check/finish/", {}),
    ):  # fmt: skip
        refused = visitor.post(f"/s/{token}/{page}", said)
        assert refused.status_code in {302, 400, 403}, page
    assert written() == before


def test_a_revoked_link_shows_what_was_typed_and_nothing_of_the_report(
    event: Event, mallila: Municipality, visitor: Client
) -> None:
    token = a_link(Purpose.SCRIBE, event.pk, mallila, revoked_at=moment())
    answer = visitor.post(f"/s/{token}/SEC1/", {"original": "<b>minun sanani</b>", "manner": "said"})
    shown = answer.content.decode()
    assert answer.status_code == 410 and "&lt;b&gt;minun sanani" in shown
    assert "Ensimmäinen rivi" not in shown and "Kirjasto" not in shown


def test_another_owner_means_another_link(measure: Measure, mallila: Municipality, visitor: Client) -> None:
    """Who was asked first says no more when somebody else is to do it."""
    with scope(mallila):
        old = token_of(ask_owner(measure, by=THE_SYSTEM, now=moment()))
        fresh = Measure.objects.get()
        change_measure(fresh, by=THE_SYSTEM, now=moment(), cards=fresh.cards.all(), owner_email="new@mallila.example")
    answer = visitor.post(f"/o/{old}/", {"accepted": "yes"})
    assert answer.status_code == 410
    with scope(mallila):
        assert not Acceptance.objects.filter(accepted=True).exists()


def test_other_words_for_the_same_owner_leave_the_link_open(
    measure: Measure, mallila: Municipality, visitor: Client
) -> None:
    with scope(mallila):
        link = token_of(ask_owner(measure, by=THE_SYSTEM, now=moment()))
        fresh = Measure.objects.get()
        change_measure(fresh, by=THE_SYSTEM, now=moment(), cards=fresh.cards.all(), aim="Muu")
    assert visitor.get(f"/o/{link}/").status_code == 200


def test_a_door_answers_the_same_to_somebody_who_is_signed_in(
    event: Event, mallila: Municipality, aino_browser: Client, ville_browser: Client
) -> None:
    """The link decides, not the account: no role is added to it."""
    token = a_link(Purpose.FACILITATOR, event.pk, mallila)
    for browser in (aino_browser, ville_browser):
        assert browser.get(f"/f/{token}/").status_code == 200
        assert browser.get(f"/s/{token}/").status_code == 404
