"""Privacy, accessibility, help and feedback; facts that change with time."""

from datetime import date

from django.test import Client

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.privacy.register import REGISTER
from kuultu.public.facts import KEPT, TELLING, kept, supervisor
from tests.factories import a_round, an_order
from tests.public.conftest import Answered, read


def test_every_term_under_which_something_may_tell_of_a_person_has_its_words() -> None:
    held = {entry.keep for entry in REGISTER.values() if TELLING & set(entry.fields.values())}
    assert held == set(KEPT)
    assert len(kept()) == len(held)


def test_the_page_tells_what_is_kept_and_how_long(answered: Answered, visitor: Client) -> None:
    html = read(visitor, "/mallila/privacy/")
    assert "Sanasta sanaan, kunnes päättäjätilaisuudesta on kuusi kuukautta." in html
    assert "Kirjoitamme, mitä sanottiin, emme sitä, kuka sanoi." in html
    assert "aino@mallila.example" in html and "{" not in html.partition("<main")[2].partition("</main>")[0]


def test_a_line_that_would_name_nobody_is_left_out(mallila: Municipality, silta: Organisation, visitor: Client) -> None:
    assert "vain järjestö saa yhteystietosi" not in read(visitor, "/mallila/privacy/")
    with scope(mallila):
        an_order(a_round(), silta)
    assert "vain järjestö saa yhteystietosi: Silta ry." in read(visitor, "/mallila/privacy/")


def test_the_supervisor_follows_the_day(mallila: Municipality, visitor: Client) -> None:
    assert "Southern Finland" in str(supervisor(date(2024, 12, 31)).name)
    assert "Traficom" in str(supervisor(date(2025, 1, 1)).name)
    html = read(visitor, "/mallila/accessibility/", "sv")
    assert "Transport- och kommunikationsverket Traficom" in html and "inom 14 dagar" in html


def test_help_and_feedback_name_the_municipality_and_nobody_else(mallila: Municipality, visitor: Client) -> None:
    for page in ("help", "feedback"):
        html = read(visitor, f"/mallila/{page}/", "en")
        assert 'href="mailto:aino@mallila.example"' in html and 'href="tel:0500000101"' in html


def test_without_an_address_one_asks_at_the_service_point(naapuri: Municipality, visitor: Client) -> None:
    assert "Ask at the municipality&#x27;s service point." in read(visitor, "/naapuri/feedback/", "en").replace(
        "'", "&#x27;"
    )


def test_the_foot_of_every_page_leads_there(answered: Answered, visitor: Client) -> None:
    html = read(visitor, "/c/MAL26-K1/")
    for page in ("help", "accessibility", "privacy", "feedback"):
        assert f'href="/mallila/{page}/"' in html


def test_an_unknown_municipality_has_no_pages(db: None, visitor: Client) -> None:
    for page in ("", "help/", "privacy/", "accessibility/", "feedback/", "MAL26/answer/"):
        assert visitor.get(f"/nowhere/{page}").status_code == 404
