"""Word forms: made by us, filled, read back; sent twice, sent anew, sent to the wrong event, or no form at all."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import translation

from kuultu.ground.audit.log import history
from kuultu.ground.documents.docx import fill, to_docx
from kuultu.ground.documents.reading.refusals import Reason
from kuultu.ground.documents.reading.result import Answer as Read
from kuultu.ground.documents.reading.result import Caution, Reading, Warned
from kuultu.ground.documents.reading.shapes import Dropped
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.materials.queries import FormWords, pack_of
from kuultu.loop.materials.report_form import report_form
from kuultu.loop.reports.actions.imports import import_form, replace_earlier
from kuultu.loop.reports.actions.lines import add_line, change_line
from kuultu.loop.reports.actions.loose import take_instead
from kuultu.loop.reports.actions.steps import finish_report
from kuultu.loop.reports.filled import choice_of, language_of, mark_of, number_of
from kuultu.loop.reports.models import Answer, Report, ReportState, Road, Unplaced, Upload
from kuultu.loop.reports.queries import loose_of
from kuultu.loop.reports.refusals import CAUTIONS, SENTENCES, warning
from kuultu.loop.rounds.models import Event
from kuultu.loop.rounds.queries import the_event
from tests.factories import an_event

pytestmark = pytest.mark.usefixtures("in_mallila")
BUS = "راننده بس ما را دید و ایستاد نشد"
LIBRARY = "در کتابخانه همیشه با ما خوب برخورد می‌کنند"
type Make = Callable[..., bytes]


@pytest.fixture
def form(event: Event) -> Make:
    """The event's Word form, with answers typed into it."""

    def make(answers: dict[str, str], of: Event = event, **more: object) -> bytes:
        pack = pack_of(the_event(of.round, of.code))
        return fill(to_docx(report_form(pack, typed=True)), answers, **more)  # type: ignore[arg-type]

    return make


def rows() -> list[tuple[str, int, str, str, str, str]]:
    names = ("question_key", "row", "original", "translation", "mark", "manner")
    return list(Answer.objects.order_by("question_key", "row").values_list(*names))


def texts() -> list[tuple[int, str]]:
    return [(row, text) for _key, row, text, *_rest in rows()]


def loose() -> list[tuple[str, str]]:
    return list(Unplaced.objects.filter(settled_at=None).values_list("about", "text"))


def test_a_filled_form_becomes_a_report(event: Event, form: Make, as_samir: Actor, now: datetime) -> None:
    data = form({
        "SEC1.1.o": BUS, "SEC1.1.t": "Kuljettaja ei pysähtynyt", "SEC1.1.m": "− “", "SEC1.2.o": LIBRARY,
        "SEC1.2.m": "+", "PAR1.skipped": "وقت نبود", "SEC1.differed": "جوانان", "B.total": "۸", "B.age.from_18": "5",
        "A.time": "17:05–19:10", "A.place": "kirjasto", "D.1": "بس شب", "D.who_else": "جوانان", "E.read_back": "kyllä",
        "E.delivery": "kyllä", "E.quotes": "ei", "E.how": "muistista", "E.remark": "مکث",
    })  # fmt: skip
    upload = import_form(event, by=as_samir, now=now, data=data)
    assert rows() == [
        ("SEC1", 1, BUS, "Kuljettaja ei pysähtynyt", "bad", "quote"), ("SEC1", 2, LIBRARY, "", "good", "said"),
    ]  # fmt: skip
    report = Report.objects.get()
    assert (report.road, report.state, report.skipped) == (Road.WORD, ReportState.DRAFT, {"PAR1": "وقت نبود"})
    assert (report.differed, report.top, report.who_else) == ({"SEC1": "جوانان"}, ["بس شب"], "جوانان")
    assert report.who_came == {"total": 8, "age.from_18": 5}
    assert report.facts == {"time": "17:05–19:10", "place": "library"}
    assert (report.read_back, report.agrees_delivery, report.agrees_quotes) == (True, True, False)
    assert (report.how, report.remarks, loose()) == ("memory", "مکث", [])
    assert (upload.summary["lines"], upload.summary["warnings"]) == (2, [])
    assert upload.summary["visible"] == upload.summary["accounted"] > 0
    assert len(upload.sha256) == 64 and history(report)[0].verb == "read a Word form in"
    assert finish_report(report, by=as_samir, now=now).state == ReportState.FINISHED


def test_the_same_file_again_adds_nothing_and_says_so(event: Event, form: Make, as_samir: Actor, now: datetime) -> None:
    data = form({"SEC1.1.o": BUS})
    import_form(event, by=as_samir, now=now, data=data)
    with pytest.raises(Refused, match="read already, yesterday"):
        import_form(event, by=as_samir, now=now + timedelta(days=1), data=data)
    assert (len(rows()), Upload.objects.count()) == (1, 1)


def test_a_newer_form_keeps_both_until_somebody_says_otherwise(
    event: Event, form: Make, as_leena: Actor, now: datetime
) -> None:
    import_form(event, by=as_leena, now=now, data=form({"SEC1.1.o": BUS, "SEC1.2.o": LIBRARY, "SEC1.3.o": "سوم"}))
    third = Answer.objects.get(row=3)
    change_line(third, by=as_leena, now=now, original="سوم، به دست")
    newer = import_form(event, by=as_leena, now=now, data=form({"SEC1.1.o": "نو", "SEC1.2.o": LIBRARY}))
    assert [(row, text) for _key, row, text, *_rest in rows()] == [
        (1, BUS),
        (2, LIBRARY),
        (3, "سوم، به دست"),
        (4, "نو"),
    ]
    assert (newer.summary["lines"], newer.summary["same"]) == (1, 1)
    assert replace_earlier(newer, by=as_leena, now=now) == 1
    assert texts() == [(2, LIBRARY), (3, "سوم، به دست"), (4, "نو")]
    assert replace_earlier(newer, by=as_leena, now=now) == 0
    assert history(newer.report)[0].verb == "replaced an earlier form"


def test_a_newer_form_replaces_at_once_when_told_to(event: Event, form: Make, as_leena: Actor, now: datetime) -> None:
    import_form(event, by=as_leena, now=now, data=form({"SEC1.1.o": BUS}))
    import_form(event, by=as_leena, now=now, data=form({"SEC1.1.o": LIBRARY}), replace=True)
    assert texts() == [(1, LIBRARY)]


def test_what_was_typed_in_the_browser_is_never_overwritten(
    report: Report, form: Make, as_samir: Actor, as_leena: Actor, now: datetime
) -> None:
    add_line(report, by=as_samir, now=now, question_key="SEC1", original="از خودم")
    report.who_came, report.top, report.who_else = {"total": 7}, ["a", "b", "c"], "مردان"
    report.save()
    data = form({"SEC1.1.o": BUS, "B.total": "9", "B.age.from_18": "3", "D.1": "d", "D.who_else": "زنان"})
    import_form(report.event, by=as_leena, now=now, data=data, replace=True)
    assert [text for _key, _row, text, *_rest in rows()] == ["از خودم", BUS]
    report.refresh_from_db()
    assert (report.who_came, report.top, report.who_else) == ({"total": 7, "age.from_18": 3}, ["a", "b", "c"], "مردان")
    assert sorted(loose()) == [("B.total", "9"), ("D.1", "d"), ("D.who_else", "زنان")]
    assert report.road == Road.WEB
    for each in Unplaced.objects.all():
        each.report = report
        take_instead(each, by=as_leena, now=now)
    report.refresh_from_db()
    assert (report.who_came["total"], report.top, report.who_else, loose()) == (9, ["d", "b", "c"], "زنان", [])
    assert history(report)[0].verb == "took a value over"


def test_an_impossible_number_is_shown_instead_of_taken(
    event: Event, form: Make, as_leena: Actor, now: datetime
) -> None:
    import_form(event, by=as_leena, now=now, data=form({"SEC1.1.o": BUS, "B.total": "4", "B.age.from_18": "9"}))
    assert Report.objects.get().who_came == {"total": 4}
    assert loose() == [("B.age.from_18", "9")]


def test_what_cannot_be_understood_is_shown_never_dropped(
    event: Event, form: Make, as_leena: Actor, now: datetime
) -> None:
    data = form(
        {"SEC1.1.o": BUS, "SEC1.1.m": "ehkä?", "B.total": "noin kymmenen", "E.quotes": "osa", "F.initials": "LK"}
    )
    import_form(event, by=as_leena, now=now, data=data)
    assert sorted(loose()) == [
        ("B.total", "noin kymmenen"), ("E.quotes", "osa"), ("F.initials", "LK"), ("SEC1.1.m", "ehkä?"),
    ]  # fmt: skip
    assert [each.may_replace for each in loose_of(Report.objects.get())] == [False] * 4
    for each in Unplaced.objects.all():
        with pytest.raises(Refused, match="cannot be taken as it is"):
            take_instead(each, by=as_leena, now=now)


def test_extra_rows_are_lines_like_others(event: Event, form: Make, as_leena: Actor, now: datetime) -> None:
    data = form({"SEC1.1.o": BUS}, extra={"SEC1": [[LIBRARY, "Kirjasto", "+"]]})
    upload = import_form(event, by=as_leena, now=now, data=data)
    assert ("SEC1", 5, LIBRARY, "Kirjasto", "good", "said") in rows()
    assert ["extra_rows", "1"] in upload.summary["warnings"]


def test_a_row_that_no_paper_has_goes_below_the_others(event: Event, as_leena: Actor, now: datetime) -> None:
    """Pages draw every row up to the last, so a number somebody made up would draw as many."""
    far = Reading(language="fa-AF", answers=(Read("SEC1", 1, BUS), Read("SEC1", 2_000_000_000, LIBRARY)))
    import_form(event, by=as_leena, now=now, reading=far)
    assert texts() == [(1, BUS), (2, LIBRARY)]


@pytest.mark.parametrize("place", ["0", "9" * 5000, "٣"])
def test_a_place_that_no_form_has_is_shown_below(event: Event, as_leena: Actor, now: datetime, place: str) -> None:
    far = Reading(language="fa-AF", fields={f"D.{place}": BUS, "D.2": LIBRARY})
    import_form(event, by=as_leena, now=now, reading=far)
    assert loose() == [(f"D.{place}"[:40], BUS)] and Report.objects.get().top == [LIBRARY]


def test_another_event_s_form_is_sent_there(event: Event, form: Make, as_leena: Actor, now: datetime) -> None:
    other = an_event(event.round, event.organisation, code="A", language="ar")
    with translation.override("en"), pytest.raises(Refused, match=r"of event MAL26-A \(Arabic\).*report of MAL26-D"):
        import_form(event, by=as_leena, now=now, data=form({"SEC1.1.o": "نظر السائق إلينا ومضى"}, other))
    assert rows() == [] and Report.objects.count() == 0


def test_a_form_of_an_unknown_event_says_which(event: Event, as_leena: Actor, now: datetime) -> None:
    stray = Reading(event="NAA25-K", answers=(Read("SEC1", 1, "Tervehdys"),))
    with pytest.raises(Refused, match="NAA25-K, which this round does not have"):
        import_form(event, by=as_leena, now=now, reading=stray)


def test_one_file_belongs_to_one_event(event: Event, as_leena: Actor, now: datetime) -> None:
    nameless = Reading(answers=(Read("SEC1", 1, BUS),))
    other = an_event(event.round, event.organisation, code="A", language="ar")
    import_form(event, by=as_leena, now=now, reading=nameless)
    with pytest.raises(Refused, match="report of event MAL26-D already"):
        import_form(other, by=as_leena, now=now, reading=nameless)


def test_another_language_is_a_warning(event: Event, as_leena: Actor, now: datetime) -> None:
    finnish = Reading(language="fi", version="7", answers=(Read("SEC1", 1, "Bussi ei pysähtynyt, vaikka odotimme"),),
                      warnings=(Warned(Caution.COMMENTS, "2"),), dropped=Dropped(comments=2, authors=3))  # fmt: skip
    upload = import_form(event, by=as_leena, now=now, reading=finnish)
    assert upload.summary["warnings"] == [
        ["comments", "2"], ["other_language_declared", "fi"], ["looks_like_another_language", "fi"],
        ["other_version", "7"],
    ]  # fmt: skip
    assert upload.summary["dropped"] == {"comments": 2, "authors": 3}
    with translation.override("en"):
        assert "another language: Finnish" in warning("other_language_declared", "fi")


@pytest.mark.parametrize(("said", "meant"), [("fa", "fa-AF"), ("fa-AF", "fa-AF")])
def test_dari_and_persian_stand_for_each_other(
    event: Event, as_leena: Actor, now: datetime, said: str, meant: str
) -> None:
    reading = Reading(language=said, answers=(Read("SEC1", 1, BUS),))
    assert import_form(event, by=as_leena, now=now, reading=reading).summary["warnings"] == []
    assert Report.objects.get().language == meant


def test_an_empty_form_is_no_report(event: Event, form: Make, as_leena: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="form is empty"):
        import_form(event, by=as_leena, now=now, data=form({}))
    assert Report.objects.count() == 0


@pytest.mark.parametrize(
    ("data", "says"), [(b"", "The file is empty"), (b"%PDF-1.7 x", "This is a PDF file. Its words"), (b"hi", ".txt")]
)
def test_a_file_that_is_no_form_is_told_what_to_do(
    event: Event, as_leena: Actor, now: datetime, data: bytes, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        import_form(event, by=as_leena, now=now, data=data)


def test_a_stranger_s_file_is_not_even_opened(event: Event, as_samir: Actor, as_aino: Actor, now: datetime) -> None:
    other = an_event(event.round, code="A", language="ar")
    with pytest.raises(Refused, match="no such page"):
        import_form(other, by=as_samir, now=now, data=b"%PDF")
    with pytest.raises(Refused, match="not been delivered yet"):
        import_form(event, by=as_aino, now=now, data=b"%PDF")


def test_there_is_a_sentence_for_every_reason_and_every_caution() -> None:
    assert set(SENTENCES) == set(Reason)
    assert {each.value for each in Caution} <= set(CAUTIONS)
    assert len({str(each) for each in SENTENCES.values()}) == len(Reason)


WORDS = FormWords(
    {"hyvä": "good", "huono": "bad", "kumpikin": "both", "ehdotus": "proposal", "lainaus": "quote", "جيد": "good"},
    {"E.how": {"muistista": "memory", "muistiinpanoista": "notes"}},
)


@pytest.mark.parametrize(
    ("typed", "mark", "manner", "rest"),
    [
        ("", "", "said", ""), ("+", "good", "said", ""), ("− “", "bad", "quote", ""),
        ("Hyvä, lainaus", "good", "quote", ""),
        ("▲▼", "mixed", "said", ""), ("+ -", "mixed", "said", ""), ("hyvä ja huono", "mixed", "said", "hyvä ja huono"),
        ("!", "proposal", "said", ""), ("جيد", "good", "said", ""),
        ("ehkä", "", "said", "ehkä"), ("◆", "proposal", "said", ""),
        ("hyvää", "", "said", "hyvää"),
    ],
)  # fmt: skip
def test_marks_are_read_as_people_type_them(typed: str, mark: str, manner: str, rest: str) -> None:
    assert mark_of(typed, WORDS.marks) == (mark, manner, rest)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("8", 8), (" 8 henkeä ", 8), ("٨", 8), ("۱۲", 12), ("๓", 3), ("7-8", None), ("noin", None), ("12345", None)],
)
def test_numbers_are_read_in_any_digits(typed: str, number: int | None) -> None:
    assert number_of(typed) == number


def test_choices_are_read_as_ticked_or_as_typed() -> None:
    words = WORDS.choices["E.how"]
    assert choice_of("☐ muistiinpanoista ☒ muistista", words) == "memory"
    assert choice_of("Muistista.", words) == "memory"
    assert choice_of("☒ muistiinpanoista ☒ muistista", words) is None
    assert choice_of("en tiedä", words) is None
    assert [language_of(name) for name in ("دری", "dari", "Farsi", "ruotsi", "klingon")] == [
        "fa-AF",
        "fa-AF",
        "fa",
        "sv",
        None,
    ]
