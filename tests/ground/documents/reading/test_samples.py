"""Files made by others, as they are met: every visible character is read, deleted text is not."""

import csv
from pathlib import Path

import pytest

from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.documents.reading.result import Caution, Reading
from tests.ground.documents.reading.word_parts import unpack


@pytest.fixture
def samples(shared: Path) -> dict[str, tuple[dict[str, str], bytes]]:
    """Each file with its line of EXPECTED.tsv."""
    folder = shared / "samples" / "docx"
    with (folder / "EXPECTED.tsv").open(encoding="utf-8") as lines:
        return {
            line["file"]: (line, (folder / line["file"]).read_bytes()) for line in csv.DictReader(lines, delimiter="\t")
        }


def everything(reading: Reading) -> str:
    return "\n".join([*reading.unplaced, *reading.margins, *reading.fields.values()])


def test_every_visible_character_is_read(samples: dict[str, tuple[dict[str, str], bytes]]) -> None:
    for name, (expected, data) in samples.items():
        reading = read_here(data)
        # EXPECTED counts the words of a text box in both of their copies (SOURCES.md); we read one.
        assert reading.visible + reading.dropped.copied_characters == int(expected["visible_chars_no_ws"]), name
        assert reading.visible == reading.accounted, name
        assert reading.dropped.deleted_characters == int(expected["deleted_chars_no_ws"]), name


def test_deleted_text_is_not_read(samples: dict[str, tuple[dict[str, str], bytes]]) -> None:
    data = samples["poi_delins.docx"][1]
    text = everything(read_here(data))
    assert b"DragonLance" in unpack(data)["word/document.xml"]
    assert "DragonLance" not in text
    assert "pendant worn" not in text


def test_a_box_is_read_once_and_its_copy_counted(samples: dict[str, tuple[dict[str, str], bytes]]) -> None:
    reading = read_here(samples["poi_60316.docx"][1])
    assert (reading.visible, reading.dropped.copied_characters) == (730, 100)
    assert reading.margins == ("Page 2", "This is a first page header", "This is a first page footer")


def test_old_form_fields_are_read(samples: dict[str, tuple[dict[str, str], bytes]]) -> None:
    text = everything(read_here(samples["poi_checkboxes.docx"][1]))
    assert "unchecked: ☐" in text
    assert "Or checked: ☒" in text


def test_active_boxes_of_word_itself_are_told_not_read(samples: dict[str, tuple[dict[str, str], bytes]]) -> None:
    reading = read_here(samples["docx4j_LegacyForms.docx"][1])
    assert {each.caution: each.detail for each in reading.warnings}[Caution.FORM_CONTROLS] == "5"


def test_no_author_of_the_properties_is_told(samples: dict[str, tuple[dict[str, str], bytes]]) -> None:
    for name, (_, data) in samples.items():
        reading = read_here(data)
        assert reading.dropped.properties >= 20, name
        assert "jharrop" not in str(reading)
        assert "tallison" not in str(reading)
