"""One round all the way round in a real browser: clicks and typing, phones, a reload, screens that move by themselves.

The same path as tests/test_the_loop.py. The server's clock is the real one: discussions have just been held, and the
decision event is going on now.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, Site, axe, shot
from tests.browser.hands import day, fill, follow, moment, press
from tests.browser.serving import SETTINGS, serving

BASE = "/mallila/{code}"
WORDS = (
    "رآنا السائق ولم يتوقف.",
    "بعد الساعة الثامنة لا أعبر النفق.",
    "النفق مظلم منذ الخريف.",
    "أمشي طريقا أطول مع الأطفال.",
)
IN_FINNISH = ("Kuljettaja näki meidät eikä pysähtynyt.", "Kello kahdeksan jälkeen en kulje alikulusta.",
              "Alikulku on ollut pimeä syksystä.", "Kävelen lasten kanssa pidemmän tien.")  # fmt: skip
STORY = (
    "Kello kahdeksan jälkeen en kulje asemalta alikulun kautta. Siellä on pimeää, ja valot ovat olleet rikki syksystä. "
    "Kierrän pitkän tien lasten kanssa. Joskus joku lähtee mukaan, ja silloin uskallan. Yksi lamppu riittäisi meille."
)
STORY_AR = "بعد الساعة الثامنة لا أعبر النفق من المحطة. المكان مظلم والأضواء معطلة منذ الخريف. مصباح واحد يكفينا."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An empty server that writes its letters into a file."""
    data = tmp_path_factory.mktemp("walk")
    with serving(data, SETTINGS, data / "log.txt") as running:
        yield running


@dataclass
class Walk:
    """Who walks. Pages of staff are read in English; `code` is the round's."""

    site: Site
    aino: Page
    new_page: NewPage
    code: str = ""

    def at(self, room: str) -> str:
        """An address in the round."""
        return f"/mallila/{self.code}/{room}"

    def phone(self, language: str) -> Page:
        """Somebody's phone, 390 wide."""
        page = self.new_page(width=390, height=800, locale=language)
        page.context.add_cookies([{"name": "kuultu_language", "value": language, "url": self.site.address}])
        return page


@pytest.fixture
def walk(site: Site, new_page: NewPage) -> Walk:
    aino = new_page(locale="en")
    aino.goto(site.ask("tests.browser.town").strip())
    aino.locator("main button").click()
    expect(aino.locator("h1")).to_be_visible()
    return Walk(site, aino, new_page)


def test_a_round_walks_all_the_way_round(walk: Walk) -> None:
    plan(walk)
    leena = admit(walk)
    doors = schedule(walk, leena)
    for door, words in ((doors[0], WORDS[:2]), (doors[1], WORDS[2:])):
        write_on_the_phone(walk, door, words)
    check_and_deliver(walk, leena)
    read_and_lift(walk)
    understand(walk, leena)
    tell(walk, leena)
    decide(walk)
    keep(walk)
    answer(walk)


def plan(walk: Walk) -> None:
    """A new round and whom to hear."""
    aino = walk.aino
    aino.goto("/mallila/rounds/new/")
    fill(aino, name="Kevät", purpose="Kuulemme heitä, joita kyselyt eivät tavoita.", languages=["fi", "ar"],
         starts_on=day(-60), talks_until=day(-1), decides_on=day(0), ends_on=day(300))  # fmt: skip
    press(aino, "Begin the round")
    aino.wait_for_url("**/rounds/")
    walk.code = aino.url.split("/")[-3]
    follow(aino, "Add a group")
    fill(aino, name="Arabiankieliset perheet", languages=["ar"], speakers="140")
    press(aino, "Save the group")
    expect(aino.get_by_role("link", name="Arabiankieliset perheet")).to_be_visible()


def admit(walk: Walk) -> Page:
    """An organisation, an order to it, and its yes."""
    aino = walk.aino
    follow(aino, "Write an order")
    follow(aino, "Admit an organisation")
    fill(aino, name="Silta ry", contact_phone="050 000 0202", person_name="Leena", person_email="leena@silta.example")
    press(aino, "Admit the organisation")
    fill(aino, organisation="Silta ry", groups=["Arabiankieliset perheet"], events_wanted="2", due_on=day(5))
    press(aino, "Save the order")
    press(aino, "Send the order")
    leena = signed_in_by_link(walk, "Leena")
    leena.goto(walk.at("rounds/"))
    follow(leena, "Silta ry")
    fill(leena, answer="Sopii.")
    press(leena, "We accept")
    expect(leena.get_by_text("accepted").first).to_be_visible()
    return leena


def signed_in_by_link(walk: Walk, name: str) -> Page:
    """Aino makes a link for somebody; they press the button behind it."""
    walk.aino.goto("/mallila/desk/people/")
    row = walk.aino.locator(".rows li", has_text=name)
    press(row, "link")
    link = walk.aino.locator("#address").input_value()
    page = walk.new_page(locale="en")
    page.goto(link)
    page.locator("main button").click()
    expect(page.locator("h1")).to_be_visible()
    return page


def schedule(walk: Walk, leena: Page) -> list[str]:
    """Two discussions that have just been held, their people, and the scribes' links."""
    walk.aino.goto(walk.at("materials/"))
    doors = []
    for hours in (-6, -3):
        leena.goto(walk.at("rounds/events/new/"))
        fill(leena, group="Arabiankieliset perheet", organisation="Silta ry", language="ar", place="Kirjasto",
             starts_at=moment(hours=hours), ends_at=moment(hours=hours + 2), contact_name="Leena",
             contact_phone="050 000 0202")  # fmt: skip
        press(leena, "Save the event")
        for role, name in (("facilitator", "Nadia"), ("scribe", "Samir")):
            leena.get_by_text("Name a person").click()
            fill(leena, role=role, first_name=name, briefed_on=day(-10))
            press(leena, "^Name$")
        doors.append(leena.locator("#links a[href*='/s/']").inner_text())
    walk.aino.reload()
    press(walk.aino, "Prepare the questions")
    expect(walk.aino.get_by_role("link", name="Mend the wording")).to_be_visible()
    return doors


def write_on_the_phone(walk: Walk, door: str, words: tuple[str, ...]) -> None:
    """A scribe writes two statements; the page is reloaded with the second half typed, and nothing is lost."""
    samir = walk.phone("ar")
    samir.goto(f"{door}/?lang=en")
    samir.locator(".todo a").nth(3).click()
    box = samir.locator("textarea[name=original]")
    box.press_sequentially(words[0][:12])
    expect(samir.locator("[data-where=device]")).to_be_visible()
    samir.reload()
    expect(box).to_have_value(words[0][:12])
    for text in words:
        box.fill(text)
        fill(samir, mark="bad", manner="quote")
        press(samir, "Next statement")
        expect(samir.locator(".lines li", has_text=text)).to_be_visible()
        expect(box).to_have_value("")
    samir.reload()
    expect(samir.locator(".lines li")).to_have_count(len(words))
    shot(samir, "walk-scribe")
    assert axe(samir) == []
    samir.goto(f"{door}/facts/")
    fill(samir, total="12")
    with samir.expect_navigation():
        press(samir, "Save")
    samir.goto(f"{door}/check/")
    fill(samir, read_back="yes", agrees_delivery="yes", agrees_quotes="yes", corrected="yes", no_names="yes")
    press(samir, "^Save$")
    press(samir, "Give it to the organisation")
    expect(samir.get_by_role("heading", level=1)).to_contain_text("Thank you")
    samir.context.close()


def check_and_deliver(walk: Walk, leena: Page) -> None:
    """The second pair of eyes."""
    for code in ("A", "A2"):
        leena.goto(walk.at(f"rounds/events/{code}/"))
        press(leena, "It has been held")
        leena.goto(walk.at(f"reports/{code}/"))
        press(leena, "I have checked it")
        press(leena, "Deliver it to the municipality")
        expect(leena.get_by_text("delivered").first).to_be_visible()


def read_and_lift(walk: Walk) -> None:
    """Aino reads what was delivered and makes statements of it."""
    aino = walk.aino
    for code in ("A", "A2"):
        aino.goto(walk.at(f"reports/{code}/"))
        press(aino, "Mark as read")
        aino.goto(walk.at("statements/lift/"))
        press(aino, "Lift 2 statements")
        expect(aino.get_by_text(f"{code}-01").first).to_be_visible()
    for place, text in zip(("A/1", "A/2", "A2/1", "A2/2"), IN_FINNISH, strict=True):
        aino.goto(walk.at(f"statements/{place}/words/fi/"))
        fill(aino, text=text)
        press(aino, "Save")
        aino.wait_for_load_state()


def understand(walk: Walk, leena: Page) -> None:
    """The organisation reads the translations; a theme is given to all statements by keyboard."""
    leena.goto(walk.at("statements/A/1/words/fi/check/"))
    for place in ("A/2", "A2/1", "A2/2"):
        press(leena, "It says the same")
        leena.wait_for_url(f"**/{place}/words/fi/check/")
    press(leena, "It says the same")
    expect(leena.get_by_text("Translation checked.")).to_be_visible()
    aino = walk.aino
    aino.goto(walk.at("statements/themes/"))
    new = aino.locator("#new")
    fill(new, name="Pimeä asema", domain="security")
    press(new, "Add the theme")
    aino.goto(walk.at("statements/coding/"))
    for _statement in range(4):
        before = aino.url
        aino.keyboard.press("1")
        aino.keyboard.press("Enter")
        expect(aino).not_to_have_url(before)
    expect(aino.locator("h1")).to_have_text("You have given every statement a theme")


def tell(walk: Walk, leena: Page) -> None:
    """A card from two discussions, read by the organisation, approved, translated, frozen."""
    aino = walk.aino
    aino.goto(walk.at("cards/new/"))
    for code in ("A-02", "A2-01"):
        aino.locator(f"[name=statement][value={code}]").check()
    press(aino, "Write a card of these")
    fill(aino, title="Alikulku", narrative=STORY, domain="security", harm_considered="Paikkaa ei nimetä tarkasti.")
    press(aino, "Save the card")
    shot(aino, "walk-card")
    press(aino, "Send to the organisations")
    leena.goto(walk.at("cards/1/"))
    fill(leena, agreed="yes")
    press(leena, "Send our word")
    aino.goto(walk.at("cards/1/"))
    press(aino, "Approve the card")
    follow(aino, "Add a language")
    fill(aino, language="ar", title="النفق", narrative=STORY_AR, author="Silta ry", reader="Nadia")
    press(aino, "Save the text")
    aino.goto(walk.at("cards/"))
    press(aino, "Freeze the deck")
    expect(aino.get_by_text("The deck was frozen").first).to_be_visible()


def decide(walk: Walk) -> None:
    """The evening: two phones vote, host and wall move by themselves, the verdict comes when the vote has closed."""
    aino = walk.aino
    aino.goto(walk.at("decisions/set-up/"))
    fill(aino, starts_at=moment(minutes=-20), ends_at=moment(hours=2), place="Valtuustosali", languages=["fi", "ar"])
    press(aino, "Save the evening")
    code = aino.locator(".big-code").inner_text()
    aino.goto(walk.at("decisions/tables/"))
    press(aino, "Add an empty table")
    wall = walk.new_page(locale="fi")
    stays(wall, f"/screen/{code}/")
    expect(wall.locator(".wall__code")).to_have_text(code)
    phones = {"fi": join(walk, code, "fi", "Liity"), "ar": join(walk, code, "ar", "انضم")}
    aino.goto(walk.at("decisions/host/"))
    press(aino, "Read card 1")
    expect(wall.locator("h1")).to_have_text("Alikulku")
    expect(phones["ar"].locator("h1")).to_have_text("النفق")
    press(aino, "Open the vote")
    host = walk.aino.context.new_page()
    stays(host, walk.at("decisions/host/"))
    expect(host.locator(".tbl")).not_to_have_attribute("data-s", "voted")
    vote(phones["fi"], "Vähemmän")
    vote(phones["ar"], None)
    expect(host.locator(".tbl")).to_have_attribute("data-s", "voted")
    assert_quiet(wall, host)
    press(aino, "Close the vote")
    expect(wall.locator("h1")).to_have_text("Äänestys on suljettu.")
    press(aino, "Show the result")
    expect(phones["fi"].locator(".eyebrow")).to_contain_text("Alikulku")
    for name, page in {"wall": wall, "host": aino, **phones}.items():
        shot(page, f"walk-revealed-{name}")
        assert axe(page) == [], name
    press(aino, "Go on to ideas")
    expect(phones["ar"].locator("html")).to_have_attribute("dir", "rtl")
    write_an_idea(walk, wall)
    press(aino, "Choose measures")
    expect(wall.locator("ol.wall__ideas")).to_contain_text("lamppu")
    expect(host.locator("h1")).to_have_text("measures are chosen")
    assert all(page.evaluate("window.stayed") for page in (wall, host))


def stays(page: Page, address: str) -> None:
    """Open a page that must go on without being loaded anew."""
    page.goto(address)
    page.evaluate("window.stayed = true")


def join(walk: Walk, code: str, language: str, button: str) -> Page:
    """A phone in the hall."""
    phone = walk.phone(language)
    phone.goto("/join/")
    fill(phone, code=code.lower())
    phone.locator(".hand__act button").click()
    fill(phone, table="1", language=language)
    phone.locator(".hand__act button").click()
    expect(phone.locator("#now")).to_be_visible()
    return phone


def vote(phone: Page, words: str | None) -> None:
    """Press one of the three when they come."""
    button = phone.locator(".verdict.less")
    expect(button).to_be_visible()
    if words:
        expect(button).to_contain_text(words)
    assert axe(phone) == []
    shot(phone, f"walk-vote-{phone.locator('html').get_attribute('lang')}")
    button.click()
    expect(phone.locator(".counted")).to_be_visible()


def assert_quiet(*pages: Page) -> None:
    """No live counters (METHOD, rule 6): while a vote is open nobody sees what others chose."""
    for page in pages:
        assert "▼" not in page.locator("main").inner_text()
        assert page.locator(".wall__rows").count() == 0


def write_an_idea(walk: Walk, wall: Page) -> None:
    """The table's tablet, opened with the key on the table's sheet."""
    walk.aino.goto(walk.at("decisions/tables/"))
    tablet = walk.new_page(width=1024, locale="fi")
    tablet.goto(walk.aino.get_by_role("link", name="Write for this table").get_attribute("href") or "")
    tablet.locator("details.add summary").click()
    fill(tablet, text="Yksi lamppu alikulkuun", body="Tekninen toimi")
    press(tablet, "Tallenna")
    expect(wall.locator(".wall__ideas")).to_contain_text("lamppu")
    shot(tablet, "walk-tablet")
    assert axe(tablet) == []
    walk.aino.goto(walk.at("decisions/host/"))


def keep(walk: Walk) -> None:
    """A measure with an owner who says yes behind the link in a letter, told in both languages, published."""
    aino = walk.aino
    aino.goto(walk.at("measures/new/"))
    fill(aino, sentence="Alikulku valaistaan.", owner_body="Tekninen toimi", owner_post="tekninen johtaja",
         owner_email="johtaja@mallila.example", due_on=day(200), cards=["K1"])  # fmt: skip
    press(aino, "Save the measure")
    press(aino, "Ask the owner")
    owner = walk.new_page(width=390, locale="fi")
    owner.goto(letter_link(walk, "/o/"))
    fill(owner, accepted="yes")
    press(owner, "Lähetä")
    expect(owner.get_by_text("Kiitos").first).to_be_visible()
    for code, said, decided in (("fi", "Alikulku on pimeä.", "Siihen tulee valo."),
                                ("ar", "النفق مظلم.", "سيكون هناك ضوء.")):  # fmt: skip
        aino.goto(walk.at(f"measures/1/tell/{code}/"))
        fill(aino, said=said, decided=decided)
        press(aino, "Save the text")
    aino.goto(walk.at("measures/"))
    press(aino, "^Publish$")
    expect(aino.get_by_text("published on").first).to_be_visible()


def letter_link(walk: Walk, part: str) -> str:
    """The newest link of that kind in the letters that the server has written."""
    assert walk.site.log is not None
    words = Path(walk.site.log).read_text(encoding="utf-8", errors="replace").split()
    return [word for word in words if part in word][-1]


def answer(walk: Walk) -> None:
    """What residents read, in their own language."""
    resident = walk.phone("ar")
    resident.goto("/mallila/")
    expect(resident.locator("main")).to_contain_text("النفق مظلم.")
    expect(resident.locator("main")).to_contain_text("سيكون هناك ضوء.")
    shot(resident, "walk-answer-ar")
    assert axe(resident) == []
