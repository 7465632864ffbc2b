"""Whoever reads the terminal or its log: no links, no codes, nothing that somebody typed."""

import logging
import logging.config
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError
from django.test import Client

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.links import make_link, token_of
from kuultu.ground.people.models import Purpose
from kuultu.ground.people.request import moment
from kuultu.ground.web.logs import WithoutWords
from tests.factories import a_round, an_event, questions

SECRET = "Fatima sanoi näin"


class Kept(logging.Handler):
    """What the terminal would show."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(WithoutWords())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def terminal() -> Iterator[Kept]:
    kept, root = Kept(), logging.getLogger()
    root.addHandler(kept)
    yield kept
    root.removeHandler(kept)


def test_the_terminal_is_set_up_so() -> None:
    wired: dict[str, Any] = settings.LOGGING
    assert {each["formatter"] for each in wired["handlers"].values()} == {"without_words"}
    assert wired["formatters"]["without_words"]["()"] == "kuultu.ground.web.logs.WithoutWords"
    assert wired["root"]["handlers"] == ["console"] and not logging.getLogger("django").handlers


def test_a_page_that_breaks_behind_a_door_does_not_tell_the_key(
    mallila: Municipality, visitor: Client, terminal: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scope(mallila):
        round = a_round()
        questions(round)
        token = token_of(make_link(Purpose.SCRIBE, an_event(round).pk, now=moment(), lasts=timedelta(days=1)))

    def breaks(*_args: object, **_more: object) -> None:
        raise IntegrityError(f"Key (original)=({SECRET}) already exists.")

    monkeypatch.setattr("kuultu.loop.reports.views.scribe.add_line", breaks)
    visitor.raise_request_exception = False
    answer = visitor.post(f"/s/{token}/SEC1/?word={SECRET}", {"original": SECRET, "manner": "said"})
    said = "\n".join(terminal.lines)
    assert answer.status_code == 500 and SECRET not in answer.content.decode()
    assert "IntegrityError" in said and "scribe.py" in said and "/s/…" in said
    assert token not in said and token.split("-")[1] not in said and SECRET not in said


def test_a_forged_form_behind_a_door_does_not_tell_the_key(mallila: Municipality, terminal: Kept) -> None:
    with scope(mallila):
        token = token_of(make_link(Purpose.SIGN_IN, 1, now=moment(), lasts=timedelta(days=1)))
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"/in/{token}/").status_code == 403
    said = "\n".join(terminal.lines)
    assert "Forbidden" in said and token.split("-")[1] not in said


@pytest.mark.parametrize(
    "line",
    ["Internal Server Error: /table/KRTP47/3/?k=ABCD", "x /o/1f-0123456789abcdef/now/ y", "'/join/KRTP47/'",
     "/mallila/MAL26/search/?q=Fatima"],
)  # fmt: skip
def test_addresses_lose_what_opens_or_tells(line: str) -> None:
    said = WithoutWords().format(logging.LogRecord("x", logging.ERROR, "", 0, line, (), None))
    for secret in ("KRTP47", "ABCD", "0123456789abcdef", "Fatima"):
        assert secret not in said


def test_a_cause_is_told_by_its_kind() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        said = WithoutWords().formatException((type(error), error, error.__traceback__))
    assert "builtins.KeyError" in said and "builtins.ValueError" in said and SECRET not in said


def test_too_much_is_not_read(visitor: Client) -> None:
    sizes = {"small": 100, "large": settings.MOST_SENT + 1}
    answers = {
        name: visitor.post("/sign-in/", b"x" * 100, content_type="application/x-www-form-urlencoded",
                           CONTENT_LENGTH=str(size)).status_code
        for name, size in sizes.items()
    }  # fmt: skip
    assert answers["large"] == 413 and answers["small"] != 413


@pytest.mark.parametrize("size", ["", "-1", "lots", "1e9"])
def test_nonsense_for_a_size_is_no_error(size: str, visitor: Client) -> None:
    assert visitor.post("/sign-in/", b"", content_type="text/plain", CONTENT_LENGTH=size).status_code < 500
