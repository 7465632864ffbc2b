"""Whoever finds, keeps or copies a sign-in link, and whoever guesses a password."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kuultu.ground.audit.models import Entry
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actions import add_member, end_role, make_sign_in_link, use_sign_in_link
from kuultu.ground.people.actor import THE_SYSTEM, Actor
from kuultu.ground.people.links import link_by, make_link, token_of
from kuultu.ground.people.models import Link, Membership, Person, Purpose, Role
from kuultu.ground.people.request import moment
from kuultu.ground.people.rules import Refused
from tests.conftest import member

HOUR = timedelta(hours=1)


@pytest.fixture
def link(mallila: Municipality, aino: Person) -> Link:
    """Aino's, made just now."""
    with scope(mallila):
        return make_link(Purpose.SIGN_IN, aino.pk, now=moment(), lasts=HOUR)


def door(link: Link) -> str:
    return reverse("people:enter", args=[token_of(link)])


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_scanner_that_opens_the_link_does_not_use_it_up(link: Link, visitor: Client) -> None:
    assert visitor.get(door(link)).status_code == 200 and visitor.head(door(link)).status_code == 200
    assert not is_in(visitor)
    visitor.post(door(link))
    assert is_in(visitor)


def test_a_link_signs_in_once(link: Link, visitor: Client) -> None:
    visitor.post(door(link))
    thief = Client()
    assert thief.post(door(link)).status_code == 410 and thief.get(door(link)).status_code == 410
    assert not is_in(thief)


def test_two_who_press_at_the_same_moment_do_not_both_get_in(link: Link, mallila: Municipality) -> None:
    with scope(mallila):
        first, second = Link.objects.get(pk=link.pk), Link.objects.get(pk=link.pk)
        use_sign_in_link(first, now=moment())
        with pytest.raises(Refused):
            use_sign_in_link(second, now=moment())


@pytest.mark.parametrize("change", [{"expires_at": moment() - HOUR}, {"revoked_at": moment()}])
def test_an_expired_or_revoked_link_is_told_so(change: dict[str, datetime], link: Link, visitor: Client) -> None:
    Link.everywhere.filter(pk=link.pk).update(**change)
    assert visitor.get(door(link)).status_code == 410 and visitor.post(door(link)).status_code == 410
    assert not is_in(visitor)


def test_an_account_that_was_closed_does_not_come_in(link: Link, aino: Person, visitor: Client) -> None:
    Person.objects.filter(pk=aino.pk).update(is_active=False)
    assert visitor.post(door(link)).status_code == 410
    assert not is_in(visitor)


def test_who_has_no_role_here_any_more_does_not_come_in(link: Link, aino: Person, visitor: Client) -> None:
    Membership.objects.filter(person=aino).update(until=moment() - HOUR)
    assert visitor.post(door(link)).status_code == 410
    assert not is_in(visitor)


def test_ending_the_last_role_closes_the_links(link: Link, mallila: Municipality, aino: Person) -> None:
    with scope(mallila):
        end_role(Membership.objects.get(person=aino), by=THE_SYSTEM, now=moment())
        assert Link.objects.get(pk=link.pk).revoked_at


def test_a_second_role_keeps_the_links_open(link: Link, mallila: Municipality, aino: Person) -> None:
    with scope(mallila):
        add_member(by=THE_SYSTEM, now=moment(), email=aino.email, name=aino.name, role=Role.ANALYST)
        end_role(Membership.objects.get(person=aino, role=Role.ANALYST), by=THE_SYSTEM, now=moment())
        assert Link.objects.get(pk=link.pk).revoked_at is None


def test_a_new_link_closes_the_one_before(link: Link, mallila: Municipality, aino: Person, as_aino: Actor) -> None:
    with scope(mallila):
        fresh = make_sign_in_link(by=as_aino, now=moment(), person=aino)
        assert Link.objects.get(pk=link.pk).revoked_at and fresh.is_open(moment())


def test_a_link_of_one_municipality_opens_no_other(
    mallila: Municipality, naapuri: Municipality, aino: Person, visitor: Client
) -> None:
    """Ville gives Aino a role in his municipality, makes a link for her and signs in with it himself."""
    with scope(naapuri):
        add_member(by=THE_SYSTEM, now=moment(), email=aino.email, name="Aino", role=Role.ANALYST)
        theirs = make_sign_in_link(by=THE_SYSTEM, now=moment(), person=aino)
    visitor.post(door(theirs))
    assert visitor.get(reverse("desk:rounds", args=["naapuri"])).status_code == 200
    assert visitor.get(reverse("desk:rounds", args=["mallila"])).status_code == 404
    assert visitor.get(reverse("people:home"))["Location"] == reverse("desk:rounds", args=["naapuri"])


def test_the_session_is_a_new_one_after_signing_in(link: Link, visitor: Client) -> None:
    session = visitor.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key
    visitor.post(door(link))
    assert visitor.session.session_key != before


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)", "https:evil.example"],
)
def test_after_signing_in_nobody_is_led_away(address: str, aino: Person, visitor: Client) -> None:
    said = {"email": aino.email, "password": "a long enough password", "next": address}
    answer = visitor.post(reverse("people:sign_in"), said)
    assert answer.status_code == 302 and answer["Location"] == reverse("people:home")


def test_a_wrong_password_and_an_unknown_address_read_the_same(aino: Person, visitor: Client) -> None:
    pages = [
        visitor.post(reverse("people:sign_in"), {"email": email, "password": "wrong, and long enough"})
        for email in (aino.email, "nobody@mallila.example")
    ]
    texts = [page.content.decode().replace(aino.email, "X").replace("nobody@mallila.example", "X") for page in pages]
    assert pages[0].status_code == pages[1].status_code == 400
    token = [text.split('csrfmiddlewaretoken" value="')[1].split('"')[0] for text in texts]
    assert texts[0].replace(token[0], "") == texts[1].replace(token[1], "")


def test_ten_wrong_passwords_make_a_pause(aino: Person, visitor: Client) -> None:
    for _try in range(10):
        answer = visitor.post(reverse("people:sign_in"), {"email": aino.email, "password": "wrong, and long enough"})
    assert answer.status_code == 429
    right = {"email": aino.email, "password": "a long enough password"}
    assert visitor.post(reverse("people:sign_in"), right).status_code == 429


def test_capitals_in_the_address_do_not_begin_the_count_anew(aino: Person, visitor: Client) -> None:
    for number in range(10):
        email = aino.email[:number].upper() + aino.email[number:]
        answer = visitor.post(reverse("people:sign_in"), {"email": email, "password": "wrong, and long enough"})
    assert answer.status_code == 429


@pytest.mark.parametrize(
    "token", ["", "-", "1-", "x-y", "1-00", "0x1-00", "-1-00", "ffffffffffffffffffffffff-00", "1_1-00", "١-00", " 1-00"]
)
def test_what_is_no_token_opens_nothing(token: str, link: Link) -> None:
    assert link_by(token, Purpose.SIGN_IN) is None


def test_a_token_written_otherwise_is_another_token(link: Link) -> None:
    number, _dash, signed = token_of(link).partition("-")
    assert link_by(token_of(link), Purpose.SIGN_IN) == link
    for other in (f"0{number}-{signed}", f"0x{number}-{signed}", f" {number}-{signed}", f"{number}-{signed.upper()}"):
        assert other == token_of(link) or link_by(other, Purpose.SIGN_IN) is None


@pytest.mark.parametrize("purpose", [purpose for purpose in Purpose if purpose != Purpose.SIGN_IN])
def test_a_token_of_one_purpose_is_none_of_another(purpose: Purpose, link: Link, visitor: Client) -> None:
    assert link_by(token_of(link), purpose) is None
    assert visitor.get(f"/{purpose.value}/{token_of(link)}/").status_code == 404


def test_a_frozen_organisations_coordinator_loses_the_role_at_once(
    mallila: Municipality, silta: Organisation, leena_browser: Client
) -> None:
    page = reverse("desk:rounds", args=["mallila"])
    assert leena_browser.get(page).status_code == 200
    with scope(mallila):
        Organisation.objects.filter(pk=silta.pk).update(frozen_at=moment())
    assert leena_browser.get(page).status_code == 404


def test_a_person_has_in_each_municipality_the_roles_of_that_one(
    mallila: Municipality, naapuri: Municipality, visitor: Client
) -> None:
    both = member("both@mallila.example", "Molla Molemmat", mallila, Role.TRANSLATOR)
    Membership.objects.create(person=both, municipality=naapuri, role=Role.COORDINATOR, since=moment() - HOUR)
    visitor.force_login(both, backend="django.contrib.auth.backends.ModelBackend")
    assert visitor.get(reverse("desk:people", args=["naapuri"])).status_code == 200
    assert visitor.get(reverse("desk:people", args=["mallila"])).status_code == 403


def test_nobody_becomes_more_than_staff_by_a_form(mallila: Municipality, aino_browser: Client) -> None:
    for role in (Role.JOB, Role.HALL, Role.SCRIBE, Role.PUBLIC, "root"):
        said = {"name": "X", "email": "x@mallila.example", "role": role}
        assert aino_browser.post(reverse("desk:new_member", args=["mallila"]), said).status_code == 400
    assert not Membership.objects.filter(role__in=[Role.JOB, Role.HALL, Role.SCRIBE, Role.PUBLIC]).exists()


def test_a_link_is_not_in_the_history(mallila: Municipality, aino: Person, as_aino: Actor, visitor: Client) -> None:
    with scope(mallila):
        made = make_sign_in_link(by=as_aino, now=moment(), person=aino)
    visitor.post(door(made))
    written = " ".join(str(vars(entry)) for entry in Entry.objects.all())
    assert token_of(made) not in written and made.salt not in written and aino.email not in written
