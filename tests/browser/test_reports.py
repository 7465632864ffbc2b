"""The scribe's phone and the report as read: nothing typed is lost, no barrier found, nothing sideways."""

import json
import subprocess
import sys

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import ROOT, NewPage, Site, Watch, axe, environment, shot, sideways

DOOR = ["", "SEC1/", "SEC1/notes/", "SEC1/1/", "facts/", "matters/", "check/", "form/", "receipt/"]
STAFF = ["", "D/", "A/", "A/typing/", "A/form/", "U/"]
SET_UP = """
import json
from datetime import UTC, datetime, timedelta
from django.contrib.sessions.backends.db import SessionStore
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.links import make_link, token_of
from kuultu.ground.people.models import Purpose, Role
from tests.conftest import member
from tests.factories import a_group, a_report, a_round, an_answer, an_event, questions
now = datetime.now(UTC)
town = Municipality.objects.create(slug="mallila", code="999", prefix="MAL", name_fi="Mallila", name_sv="Mallby")
told = {}
with scope(town):
    silta = Organisation.objects.create(name="Silta ry", contact_phone="050 000 0202")
    people = {
        "aino": member("aino@mallila.example", "Aino Laine", town, Role.COORDINATOR),
        "leena": member("leena@silta.example", "Leena Koski", town, Role.ORGANISATION, silta),
    }
    round = a_round()
    questions(round)
    for code, language, state in (("A", "ar", "draft"), ("D", "fa-AF", "delivered"), ("U", "uk", "")):
        group = a_group(round, name=f"Ryhma {code}")
        event = an_event(round, silta, code=code, language=language, group=group, starts_at=now - timedelta(days=2))
        told[code] = token_of(make_link(Purpose.SCRIBE, event.pk, now=now, lasts=timedelta(days=9)))
        if state:
            report = a_report(event, state=state, saved_at=now)
            an_answer(report), an_answer(report, translation="Soita 050 000 0000", mark="proposal")
            report.unplaced.create(text="Ilman paikkaa"), report.unplaced.create(text="9", about="B.total")
for name, person in people.items():
    session = SessionStore()
    session["_auth_user_id"] = str(person.pk)
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session["_auth_user_hash"] = person.get_session_auth_hash()
    session.save()
    told[name] = session.session_key
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(site: Site) -> dict[str, str]:
    """Three discussions: tokens of their scribes by the event's letter, session keys of Aino and Leena by name."""
    code = f"import django; django.setup()\n{SET_UP}"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(site.data, site.settings),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def signed_in(page: Page, site: Site, key: str) -> Page:
    page.context.add_cookies([{"name": "kuultu", "value": key, "url": site.address}])
    return page


@pytest.mark.parametrize(("width", "dark", "language"), [(390, False, "ar"), (320, True, "fi"), (390, True, "uk")])
def test_the_scribe_s_pages_have_no_barrier(
    new_page: NewPage, told: dict[str, str], width: int, dark: bool, language: str
) -> None:
    page = new_page(width=width, height=844, dark=dark)
    for path in DOOR:
        page.goto(f"/s/{told['U' if language == 'uk' and path != 'SEC1/1/' else 'A']}/{path}?lang={language}")
        shot(page, f"scribe-{path.replace('/', '') or 'start'}-{language}")
        assert axe(page) == [], path
        assert sideways(page) == [], path


@pytest.mark.parametrize(("width", "locale", "dark"), [(1280, "fi", False), (320, "sv", False), (390, "en", True)])
def test_the_pages_of_organisation_and_municipality_have_no_barrier(
    new_page: NewPage, site: Site, told: dict[str, str], width: int, locale: str, dark: bool
) -> None:
    for who, paths in (("aino", STAFF[:2]), ("leena", STAFF)):
        page = signed_in(new_page(width=width, locale=locale, dark=dark), site, told[who])
        for path in paths:
            page.goto(f"/mallila/MAL26/reports/{path}")
            shot(page, f"reports-{who}-{path.replace('/', '') or 'board'}-{width}")
            assert axe(page) == [], path
            assert sideways(page) == [], path


def test_a_line_is_sent_and_the_next_can_be_typed_at_once(new_page: NewPage, told: dict[str, str]) -> None:
    page = new_page(width=390, height=844)
    page.goto(f"/s/{told['U']}/OPEN1/?lang=en")
    page.get_by_label("Statement").fill("Водій побачив нас")
    expect(page.locator("[data-where=device]")).to_be_visible()
    page.get_by_role("button", name="Next statement").click()
    expect(page.locator(".lines")).to_contain_text("Водій побачив нас")
    expect(page.get_by_label("Statement")).to_be_focused()
    expect(page.get_by_label("Statement")).to_have_value("")
    expect(page.locator("[data-where=server]")).to_contain_text("saved")
    page.get_by_label("Statement").fill("і поїхав")
    page.get_by_role("button", name="Next statement").click()
    expect(page.locator(".lines > li")).to_have_count(2)


def test_without_a_network_the_words_stay_on_the_phone(new_page: NewPage, told: dict[str, str], watch: Watch) -> None:
    page = new_page(width=390, height=844)
    address = f"/s/{told['U']}/SEC1/?lang=en"
    page.goto(address)
    page.route("**/SEC1/**", lambda route: _fail_posts(route))
    page.get_by_label("Statement").fill("Тут темно")
    page.get_by_label("bad", exact=True).check()
    page.get_by_role("button", name="Next statement").click()
    expect(page.locator("[data-where=failed]")).to_be_visible()
    assert watch.errors == ["Failed to load resource: net::ERR_INTERNET_DISCONNECTED"]
    watch.errors.clear()
    page.reload()
    expect(page.get_by_label("Statement")).to_have_value("Тут темно")
    expect(page.get_by_label("bad", exact=True)).to_be_checked()
    expect(page.locator("[data-where=device]")).to_be_visible()
    page.unroute("**/SEC1/**")
    page.get_by_role("button", name="Next statement").click()
    expect(page.locator(".lines > li")).to_have_count(1)
    page.goto(address)
    expect(page.get_by_label("Statement")).to_have_value("")


def _fail_posts(route: Route) -> None:
    if route.request.method == "POST":
        route.abort("internetdisconnected")
    else:
        route.continue_()


def test_an_error_comes_as_a_page_with_the_words_kept(new_page: NewPage, told: dict[str, str]) -> None:
    page = new_page(width=390, height=844)
    page.goto(f"/s/{told['U']}/facts/?lang=en")
    page.get_by_label("Total").fill("3")
    page.get_by_label("18–29").fill("7")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("more people than came in all")
    expect(page.get_by_label("18–29")).to_have_value("7")
    page.get_by_label("18–29").fill("3")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/matters/")


def test_everything_works_without_scripts(new_page: NewPage, told: dict[str, str]) -> None:
    page = new_page(width=390, height=844, java_script_enabled=False)
    page.goto(f"/s/{told['U']}/PAR1/?lang=en")
    page.get_by_label("Statement").fill("Паперів ніхто не зрозумів")
    page.get_by_role("button", name="Next statement").click()
    page.wait_for_url("**/PAR1/#write")
    expect(page.locator(".lines")).to_contain_text("Паперів ніхто не зрозумів")


def test_the_scribe_s_page_is_written_by_keyboard_alone(new_page: NewPage, told: dict[str, str]) -> None:
    page = new_page(width=1280)
    page.goto(f"/s/{told['A']}/OPEN1/?lang=en")
    page.get_by_label("quote").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("written by keyboard")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Next statement":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".lines")).to_contain_text("written by keyboard")
    expect(page.locator(".lines")).to_contain_text("quote")
