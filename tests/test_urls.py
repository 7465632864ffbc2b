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

from tests.conftest import NOW, signed_in
from tests.demo_world import World, address, known_parts, played, routes

MATRIX = Path(__file__).with_name("url_matrix.tsv")
WRITES = os.environ.get("KUULTU_MATRIX") == "write"
WHO = ("anonymous", "neighbour", "coordinator", "analyst", "organisation")


NAMES = sorted(routes())


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    yield from played(django_db_blocker)


@pytest.fixture(scope="module")
def known(demo: World) -> dict[str, Any]:
    """What stands for each part of an address."""
    return known_parts(demo.town, NOW)


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
def test_an_address_answers_as_agreed(name: str, demo: World, known: dict[str, Any]) -> None:
    route = routes()[name]
    at_home = "<slug:municipality>" in route[1] and not name.startswith("public:")
    got = answers(address(name, route, known), demo)
    if WRITES:
        rows = table() | {name: [got[who] for who in WHO]}
        lines = ["\t".join(["name", *WHO]), *("\t".join([key, *rows[key]]) for key in sorted(rows) if key in NAMES)]
        MATRIX.write_text("\n".join(lines) + "\n")
    assert [got[who] for who in WHO] == table()[name]
    assert not at_home or got["neighbour"] in {"404", "post 404"}
    assert not any(answer.endswith("500") for answer in got.values())
