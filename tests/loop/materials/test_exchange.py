"""A language's texts go to a translator without an account, and come back in any of three kinds of file."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree

from kuultu.ground.audit.log import history
from kuultu.ground.documents.docx import fill
from kuultu.ground.documents.reading.refusals import Reason
from kuultu.ground.documents.reading.refusals import Refused as Unreadable
from kuultu.ground.documents.xliff import State, Translation, Unit, Version, read_xliff, write_xliff
from kuultu.ground.languages.registry import CONTENT
from kuultu.ground.languages.texts import TextState
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.materials.actions.exchange import take_translation
from kuultu.loop.materials.actions.questions import remove_question
from kuultu.loop.materials.actions.wordings import change_wording, mark_language_read, override_text
from kuultu.loop.materials.documents.translation import Shape, came_back, sent
from kuultu.loop.materials.exchange import Back, Comparison, Returned, Verdict, code_of, compare, wholes
from kuultu.loop.materials.models import Kind, Material, QuestionSet
from kuultu.loop.materials.models import Translation as Wording
from kuultu.loop.materials.queries import shelf_of, texts_of

pytestmark = pytest.mark.usefixtures("in_mallila")
SOFFICE = shutil.which("soffice")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEAD, WHO, BODY, SEC1 = "invitation.lead", "invitation.who_listens", "facilitator.sections.1.body", "questions.SEC1"
ALL = pytest.mark.parametrize("shape", list(Shape))


def out(asked: QuestionSet, shape: Shape, code: str = "fa-AF") -> bytes:
    """The file that goes to the translator."""
    return sent(shelf_of(asked.round), code, shape)


def back(asked: QuestionSet, data: bytes, code: str = "fa-AF") -> Returned:
    """What stands in a file that came back."""
    return came_back(shelf_of(asked.round), code, data)


def told(asked: QuestionSet, returned: Returned, code: str = "fa-AF") -> Comparison:
    """The same beside what stands now."""
    return compare(shelf_of(asked.round), code, returned)


def changed(data: bytes, change: Callable[[tuple[Unit, ...]], tuple[Unit, ...]], **named: str) -> bytes:
    """An XLIFF file as a translator's program changed it."""
    read = read_xliff(data)
    return write_xliff(replace(read, units=change(read.units), **named), Version.TWO)


def texts(**by_key: str) -> Returned:
    """A file with these texts; `__` stands for a dot."""
    return Returned("fa-AF", tuple(Back(key.replace("__", "."), text) for key, text in by_key.items()))


def by_key(compared: Comparison) -> dict[str, tuple[str, str]]:
    """What is to become of each text that does not stand here already."""
    rows = (row for row in compared.rows if row.verdict is not Verdict.UNCHANGED)
    return {row.whole.key: (row.verdict.value, row.text) for row in rows}


@ALL
@pytest.mark.parametrize("code", [code for code in CONTENT if code != "fi"])
def test_what_went_out_comes_back_the_same_in_every_language(asked: QuestionSet, shape: Shape, code: str) -> None:
    returned = back(asked, out(asked, shape, code), code)
    compared = told(asked, returned, code)
    assert (returned.language, returned.loose, compared.unknown, by_key(compared)) == (code, (), (), {})
    assert [row.source_then for row in compared.rows if row.source_then] == []
    written = sum(bool(whole.now) for whole in wholes(shelf_of(asked.round), code))
    assert (compared.unchanged, compared.missing) == (written, len(wholes(shelf_of(asked.round), code)) - written)


@ALL
def test_the_same_words_give_the_same_file(asked: QuestionSet, shape: Shape) -> None:
    assert out(asked, shape) == out(asked, shape)


def test_an_xliff_file_says_what_to_keep_and_how_far_a_text_has_come(
    asked: QuestionSet, as_aino: Actor, now: datetime
) -> None:
    override_text(asked.round, Kind.POSTER, "fa-AF", by=as_aino, now=now, texts={"poster.headline": "سلام"})
    mark_language_read(asked.round, "fa-AF", by=as_aino, now=now, reader="Farid")
    question = asked.questions.get(key="SEC1")
    change_wording(question, "fi", by=as_aino, now=now, text="Missä sinulla on turvallinen olo?")
    units = {unit.key: unit for unit in read_xliff(out(asked, Shape.XLIFF_2)).units}
    assert units[WHO].notes == ("invitation: invitation.who_listens", "Keep as it is: {facilitator} {organisation}")
    assert units[WHO].state is State.REVIEWED
    stale = units[f"{SEC1}.text"]
    assert (stale.state, stale.source) == (State.INITIAL, "Missä sinulla on turvallinen olo?")
    assert stale.notes[-1] == "The source has changed since this was translated."


@pytest.mark.usefixtures("few_texts")
def test_a_language_without_texts_goes_out_empty_and_not_in_english(asked: QuestionSet) -> None:
    units = read_xliff(out(asked, Shape.XLIFF_1, "so")).units
    assert {(unit.target, unit.state) for unit in units} == {("", State.INITIAL)}
    assert f"{BODY}.2" in {unit.key for unit in units}
    assert told(asked, back(asked, out(asked, Shape.WORD, "so"), "so"), "so").rows == ()


def test_units_in_another_order_find_their_places(asked: QuestionSet) -> None:
    turned = changed(out(asked, Shape.XLIFF_2), lambda units: tuple(reversed(units)))
    assert by_key(told(asked, back(asked, turned))) == {}


def test_a_changed_item_changes_its_list_and_nothing_else(asked: QuestionSet) -> None:
    stands = texts_of(asked.round, "fa-AF")[BODY].split("\n")
    data = changed(
        out(asked, Shape.XLIFF_1),
        lambda units: tuple(replace(unit, target="تازه") if unit.key == f"{BODY}.2" else unit for unit in units),
    )
    assert by_key(told(asked, back(asked, data))) == {BODY: ("changed", "\n".join([stands[0], "تازه", *stands[2:]]))}


def test_what_does_not_come_back_stays_as_it_stands(asked: QuestionSet) -> None:
    compared = told(asked, texts(invitation__lead="سلام"))
    assert by_key(compared) == {LEAD: ("changed", "سلام")}
    assert compared.missing == len(wholes(shelf_of(asked.round), "fa-AF")) - 1


@pytest.mark.usefixtures("few_texts")
def test_a_list_of_which_a_part_came_is_not_printed_half(asked: QuestionSet) -> None:
    compared = told(asked, Returned("so", (Back(f"{BODY}.1", "Mid"),)), "so")
    assert by_key(compared) == {BODY: ("refused", "Mid")}
    assert str(compared.rows[0].reason).startswith("The list is not whole. Items that are missing: 2, ")


@pytest.mark.usefixtures("few_texts")
def test_follow_ups_wait_for_their_question(asked: QuestionSet) -> None:
    items = tuple(Back(f"{SEC1}.probes.{number}", f"{number}?") for number in (1, 2, 3))
    assert by_key(told(asked, Returned("so", items), "so")) == {f"{SEC1}.probes": ("refused", "1?\n2?\n3?")}
    whole = Returned("so", (*items, Back(f"{SEC1}.text", "Xaggee?")))
    assert by_key(told(asked, whole, "so")) == {
        f"{SEC1}.text": ("new", "Xaggee?"), f"{SEC1}.probes": ("new", "1?\n2?\n3?"),
    }  # fmt: skip


def test_a_text_that_came_twice_is_taken_once_and_shown_once(asked: QuestionSet) -> None:
    twice = Returned(
        "", (Back(LEAD, "یک"), Back(LEAD, "دو"), Back(LEAD, "یک"), Back(f"{BODY}", "a"), Back(f"{BODY}.1", "b"))
    )
    compared = told(asked, twice)
    assert by_key(compared) == {LEAD: ("changed", "یک"), BODY: ("changed", "a")}
    assert [each.text for each in compared.unknown] == ["دو", "b"]


def test_a_key_that_is_not_known_is_shown_with_its_words(asked: QuestionSet) -> None:
    compared = told(asked, texts(invitation__nothing="کجا؟", invitation__lead="سلام"))
    assert compared.unknown == (Back("invitation.nothing", "کجا؟"),)


def test_a_copy_of_the_source_that_a_program_made_is_no_translation(asked: QuestionSet) -> None:
    units = (Unit(LEAD, "Moi", "Moi", State.INITIAL), Unit("invitation.greeting", "Hei!", "Hei!", State.TRANSLATED))
    data = write_xliff(Translation("fi", "fa-AF", units), Version.ONE)
    assert by_key(told(asked, back(asked, data))) == {"invitation.greeting": ("changed", "Hei!")}


@ALL
def test_a_source_that_changed_since_is_told(asked: QuestionSet, as_aino: Actor, now: datetime, shape: Shape) -> None:
    old = texts_of(asked.round, "fi")[LEAD]
    data = out(asked, shape)
    override_text(asked.round, Kind.INVITATION, "fi", by=as_aino, now=now, texts={LEAD: "Tule juttelemaan!"})
    compared = told(asked, back(asked, data))
    assert {row.whole.key: row.source_then for row in compared.rows if row.source_then} == {LEAD: old}


def test_what_is_taken_is_a_draft_with_the_translators_name(asked: QuestionSet, as_leena: Actor, now: datetime) -> None:
    mark_language_read(asked.round, "fa-AF", by=as_leena, now=now, reader="Farid")
    probes = Wording.objects.get(question__key="SEC1", language="fa-AF").probes
    returned = texts(invitation__lead="سلام", questions__SEC1__text="کجا؟", questions__SEC1__probes__2="چرا؟")
    compared = take_translation(asked.round, "fa-AF", by=as_leena, now=now, author="Zahra", returned=returned)
    assert len(compared.taken) == 3
    row = Material.objects.get(kind=Kind.INVITATION, language="fa-AF")
    assert (row.texts, row.state, row.author, row.reader) == ({LEAD: "سلام"}, TextState.DRAFT, "Zahra", "")
    asks = Wording.objects.get(question__key="SEC1", language="fa-AF")
    assert (asks.text, asks.probes, asks.author) == ("کجا؟", [probes[0], "چرا؟", probes[2]], "Zahra")
    assert (asks.state, asks.reader) == (TextState.DRAFT, "")
    assert Material.objects.get(kind=Kind.SCRIBE, language="fa-AF").reader == "Farid"
    entry = history(asked.round)[0]
    assert (entry.verb, entry.facts) == (
        "took back a translation", {"language": "fa-AF", "taken": 3, "refused": 0},
    )  # fmt: skip


def test_a_lost_placeholder_keeps_its_text_out_and_the_rest_goes_in(
    asked: QuestionSet, as_aino: Actor, now: datetime
) -> None:
    returned = texts(
        invitation__who_listens="{facilitator} می‌آید", invitation__lead="بیا به {sinne}", invitation__greeting="درود"
    )
    compared = take_translation(asked.round, "fa-AF", by=as_aino, now=now, author="Zahra", returned=returned)
    assert {row.whole.key: str(row.reason) for row in compared.refused} == {
        WHO: "It has lost {organisation}. Put it back where it belongs.",
        LEAD: "{sinne} is not filled in by the program. Take it out.",
    }
    assert Material.objects.get().texts == {"invitation.greeting": "درود"}


@pytest.mark.parametrize(
    ("returned", "author", "why"),
    [
        (Returned("so", (Back(LEAD, "x"),)), "Zahra", r"another language \(Somali\) than this page \(Dari\)"),
        (Returned("fa", (Back(LEAD, "x"),)), "Zahra", r"another language \(Persian\)"),
        (Returned("tlh", (Back(LEAD, "x"),)), "Zahra", r"another language \(tlh\)"),
        (Returned("fa-AF", (Back("welcome.title", "x"),)), "Zahra", "Nothing in this file has a place here"),
        (Returned("fa-AF", (Back(LEAD, "x"),)), "  ", "name of the translator"),
    ],
)
def test_a_file_that_does_not_belong_here_is_refused(
    asked: QuestionSet, as_aino: Actor, now: datetime, returned: Returned, author: str, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        take_translation(asked.round, "fa-AF", by=as_aino, now=now, author=author, returned=returned)
    assert not Material.objects.exists()


def test_the_source_is_not_translated_and_a_stranger_takes_nothing(
    asked: QuestionSet, as_aino: Actor, as_leena: Actor, now: datetime
) -> None:
    with pytest.raises(Refused, match="The other languages follow this one"):
        take_translation(asked.round, "fi", by=as_aino, now=now, author="Zahra", returned=texts(invitation__lead="x"))
    with pytest.raises(Refused, match="no discussion in this language"):
        take_translation(asked.round, "so", by=as_leena, now=now, author="Zahra", returned=texts(invitation__lead="x"))


@pytest.mark.parametrize(
    ("tag", "code"),
    [("so-SO", "so"), ("prs", "fa-AF"), ("fa_AF", "fa-AF"), ("FA", "fa"), ("sv-FI", "sv"), ("tlh", ""), ("", "")],
)
def test_a_programs_tag_names_one_of_our_languages(tag: str, code: str) -> None:
    assert code_of(tag) == code


# Word


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return etree.fromstring(opened.read("word/document.xml"))


def test_the_word_table_reads_from_the_right_where_the_language_does(asked: QuestionSet) -> None:
    for code, turned in (("fa-AF", True), ("ti", False)):
        found = body(out(asked, Shape.WORD, code))
        control = next(each for each in found.iter(W + "sdt") if each.find(f"{W}sdtPr/{W}tag").get(W + "val") == LEAD)
        paragraph = next(control.iterancestors(W + "p"))
        assert (paragraph.find(f"{W}pPr/{W}bidi") is not None) is turned
        assert (next(control.iterancestors(W + "tbl")).find(f"{W}tblPr/{W}bidiVisual") is not None) is turned
        asks = next(
            each for each in found.iter(W + "sdt") if each.find(f"{W}sdtPr/{W}tag").get(W + "val") == f"{LEAD}.s"
        )
        assert next(asks.iterancestors(W + "p")).find(f"{W}pPr/{W}bidi") is None


def test_word_brings_back_what_was_typed_by_key(asked: QuestionSet) -> None:
    data = fill(out(asked, Shape.WORD), {LEAD: "سلام {place}!", f"{SEC1}.probes.1": "چرا ۱۸–۲۹؟"})
    compared = told(asked, back(asked, data))
    assert {key: row[0] for key, row in by_key(compared).items()} == {LEAD: "changed", f"{SEC1}.probes": "changed"}
    assert by_key(compared)[LEAD][1] == "سلام {place}!"


def test_rows_of_a_question_that_is_gone_are_shown(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    data = fill(out(asked, Shape.WORD), {f"{SEC1}.text": "کجا امن است؟"})
    remove_question(asked.questions.get(key="SEC1"), by=as_aino, now=now)
    returned = back(asked, data)
    assert any("کجا امن است؟" in text for text in returned.loose)
    assert by_key(told(asked, returned)) == {}


def test_a_word_file_of_another_language_says_so(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    returned = back(asked, out(asked, Shape.WORD, "ti"))
    with pytest.raises(Refused, match="Tigrinya"):
        take_translation(asked.round, "fa-AF", by=as_aino, now=now, author="Zahra", returned=returned)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("code", ["fa-AF", "ti"])
def test_a_word_file_saved_by_libreoffice_keeps_every_text(asked: QuestionSet, code: str, tmp_path: Path) -> None:
    file = tmp_path / "texts.docx"
    file.write_bytes(fill(out(asked, Shape.WORD, code), {LEAD: "سلام {place}" if code == "fa-AF" else "ሰላም {place}"}))
    command = [SOFFICE or "", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx", "--outdir", str(tmp_path / "saved"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    returned = back(asked, (tmp_path / "saved" / "texts.docx").read_bytes(), code)
    assert (returned.language, returned.loose) == (code, ())
    assert list(by_key(told(asked, returned, code))) == [LEAD]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"<html><p>hei</p></html>", Reason.NOT_WORD),
        (b"%PDF-1.7\n", Reason.PDF),
        (b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'ha'>]><xliff>&a;</xliff>", Reason.EXTERNAL_ENTITY),
        (b"<" + b" " * 6_000_000, Reason.TOO_BIG),
        (b"PK\x03\x04" + b" " * 6_000_000, Reason.TOO_BIG),
    ],
    ids=range(6),
)
def test_any_other_file_is_not_read(asked: QuestionSet, data: bytes, reason: Reason) -> None:
    with pytest.raises(Unreadable) as refused:
        back(asked, data)
    assert refused.value.reason is reason
