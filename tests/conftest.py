"""The cast. Aino coordinates Mallila; Leena's organisation runs events; Samir is a scribe; Otto decides;
Ville coordinates the neighbour and must see nothing."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Membership, Person, Role


def pytest_configure() -> None:
    """Passwords of the cast need not withstand anybody: a slow hash would be most of the suite's time."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Tests read the sentences of code; pages choose their own language."""
    with translation.override("en"):
        yield


NOW = datetime(2026, 3, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    """A Tuesday in March 2026, eleven o'clock in Finland."""
    return NOW


@pytest.fixture
def shared() -> Path:
    """The folder of samples made by others; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("KUULTU_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the folder of shared samples is not here (KUULTU_SHARED names it)")
    return folder


@pytest.fixture
def mallila(db: None) -> Municipality:
    return Municipality.objects.create(
        slug="mallila", code="999", prefix="MAL", name_fi="Mallila", name_sv="Mallby",
        contact_email="aino@mallila.example", contact_phone="050 000 0101",
    )  # fmt: skip


@pytest.fixture
def naapuri(db: None) -> Municipality:
    """The neighbour on the same server."""
    return Municipality.objects.create(slug="naapuri", code="998", prefix="NAA", name_fi="Naapuri", name_sv="Grannby")


@pytest.fixture
def in_mallila(mallila: Municipality) -> Iterator[Municipality]:
    """The scope of Mallila is open during the test."""
    with scope(mallila):
        yield mallila


def member(email: str, name: str, town: Municipality, role: Role, organisation: Organisation | None = None) -> Person:
    """A person with a role, from long before NOW."""
    person = Person.objects.create_user(email, name, "a long enough password")
    since = datetime(2026, 1, 1, tzinfo=UTC)
    Membership.objects.create(person=person, municipality=town, role=role, organisation=organisation, since=since)
    return person


def acting(person: Person, *roles: Role, organisation: Organisation | None = None) -> Actor:
    """The actor that a person is on a page."""
    ids = frozenset({organisation.pk}) if organisation else frozenset()
    return Actor(roles=frozenset(roles), person=person, organisation_ids=ids)


@pytest.fixture
def silta(mallila: Municipality) -> Organisation:
    """Leena's organisation."""
    with scope(mallila):
        return Organisation.objects.create(name="Silta ry", contact_phone="050 000 0202")


@pytest.fixture
def aino(mallila: Municipality) -> Person:
    return member("aino@mallila.example", "Aino Laine", mallila, Role.COORDINATOR)


@pytest.fixture
def leena(mallila: Municipality, silta: Organisation) -> Person:
    return member("leena@silta.example", "Leena Koski", mallila, Role.ORGANISATION, silta)


@pytest.fixture
def ville(naapuri: Municipality) -> Person:
    return member("ville@naapuri.example", "Ville Naapuri", naapuri, Role.COORDINATOR)


@pytest.fixture
def as_aino(aino: Person) -> Actor:
    return acting(aino, Role.COORDINATOR)


@pytest.fixture
def as_leena(leena: Person, silta: Organisation) -> Actor:
    return acting(leena, Role.ORGANISATION, organisation=silta)


def signed_in(person: Person, language: str = "en") -> Client:
    """A browser of a person, in English unless told otherwise."""
    client = Client(headers={"accept-language": language})
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def aino_browser(aino: Person) -> Client:
    return signed_in(aino)


@pytest.fixture
def leena_browser(leena: Person) -> Client:
    return signed_in(leena)


@pytest.fixture
def ville_browser(ville: Person) -> Client:
    return signed_in(ville)


@pytest.fixture
def visitor() -> Client:
    """Somebody without an account."""
    return Client(headers={"accept-language": "en"})
