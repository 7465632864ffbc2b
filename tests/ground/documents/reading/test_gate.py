"""Traps are refused, each for its own reason, at once; honest files pass."""

import time
from zipfile import ZIP_STORED

import pytest

from kuultu.ground.documents.reading.gate import MAX_BYTES, open_package
from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.documents.reading.refusals import Reason, Refused
from tests.ground.documents.reading.traps import TRAPS, every, honest
from tests.ground.documents.reading.word_parts import R, body, pack, para, parts, run


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_refused_for_its_reason_within_a_second(name: str) -> None:
    reason, make = TRAPS[name]
    data = make()
    start = time.process_time()
    with pytest.raises(Refused) as refused:
        read_here(data)
    assert time.process_time() - start < 1
    assert refused.value.reason is reason


def test_there_are_traps_of_every_kind() -> None:
    assert len(TRAPS) >= 50
    by_time_alone = {Reason.TOO_SLOW, Reason.UNAVAILABLE}
    assert {reason for _, reason, _ in every()} == set(Reason) - by_time_alone


@pytest.mark.parametrize(
    "name", ["zeros", "squeezed", "million_paragraphs", "many_big_parts", "fifty_thousand_entries"]
)
def test_a_bomb_is_refused_in_ten_milliseconds(name: str) -> None:
    data = TRAPS[name][1]()
    times = []
    for _ in range(5):
        start = time.process_time()
        with pytest.raises(Refused):
            open_package(data)
        times.append(time.process_time() - start)
    assert min(times) < 0.010


def test_no_reason_tells_what_stood_in_the_file() -> None:
    for _, _, data in every():
        with pytest.raises(Refused) as refused:
            read_here(data)
        assert "Terve" not in str(refused.value)
        assert "passwd" not in str(refused.value)


def test_an_honest_file_passes() -> None:
    assert read_here(pack(honest())).unplaced == ("Terve",)


def test_the_document_may_have_another_name() -> None:
    moved = {name.replace("document", "dokumentti"): text for name, text in parts(para(run("Terve"))).items()}
    moved = {
        name: text.replace("word/document.xml", "word/dokumentti.xml") if isinstance(text, str) else text
        for name, text in moved.items()
    }
    assert read_here(pack(moved)).unplaced == ("Terve",)


def test_a_document_in_utf16_is_read() -> None:
    text = body(para(run("Terveisiä – تحية"))).replace("UTF-8", "UTF-16")
    assert read_here(pack(parts("") | {"word/document.xml": text.encode("utf-16")})).unplaced == ("Terveisiä – تحية",)


def test_a_strict_document_is_read() -> None:
    strict = {
        name: text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, text in parts(para(run("Terve"))).items()
    }  # fmt: skip
    assert read_here(pack(strict)).unplaced == ("Terve",)


def test_links_outside_are_counted_and_not_followed() -> None:
    target = 'Target="http://127.0.0.1:9/x.dotm" TargetMode="External"'
    arrow = f'<Relationship Id="rId9" Type="{R}/attachedTemplate" {target}/>'
    made = parts(para(run("Terve")))
    made["word/_rels/document.xml.rels"] = made["word/_rels/document.xml.rels"].replace("</Rel", arrow + "</Rel")
    assert read_here(pack(made)).dropped.outside_links == 1


def test_a_file_of_the_greatest_size_passes() -> None:
    made = dict(parts(para(run("Terve"))))
    room = MAX_BYTES - len(pack(made, ZIP_STORED)) - 200
    with_picture = pack(made | {"word/media/a.jpg": "x" * room}, ZIP_STORED)
    assert len(with_picture) <= MAX_BYTES
    assert read_here(with_picture).unplaced == ("Terve",)
