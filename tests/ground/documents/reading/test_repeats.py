"""Words that old LibreOffice wrote several times are read once; words that people repeat stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuultu.ground.documents.reading.repeats import once

STRETCHES = [
    ["لا توجد حافلة في المساء"],
    ["في الساعة ", "18", " ", "لا حافلة إلى", " ", "Mallila"],
    ["รถเมล์ ", "18 Mallila ", "ตอนเย็น"],
]


@pytest.mark.parametrize("stretches", STRETCHES)
@pytest.mark.parametrize("last", [0, 1])
def test_words_written_over_and_over_are_read_once(stretches: list[str], last: int) -> None:
    words = "".join(stretches)
    written = words + "".join(stretch + words for stretch in stretches) + words * last
    assert once(written) == words


@pytest.mark.parametrize(
    "text",
    [
        "hahaha",
        "ei ei ei",
        "☐☐☐☐",
        "Bussi ei kulje. Bussi ei kulje.",
        "kotikoti",
        "no niin no niin no",
        "------------",
        "123412341234",
    ],
)
def test_what_people_repeat_stays(text: str) -> None:
    assert once(text) == text


@given(st.text(max_size=200))
def test_reading_once_gives_the_text_or_its_beginning(text: str) -> None:
    assert once(text) == text or text.startswith(once(text))
    assert once(once(text)) == once(text)
