"""Every address × every role × the neighbour. A new address without a row in `url_matrix.tsv` fails.

The table is read by people. A row says what a GET (or, for pages that only act, a POST with nothing in it) answers to
an anonymous visitor, the neighbour's coordinator, and this municipality's coordinator, analyst and organisation.
`KUULTU_MATRIX=write pytest tests/test_urls.py` writes it anew; then look at every changed cell before committing.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.links import make_link, token_of
from kuultu.ground.people.models import Purpose
from kuultu.loop.followup.models import Checkup
from kuultu.loop.rounds.models import Event, Group, Order
from tests.conftest import NOW, signed_in
from tests.demo_world import World, played

MATRIX = Path(__file__).with_name("url_matrix.tsv")
WRITES = os.environ.get("KUULTU_MATRIX") == "write"
WHO = ("anonymous", "neighbour", "coordinator", "analyst", "organisation")


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every named address: its full name and its pattern."""
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each, f"{prefix}{each.namespace}:" if each.namespace else prefix)
        else:
            yield f"{prefix}{each.name}", each


NAMES = sorted({name for name, _pattern in patterns()})


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    yield from played(django_db_blocker)


@pytest.fixture(scope="module")
def arguments(demo: World) -> dict[str, Any]:
    """What stands for each part of an address."""
    with scope(demo.town):
        checkup = Checkup.objects.filter(done_at=None).first() or Checkup.objects.first()
        assert checkup is not None
        event = Event.objects.get(code="D")
        links = {
            name: token_of(make_link(purpose, subject, now=NOW, lasts=NOW - NOW.replace(year=2020)))
            for name, purpose, subject in (
                ("s", Purpose.SCRIBE, event.pk), ("f", Purpose.FACILITATOR, event.pk),
                ("o", Purpose.OWNER, checkup.measure_id), ("in", Purpose.SIGN_IN, demo.analyst.pk),
            )
        }  # fmt: skip
        return {
            "municipality": "mallila", "code": "MAL26", "event_code": "D", "language": "ar", "tongue": "ar",
            "ending": "pdf", "statement": 1, "kind": "invitation", "key": "SEC1", "way": "add", "role": "scribe",
            "checkup": checkup.pk, "group": Group.objects.order_by("pk")[0].pk,
            "order": Order.objects.order_by("pk")[0].pk, "links": links, "hall": "H7KMPA",
        }  # fmt: skip


def address(name: str, pattern: URLPattern, route: str, known: dict[str, Any]) -> str:
    """An address of that name in the demo; `number` means a group, an order or the first of its kind."""
    values = {}
    for part in pattern.pattern.converters:
        if part == "token":
            values[part] = known["links"].get(route.split("/")[0], known["links"]["s"])
        elif part == "number":
            kind = next((word for word in ("group", "order") if word in name), "")
            values[part] = known[kind] if kind else 1
        elif part == "code" and "round" not in str(pattern.pattern.converters[part].__class__.__name__).lower():
            values[part] = known["hall"]
        else:
            values[part] = known.get(part, 1)
    if "<slug:municipality>" in route:
        values["municipality"] = known["municipality"]
    return reverse(name, kwargs=values)


def routes() -> dict[str, tuple[URLPattern, str]]:
    """Name → its pattern and its whole route."""
    found: dict[str, tuple[URLPattern, str]] = {}

    def walk(resolver: URLResolver, names: str, route: str) -> None:
        for each in resolver.url_patterns:
            if isinstance(each, URLResolver):
                walk(each, f"{names}{each.namespace}:" if each.namespace else names, route + str(each.pattern))
            else:
                found[f"{names}{each.name}"] = (each, route + str(each.pattern))

    walk(get_resolver(), "", "")
    return found


def answers(url: str, demo: World) -> dict[str, str]:
    """What each of them is answered; nothing that they do stays."""
    found = {}
    for who, person in demo.people().items():
        browser = signed_in(person) if person else Client(headers={"accept-language": "en"})
        with transaction.atomic():
            response = browser.get(url)
            if response.status_code == 405:
                response = browser.post(url)
                found[who] = f"post {response.status_code}"
            else:
                found[who] = str(response.status_code)
            if response.status_code == 302 and "/sign-in/" in response["Location"]:
                found[who] = found[who].replace("302", "sign-in")
            transaction.set_rollback(True)
    return found


def table() -> dict[str, list[str]]:
    """The matrix as it was agreed: name → a cell for each column."""
    lines = MATRIX.read_text().splitlines()[1:] if MATRIX.exists() else []
    return {line.split("\t")[0]: line.split("\t")[1:] for line in lines}


def test_every_address_has_a_row() -> None:
    assert WRITES or set(NAMES) == set(table())


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_an_address_answers_as_agreed(name: str, demo: World, arguments: dict[str, Any]) -> None:
    pattern, route = routes()[name]
    got = answers(address(name, pattern, route, arguments), demo)
    if WRITES:
        rows = table() | {name: [got[who] for who in WHO]}
        lines = ["\t".join(["name", *WHO]), *("\t".join([key, *rows[key]]) for key in sorted(rows) if key in NAMES)]
        MATRIX.write_text("\n".join(lines) + "\n")
    assert [got[who] for who in WHO] == table()[name]
    assert got["neighbour"] in {"404", "post 404"} or "<slug:municipality>" not in route or name.startswith("public:")
    assert not any(answer.endswith("500") for answer in got.values())
