"""Pages of the organisation and the municipality."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kuultu.ground.documents.docx import fill, to_docx
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.models import Role
from kuultu.loop.materials.queries import pack_of
from kuultu.loop.materials.report_form import report_form
from kuultu.loop.reports.models import Answer, Report, ReportState
from kuultu.loop.rounds.models import Event
from kuultu.loop.rounds.queries import the_event
from tests.conftest import member, signed_in
from tests.factories import a_report, a_round, an_answer, an_event, questions

BOARD = "/mallila/MAL26/reports/"
HERE = f"{BOARD}D/"
PAGES = [BOARD, HERE, f"{HERE}form/", f"{HERE}typing/"]
DEEDS = ["check/", "return/", "deliver/", "lock/", "add/", "find/", "loose/1/", "form/1/replace/"]


@pytest.fixture
def held(mallila: Municipality, silta: Organisation) -> Event:
    with scope(mallila):
        round = a_round()
        questions(round)
        return an_event(round, silta, starts_at=datetime.now(UTC) - timedelta(days=1))


@pytest.fixture
def report(held: Event, mallila: Municipality) -> Report:
    """Finished by its scribe, with two lines."""
    with scope(mallila):
        found = a_report(held, state=ReportState.FINISHED, delivered_at=None, checked_at=None)
        an_answer(found)
        an_answer(found, key="OPEN1", mark="good", translation="")
        return found


def to(report: Report, state: ReportState) -> Report:
    Report.everywhere.filter(pk=report.pk).update(state=state)
    return report


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("report")
def test_neighbours_and_strangers_see_nothing(ville_browser: Client, visitor: Client, page: str) -> None:
    assert ville_browser.get(page).status_code == 404
    answer = visitor.get(page)
    assert answer.status_code == 302 and answer.headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("deed", DEEDS)
def test_neighbours_do_nothing(ville_browser: Client, report: Report, deed: str) -> None:
    before = Report.everywhere.values().get()
    assert ville_browser.post(HERE + deed).status_code == 404
    assert ville_browser.get(HERE + deed).status_code == 405
    assert Report.everywhere.values().get() == before


@pytest.mark.usefixtures("report")
def test_another_organisation_sees_nothing(mallila: Municipality) -> None:
    with scope(mallila):
        other = Organisation.objects.create(name="Toinen ry")
    browser = signed_in(member("toinen@example.org", "Tomi Toinen", mallila, Role.ORGANISATION, other))
    assert [browser.get(page).status_code for page in PAGES] == [404] * 4
    assert [browser.post(HERE + deed).status_code for deed in DEEDS[:3]] == [404] * 3


def test_the_municipality_sees_a_report_only_when_it_has_been_delivered(aino_browser: Client, report: Report) -> None:
    board = aino_browser.get(BOARD).content.decode()
    assert "finished by the scribe" in board and f'href="{HERE}"' not in board and "2 lines" not in board
    page = aino_browser.get(HERE)
    assert page.status_code == 403 and "has not been delivered yet" in page.content.decode()
    assert "راننده" not in page.content.decode()
    assert [aino_browser.get(HERE + part).status_code for part in ("form/", "typing/")] == [403, 403]
    to(report, ReportState.DELIVERED)
    assert f'href="{HERE}"' in aino_browser.get(BOARD).content.decode()
    assert "راننده بس ایستاد نشد" in aino_browser.get(HERE).content.decode()


def test_the_organisation_checks_and_delivers_and_the_coordinator_reads(
    leena_browser: Client, aino_browser: Client, report: Report
) -> None:
    assert "1 report waits for you." in leena_browser.get(BOARD).content.decode()
    assert leena_browser.post(f"{HERE}check/", {"removed": "on"}).headers["Location"] == HERE
    leena_browser.post(f"{HERE}deliver/")
    assert "1 report waits for you." in aino_browser.get(BOARD).content.decode()
    aino_browser.post(f"{HERE}lock/")
    report = Report.everywhere.get()
    assert (report.state, report.removed) == (ReportState.LOCKED, True)
    said = aino_browser.get(HERE).content.decode()
    assert "Write an addition" in said and "Mark as read" not in said
    assert aino_browser.post(f"{HERE}add/", {"text": ""}).status_code == 400
    aino_browser.post(f"{HERE}add/", {"text": "Linja oli 12."})
    assert "Linja oli 12." in aino_browser.get(HERE).content.decode()


def test_how_many_came_is_a_band_for_the_municipality(
    leena_browser: Client, aino_browser: Client, report: Report
) -> None:
    Report.everywhere.update(who_came={"total": 7, "age.from_18": 6}, remarks="", top=[])
    ours = leena_browser.get(HERE)
    assert "Five to nine people came." in ours.content.decode() and ours.context["who_came"]["total"] == 7
    to(report, ReportState.DELIVERED)
    theirs = aino_browser.get(HERE)
    assert theirs.context["who_came"] == {} and "<dd>7" not in theirs.content.decode()
    assert "Five to nine people came." in theirs.content.decode()


def test_a_no_says_why_beside_the_button(aino_browser: Client, mallila: Municipality, report: Report) -> None:
    to(report, ReportState.DELIVERED)
    with scope(mallila):
        report.unplaced.create(text="صنف شام")
        an_answer(report, translation="Soita 050 000 0000")
    said = aino_browser.get(HERE).content.decode()
    assert "1 text waits for its place." in said and "Personal data must be covered" in said
    assert "<mark><bdi>050 000 0000</bdi></mark>" in said and "صنف شام" in said
    assert aino_browser.post(f"{HERE}lock/").status_code == 403
    assert Report.everywhere.get().state == ReportState.DELIVERED


def test_loose_texts_and_finds_are_settled_on_the_page(
    aino_browser: Client, mallila: Municipality, report: Report
) -> None:
    to(report, ReportState.DELIVERED)
    with scope(mallila):
        first, second, third = (report.unplaced.create(text=text) for text in ("صنف شام", "sivu 3", "ei kai"))
        third.about = "D.who_else"
        third.save()
        an_answer(report, translation="Soita 050 000 0000")
    aino_browser.post(f"{HERE}loose/{first.pk}/", {"do": "place", "question_key": "PAR1", "mark": "odd"})
    aino_browser.post(f"{HERE}loose/{second.pk}/", {"do": "aside", "reason": "Sivunumero"})
    aino_browser.post(f"{HERE}loose/{third.pk}/", {"do": "instead"})
    find = aino_browser.get(HERE).context["finds"][0]
    sent = {"place": find.spot.place, "fingerprint": find.fingerprint, "do": "coarsen", "words": "virasto"}
    aino_browser.post(f"{HERE}find/", sent)
    page = aino_browser.get(HERE)
    assert page.context["loose"] == [] and page.context["finds"] == []
    assert Answer.everywhere.get(question_key="PAR1").original == "صنف شام"
    assert Report.everywhere.get().who_else == "ei kai"
    assert "Soita [virasto]" in page.content.decode() and "Sivunumero" in page.content.decode()


def test_a_returned_report_says_why(leena_browser: Client, report: Report) -> None:
    page = leena_browser.post(f"{HERE}return/", {"reason": ""})
    assert page.status_code == 400
    leena_browser.post(f"{HERE}return/", {"reason": "Rivi 1.1 puuttuu"})
    assert Report.everywhere.get().state == ReportState.RETURNED
    assert "Rivi 1.1 puuttuu" in leena_browser.get(HERE).content.decode()


@pytest.mark.usefixtures("held")
def test_before_anything_is_written_the_organisation_reads_what_to_do(
    leena_browser: Client, aino_browser: Client
) -> None:
    said = leena_browser.get(HERE).content.decode()
    assert "Nothing has been written yet" in said and f'href="{HERE}typing/"' in said
    assert aino_browser.get(HERE).status_code == 403


@pytest.mark.usefixtures("held")
def test_paper_is_typed_in_by_its_numbers(leena_browser: Client) -> None:
    page = leena_browser.get(f"{HERE}typing/")
    said = page.content.decode()
    assert 'name="SEC1.4.o"' in said and ">2.4</span>" in said and 'lang="fa-AF" dir="rtl"' in said
    sent = {
        "SEC1.1.o": "راننده", "SEC1.1.t": "Kuljettaja", "SEC1.1.m": "bad", "SEC1.1.n": "quote", "SEC1.1.s": "some",
        "SEC1.3.o": "سوم", "SEC1.3.m": "nonsense", "PAR1.skipped": "وقت نبود", "language": "fa-AF", "total": "6",
        "top_1": "بس", "read_back": "yes", "agrees_delivery": "yes", "agrees_quotes": "no", "how": "memory",
    }  # fmt: skip
    assert leena_browser.post(f"{HERE}typing/", sent).headers["Location"] == HERE
    report = Report.everywhere.get()
    assert (report.road, report.who_came, report.top, report.skipped) == (
        "paper", {"total": 6}, ["بس"], {"PAR1": "وقت نبود"},
    )  # fmt: skip
    rows = list(
        Answer.everywhere.order_by("row").values_list("row", "original", "translation", "mark", "manner", "shared")
    )
    assert rows == [(1, "راننده", "Kuljettaja", "bad", "quote", "some"), (3, "سوم", "", "", "said", "")]


@pytest.mark.usefixtures("held")
def test_typing_keeps_everything_when_one_number_is_wrong(leena_browser: Client) -> None:
    sent = {"SEC1.1.o": "راننده", "language": "fa-AF", "total": "2", "gender.woman": "3", "PAR1.differed": "جوانان"}
    page = leena_browser.post(f"{HERE}typing/", sent)
    said = page.content.decode()
    assert page.status_code == 400 and "more people than came in all" in said
    assert "راننده" in said and "جوانان" in said and 'value="3"' in said
    assert Report.everywhere.count() == 0


def test_the_board_asks_as_many_questions_for_three_reports_as_for_one(
    aino_browser: Client, mallila: Municipality, report: Report
) -> None:
    to(report, ReportState.DELIVERED)
    with CaptureQueriesContext(connection) as one:
        aino_browser.get(BOARD)
    with scope(mallila):
        for code in "AB":
            a_report(an_event(report.event.round, report.event.organisation, code=code))
    with CaptureQueriesContext(connection) as three:
        aino_browser.get(BOARD)
    assert len(three) == len(one)


def test_a_report_asks_as_many_questions_for_ten_lines_as_for_two(
    aino_browser: Client, mallila: Municipality, report: Report
) -> None:
    to(report, ReportState.DELIVERED)
    with CaptureQueriesContext(connection) as two:
        aino_browser.get(HERE)
    with scope(mallila):
        for _ in range(8):
            an_answer(report)
    with CaptureQueriesContext(connection) as ten:
        aino_browser.get(HERE)
    assert len(ten) == len(two)


def test_an_empty_board_says_what_reports_are(aino_browser: Client, mallila: Municipality) -> None:
    with scope(mallila):
        a_round()
    assert "No discussion yet" in aino_browser.get(BOARD).content.decode()


def a_form(event: Event, answers: dict[str, str]) -> SimpleUploadedFile:
    pack = pack_of(the_event(event.round, event.code))
    data = fill(to_docx(report_form(pack, typed=True)), answers)
    return SimpleUploadedFile("raportti.docx", data)


def test_a_word_form_is_read_in_and_tells_what_came(leena_browser: Client, mallila: Municipality, held: Event) -> None:
    with scope(mallila):
        first = a_form(held, {"SEC1.1.o": "راننده ایستاد نشد", "E.quotes": "osa"})
        newer = a_form(held, {"SEC1.1.o": "راننده ایستاد نشد و رفت"})
    page = leena_browser.post(f"{HERE}form/", {})
    assert page.status_code == 400 and "Choose the file first." in page.content.decode()
    page = leena_browser.post(f"{HERE}form/", {"file": SimpleUploadedFile("x.docx", b"PK\x03\x04 no")})
    assert page.status_code == 400 and "damaged" in page.content.decode()
    assert leena_browser.post(f"{HERE}form/", {"file": first}).headers["Location"] == f"{HERE}form/"
    first.seek(0)
    again = leena_browser.post(f"{HERE}form/", {"file": first})
    assert again.status_code == 400 and "read already, today" in again.content.decode()
    said = leena_browser.get(f"{HERE}form/").content.decode()
    assert "One new line." in said and "One text found no place" in said and "was not understood" in said
    leena_browser.post(f"{HERE}form/", {"file": newer})
    page = leena_browser.get(f"{HERE}form/")
    assert "both kept" in page.content.decode() and Answer.everywhere.count() == 2
    leena_browser.post(f"{HERE}form/{page.context['replaceable'].pk}/replace/")
    assert Answer.everywhere.get().original == "راننده ایستاد نشد و رفت"
