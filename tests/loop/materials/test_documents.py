"""The papers of an event: made, opened again, read back."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from icalendar import Calendar
from lxml import etree
from pptx import Presentation

from kuultu.ground.documents.docx import fill, to_docx
from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.languages.registry import CONTENT
from kuultu.ground.people.actor import Actor
from kuultu.loop.materials.actions.wordings import mark_language_read, override_text
from kuultu.loop.materials.documents.files import (
    Format,
    calendar,
    file_name,
    files_of,
    formats_of,
    kinds_of,
    made,
    paper,
    zipped,
)
from kuultu.loop.materials.documents.invitation import event_facts, message
from kuultu.loop.materials.models import Kind, QuestionSet
from kuultu.loop.materials.pack import Pack
from kuultu.loop.materials.preview import preview
from kuultu.loop.materials.queries import form_map, pack_of
from kuultu.loop.materials.report_form import report_form
from kuultu.loop.materials.wording import SECTIONS, Texts, Wording
from kuultu.loop.rounds.models import Event
from tests.ground.documents.making.making_judges import needs_java, vera

pytestmark = pytest.mark.usefixtures("in_mallila")
LANGUAGES = list(CONTENT)
LINK = "http://localhost:8000/s/1-0123456789abcdef0123456789abcdef"

PUBLIC = "http://localhost:8000/mallila/?lang=fa-AF"


def text_of_pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


def text_of_docx(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        parts = [opened.read(name) for name in opened.namelist() if name.startswith("word/") and name.endswith(".xml")]
    return "\n".join("".join(str(text) for text in etree.fromstring(part).itertext()) for part in parts)


def codes_in(content: bytes, page: int = 0) -> set[str]:
    image = pypdfium2.PdfDocument(content)[page].render(scale=3).to_pil()
    return {found.text for found in zxingcpp.read_barcodes(image)}


def in_language(dari: Event, code: str) -> Event:
    dari.language = code
    dari.save()
    return dari


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_paper_is_made_in_every_language_and_keeps_its_length(
    dari: Event, asked: QuestionSet, now: datetime, code: str
) -> None:
    pack = pack_of(in_language(dari, code))
    pages = {}
    for kind in kinds_of(pack):
        document = pypdfium2.PdfDocument(made(pack, kind, Format.PDF))
        pages[kind] = len(document)
        assert text_of_docx(made(pack, kind, Format.DOCX)).strip()
    assert (pages[Kind.INVITATION], pages[Kind.FORM]) == (2, 8)  # one leaf, four leaves
    assert max(pages.values()) == 8


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_poster_says_when_and_where_on_one_page_with_a_code(dari: Event, now: datetime, code: str) -> None:
    pack = pack_of(in_language(dari, code))
    made_of = made(pack, Kind.POSTER, Format.PDF)
    assert len(pypdfium2.PdfDocument(made_of)) == 1
    assert codes_in(made_of) == {PUBLIC.replace("fa-AF", code)}
    said = text_of_pdf(made_of)
    assert [each for each in ("2026", "Kirjasto", "0202", "MAL") if each not in said] == []


@needs_java
def test_every_poster_is_accessible_to_the_letter(dari: Event, tmp_path: Path) -> None:
    files = [tmp_path / f"{code}.pdf" for code in LANGUAGES]
    for file in files:
        file.write_bytes(made(pack_of(in_language(dari, file.stem)), Kind.POSTER, Format.PDF))
    assert vera(files) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_briefing_has_a_slide_for_each_of_its_parts(dari: Event, code: str) -> None:
    pack = pack_of(in_language(dari, code))
    slides = Presentation(io.BytesIO(made(pack, Kind.INDUCTION, Format.PPTX))).slides
    titles = [slide.shapes.title.text for slide in slides]
    assert titles == [pack.texts["induction.title"], *(h.text for h, _b in pack.texts.sections("induction", "slides"))]


def test_the_form_and_the_questions_are_in_two_languages(dari: Event, asked: QuestionSet, now: datetime) -> None:
    pack = pack_of(dari)
    wordings = asked.questions.get(key="SEC1").translations
    both = [wordings.get(language=code).text for code in ("fa-AF", "fi")]
    for kind in (Kind.QUESTIONS, Kind.FORM):
        text = text_of_docx(made(pack, kind, Format.DOCX))
        assert all(each in text for each in both)
    guide = text_of_docx(made(pack, Kind.FACILITATOR, Format.DOCX))
    assert pack.texts["facilitator.title"] in guide
    assert "Ohjaajan opas" not in guide


def test_a_finnish_form_is_not_doubled(dari: Event, asked: QuestionSet) -> None:
    form = report_form(pack_of(in_language(dari, "fi")), typed=True)
    assert not [block for block in form.blocks if getattr(block, "other", None)]


def test_a_paper_says_that_it_is_a_draft_until_somebody_has_read_it(
    dari: Event, asked: QuestionSet, as_leena: Actor, now: datetime
) -> None:
    draft = "Luonnos: kieltä ei ole vielä tarkistettu"
    assert draft in text_of_docx(made(pack_of(dari), Kind.SCRIBE, Format.DOCX))
    mark_language_read(dari.round, "fa-AF", by=as_leena, now=now, reader="Farid")
    for kind in Kind:
        assert draft not in text_of_docx(made(pack_of(dari), kind, Format.DOCX))


def test_the_invitation_carries_the_event(dari: Event, now: datetime) -> None:
    text = text_of_pdf(made(pack_of(in_language(dari, "fi")), Kind.INVITATION, Format.PDF))
    for each in ("29. maaliskuuta 2026", "12.00–14.00", "Kirjasto", "Kirjastokuja 1", "Samira",
                 "050 000 0202", "Silta ry", "MAL26-D", "0 €"):  # fmt: skip
        assert each in text
    assert "{" not in text


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_long_invitation_keeps_its_front_on_one_page(dari: Event, as_aino: Actor, now: datetime, code: str) -> None:
    told = Texts(code, {})
    longer = {f"invitation.{key}": told[f"invitation.{key}"] for key in ("why_you", "what_then")}
    texts = {key: f"{text} {text}" for key, text in longer.items()}
    override_text(dari.round, Kind.INVITATION, code, by=as_aino, now=now, texts=texts)
    document = pypdfium2.PdfDocument(made(pack_of(in_language(dari, code)), Kind.INVITATION, Format.PDF))
    assert len(document) == 2


def test_practical_matters_are_in_the_language_of_those_who_typed_them(dari: Event) -> None:
    dari.practical = "Bussi 3 pysähtyy vieressä."
    where = event_facts(pack_of(in_language(dari, "ar"))).items[1]
    assert (where.note, where.note_lang) == ("Kirjastokuja 1 · Bussi 3 pysähtyy vieressä.", "fi")
    dari.practical = "الحافلة 3 تقف بجانب المكان."
    assert event_facts(pack_of(dari)).items[1].note_lang == ""
    assert event_facts(pack_of(in_language(dari, "fi"))).items[1].note_lang == ""


def test_what_is_not_known_is_left_to_be_written(dari: Event, now: datetime) -> None:
    dari.place = dari.address = ""
    dari.save()
    text = text_of_docx(made(pack_of(dari), Kind.INVITATION, Format.DOCX))
    assert "……" in text


def test_the_municipalitys_own_words_are_printed(dari: Event, as_aino: Actor, now: datetime) -> None:
    override_text(dari.round, Kind.INVITATION, "fa-AF", by=as_aino, now=now, texts={"invitation.title": "بیایید!"})
    assert "بیایید!" in text_of_docx(made(pack_of(dari), Kind.INVITATION, Format.DOCX))


def test_the_scribes_code_is_on_the_form_only_when_it_was_given(dari: Event, asked: QuestionSet, now: datetime) -> None:
    assert codes_in(made(pack_of(dari, scribe_link=LINK), Kind.FORM, Format.PDF), page=3) == {LINK}
    bare = made(pack_of(dari), Kind.FORM, Format.PDF)
    assert codes_in(bare) == set()
    carrying = pack_of(dari, scribe_link=LINK)
    assert codes_in(made(carrying, Kind.INVITATION, Format.PDF)) == {PUBLIC}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_filled_form_is_read_back_whole(dari: Event, asked: QuestionSet, code: str) -> None:
    pack = pack_of(in_language(dari, code), scribe_link=LINK)
    answers = {
        "A.time": "17.05–19.00", "A.place": pack.texts["form.places.library"], "B.total": "8", "B.age.from_18": "3",
        "SEC1.1.o": "راننده بس ایستاد نشد", "SEC1.1.m": "−“", "CLOSE1.4.o": "Valo polulle",
        "PAR2.differed": "Eri mieltä", "ATT1.skipped": "Aika loppui", "D.1": "Bussi",
        "E.read_back": pack.texts["form.yes"], "E.remark": "Hiljaista", "F.checked": "1.4.",
    }  # fmt: skip
    if pack.two_languages:
        answers["SEC1.1.t"] = "Bussi ei pysähtynyt"
    reading = read_here(fill(to_docx(report_form(pack, typed=True)), answers), form_map(dari.round))
    got = dict(reading.fields)
    for each in reading.answers:
        cells = {"o": each.original, "t": each.translation, "m": each.mark}
        got |= {f"{each.question}.{each.row}.{column}": text for column, text in cells.items() if text}
    assert got == answers
    assert (reading.event, reading.version, reading.language) == ("MAL26-D", "1", code)
    assert reading.unplaced == ()


def test_the_form_explains_the_signs_that_are_typed(dari: Event, asked: QuestionSet, now: datetime) -> None:
    pack = pack_of(in_language(dari, "fi"))
    legend = "+ hyvä · − huono · ± sekä että · ! ehdotus · “ lainaus"
    assert legend in text_of_docx(made(pack, Kind.FORM, Format.DOCX))
    assert legend not in text_of_pdf(made(pack, Kind.FORM, Format.PDF))


def test_the_zip_holds_everything_under_plain_names(dari: Event, asked: QuestionSet, now: datetime) -> None:
    pack = pack_of(dari)
    with zipfile.ZipFile(io.BytesIO(zipped(files_of(pack)))) as opened:
        names = opened.namelist()
        assert opened.testzip() is None
        told = opened.read("MAL26-D-message-fa-AF.txt").decode()
    assert names == [
        *(f"MAL26-D-{kind.value}-fa-AF.{ending}" for kind in Kind for ending in formats_of(kind)),
        "MAL26-D-message-fa-AF.txt", "MAL26-D-event.ics",
    ]  # fmt: skip
    assert all(name.isascii() for name in names)
    assert zipped(files_of(pack)) == zipped(files_of(pack_of(dari)))
    assert told == message(pack).text
    assert file_name(pack, "invitation", "docx") == "MAL26-D-invitation-fa-AF.docx"


def test_the_calendar_file_keeps_time_place_and_language(dari: Event, now: datetime) -> None:
    entry = Calendar.from_ical(calendar(pack_of(dari))).walk("VEVENT")[0]
    assert entry.decoded("dtstart") == dari.starts_at
    assert entry.decoded("dtend") == dari.ends_at
    assert entry["location"] == "Kirjasto, Kirjastokuja 1"
    assert entry["summary"].params["LANGUAGE"] == "fa-AF"
    assert entry["uid"] == "MAL26-D@mallila"
    assert b"BEGIN:VTIMEZONE" in calendar(pack_of(dari))


def test_before_the_questions_are_prepared_there_is_no_form(dari: Event, now: datetime) -> None:
    pack = pack_of(dari)
    assert kinds_of(pack) == [Kind.INVITATION, Kind.POSTER, Kind.FACILITATOR, Kind.SCRIBE, Kind.INDUCTION]
    with zipfile.ZipFile(io.BytesIO(zipped(files_of(pack)))) as opened:
        assert not [name for name in opened.namelist() if "form" in name or "questions" in name]


class Noting(Texts):
    """Texts that note which keys a paper asked for."""

    noted: set[str] = set()  # noqa: RUF012

    def say(self, key: str) -> Wording:
        self.noted.add(key)
        return super().say(key)

    def whole(self, kind: Kind) -> Wording:
        return Texts(self.language, self.own).whole(kind)


def test_what_can_be_changed_is_what_is_printed(dari: Event, asked: QuestionSet, now: datetime) -> None:
    plain = pack_of(dari)
    Noting.noted.clear()
    pack = Pack(dari, Noting("fa-AF", {}), plain.staff, plain.questions)
    for kind in Kind:
        paper(pack, kind), paper(pack, kind, typed=True)
    message(pack)
    for kind in SECTIONS:
        keys = set(plain.texts.keys(kind))
        assert keys - Noting.noted == set()
        sections = tuple(f"{section}." for section in SECTIONS[kind])
        absent = {key for key in Noting.noted if key.startswith(sections)} - keys
        assert {key for key in absent if ".sections." not in key and ".slides." not in key} == set()


def test_the_preview_shows_every_block_but_empty_room(dari: Event, asked: QuestionSet) -> None:
    pack = pack_of(dari)
    kinds = {each.kind for kind in Kind for each in preview(paper(pack, kind))}
    assert kinds == {
        "heading", "text", "facts", "columns", "contact", "bullets", "pair", "panel", "field", "fields", "answergrid",
        "example",
    }  # fmt: skip
    panel = next(each for each in preview(paper(pack, Kind.FORM)) if each.kind == "panel")
    assert [inner.kind for inner in panel.inner[0]] == ["pair"]
