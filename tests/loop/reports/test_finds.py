"""Personal data in a report: found, covered, said more generally, kept; texts without a place."""

from datetime import datetime

import pytest
from django.http import Http404

from kuultu.ground.audit.log import history
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.reports.actions.facts import save_facts
from kuultu.loop.reports.actions.finds import coarsen_find, cover_find, keep_find
from kuultu.loop.reports.actions.lines import add_line, save_notes
from kuultu.loop.reports.actions.loose import place_text, set_aside
from kuultu.loop.reports.models import Answer, KeptFind, Report, ReportState, Unplaced
from kuultu.loop.reports.queries import certain_finds, find_at, open_finds
from tests.factories import an_answer

pytestmark = pytest.mark.usefixtures("in_mallila")
PHONE, CODE = "050 000 0000", "010190-900X"


def test_finds_are_looked_for_in_every_text_of_the_report(report: Report, as_samir: Actor, now: datetime) -> None:
    add_line(report, by=as_samir, now=now, question_key="SEC1", original=f"a {PHONE}", translation=f"b {CODE}")
    save_notes(report, by=as_samir, now=now, question_key="SEC1", skipped=f"c {PHONE}1", differed=f"d {PHONE}2")
    save_facts(report, by=as_samir, now=now, top=[f"e {PHONE}3"], who_else=f"f {PHONE}4", works_well=f"g {PHONE}5",
               remarks=f"h {PHONE}6")  # fmt: skip
    report.unplaced.create(text=f"i {PHONE}7")
    assert [each.spot.place.split(":")[0] for each in certain_finds(report)] == [
        "answer", "answer", "skipped", "differed", "top", "report", "report", "report", "unplaced",
    ]  # fmt: skip


def test_covering_puts_the_category_in_the_language_of_the_text(report: Report, as_samir: Actor, now: datetime) -> None:
    line = an_answer(report, original="سلام", translation=f"Soita {PHONE} illalla")
    cover_find(report, certain_finds(report)[0], by=as_samir, now=now)
    line.refresh_from_db()
    assert line.translation.startswith("Soita [") and line.translation.endswith("] illalla")
    assert PHONE not in line.translation and certain_finds(report) == []
    assert (history(report)[0].verb, history(report)[0].facts) == ("covered personal data", {"kind": "phone"})


def test_coarser_words_stand_in_brackets(report: Report, as_samir: Actor, now: datetime) -> None:
    save_facts(report, by=as_samir, now=now, top=["a", f"Koulukatu 5, {PHONE}"])
    street = next(each for each in open_finds(report) if each.found.kind == "street_address")
    with pytest.raises(Refused, match="Write what to say instead"):
        coarsen_find(report, street, by=as_samir, now=now, words=" [] ")
    coarsen_find(report, street, by=as_samir, now=now, words="kerrostalon piha")
    assert Report.objects.get().top == ["a", f"[kerrostalon piha], {PHONE}"]
    assert history(report)[0].verb == "said personal data more generally"


def test_what_is_kept_with_a_reason_stays_in_the_whole_report(report: Report, as_samir: Actor, now: datetime) -> None:
    an_answer(report, translation=f"Numero {PHONE}")
    an_answer(report, translation=f"Sama {PHONE} taas")
    with pytest.raises(Refused, match="Say why it can stay"):
        keep_find(report, certain_finds(report)[0], by=as_samir, now=now, reason="")
    keep_find(report, certain_finds(report)[0], by=as_samir, now=now, reason="Kirjaston vaihde")
    assert certain_finds(report) == []
    kept = KeptFind.objects.get()
    assert (kept.kind, kept.reason) == ("phone", "Kirjaston vaihde")
    assert PHONE not in kept.fingerprint and "050" not in str(kept.__dict__.values())


def test_a_find_in_a_text_that_changed_meanwhile_is_left_alone(report: Report, as_samir: Actor, now: datetime) -> None:
    line = an_answer(report, translation=f"Soita {PHONE}")
    found = certain_finds(report)[0]
    Answer.objects.filter(pk=line.pk).update(translation="Jotain aivan muuta, pitempi teksti")
    with pytest.raises(Refused, match="has changed meanwhile"):
        cover_find(report, found, by=as_samir, now=now)
    with pytest.raises(Http404):
        find_at(report, found.spot.place, found.fingerprint)


def test_a_delivered_report_is_tidied_by_the_coordinator_alone(
    report: Report, as_aino: Actor, as_leena: Actor, now: datetime
) -> None:
    report.state = ReportState.DELIVERED
    report.save()
    an_answer(report, translation=f"Soita {PHONE}")
    found = certain_finds(report)[0]
    with pytest.raises(Refused, match="delivered to the municipality"):
        cover_find(report, found, by=as_leena, now=now)
    cover_find(report, found, by=as_aino, now=now)
    assert certain_finds(report) == []


def test_a_loose_text_gets_its_place_once(report: Report, as_leena: Actor, now: datetime) -> None:
    an_answer(report)
    loose = report.unplaced.create(text="صنف شام")
    answer = place_text(loose, by=as_leena, now=now, question_key="SEC1", mark="bad")
    assert (answer.row, answer.original, answer.mark) == (2, "صنف شام", "bad")
    assert Unplaced.objects.get().answer == answer
    with pytest.raises(Refused, match="already"):
        place_text(loose, by=as_leena, now=now, question_key="PAR1")
    assert history(report)[0].verb == "placed a text"


def test_a_loose_text_is_set_aside_with_a_reason_and_stays_in_the_list(
    report: Report, as_leena: Actor, now: datetime
) -> None:
    loose = report.unplaced.create(text="sivu 3")
    with pytest.raises(Refused, match="Say why"):
        set_aside(loose, by=as_leena, now=now, reason="")
    set_aside(loose, by=as_leena, now=now, reason="Sivunumero")
    loose.refresh_from_db()
    assert (loose.text, loose.set_aside_because, loose.settled_at) == ("sivu 3", "Sivunumero", now)
    assert history(report)[0].verb == "set a text aside"
