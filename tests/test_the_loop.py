"""One round, all the way round, through the pages alone: the best introduction to what the software does.

Aino coordinates Mallila, Leena coordinates an organisation, Samir is a scribe with a link, residents and deciders
sit in the hall with their phones. Nothing here touches a table: everything is read from pages and pressed on them.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client

from kuultu.ground.documents.docx.fill import fill
from kuultu.ground.languages.dates import HELSINKI
from kuultu.ground.people.models import Person
from tests.conftest import signed_in
from tests.visitor import Visitor

BASE = "/mallila/MAL26"
type Travel = Callable[..., None]


@pytest.fixture
def travel() -> Any:
    """`travel("2026-03-01 12:00", aino)`: from now on it is that moment in Finland; whoever is named signs in anew,
    since a session lasts half a day."""
    with time_machine.travel(datetime(2026, 1, 12, 10, tzinfo=HELSINKI), tick=False) as machine:

        def go(when: str, *visitors: Visitor) -> None:
            machine.move_to(datetime.fromisoformat(when).replace(tzinfo=HELSINKI))
            for visitor in visitors:
                visitor.client.force_login(visitor.person, backend="django.contrib.auth.backends.ModelBackend")

        yield go


def somebody() -> Visitor:
    """A browser without an account."""
    return Visitor(Client())


@pytest.mark.django_db
def test_a_round_walks_all_the_way_round(aino: Person, travel: Travel, django_capture_on_commit_callbacks: Any) -> None:
    coordinator = Visitor(signed_in(aino), aino)
    organisation = plan(coordinator)
    links = schedule(organisation)
    prepare(coordinator, organisation)
    talk(organisation, links, travel)
    read(coordinator, travel)
    understand(coordinator, organisation, travel)
    tell(coordinator, organisation, travel)
    show(coordinator)
    decide(coordinator, travel)
    ask(coordinator, travel)
    keep(coordinator, django_capture_on_commit_callbacks)
    follow(coordinator, travel)
    answer()
    go_on(coordinator)


def plan(aino: Visitor) -> Visitor:
    """Whom to hear; an order to an organisation, which says yes."""
    aino.open("/mallila/desk/").follow("Begin a round")
    aino.press(
        "Begin the round", name="Kevät 2026", purpose="Kuulemme heitä, joita kyselyt eivät tavoita.",
        starts_on="2026-01-12", talks_until="2026-04-10", decides_on="2026-05-05", ends_on="2027-05-31",
        languages=["fi", "fa-AF"], neighbours="Kivisuo",
    )  # fmt: skip
    aino.follow("Add a group").press("Save the group", name="Darinkieliset naiset", languages=["fa-AF"], speakers="60")
    aino.follow("Write an order").follow("Admit an organisation")
    aino.press("Admit", name="Silta ry", person_name="Leena", person_email="leena@silta.example")
    organisation = value_of(aino, "organisation", "Silta ry")
    group = value_of(aino, "groups", "Darinkieliset naiset")
    aino.press("Save the order", organisation=organisation, groups=[group], events_wanted="2", due_on="2026-04-05")
    aino.press("Send the order")
    person = Person.objects.get(email="leena@silta.example")
    leena = Visitor(signed_in(person), person)
    leena.open(f"{BASE}/rounds/").follow("Silta ry").press("We accept", answer="Sopii.")
    assert leena.says("accepted")
    return leena


def schedule(leena: Visitor) -> dict[str, str]:
    """Two discussions in Dari with their people; the links that Samir and the others get."""
    links = {}
    for code, day in (("D", "2026-03-10"), ("D2", "2026-03-12")):
        leena.open(f"{BASE}/rounds/events/new/")
        leena.press(
            "Save the event", group=value_of(leena, "group", "Darinkieliset naiset"),
            organisation=value_of(leena, "organisation", "Silta ry"), language="fa-AF", starts_at=f"{day}T17:00",
            ends_at=f"{day}T19:00", place="Kirjasto", address="Kirjastokuja 1", contact_name="Leena",
            contact_phone="050 000 0202",
        )  # fmt: skip
        leena.press("Name", role="facilitator", first_name="Zahra", briefed_on="2026-02-20")
        leena.press("Name", role="scribe", first_name="Samir", briefed_on="2026-02-20")
        links |= {code: next(text for text in leena.links() if "/s/" in text)}
    return links


def prepare(aino: Visitor, leena: Visitor) -> None:
    """The questions in Dari and Finnish; the organisation downloads its papers."""
    aino.open(f"{BASE}/materials/").press("Prepare")
    leena.open(f"{BASE}/materials/D/")
    for kind in ("invitation", "questions", "facilitator", "scribe", "form"):
        assert leena.open(f"{BASE}/materials/D/{kind}.docx").content.startswith(b"PK")
        assert leena.open(f"{BASE}/materials/D/{kind}.pdf").content.startswith(b"%PDF")
    assert leena.open(f"{BASE}/materials/D/pack.zip").content.startswith(b"PK")


def talk(leena: Visitor, links: dict[str, str], travel: Travel) -> None:
    """Samir writes one report on his phone and brings the other as a Word form; Leena reads both and delivers."""
    travel("2026-03-10 19:30")
    write_on_the_phone(links["D"])
    travel("2026-03-12 20:00", leena)
    bring_a_word_form(leena, links["D2"])
    travel("2026-03-14 12:00", leena)
    for code in ("D", "D2"):
        leena.open(f"{BASE}/rounds/events/{code}/").press("It has been held")
        leena.open(f"{BASE}/reports/{code}/")
        leena.press("checked")
        leena.press("Deliver")


def write_on_the_phone(link: str) -> None:
    """Question by question, line by line, then who came and what the group said of it."""
    samir = somebody().open(link + "/?lang=en")
    samir.open(f"{address_of(link)}SEC1/")
    for words in ("راننده بس ما را دید و ایستاد نشد.", "بعد از ساعت هشت از زیرگذر نمی‌روم."):
        samir.press("Next statement", original=words, mark="bad", manner="quote")
    assert samir.says("راننده بس")
    samir.open(f"{address_of(link)}facts/").press("Save", total="8")
    samir.open(f"{address_of(link)}check/")
    samir.press("Save", read_back="yes", agrees_delivery="yes", agrees_quotes="yes")
    samir.press("Give it to the organisation")


def bring_a_word_form(leena: Visitor, link: str) -> None:
    """The same form from Word: filled in elsewhere, sent through the same link."""
    form = leena.open(f"{BASE}/materials/D2/form.docx").content
    filled = fill(
        form,
        {
            "SEC1.1.o": "در ایستگاه تاریک است.", "SEC1.1.t": "Asemalla on pimeää.", "SEC1.1.m": "−",
            "INT1.1.o": "در کتابخانه با من گپ زدند.", "INT1.1.t": "Kirjastossa minulle puhuttiin.", "INT1.1.m": "+",
            "B.total": "7", "E.read_back": "بلی", "E.delivery": "بلی", "E.quotes": "بلی",
        },
    )  # fmt: skip
    samir = somebody().open(address_of(link) + "form/?lang=en")
    samir.press("Read it in", file=("lomake.docx", filled))
    samir.open(f"{address_of(link)}check/").press("Give it to the organisation")


def read(aino: Visitor, travel: Travel) -> None:
    """Aino reads what was delivered."""
    travel("2026-03-20 10:00", aino)
    for code in ("D", "D2"):
        aino.open(f"{BASE}/reports/{code}/")
        assert aino.says("راننده بس" if code == "D" else "در ایستگاه")
        aino.press("read")


def understand(aino: Visitor, leena: Visitor, travel: Travel) -> None:
    """Statements, their translations, a theme."""
    travel("2026-03-25 10:00", aino, leena)
    aino.open(f"{BASE}/statements/lift/")
    for _report in range(2):
        aino.open(f"{BASE}/statements/lift/").press("Lift")
    for code, words in (("D/1", "Bussinkuljettaja näki meidät eikä pysähtynyt."), ("D/2", "En kulje alikulusta.")):
        aino.open(f"{BASE}/statements/{code}/words/fi/").press("Save", text=words)
    for code in ("D/1", "D/2", "D2/1", "D2/2"):
        leena.open(f"{BASE}/statements/{code}/words/fi/check/").press("It says the same", reader="Leena")
    aino.open(f"{BASE}/statements/themes/")
    aino.press("Add the theme", name="Pimeä asema", domain="security")
    theme = aino.open(f"{BASE}/statements/coding/").page.xpath("string(//input[@name='themes']/@value)")
    aino.press("Next", themes=[theme])


def tell(aino: Visitor, leena: Visitor, travel: Travel) -> None:
    """A card from two events, read by the organisation, approved and frozen."""
    travel("2026-04-15 10:00", aino, leena)
    aino.open(f"{BASE}/cards/new/?statement=D-02&statement=D2-01")
    aino.press(
        "Save the card", title="Alikulku", domain="security", harm_considered="Paikkaa ei nimetä tarkasti.",
        narrative="Kello kahdeksan jälkeen en kulje asemalta. Siellä on pimeää, ja valot ovat olleet rikki syksystä. "
        "Kierrän pitkän tien lasten kanssa. Joskus joku lähtee mukaan, ja silloin uskallan. Yksi lamppu riittäisi.",
    )  # fmt: skip
    aino.press("Send to the organisations")
    leena.open(f"{BASE}/cards/1/").press("Send our word", agreed="yes")
    aino.open(f"{BASE}/cards/1/").press("Approve the card")
    aino.open(f"{BASE}/cards/").press("Freeze the deck")
    assert aino.open(f"{BASE}/cards/print/fi.pdf").content.startswith(b"%PDF")


def show(aino: Visitor) -> None:
    """The results as slides, built, downloaded, frozen."""
    aino.open(f"{BASE}/slides/").follow("Build the presentation").press("Build the presentation")
    assert aino.says("Pimeä asema")
    assert aino.open(f"{BASE}/slides/slides-fi.pptx").content.startswith(b"PK")
    aino.open(f"{BASE}/slides/").press("Freeze it")


def ask(aino: Visitor, travel: Travel) -> None:
    """A survey at the end of the evening; what six people said is told in words when it has closed."""
    aino.open(f"{BASE}/surveys/feedback/open/")
    aino.press("Open the survey" if "Open the survey" in aino.buttons() else "Save the survey",
               opens_at="2026-05-05T17:00", closes_at="2026-05-12T23:59", languages=["fi", "sv", "en"])  # fmt: skip
    address = next(word for word in aino.text.split() if "/a/" in word)
    travel("2026-05-05 19:45", aino)
    for answers in ({"understands": "5"}, {"understands": "4"}, {"understands": "5"}, {"understands": "4"},
                    {"understands": "5"}, {"understands": "2"}):  # fmt: skip
        somebody().open(address_of(address) + "?lang=en").press("Send", **answers)
    assert "results" in aino.open(f"{BASE}/surveys/feedback/").text
    travel("2026-05-13 09:00", aino)
    aino.open(f"{BASE}/surveys/feedback/")
    assert aino.says("Most answered: much or very much.", "Fewer than five answered: nothing is shown.")


def decide(aino: Visitor, travel: Travel) -> None:
    """The evening: phones vote, the verdict is shown when the vote has closed, a table finds an idea."""
    aino.open(f"{BASE}/decisions/set-up/")
    aino.press("Save", starts_at="2026-05-05T17:00", ends_at="2026-05-05T20:00", place="Valtuustosali",
               languages=["fi", "fa-AF"])  # fmt: skip
    aino.open(f"{BASE}/decisions/tables/").press("Add an empty table")
    code = aino.open(f"{BASE}/decisions/").page.xpath("string(//*[contains(@class, 'big-code')])").strip()
    travel("2026-05-05 17:10", aino)
    phones = [join(code) for _phone in range(6)]
    aino.open(f"{BASE}/decisions/host/")
    aino.press("card 1")
    aino.press("Open the vote")
    for phone in phones:
        phone.open(f"/hall/{code}/").press("Less of this")
        assert phone.says("ounted")
    aino.open(f"{BASE}/decisions/host/").press("Close the vote")
    aino.press("Show the result")
    assert somebody().open(f"/screen/{code}/?lang=en").says("Most want less of this")
    aino.open(f"{BASE}/decisions/host/").press("Go on to ideas")
    aino.press("Choose measures")
    aino.press("End it")


def join(code: str) -> Visitor:
    """A phone in the hall."""
    phone = somebody().open(f"/join/{code}/?lang=en")
    phone.press("Join", language="fi", table=value_of(phone, "table", "1"))
    return phone


def keep(aino: Visitor, letters: Any) -> None:
    """One measure with an owner who says yes, published."""
    aino.open(f"{BASE}/measures/new/")
    aino.press(
        "Save the measure", sentence="Alikulku valaistaan.", owner_body="Tekninen toimi", owner_post="tekninen johtaja",
        owner_email="johtaja@mallila.example", due_on="2026-10-31", cards=[value_of(aino, "cards", "K1")],
    )  # fmt: skip
    with letters(execute=True):
        aino.press("Ask the owner")
    owner = somebody().open(next(word for word in mail.outbox[-1].body.split() if "/o/" in word) + "/?lang=en")
    owner.press("Send the answer", accepted="yes")
    aino.open(f"{BASE}/measures/1/tell/fa-AF/").press("Save the text", said="زیرگذر تاریک است.", decided="چراغ می‌ماند.")
    aino.open(f"{BASE}/measures/").press("Publish")


def follow(aino: Visitor, travel: Travel) -> None:
    """A checkup is planned, its day comes, it is recorded and told."""
    aino.open(f"{BASE}/followup/1/").press("Plan a checkup", due_on="2026-11-01")
    travel("2026-11-02 09:00", aino)
    aino.open(f"{BASE}/followup/1/").follow("Record how it stands")
    aino.press("Record the checkup", state="done", step="visible", says="Valot ovat päällä.")
    aino.follow("دری").press("Save the text", done="چراغ‌ها روشن است.")


def answer() -> None:
    """What a resident reads."""
    resident = somebody().open("/mallila/?lang=fa-AF")
    assert resident.says("زیرگذر تاریک است.", "چراغ می‌ماند.", "چراغ‌ها روشن است.")


def go_on(aino: Visitor) -> None:
    """The loop closes and opens again."""
    aino.open(f"{BASE}/followup/hear-next/")
    aino.press("Put on the list", name="Vironkieliset", languages=["et"], reason="Järjestöä ei löytynyt.")
    aino.follow("Open the next round")
    aino.press("Open the next round", name="Kevät 2027", starts_on="2027-01-11", talks_until="2027-04-01")
    assert aino.says("Vironkieliset") and "MAL27" in aino.address


def value_of(visitor: Visitor, field: str, words: str) -> str:
    """The value of the choice that reads so: what a person does by looking."""
    options = visitor.page.xpath(f"//select[@name='{field}']/option | //input[@name='{field}']/parent::label")
    for option in options:
        if words in " ".join(option.text_content().split()):
            return str(option.get("value") or option.xpath("string(input/@value)"))
    raise AssertionError(f"no choice {words!r} in {field} on {visitor.address}")


def address_of(link: str) -> str:
    """The path of a link, with its slash."""
    return "/" + link.split("/", 3)[3].rstrip("/") + "/"
