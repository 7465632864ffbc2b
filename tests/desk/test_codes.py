"""Short codes as people type them."""

import pytest

from kuultu.desk.queries.codes import Kind, Short, readings


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("D-08", Short(Kind.STATEMENT, 8, "D")),
        ("d-8", Short(Kind.STATEMENT, 8, "D")),
        (" MAL26-D-08 ", Short(Kind.STATEMENT, 8, "D")),
        ("D2–11", Short(Kind.STATEMENT, 11, "D2")),
        ("D\u201108", Short(Kind.STATEMENT, 8, "D")),
        ("mal26-k7", Short(Kind.CARD, 7)),
        ("K7", Short(Kind.CARD, 7)),
        ("T1", Short(Kind.MEASURE, 1)),
        ("T-1", Short(Kind.STATEMENT, 1, "T")),
    ],
)
def test_a_code_is_read_in_every_way_people_write_it(typed: str, first: Short) -> None:
    assert readings(typed, "MAL26")[0] == first


def test_a_hyphen_too_many_still_finds_the_card_after_the_statement() -> None:
    assert readings("K-7", "MAL26") == [Short(Kind.STATEMENT, 7, "K"), Short(Kind.CARD, 7)]


@pytest.mark.parametrize("typed", ["", "bussi", "KIR26-D-08", "O-08", "I-1", "D-", "K", "K1234", "D-08-1", "MAL26"])
def test_what_is_no_code_of_this_round_is_not_read(typed: str) -> None:
    assert readings(typed, "MAL26") == []


def test_a_code_is_said_in_one_form() -> None:
    assert [str(Short(Kind.STATEMENT, 8, "D")), str(Short(Kind.CARD, 7)), str(Short(Kind.MEASURE, 1))] == [
        "D-08", "K7", "T1",
    ]  # fmt: skip
