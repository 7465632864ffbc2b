"""Which form a file is: told by a bookmark and by a printed line, and what happens when they disagree."""

import re

from kuultu.ground.documents.reading.result import Caution
from tests.ground.documents.reading.filled_forms import (
    SAID,
    Form,
    by_tag,
    filled,
)
from tests.ground.documents.reading.placing_checks import cautions, read
from tests.ground.documents.reading.word_parts import (
    para,
    run,
)


def test_the_printed_line_names_a_form_without_bookmark() -> None:
    reading = read(Form(bookmarked=False))
    assert (reading.event, reading.version, reading.language) == ("MAL26-D", "3", "fi")


def test_a_differing_printed_line_is_told() -> None:
    reading = read(Form(identity="MAL26-E · v3 · fi"))
    assert reading.event == "MAL26-D"
    details = [each.detail for each in reading.warnings if each.caution is Caution.IDENTITY_DIFFERS]
    assert details == ["MAL26-D · 3 · fi / MAL26-E · 3 · fi"]


def test_two_forms_in_one_file_are_told() -> None:
    reading = read(filled("fi").content() + filled("fi", event="MAL26-E").content())
    details = [each.detail for each in reading.warnings if each.caution is Caution.TWO_FORMS]
    assert details == ["MAL26-D, MAL26-E"]
    assert by_tag(reading)["ATT1.5.o"] == SAID["fi"][0]


def test_a_file_without_any_name_says_so() -> None:
    assert Caution.NO_IDENTITY in cautions(read(para(run("Terve"))))


def test_bookmark_names_are_those_that_word_allows() -> None:
    names = re.findall(r'w:name="([^"]+)"', filled("fa-AF").content())
    assert names and all(re.fullmatch(r"\w{1,40}", name) for name in names)
