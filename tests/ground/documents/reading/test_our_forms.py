"""What our maker makes and people fill in, the reader reads."""

import pytest

from kuultu.ground.documents.docx import fill
from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.documents.reading.result import Caution
from tests.ground.documents.reading.filled_forms import LANGUAGES, SAID, by_tag
from tests.ground.documents.reading.our_forms import our_answers, our_filled_form, our_form, our_map


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_filled_form_of_ours_is_read_whole(lang: str) -> None:
    reading = read_here(our_filled_form(lang, 4), our_map(lang, 4))
    assert by_tag(reading) == our_answers(lang, 4)
    assert (reading.event, reading.version, reading.language) == ("MAL26-D", "3", lang)
    assert reading.unplaced == ()
    assert reading.warnings == ()
    assert reading.visible == reading.accounted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_form_of_ours_says_nothing(lang: str) -> None:
    reading = read_here(our_form(lang, 4), our_map(lang, 4))
    assert (by_tag(reading), reading.unplaced, reading.warnings) == ({}, (), ())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_enter_and_added_rows_in_a_form_of_ours(lang: str) -> None:
    two_lines = "\n".join(SAID[lang])
    added = {"C2": [("Uusi", "Sama suomeksi", "▲"), ("Toinen", "", "")]}
    data = fill(our_form(lang, 3), {"C1.1.o": two_lines, "C2.1.o": "Yksi"}, extra=added)
    reading = read_here(data, our_map(lang, 3))
    assert by_tag(reading) == {
        "C1.1.o": two_lines,
        "C2.1.o": "Yksi",
        "C2.5.o": "Uusi",
        "C2.5.t": "Sama suomeksi",
        "C2.5.m": "▲",
        "C2.6.o": "Toinen",
    }
    assert reading.unplaced == ()
    assert {each.caution for each in reading.warnings} == {Caution.EXTRA_ROWS}
