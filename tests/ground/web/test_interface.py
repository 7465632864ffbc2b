"""Which language a page is in."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.utils import translation

from kuultu.config import urls
from kuultu.ground.web.interface import for_residents


def tell(request: HttpRequest, **_more: str) -> HttpResponse:
    return HttpResponse(translation.get_language())


@for_residents
def tell_residents(request: HttpRequest) -> HttpResponse:
    return HttpResponse(translation.get_language())


urlpatterns = [
    path("staff/", tell),
    path("residents/", tell_residents),
    path("s/<str:token>/", tell),
    *urls.urlpatterns,
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def spoken(client: Client, address: str, **headers: str) -> str:
    return client.get(address, headers=headers).content.decode()


def test_finnish_unless_the_browser_asks_for_swedish_or_english() -> None:
    client = Client()
    assert spoken(client, "/staff/") == "fi"
    assert spoken(client, "/staff/", **{"accept-language": "sv-FI,sv;q=0.9,en;q=0.5"}) == "sv"
    assert spoken(client, "/staff/", **{"accept-language": "de,en-GB;q=0.7"}) == "en"
    assert spoken(client, "/staff/", **{"accept-language": "de"}) == "fi"


def test_a_choice_is_remembered_and_a_wrong_one_is_not() -> None:
    client = Client()
    assert spoken(client, "/staff/?lang=sv") == "sv"
    assert spoken(client, "/staff/", **{"accept-language": "en"}) == "sv"
    assert spoken(client, "/staff/?lang=xx") == "sv"
    assert client.cookies["kuultu_language"]["httponly"]
    assert client.cookies["kuultu_language"]["samesite"] == "Lax"


@pytest.mark.parametrize("address", ["/residents/", "/s/7-abc/"])
def test_residents_and_holders_of_a_link_read_in_their_own_language(address: str) -> None:
    client = Client()
    assert spoken(client, f"{address}?lang=fa-AF") == "fa-af"
    assert spoken(client, address) == "fa-af"


def test_a_staff_page_falls_back_as_a_whole() -> None:
    client = Client()
    assert spoken(client, "/residents/?lang=ti") == "ti"
    assert spoken(client, "/staff/") == "en"
    assert spoken(client, "/residents/") == "ti"


@override_settings(DEBUG=False)
def test_an_unknown_page_is_in_the_language_chosen() -> None:
    client = Client()
    found = client.get("/no/such/page/at/all/?lang=ar")
    assert found.status_code == 404
    assert '<html lang="ar" dir="rtl">' in found.content.decode()
