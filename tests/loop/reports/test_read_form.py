"""`kuultu read-form`: JSON on standard output, a sentence on standard error, exit code 2 for what is not read."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from kuultu.ground.documents.docx import fill, to_docx
from kuultu.loop.materials.queries import pack_of
from kuultu.loop.materials.report_form import report_form
from kuultu.loop.rounds.models import Event
from kuultu.loop.rounds.queries import the_event


@pytest.fixture
def filled(event: Event, tmp_path: Path) -> Path:
    pack = pack_of(the_event(event.round, event.code))
    file = tmp_path / "raportti.docx"
    answers = {"SEC1.1.o": "راننده ایستاد نشد", "SEC1.1.t": "Ei pysähtynyt", "SEC1.1.m": "−", "B.total": "8"}
    file.write_bytes(fill(to_docx(report_form(pack, typed=True)), answers))
    return file


@pytest.mark.usefixtures("in_mallila")
def test_a_form_is_printed_as_json(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("read_form", str(filled))
    told = json.loads(capsys.readouterr().out)
    assert (told["event"], told["language"], told["fields"]) == ("MAL26-D", "fa-AF", {"B.total": "8"})
    assert told["answers"] == [
        {"question": "SEC1", "row": 1, "text": "راننده ایستاد نشد", "original": "راننده ایستاد نشد",
         "translation": "Ei pysähtynyt", "mark": "−"},
    ]  # fmt: skip
    assert (told["unplaced"], told["dropped"]["comments"]) == ([], 0)
    assert told["visible"] == told["accounted"] > 0


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [("a.pdf", b"%PDF-1.7", "This is a PDF"), ("b.docx", b"", "The file is empty"), ("c.docx", None, "No such file")],
)
def test_a_file_that_is_not_read_ends_with_two_and_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(SystemExit) as ended:
        call_command("read_form", str(tmp_path / name))
    told = capsys.readouterr()
    assert ended.value.code == 2 and says in told.err and told.out == ""


@pytest.mark.usefixtures("db")
def test_every_character_of_strangers_files_is_accounted_for(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [line.split("\t") for line in (shared / "samples/docx/EXPECTED.tsv").read_text().splitlines()[1:]]
    for name, visible, *_rest in rows:
        call_command("read_form", str(shared / "samples/docx" / name))
        told = json.loads(capsys.readouterr().out)
        copies = told["dropped"]["copied_characters"]  # what an old program stored twice is read once
        assert (name, told["visible"] + copies, told["accounted"]) == (name, int(visible), told["visible"])
