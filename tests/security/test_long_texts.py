"""Whoever sends a book where a sentence is asked for."""

import io
import random
import zipfile
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.links import make_link, token_of
from kuultu.ground.people.models import Purpose
from kuultu.ground.people.request import moment
from kuultu.ground.web.forms import LONGEST, Ended
from kuultu.loop.cards.models import Card
from kuultu.loop.reports.models import Answer, Report, ReportState
from kuultu.loop.rounds.models import Group, Order, OrderState, Round
from tests.factories import a_report, a_round, a_statement, an_answer, an_event, an_order, questions

BOOK = "sana " * 40_000


@pytest.fixture
def round(mallila: Municipality, silta: Organisation) -> Round:
    with scope(mallila):
        made = a_round()
        questions(made)
        an_order(made, silta, state=OrderState.SENT)
        return made


@pytest.fixture
def door(round: Round, mallila: Municipality, silta: Organisation) -> str:
    with scope(mallila):
        event = an_event(round, silta, starts_at=moment() - timedelta(days=1))
        return f"/s/{token_of(make_link(Purpose.SCRIBE, event.pk, now=moment(), lasts=timedelta(days=9)))}/"


def _forms(kind: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    for each in kind.__subclasses__():
        yield each
        yield from _forms(each)


def test_every_form_of_ours_gives_its_texts_an_end() -> None:
    ours = {form for form in _forms(forms.BaseForm) if form.__module__.startswith("kuultu.")}
    assert len(ours) > 40 and not [form for form in ours if not issubclass(form, Ended)]


def test_the_end_is_told_and_what_was_typed_stays(round: Round, aino_browser: Client) -> None:
    said = {"name": "Ryhmä", "reason": "x" * (LONGEST + 1), "languages": ["ar"]}
    answer = aino_browser.post(reverse("rounds:new_group", args=["mallila", round.code]), said)
    assert answer.status_code == 400 and "x" * (LONGEST + 1) in answer.content.decode()
    assert aino_browser.post(reverse("rounds:new_group", args=["mallila", round.code]),
                             said | {"reason": "x" * LONGEST}).status_code == 302  # fmt: skip
    assert len(Group.everywhere.get().reason) == LONGEST


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("SEC1/", {"original": BOOK, "manner": "said"}),
        ("SEC1/", {"original": "x", "manner": "said", "translation": BOOK}),
        ("SEC1/notes/", {"differed": BOOK}),
        ("SEC1/notes/", {"skipped": BOOK}),
        ("matters/", {"top_1": BOOK}),
        ("matters/", {"remarks": BOOK}),
        ("facts/", {"language": "fa-AF", "time": BOOK}),
    ],
)
def test_a_scribe_sends_no_book(page: str, said: dict[str, str], door: str, visitor: Client) -> None:
    assert visitor.post(f"{door}{page}", said).status_code == 400
    assert not Answer.everywhere.exists()
    for report in Report.everywhere.all():
        assert not any((report.skipped, report.differed, report.top, report.remarks, report.facts))


def test_nor_does_who_types_a_paper_in(round: Round, door: str, mallila: Municipality, leena_browser: Client) -> None:
    page = reverse("reports:typing", args=["mallila", round.code, "D"])
    for name in ("SEC1.1.o", "SEC1.1.t", "SEC1.differed", "SEC1.skipped", "who_else"):
        answer = leena_browser.post(page, {name: BOOK, "language": "fa-AF"})
        assert answer.status_code < 500
    assert not Answer.everywhere.exists()
    assert not any(report.differed or report.skipped or report.who_else for report in Report.everywhere.all())


def test_nor_an_organisation_that_answers_an_order(round: Round, leena_browser: Client) -> None:
    order = Order.everywhere.get()
    page = reverse("rounds:answer_order", args=["mallila", round.code, order.pk])
    answer = leena_browser.post(page, {"accepted": "yes", "answer": BOOK})
    assert answer.status_code == 400 and BOOK.strip() in answer.content.decode()
    assert Order.everywhere.get().state == OrderState.SENT
    assert leena_browser.post(page, {"accepted": "perhaps"}).status_code == 400
    assert leena_browser.post(page, {"accepted": "no", "answer": "Emme ehdi."}).status_code == 302
    assert Order.everywhere.get().state == OrderState.DECLINED


def test_a_book_that_came_in_a_word_form_does_not_stop_the_workbook(
    round: Round, mallila: Municipality, aino_browser: Client
) -> None:
    with scope(mallila):
        report = a_report(an_event(round), state=ReportState.LOCKED)
        a_statement(report, answer=an_answer(report, original=BOOK, translation=BOOK))
    answer = aino_browser.get(reverse("desk:workbook", args=["mallila", round.code]))
    assert answer.status_code == 200 and zipfile.is_zipfile(io.BytesIO(answer.content))


@pytest.mark.parametrize("size", [0, 5 * 1024 * 1024 + 1, 9 * 1024 * 1024])
def test_a_file_that_is_no_form_is_refused_with_a_sentence(size: int, door: str, visitor: Client) -> None:
    for data in (random.Random(1).randbytes(size), b"PK\x03\x04" + bytes(size)):
        file = SimpleUploadedFile("form.docx", data)
        assert visitor.post(f"{door}form/", {"file": file}).status_code == 400
    assert not Report.everywhere.exists() and not Card.everywhere.exists()


def test_two_files_at_once_are_not_read(door: str, visitor: Client) -> None:
    two = [SimpleUploadedFile(f"{name}.docx", b"PK\x03\x04") for name in "ab"]
    assert visitor.post(f"{door}form/", {"file": two}).status_code == 400


def test_very_many_fields_are_refused(visitor: Client) -> None:
    assert visitor.post("/sign-in/", {f"f{number}": "" for number in range(5001)}).status_code == 400
