"""Whoever tries codes and passwords, and what is kept of it."""

import pytest
from axes.models import AccessAttempt, AccessLog
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from kuultu.ground.people.guesses import WRONG_A_MINUTE, guessed_wrong, may_guess, whence
from kuultu.ground.people.models import Person


def asking(address: str, forwarded: str = "") -> HttpRequest:
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    if forwarded:
        request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    return request


@pytest.fixture(autouse=True)
def nobody_has_guessed() -> None:
    cache.clear()


def use_up(request: HttpRequest) -> None:
    for _try in range(WRONG_A_MINUTE):
        guessed_wrong(request, "join")


def test_a_guesser_does_not_shut_others_out() -> None:
    use_up(asking("203.0.113.7"))
    assert not may_guess(asking("203.0.113.7"), "join")
    assert may_guess(asking("203.0.113.8"), "join") and may_guess(asking("203.0.113.7"), "survey")


def test_behind_a_proxy_each_visitor_is_counted_alone(settings: Settings) -> None:
    settings.BEHIND_PROXY = True
    use_up(asking("127.0.0.1", "203.0.113.7"))
    assert not may_guess(asking("127.0.0.1", "203.0.113.7"), "join")
    assert may_guess(asking("127.0.0.1", "203.0.113.8"), "join")


def test_an_address_that_the_visitor_made_up_does_not_begin_the_count_anew(settings: Settings) -> None:
    settings.BEHIND_PROXY = True
    use_up(asking("127.0.0.1", "198.51.100.1, 203.0.113.7"))
    assert not may_guess(asking("127.0.0.1", "192.0.2.99, 203.0.113.7"), "join")


def test_without_a_proxy_nobody_names_another_address(settings: Settings) -> None:
    settings.BEHIND_PROXY = False
    assert whence(asking("203.0.113.7", "192.0.2.99")) == "203.0.113.7"


def test_whoever_has_a_network_of_addresses_is_counted_once() -> None:
    use_up(asking("2001:db8:1:2::1"))
    assert not may_guess(asking("2001:db8:1:2:ffff::9"), "join")
    assert may_guess(asking("2001:db8:1:3::1"), "join")


@pytest.mark.parametrize("address", ["", "unknown", "203.0.113.7:8000", "\x00"])
def test_what_is_no_address_is_counted_too(address: str) -> None:
    use_up(asking(address))
    assert not may_guess(asking(address), "join")


def test_nothing_is_kept_of_who_signed_in_from_where(aino: Person, visitor: Client) -> None:
    said = {"email": aino.email, "password": "a long enough password"}
    assert visitor.post(reverse("people:sign_in"), said).status_code == 302
    assert not AccessLog.objects.exists()


def test_a_wrong_try_keeps_no_password_and_the_address_once(aino: Person, visitor: Client) -> None:
    visitor.post(reverse("people:sign_in"), {"email": aino.email, "password": "nearly my password", "next": "/s/1-ab/"})
    kept = AccessAttempt.objects.get()
    assert kept.username == aino.email
    written = f"{kept.post_data} {kept.get_data} {kept.path_info}"
    assert "nearly" not in written and aino.email not in written and "/s/1-ab/" not in written


def test_an_address_in_which_a_path_was_typed_is_not_kept_whole(aino: Person, visitor: Client) -> None:
    visitor.post(reverse("people:sign_in") + "?next=/s/1-secret/", {"email": aino.email, "password": "wrong and long"})
    assert "secret" not in str(vars(AccessAttempt.objects.get()))
