"""The scribe's pages: in the event's language, sent twice, behind a closed link, after the report is finished."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from kuultu.ground.languages.registry import CONTENT, language
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.links import make_link, token_of
from kuultu.ground.people.models import Link, Purpose
from kuultu.loop.reports.models import Answer, Report, ReportState
from kuultu.loop.rounds.models import Ending, Event
from tests.factories import a_report, a_round, an_answer, an_event, questions

SOON = timedelta(days=3)


@pytest.fixture
def held(mallila: Municipality, silta: Organisation) -> Event:
    """A Dari discussion of yesterday, by the real clock: doors ask it."""
    with scope(mallila):
        round = a_round()
        questions(round)
        return an_event(round, silta, starts_at=datetime.now(UTC) - timedelta(days=1))


@pytest.fixture
def link(held: Event, mallila: Municipality) -> Link:
    with scope(mallila):
        return make_link(Purpose.SCRIBE, held.pk, now=datetime.now(UTC), lasts=SOON)


@pytest.fixture
def door(link: Link) -> str:
    return f"/s/{token_of(link)}/"


def lines() -> list[str]:
    return list(Answer.everywhere.order_by("pk").values_list("original", flat=True))


def test_a_wrong_token_opens_nothing(visitor: Client, door: str) -> None:
    other = "1" if door[-2] == "0" else "0"
    assert visitor.get(f"{door[:-2]}{other}/").status_code == 404
    assert visitor.get(f"{door}NOPE/").status_code == 404
    assert visitor.get(f"{door}SEC1/999/").status_code == 404


@pytest.mark.parametrize("page", ["", "SEC1/", "SEC1/notes/", "facts/", "matters/", "check/", "form/"])
def test_every_page_opens_before_anything_is_written_and_writes_nothing(visitor: Client, door: str, page: str) -> None:
    answer = visitor.get(door + page)
    assert answer.status_code == 200
    assert Report.everywhere.count() == 0


def test_the_page_is_in_the_event_s_language_until_another_is_chosen(visitor: Client, door: str) -> None:
    page = visitor.get(f"{door}SEC1/")
    assert page.context["here"].code == "fa-AF" and page.context["here"].direction == "rtl"
    assert [each.code for each in page.context["tongues"]] == ["fa-AF", "fi", "sv", "en"]
    page = visitor.get(f"{door}SEC1/?lang=fi")
    assert page.context["part"].said.text == "Kysymys SEC1?"
    assert page.context["part"].said.other == "سؤال SEC1؟"
    assert visitor.get(f"{door}SEC1/").context["here"].code == "fi"


@pytest.mark.parametrize("code", CONTENT)
def test_the_door_speaks_the_language_of_the_discussion(visitor: Client, held: Event, door: str, code: str) -> None:
    Event.everywhere.filter(pk=held.pk).update(language=code)
    page = visitor.get(f"{door}SEC1/")
    assert page.context["here"].code == code
    assert f'<html lang="{code}" dir="{language(code).direction}"' in page.content.decode()


def test_a_line_is_written_and_the_page_is_ready_for_the_next(visitor: Client, door: str) -> None:
    page = visitor.get(f"{door}SEC1/?lang=en")
    sent = {"original": "راننده ایستاد نشد", "mark": "bad", "manner": "quote", "shared": "some",
            "client_id": page.context["form"]["client_id"].value()}  # fmt: skip
    assert visitor.post(f"{door}SEC1/", sent).headers["Location"] == f"{door}SEC1/#write"
    assert visitor.post(f"{door}SEC1/", sent).status_code == 302
    assert lines() == ["راننده ایستاد نشد"]
    page = visitor.get(f"{door}SEC1/")
    assert page.context["form"]["client_id"].value() != sent["client_id"]
    said = page.content.decode()
    assert "راننده ایستاد نشد" in said and "saved " in said and 'lang="fa-AF" dir="rtl"' in said


def test_an_empty_line_is_told_so_and_keeps_what_was_chosen(visitor: Client, door: str) -> None:
    page = visitor.post(f"{door}SEC1/?lang=en", {"original": "", "mark": "bad", "manner": "quote"})
    assert page.status_code == 400
    said = page.content.decode()
    assert "Write what was said first." in said
    assert re.search(r'value="bad"[^>]*checked', said) and re.search(r'value="quote"[^>]*checked', said)


def test_a_line_is_changed_and_taken_out(visitor: Client, door: str, mallila: Municipality, held: Event) -> None:
    with scope(mallila):
        report = a_report(held, state=ReportState.DRAFT)
        line = an_answer(report)
    page = visitor.get(f"{door}SEC1/{line.pk}/?lang=en")
    seen = page.context["form"]["seen"].value()
    visitor.post(f"{door}SEC1/{line.pk}/", {"original": "بهتر", "manner": "said", "seen": seen})
    assert lines() == ["بهتر"]
    stale = visitor.post(f"{door}SEC1/{line.pk}/?lang=en", {"original": "من", "manner": "said", "seen": seen})
    assert stale.status_code == 400 and "Somebody else changed this line" in stale.content.decode()
    assert "من" in stale.content.decode()
    assert visitor.get(f"{door}SEC1/{line.pk}/remove/").status_code == 405
    visitor.post(f"{door}SEC1/{line.pk}/remove/")
    assert lines() == []


def test_the_whole_form_by_the_pages(visitor: Client, door: str) -> None:
    visitor.post(f"{door}SEC1/", {"original": "راننده ایستاد نشد", "manner": "said"})
    visitor.post(f"{door}PAR1/notes/", {"skipped": "وقت نبود", "differed": ""})
    facts = {"language": "fa-AF", "place": "library", "time": "17–19", "total": "8", "age.from_18": "5"}
    assert visitor.post(f"{door}facts/", facts).headers["Location"] == f"{door}matters/"
    assert visitor.post(f"{door}matters/", {"top_1": "بس", "remarks": "مکث"}).headers["Location"] == f"{door}check/"
    said = visitor.get(f"{door}check/?lang=en").content.decode()
    assert "Answer: The group agrees that quotes are used." in said and "aria-disabled" in said
    visitor.post(f"{door}check/", {"read_back": "yes", "agrees_delivery": "yes", "agrees_quotes": "no", "how": "notes"})
    assert visitor.post(f"{door}check/finish/").headers["Location"] == f"{door}receipt/"
    report = Report.everywhere.get()
    assert (report.state, report.facts, report.who_came) == (
        ReportState.FINISHED, {"time": "17–19", "place": "library"}, {"total": 8, "age.from_18": 5},
    )  # fmt: skip
    assert (report.top, report.remarks, report.skipped) == (["بس"], "مکث", {"PAR1": "وقت نبود"})
    assert (report.read_back, report.agrees_quotes, report.corrected, report.how) == (True, False, None, "notes")
    assert "destroy your own notes" in visitor.get(f"{door}receipt/?lang=en").content.decode()


def test_numbers_that_cannot_be_stay_on_the_page_with_the_reason(visitor: Client, door: str) -> None:
    page = visitor.post(f"{door}facts/?lang=en", {"language": "fa-AF", "total": "3", "age.from_18": "5"})
    assert page.status_code == 400
    said = page.content.decode()
    assert "more people than came in all" in said and 'name="age.from_18" value="5"' in said


def test_a_find_is_shown_covered_and_kept_by_the_scribe(
    visitor: Client, door: str, mallila: Municipality, held: Event
) -> None:
    with scope(mallila):
        an_answer(a_report(held, state=ReportState.DRAFT), original="سلام", translation="Soita 050 000 0000, Virtanen")
    page = visitor.get(f"{door}check/?lang=en")
    finds = page.context["finds"]
    assert [each.found.text for each in finds] == ["050 000 0000", "Virtanen"]
    assert "<mark><bdi>050 000 0000</bdi></mark>" in page.content.decode()
    for each, choice in zip(finds, ({"do": "cover"}, {"do": "keep", "reason": "julkinen henkilö"}), strict=True):
        visitor.post(f"{door}check/find/", {"place": each.spot.place, "fingerprint": each.fingerprint} | choice)
    assert Answer.everywhere.get().translation == "Soita [puhelinnumero], Virtanen"
    assert visitor.get(f"{door}check/").context["finds"] == []


def test_behind_a_closed_link_what_was_typed_is_shown_again(visitor: Client, door: str, link: Link) -> None:
    Link.everywhere.filter(pk=link.pk).update(expires_at=datetime.now(UTC) - timedelta(minutes=1))
    assert visitor.get(door).status_code == 410
    page = visitor.post(f"{door}SEC1/?lang=en", {"original": "بسیار مهم", "manner": "said"})
    assert page.status_code == 410
    said = page.content.decode()
    assert "بسیار مهم" in said and "Silta ry" in said and "050 000 0202" in said
    assert lines() == []


@pytest.mark.parametrize(
    ("state", "ending", "says"),
    [
        (ReportState.FINISHED, Ending.OPEN, "The scribe has finished this report."),
        (ReportState.LOCKED, Ending.OPEN, "The municipality has read and locked this report."),
        (ReportState.DRAFT, Ending.COLLECTED, "This round is closed."),
    ],
)
def test_what_comes_too_late_is_refused_with_the_words_kept(
    visitor: Client, door: str, mallila: Municipality, held: Event, state: str, ending: str, says: str
) -> None:
    with scope(mallila):
        a_report(held, state=state)
        held.round.ending = ending
        held.round.save()
    said = visitor.get(f"{door}SEC1/?lang=en").content.decode()
    assert says in said and 'name="original"' not in said
    page = visitor.post(f"{door}SEC1/", {"original": "دیر آمد", "manner": "said"})
    assert page.status_code == 400 and says in page.content.decode() and "دیر آمد" in page.content.decode()
    page = visitor.post(f"{door}check/find/", {"place": "x", "words": "دیر آمد"})
    assert page.status_code in {403, 404}
    assert lines() == []


def test_the_link_of_one_event_does_not_reach_another_s_lines(
    visitor: Client, door: str, mallila: Municipality, held: Event
) -> None:
    with scope(mallila):
        a_report(held, state=ReportState.DRAFT)
        other = an_answer(a_report(an_event(held.round, code="A"), state=ReportState.DRAFT), original="secret")
    assert visitor.get(f"{door}SEC1/{other.pk}/").status_code == 404
    assert visitor.post(f"{door}SEC1/{other.pk}/remove/").status_code == 404
    assert lines() == ["secret"]


def test_the_coordinator_s_account_is_no_key_to_the_door(aino_browser: Client, door: str, link: Link) -> None:
    Link.everywhere.filter(pk=link.pk).update(revoked_at=datetime.now(UTC))
    assert aino_browser.get(door).status_code == 410
