"""Statements in a browser: the codebook by keyboard, the drawer beside the page, no barrier found, nothing sideways."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, NewPage, Site, axe, environment, shot, sideways

PAGE = "/mallila/MAL26/statements/"
PAGES = ["", "?waiting=check", "lift/", "D/", "D/1/", "D/1/words/sv/", "D/1/words/fi/check/", "D/1/withdraw/",
         "coding/", "themes/", "themes/1/", "table/", "table/?by=language"]  # fmt: skip
SET_UP = """
from django.contrib.sessions.backends.db import SessionStore
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.models import Role
from tests.conftest import member
from tests.factories import a_group, a_report, a_round, a_statement, a_theme, an_answer, an_event, questions
town = Municipality.objects.create(slug="mallila", code="999", prefix="MAL", name_fi="Mallila", name_sv="Mallby")
aino = member("aino@mallila.example", "Aino Laine", town, Role.COORDINATOR)
with scope(town):
    round = a_round()
    questions(round)
    for code, language, people in (("D", "fa-AF", 8), ("S", "so", 7), ("T", "ti", 4)):
        group = a_group(round, name=f"Ryhmä {code}")
        report = a_report(an_event(round, code=code, language=language, group=group), who_came={"total": people})
        rows = [a_statement(report, key) for key in ("SEC1", "SEC1", "PAR1")]
        rows[0].texts.update(state="draft", reader="")
        theme = a_theme(round, rows[2], name=f"Teema {code}")
        an_answer(report, manner="remark"), an_answer(report)
session = SessionStore()
session["_auth_user_id"] = str(aino.pk)
session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
session["_auth_user_hash"] = aino.get_session_auth_hash()
session.save()
print(session.session_key)
"""


@pytest.fixture(scope="module")
def key(site: Site) -> str:
    """A round with nine statements, and the key of Aino's session."""
    code = f"import django; django.setup()\n{SET_UP}"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(site.data, site.settings),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip().splitlines()[-1]


def aino(page: Page, site: Site, key: str) -> Page:
    page.context.add_cookies([{"name": "kuultu", "value": key, "url": site.address}])
    return page


@pytest.mark.parametrize("dark", [False, True])
def test_no_page_has_a_barrier(new_page: NewPage, site: Site, key: str, dark: bool) -> None:
    page = aino(new_page(dark=dark), site, key)
    for path in PAGES:
        page.goto(PAGE + path)
        assert axe(page) == [], path


def test_nothing_is_wider_than_a_small_phone(new_page: NewPage, site: Site, key: str) -> None:
    page = aino(new_page(width=320, locale="sv"), site, key)
    for path in PAGES:
        page.goto(PAGE + path)
        assert sideways(page) == [], path
        assert axe(page) == [], path
        shot(page, f"statements-{Path(path).name or 'overview'}-320")


def test_themes_are_given_by_keyboard_alone(new_page: NewPage, site: Site, key: str) -> None:
    page = aino(new_page(), site, key)
    page.goto(PAGE + "coding/?at=D-01")
    expect(page.get_by_role("button", name="Seuraava")).to_be_focused()
    page.keyboard.press("2")
    expect(page.get_by_role("checkbox", name="Teema S")).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("checkbox", name="Teema T")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/coding/?at=D-02&after=D-01")
    expect(page.locator(".coding__pace")).to_contain_text("Teema S")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/coding/?at=D-01")
    expect(page.get_by_role("checkbox", name="Teema S")).to_be_checked()


def test_keys_do_nothing_outside_the_form(new_page: NewPage, site: Site, key: str) -> None:
    """Somebody who speaks to the computer may say "two" anywhere (WCAG 2.1.4)."""
    page = aino(new_page(), site, key)
    page.goto(PAGE + "coding/?at=S-01")
    page.get_by_role("link", name="S-01").first.focus()
    page.keyboard.press("1")
    assert page.locator("input[name=themes]:checked").count() == 0


def test_themes_are_given_without_a_script(new_page: NewPage, site: Site, key: str) -> None:
    page = aino(new_page(java_script_enabled=False), site, key)
    page.goto(PAGE + "coding/?at=T-01")
    page.get_by_role("checkbox", name="Teema D").check()
    page.get_by_role("button", name="Seuraava").click()
    expect(page).to_have_url(site.address + PAGE + "coding/?at=T-02&after=T-01")


def test_a_code_opens_the_drawer_beside_the_page(new_page: NewPage, site: Site, key: str) -> None:
    page = aino(new_page(), site, key)
    page.goto(PAGE + "D/")
    page.get_by_role("link", name="D-02").click()
    drawer = page.locator("#beside .drawer")
    expect(drawer.get_by_role("heading", name="Havainto D-02")).to_be_focused()
    expect(drawer).to_contain_text("Kysymys SEC1?")
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    expect(page).to_have_url(site.address + PAGE + "D/")


def test_a_name_in_a_translation_asks_for_a_look(new_page: NewPage, site: Site, key: str) -> None:
    page = aino(new_page(), site, key)
    page.goto(PAGE + "D/3/words/sv/")
    page.get_by_label("Ruotsi").fill("Maryam såg att bussen inte stannade.")
    page.get_by_role("button", name="Tallenna").click()
    expect(page.locator(".errors")).to_be_focused()
    expect(page.locator(".errors")).to_contain_text("Maryam")
    assert axe(page) == []
    page.get_by_label("Olen katsonut").check()
    page.get_by_role("button", name="Tallenna").click()
    expect(page).to_have_url(site.address + PAGE + "D/3/")
