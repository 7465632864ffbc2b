"""Whole pages: layouts, the way in, and what is shown when something is wrong."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.utils import translation

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.web.sample import sample

URLS = "tests.ground.web.site_urls"
pytestmark = [pytest.mark.django_db, pytest.mark.urls(URLS)]


def page(template: str, language: str = "en", **context: Any) -> str:
    with translation.override(language):
        return render_to_string(template, context, RequestFactory().get("/"))


@pytest.mark.parametrize("layout", ["base", "round", "sheet", "hand", "screen", "public"])
def test_a_layout_stands_on_its_own(layout: str) -> None:
    html = page(f"web/{layout}.html")
    assert html.startswith('<!doctype html>\n<html lang="en" dir="ltr">')
    assert '<a class="skip" href="#content">' in html
    assert html.count('id="content"') == 1
    assert "path-band" not in html


def test_a_page_wears_the_colours_of_the_municipality(in_mallila: Municipality) -> None:
    html = page("web/base.html", "sv")
    assert 'href="/colours/0B5563-D9A21B.css"' in html
    assert "<span>Mallby</span>" in html
    answer = Client().get("/colours/0B5563-D9A21B.css")
    assert answer.content.decode() == ":root { --k-arms-a: #0B5563; --k-arms-b: #D9A21B; }\n"
    assert answer["Content-Type"].startswith("text/css")
    assert "immutable" in answer["Cache-Control"]
    assert Client().get("/colours/0B5563-red;}.css").status_code == 404


@pytest.mark.parametrize("shown", ["parts", "hand", "public", "screen", "tablet", "host"])
def test_the_parts_are_shown_where_pages_are_built_and_nowhere_else(shown: str) -> None:
    with override_settings(DEBUG=True):
        assert Client().get(f"/parts/{shown}/").status_code == 200
    assert Client().get(f"/parts/{shown}/").status_code == 404


def test_a_faulty_form_answers_with_400_and_the_summary() -> None:
    with override_settings(DEBUG=True):
        answer = Client().post("/parts/", {"name": "Evening"}, headers={"accept-language": "en"})
    assert answer.status_code == 400
    assert "Something needs mending" in answer.content.decode()
    assert sample(None)["form"].errors == {}


@pytest.mark.parametrize(("language", "words"), [("fi", "Kirjaudu sisään"), ("sv", "Logga in"), ("en", "Sign in")])
def test_the_way_in_speaks_three_languages(language: str, words: str) -> None:
    html = Client().get("/sign-in/", headers={"accept-language": language}).content.decode()
    assert f"<h1>{words}</h1>" in html
    assert 'autocomplete="username"' in html
    assert 'autocomplete="current-password"' in html


def test_the_way_in_offers_the_other_languages_by_their_own_names() -> None:
    html = Client().get("/sign-in/?next=/x/", headers={"accept-language": "sv"}).content.decode()
    assert 'href="?next=%2Fx%2F&amp;lang=fi" lang="fi" hreflang="fi" dir="ltr">suomi</a>' in html
    assert 'lang="sv" hreflang="sv"' not in html


def test_a_wrong_password_keeps_the_address_and_not_the_password() -> None:
    sent = {"email": "aino@mallila.example", "password": "not this one"}
    answer = Client(headers={"accept-language": "fi"}).post("/sign-in/", sent)
    html = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="aino@mallila.example"' in html
    assert "not this one" not in html
    assert "eivät täsmää" in html


def test_who_is_signed_in_can_sign_out(aino_browser: Client) -> None:
    with override_settings(DEBUG=True):
        html = aino_browser.get("/parts/").content.decode()
    assert "Aino Laine" in html
    assert '<form method="post" action="/sign-out/">' in html


def test_a_spent_sign_in_link_says_what_to_do() -> None:
    answer = Client(headers={"accept-language": "en"}).get("/in/1-nothing/")
    assert answer.status_code == 410
    assert "Ask the coordinator for a new one" in answer.content.decode()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"used_at": 1}, "already been used"),
        ({"revoked_at": 1}, "withdrawn"),
        ({}, "It was open until Tuesday 24 March 2026."),
    ],
)
def test_a_closed_link_says_why_and_whom_to_ask(in_mallila: Municipality, changed: dict[str, int], words: str) -> None:
    link = {"used_at": None, "revoked_at": None, "expires_at": datetime(2026, 3, 24, 10, tzinfo=UTC)} | changed
    html = page("web/closed_link.html", link=SimpleNamespace(**link))
    assert words in html
    assert 'href="tel:0500000101"' in html
    assert 'href="mailto:aino@mallila.example"' in html


def test_a_no_on_a_page_of_its_own_gives_its_reason() -> None:
    assert "The deck is &lt;frozen&gt;." in page("web/refused.html", reason="The deck is <frozen>.")


@pytest.mark.parametrize("template", ["400.html", "500.html"])
def test_pages_of_last_resort_need_nothing(template: str) -> None:
    html = render_to_string(template)
    assert [f'lang="{code}"' in html for code in ("fi", "sv", "en")] == [True, True, True]
    assert "{" not in html


def test_a_page_open_too_long_says_that_nothing_is_lost() -> None:
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "sv"})
    answer = client.post("/sign-in/", {"email": "a@b.example"})
    assert answer.status_code == 403
    assert "Det du skickade sparades inte" in answer.content.decode()


def test_a_message_has_a_sign_and_words() -> None:
    html = page("web/base.html", messages=[Message(messages.ERROR, "The round is <closed>.")])
    assert '<li data-k="error">' in html
    assert "icons.svg" in html and "#bang" in html
    assert "<span>The round is &lt;closed&gt;.</span>" in html
