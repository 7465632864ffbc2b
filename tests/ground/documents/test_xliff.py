"""XLIFF: what is written is read back the same, other programs can read it, and strangers' files do no harm."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from kuultu.ground.documents.bidi import clean
from kuultu.ground.documents.reading.refusals import Reason, Refused
from kuultu.ground.documents.xliff import (
    MAX_BYTES,
    ONE,
    TWO,
    State,
    Translation,
    Unit,
    Version,
    read_xliff,
    write_xliff,
)

BOTH = pytest.mark.parametrize("version", list(Version))
HEAD_ONE = f'<xliff version="1.2" xmlns="{ONE}"><file source-language="fi" target-language="so"><body>'
HEAD_TWO = f'<xliff version="2.0" xmlns="{TWO}" srcLang="fi" trgLang="so"><file id="f">'

keys = st.text(string.ascii_letters + string.digits + "._-", min_size=1, max_size=40)
# Everything that XML has room for, and what it has not, which is taken out when it is written.
texts = st.text(st.characters(codec="utf-8"), max_size=60)
units = st.builds(Unit, keys, texts, texts, st.sampled_from(State), st.lists(texts, max_size=2).map(tuple))
files = st.builds(
    Translation, st.sampled_from(["fi", "sv"]), st.sampled_from(["fa-AF", "so", "ti"]),
    st.lists(units, max_size=5).map(tuple), texts,
)  # fmt: skip


def cleaned(told: Translation) -> Translation:
    """The same without the characters that XML has no room for."""
    return Translation(
        told.source_language,
        told.target_language,
        tuple(
            Unit(each.key, clean(each.source), clean(each.target), each.state, tuple(map(clean, each.notes)))
            for each in told.units
        ),
        clean(told.original),
    )


def one(inner: str) -> Unit:
    """The only unit of a 1.2 file."""
    return read_xliff(f"{HEAD_ONE}{inner}</body></file></xliff>".encode()).units[0]


def two(inner: str) -> Unit:
    """The only unit of a 2.0 file."""
    return read_xliff(f"{HEAD_TWO}{inner}</file></xliff>".encode()).units[0]


@BOTH
@given(told=files)
def test_what_is_written_is_read_back_the_same(told: Translation, version: Version) -> None:
    assert read_xliff(write_xliff(told, version)) == cleaned(told)


@BOTH
def test_spaces_and_line_ends_of_every_kind_stay(version: Version) -> None:
    text = "  two\n\nlines \r\n and\ta tab\r, nbsp \u00a0 and \u2028 "
    told = Translation("fi", "so", (Unit("a.b", text, text, State.FINAL, (text,)),), "MAL26")
    assert read_xliff(write_xliff(told, version)) == told


def test_a_control_character_is_taken_out_on_the_way() -> None:
    told = Translation("fi", "so", (Unit("a", "x\x00\x1b\ufffey", "\x07z"),))
    unit = read_xliff(write_xliff(told, Version.ONE)).units[0]
    assert (unit.source, unit.target) == ("xy", "z")


def test_version_one_says_what_its_specification_asks_for() -> None:
    root = etree.fromstring(
        write_xliff(Translation("fi", "fa-AF", (Unit("a.1", "moi", "سلام"),), "MAL26"), Version.ONE)
    )
    file, unit = root[0], root[0][0][0]
    assert dict(file.attrib) == {
        "original": "MAL26", "datatype": "plaintext", "source-language": "fi", "target-language": "fa-AF",
        "{http://www.w3.org/XML/1998/namespace}space": "preserve",
    }  # fmt: skip
    assert (unit.get("id"), unit[1].get("state"), unit[1].text) == ("a.1", "needs-translation", "سلام")


def test_version_two_says_what_its_specification_asks_for() -> None:
    told = Translation("fi", "fa-AF", (Unit("a.1", "moi", "سلام", State.REVIEWED, ("short",)),), "MAL26")
    root = etree.fromstring(write_xliff(told, Version.TWO))
    unit = root[0][0]
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.0", "fi", "fa-AF")
    assert [etree.QName(each).localname for each in unit] == ["notes", "segment"]
    assert (root[0].get("id"), unit.get("id"), unit[1].get("state")) == ("f1", "a.1", "reviewed")


TOLD = Translation(
    "fi", "fa-AF",
    (
        Unit("invitation.lead", "Tule {place}!", "بیا {place}!", State.REVIEWED, ("Keep as it is: {place}",)),
        Unit("questions.SEC1.probes.2", " Missä & <milloin>? "),
    ), "MAL26",
)  # fmt: skip
JUDGES = [(Version.ONE, Xliff1File), (Version.TWO, Xliff2File)]


@pytest.mark.parametrize(("version", "judge"), JUDGES)
def test_the_translate_toolkit_reads_what_we_write(
    version: Version, judge: type[Xliff1File] | type[Xliff2File]
) -> None:
    store = judge.parsestring(write_xliff(TOLD, version))
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("fi", "fa-AF")
    assert [(each.source, each.target or "") for each in store.units] == [
        (each.source, each.target) for each in TOLD.units
    ]
    assert [each.getid().endswith(told.key) for each, told in zip(store.units, TOLD.units, strict=True)] == [True, True]
    assert [each.istranslated() for each in store.units] == [True, False]
    if version is Version.ONE:  # of 2.0 it looks for notes in the segment, where the specification has none
        assert [each.getnotes() for each in store.units] == ["Keep as it is: {place}", ""]


@pytest.mark.parametrize(("version", "judge"), JUDGES)
def test_we_read_what_the_translate_toolkit_has_written_into_it(
    version: Version, judge: type[Xliff1File] | type[Xliff2File]
) -> None:
    store = judge.parsestring(write_xliff(TOLD, version))
    store.units[1].target = " کجا & <چه وقت>؟ "
    read = read_xliff(bytes(store))
    assert [(each.key, each.source, each.target) for each in read.units] == [
        ("invitation.lead", "Tule {place}!", "بیا {place}!"),
        ("questions.SEC1.probes.2", " Missä & <milloin>? ", " کجا & <چه وقت>؟ "),
    ]


def test_tags_in_a_text_are_kept_as_text() -> None:
    inner = 'Tule <g id="1">tänne</g> <x id="2" equiv-text="{place}"/>, <ph id="3">&lt;b&gt;</ph><odd>a</odd><br/>!'
    unit = one(
        f'<trans-unit id="k"><source>{inner}</source><target><mrk mtype="seg">{inner}</mrk></target></trans-unit>'
    )
    assert unit.source == unit.target == "Tule tänne {place}, <b><odd>a</odd><br/>!"


def test_segments_are_joined_in_the_order_that_the_translator_gave_them() -> None:
    unit = two(
        '<unit id="k"><originalData><data id="d">{date}</data></originalData>'
        '<segment state="final"><source>A. </source><target order="3">b</target></segment>'
        "<ignorable><source> </source><target> </target></ignorable>"
        '<segment state="translated"><source>B <ph id="1" dataRef="d"/></source>'
        '<target order="1">a <ph id="1" dataRef="d"/><cp hex="0041"/></target></segment></unit>'
    )
    assert (unit.source, unit.target, unit.state) == ("A.  B {date}", "a {date}A b", State.TRANSLATED)


def test_suggestions_of_a_translation_memory_are_no_translation() -> None:
    unit = one(
        '<trans-unit id="1" resname="k"><source>moi</source>'
        "<alt-trans><source>hei</source><target>nabad</target></alt-trans></trans-unit>"
    )
    assert (unit.key, unit.source, unit.target, unit.state) == ("k", "moi", "", State.INITIAL)


def test_a_state_that_we_do_not_know_is_that_of_a_text_that_is_there() -> None:
    unit = one('<trans-unit id="k"><source>a</source><target state="x-mine">b</target></trans-unit>')
    assert unit.state is State.TRANSLATED


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_of_translators_programs_are_read(encoding: str) -> None:
    made = write_xliff(Translation("fi", "ti", (Unit("k", "moi", "ሰላም"),)), Version.TWO).decode()
    made = made.replace("UTF-8", "UTF-16") if encoding == "utf-16" else made
    assert read_xliff(made.encode(encoding)).units[0].target == "ሰላም"


LAUGHS = b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><xliff>&b;</xliff>"
REFUSED = [
    (b"", Reason.EMPTY),
    (b"  \n", Reason.EMPTY),
    (b"<html><body>hei</body></html>", Reason.NOT_WORD),
    (b'<xliff version="1.0"><file/></xliff>', Reason.NOT_WORD),
    (b"%PDF-1.7", Reason.DAMAGED),
    (b"<xliff", Reason.DAMAGED),
    (f"{HEAD_ONE}&nothing;</body></file></xliff>".encode(), Reason.DAMAGED),
    (LAUGHS, Reason.EXTERNAL_ENTITY),
    (LAUGHS.decode().encode("utf-16"), Reason.EXTERNAL_ENTITY),
    (b'<?xml version="1.0" encoding="utf-7"?><xliff/>', Reason.DAMAGED),
    (b" " * MAX_BYTES + b"<a/>", Reason.TOO_BIG),
    (b"<xliff>" + b"<a/>" * 300_000 + b"</xliff>", Reason.OVERFULL),
    (f"{HEAD_ONE}{'<trans-unit id="k"/>' * 5001}</body></file></xliff>".encode(), Reason.OVERFULL),
    (b"<a>" * 300 + b"</a>" * 300, Reason.OVERFULL),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED, ids=range(len(REFUSED)))
def test_a_file_that_is_no_translation_or_means_harm_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        read_xliff(data)
    assert refused.value.reason is reason


def test_a_long_code_that_is_pointed_to_many_times_does_not_grow() -> None:
    code, points = "x" * 100_000, '<ph id="p" dataRef="d"/>' * 50_000
    data = f'<originalData><data id="d">{code}</data></originalData>'
    unit = two(f'<unit id="k">{data}<segment><source>a{points}</source></segment></unit>')
    assert unit.source == "a"


def test_a_text_of_many_tags_within_each_other_is_read_or_refused() -> None:
    deep = "<g>" * 245 + "x" + "</g>" * 245
    try:
        unit = one(f'<trans-unit id="k"><source>{deep}</source></trans-unit>')
    except Refused as refused:
        assert refused.reason is Reason.OVERFULL
    else:
        assert unit.source == "x"


@given(data=st.binary(max_size=200))
def test_whatever_the_bytes_are_nothing_else_is_raised(data: bytes) -> None:
    for each in (data, HEAD_ONE.encode() + data, HEAD_TWO.encode() + data + b"</file></xliff>"):
        try:
            read_xliff(each)
        except Refused:
            continue
