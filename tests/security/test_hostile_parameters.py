"""Whatever somebody writes behind the question mark, or sends instead of a form, is answered, never a fault."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

import kuultu
from tests.conftest import NOW, signed_in
from tests.demo_world import World, address, known_parts, played, routes

# Every name that a view asks a request for.
ASKED = re.compile(r"""\b(?:GET|POST)\b\)?(?:\.get(?:list)?\(|\[)"(\w+)\"""")
NAMES = sorted({
    name for path in Path(kuultu.__file__).parent.rglob("*.py") for name in ASKED.findall(path.read_text())
})  # fmt: skip
# A byte that no database takes, a number that none holds, one that Python does not read.
HOSTILE = ["1\x00", "9" * 30, "9" * 5000]


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    yield from played(django_db_blocker)


@pytest.fixture(scope="module")
def known(demo: World) -> dict[str, Any]:
    return known_parts(demo.town, NOW)


def test_the_names_are_found() -> None:
    assert {"idea", "card", "before", "pages", "theme", "lang", "statement"} <= set(NAMES)


# A large file that asks for nothing: made for each word, it would take as long as all the others.
@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(set(routes()) - {"materials:packs"}))
def test_no_page_fails_on_what_it_was_not_made_for(name: str, demo: World, known: dict[str, Any]) -> None:
    url = address(name, routes()[name], known)
    browser = signed_in(demo.coordinator) if "<slug:municipality>" in routes()[name][1] else Client()
    for typed in HOSTILE:
        sent = dict.fromkeys(NAMES, typed)
        for ask in (browser.get, browser.post):
            with transaction.atomic():
                assert ask(url, sent).status_code < 500, (url, typed[:20])
                transaction.set_rollback(True)
