"""Roles, one-time sign-in links, organisations frozen and thawed."""

import re
from datetime import datetime, timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kuultu.ground.audit.models import Entry
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.models import Link, Membership, Person, Role
from tests.conftest import member
from tests.desk.conftest import page
from tests.factories import a_round, an_order


def role_of(person: Person) -> Membership:
    return Membership.objects.get(person=person, municipality__slug="mallila")


def test_aino_gives_a_role_and_shows_the_link_once(mallila: Municipality, aino_browser: Client) -> None:
    answer = aino_browser.post(
        page("new_member"), {"name": "Kaisa Tuomi", "email": "Kaisa@mallila.example", "role": "analyst"}, follow=True
    )
    assert "Kaisa Tuomi has the role now" in answer.content.decode()
    kaisa = Person.objects.get(email="kaisa@mallila.example")
    assert role_of(kaisa).role == Role.ANALYST
    shown = aino_browser.post(page("link", role_of(kaisa).pk))
    address = re.search(r'value="(http[^"]+/in/[^"]+)"', shown.content.decode())
    assert address is not None and "no-store" in shown["Cache-Control"]
    assert address[1] not in aino_browser.get(page("people")).content.decode()
    browser = Client(headers={"accept-language": "en"})
    path = address[1].partition("://")[2].partition("/")[2]
    assert browser.post(f"/{path}")["Location"] == "/me/"
    assert browser.get("/me/", follow=True).redirect_chain[-1][0] == page("rounds")
    assert browser.get(f"/{path}").status_code == 410
    with scope(mallila):
        assert set(Entry.objects.values_list("verb", flat=True)) == {
            "gave a role", "made a sign-in link", "signed in by link",
        }  # fmt: skip


def test_a_link_made_here_leads_nowhere_else(
    mallila: Municipality, naapuri: Municipality, aino_browser: Client, ville: Person, ville_browser: Client
) -> None:
    """Aino could give the neighbour's coordinator a role here and sign in as him: she must not come in over there."""
    with scope(naapuri):
        a_round(code="NAA26", name="Naapurin salaisuus")
    aino_browser.post(page("new_member"), {"name": "Ville", "email": ville.email, "role": "analyst"})
    shown = aino_browser.post(page("link", role_of(ville).pk)).content.decode()
    found = re.search(r"/in/[^\"/]+/", shown)
    assert found is not None
    as_ville = Client(headers={"accept-language": "en"})
    as_ville.post(found[0])
    assert as_ville.get(page("rounds")).status_code == 200
    for address in ("/naapuri/desk/", "/naapuri/NAA26/", "/naapuri/desk/people/"):
        assert as_ville.get(address).status_code == 404
    assert as_ville.get("/me/", follow=True).redirect_chain == [(page("rounds"), 302)]
    assert "Naapurin salaisuus" in ville_browser.get("/naapuri/desk/").content.decode()
    as_ville.post("/sign-in/", {"email": ville.email, "password": "a long enough password"})
    assert "Naapurin salaisuus" in as_ville.get("/naapuri/desk/").content.decode()


def test_a_wrong_choice_says_what_to_do_and_keeps_what_was_typed(
    mallila: Municipality, silta: Organisation, aino_browser: Client
) -> None:
    typed = {"name": "Leena Koski", "email": "leena@silta.example", "role": "organisation"}
    answer = aino_browser.post(page("new_member"), typed)
    assert answer.status_code == 400
    assert "Choose the organisation." in answer.content.decode() and "Leena Koski" in answer.content.decode()
    other = aino_browser.post(page("new_member"), typed | {"role": "analyst", "organisation": silta.pk})
    assert other.status_code == 400 and "Who coordinates an organisation" in other.content.decode()
    assert aino_browser.post(page("new_member"), typed | {"organisation": silta.pk}).status_code == 302


def test_an_ended_role_ends_at_once_and_can_be_given_again(
    mallila: Municipality, aino_browser: Client, leena: Person, leena_browser: Client, silta: Organisation
) -> None:
    assert leena_browser.get(page("rounds")).status_code == 200
    aino_browser.post(page("end_role", role_of(leena).pk))
    assert leena_browser.get(page("rounds")).status_code == 404
    assert "No municipality yet" in leena_browser.get("/me/").content.decode()
    aino_browser.get(page("people"))  # which says once that she no longer has the role
    assert "Leena" not in aino_browser.get(page("people")).content.decode()
    aino_browser.post(
        page("new_member"),
        {"name": "Leena Koski", "email": leena.email, "role": "organisation", "organisation": silta.pk},
    )
    assert leena_browser.get(page("rounds")).status_code == 200
    with scope(mallila):
        assert list(Entry.objects.values_list("verb", flat=True)) == ["ended a role", "gave a role"]


def test_nobody_ends_their_own_role(mallila: Municipality, aino: Person, aino_browser: Client) -> None:
    answer = aino_browser.post(page("end_role", role_of(aino).pk))
    assert answer.status_code == 403 and "your own role" in answer.content.decode()
    assert role_of(aino).until is None


def test_a_frozen_organisation_sees_nothing_until_it_is_thawed(
    mallila: Municipality, silta: Organisation, aino_browser: Client, leena_browser: Client
) -> None:
    with scope(mallila):
        an_order(a_round(), silta)
    aino_browser.post(page("freeze", silta.pk))
    assert leena_browser.get(page("round", "MAL26")).status_code == 404
    assert "frozen" in aino_browser.get(page("people")).content.decode()
    aino_browser.post(page("thaw", silta.pk))
    assert leena_browser.get(page("round", "MAL26")).status_code == 200
    with scope(mallila):
        verbs = Entry.objects.values_list("verb", flat=True)
        assert list(verbs) == ["froze an organisation", "thawed an organisation"]


def test_the_neighbours_people_are_out_of_reach(
    mallila: Municipality, naapuri: Municipality, aino_browser: Client, ville: Person
) -> None:
    theirs = Membership.objects.get(person=ville)
    with scope(naapuri):
        organisation = Organisation.objects.create(name="Naapurin yhdistys")
    assert "Ville" not in aino_browser.get(page("people")).content.decode()
    for address in (page("link", theirs.pk), page("end_role", theirs.pk), page("freeze", organisation.pk)):
        assert aino_browser.post(address).status_code == 404
    with scope(naapuri):
        assert Organisation.objects.get().frozen_at is None and not Link.objects.exists()


def test_only_the_coordinator_manages_people(
    mallila: Municipality, silta: Organisation, leena: Person, leena_browser: Client, kaisa_browser: Client
) -> None:
    for browser in (leena_browser, kaisa_browser):
        assert browser.get(page("people")).status_code == 403
        assert browser.get(page("new_member")).status_code == 403
        for address in (page("link", role_of(leena).pk), page("end_role", role_of(leena).pk), page("freeze", silta.pk)):
            assert browser.post(address).status_code == 403


def test_the_page_of_people_asks_as_often_for_three_as_for_one(
    mallila: Municipality, aino_browser: Client, silta: Organisation, now: datetime
) -> None:
    member("one@silta.example", "Yksi", mallila, Role.ORGANISATION, silta)
    aino_browser.get(page("people"))
    with CaptureQueriesContext(connection) as one:
        aino_browser.get(page("people"))
    for number in (2, 3):
        with scope(mallila):
            other = Organisation.objects.create(name=f"Järjestö {number}")
        member(f"{number}@silta.example", f"Henkilö {number}", mallila, Role.ORGANISATION, other)
    with CaptureQueriesContext(connection) as three:
        assert aino_browser.get(page("people")).content.decode().count("rows__name") == 4
    assert len(three) == len(one)


def test_a_role_that_has_not_begun_lets_nobody_in(mallila: Municipality, leena: Person, leena_browser: Client) -> None:
    role = role_of(leena)
    role.since += timedelta(days=100_000)
    role.save()
    assert leena_browser.get(page("rounds")).status_code == 404
    assert "No municipality yet" in leena_browser.get("/me/").content.decode()
