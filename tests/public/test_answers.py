"""You said – it was decided – it was done: what residents read, in which language, and when."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.loop.cards.models import CardState
from kuultu.loop.followup.models import Checkup, CheckupText
from kuultu.loop.measures.models import MeasureText
from kuultu.loop.rounds.models import Ending
from kuultu.public.queries.answers import Stage, answer_of, stage_of
from tests.factories import a_measure, a_round
from tests.public.conftest import Answered, read


def words(html: str) -> str:
    """What a reader hears, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_an_answer_tells_what_was_said_decided_and_done(answered: Answered, visitor: Client) -> None:
    text = words(read(visitor, "/mallila/"))
    for told in (
        "Te sanoitte. Päätettiin. Tehtiin.", "Kevät 2026", "yksi keskustelu, yksi kieli",
        "Bussi ajoi ohi", "Bussi ajaa ohi.", "Bussi ajaa ohi. +", "Näkyy asukkaille", "Bussi pysähtyy.",
        "Valmis viimeistään: maanantaina 30. marraskuuta 2026", "Numeroa ei avattu.", "Miksi ei", "Rahaa ei ollut.",
        "Kunnanhallitus, 112 §", "Kivisuo", "Päivitetty maanantaina 20. huhtikuuta 2026",
    ):  # fmt: skip
        assert told in text


def test_it_is_read_in_the_residents_language_and_direction(answered: Answered, visitor: Client) -> None:
    html = read(visitor, "/mallila/", "ar")
    assert '<html lang="ar" dir="rtl">' in html
    assert "قلتم. تقرر. تم." in words(html)
    assert '<blockquote lang="ar" dir="rtl" class="">الحافلة تمر.</blockquote>' in html
    assert "لا مال." in html and "يراه السكان" in html


def test_what_is_not_translated_is_shown_in_finnish_and_says_so(answered: Answered, visitor: Client) -> None:
    html = read(visitor, "/mallila/", "ar")
    told = (
        '<p lang="fi" dir="ltr" class="">Bussi pysähtyy.</p><p class="told small muted">لم يُترجم هذا إلى لغتك بعد.</p>'
    )
    assert told in html
    assert html.count("لم يُترجم هذا إلى لغتك بعد.") == 1
    swedish = read(visitor, "/mallila/", "sv")
    assert '<blockquote lang="fi" dir="ltr" class="">Bussi ajaa ohi.</blockquote>' in swedish
    assert "Det här har inte översatts till ditt språk än." in swedish


def test_a_machine_translation_says_so_in_plain_words(answered: Answered, visitor: Client) -> None:
    with scope(answered.round.municipality):
        MeasureText.objects.filter(language="en").update(state="machine")
    assert "A machine translated this. Nobody has checked it yet." in read(visitor, "/mallila/", "en")
    assert "kone" not in read(visitor, "/mallila/", "fi")


def test_every_language_of_the_answer_has_a_page_of_its_own(answered: Answered, visitor: Client) -> None:
    with scope(answered.round.municipality):
        answered.round.languages = ["fi", "th"]
        answered.round.save()
        MeasureText.objects.create(measure=answered.measure, language="th", said="รถเมล์ไม่จอด", decided="รถเมล์จะจอด")
    html = read(visitor, "/mallila/", "th")
    assert '<html lang="th" dir="ltr">' in html and "You said" not in words(html)
    assert "รถเมล์ไม่จอด" in words(html)
    assert 'hreflang="th" dir="ltr" aria-current="true"' in html


def test_the_browsers_own_language_opens_the_page(answered: Answered) -> None:
    assert '<html lang="ar"' in Client(headers={"accept-language": "ar-SY,ar;q=0.9"}).get("/mallila/").content.decode()
    assert '<html lang="fi"' in Client(headers={"accept-language": "de"}).get("/mallila/").content.decode()


def test_a_late_measure_keeps_its_promise_and_tells_the_new_day(answered: Answered, visitor: Client) -> None:
    with scope(answered.round.municipality):
        Checkup.objects.update(state="late", step="started", new_due_on=date(2027, 2, 28))
    text = words(read(visitor, "/mallila/"))
    assert "Myöhässä, uusi päivä: sunnuntaina 28. helmikuuta 2027" in text
    assert "Valmis viimeistään: maanantaina 30. marraskuuta 2026" in text


@pytest.mark.parametrize(
    ("state", "step", "says"),
    [("running", "started", "Kesken"), ("stopped", "started", "Ei tehty"), ("planned", "", "Ei vielä aloitettu"),
     ("done", "checked", "Tarkistettu asukkaiden kanssa")],
)  # fmt: skip
def test_states_are_told_in_words(answered: Answered, visitor: Client, state: str, step: str, says: str) -> None:
    with scope(answered.round.municipality):
        Checkup.objects.update(state=state, step=step)
    assert f"<b>{says}</b>" in read(visitor, "/m/MAL26-T1/")


def test_nothing_is_told_before_the_programme_is_published(answered: Answered, visitor: Client) -> None:
    with scope(answered.round.municipality):
        answered.programme.published_at = None
        answered.programme.save()
    text = read(visitor, "/mallila/")
    assert "Asukkaita kuullaan nyt. Vastaus tulee tähän." in text
    assert "Bussi" not in text and "Numeroa" not in text
    assert visitor.get("/m/MAL26-T1/").status_code == 404


def test_a_round_that_has_not_begun_is_nowhere(mallila: Municipality, visitor: Client, now: datetime) -> None:
    with scope(mallila):
        round = a_round(starts_on=now.date() + timedelta(days=1))
        assert stage_of(round, now) is None
        assert stage_of(round, now + timedelta(days=2)) is Stage.UNDER_WAY
        round.starts_on = date(2999, 1, 1)
        round.save()
    assert "Kevät 2026" not in read(visitor, "/mallila/")
    assert "Ei vielä vastausta" in read(visitor, "/mallila/")
    assert visitor.get("/mallila/MAL26/answer/").status_code == 404


def test_a_round_that_only_collected_says_so(mallila: Municipality, visitor: Client) -> None:
    with scope(mallila):
        a_round(ending=Ending.COLLECTED)
    assert "Tällä kierroksella koottiin, mitä asukkaat kertoivat. Toimenpiteistä ei päätetty." in read(
        visitor, "/mallila/"
    )


def test_rounds_stand_below_each_other_the_newest_first(answered: Answered, visitor: Client) -> None:
    with scope(answered.round.municipality):
        a_round(code="MAL24", name="Syksy 2024", starts_on=date(2024, 8, 1), ending=Ending.COLLECTED)
    html = read(visitor, "/mallila/")
    assert html.index('id="MAL26"') < html.index('id="MAL24"')


def test_one_rounds_answer_can_be_printed_with_its_code(answered: Answered, visitor: Client) -> None:
    html = read(visitor, "/mallila/MAL26/answer/", "ar")
    assert "data:image/svg+xml;base64," in html
    assert "localhost:8000/mallila/MAL26/answer/?lang=ar" in html
    assert "aino@mallila.example" in html


def test_columns_are_headings_of_each_cell(answered: Answered, visitor: Client) -> None:
    html = read(visitor, "/mallila/")
    assert re.findall(r"<h4[^>]*>(.*?)</h4>", html)[:3] == ["Te sanoitte", "Päätettiin", "Tehtiin"]


def test_a_card_by_its_printed_code(answered: Answered, visitor: Client) -> None:
    html = read(visitor, "/c/mal26k1/", "ar")
    assert '<h2 lang="ar" dir="rtl" class="card__title">مرت الحافلة</h2>' in html and "انتظرت الحافلة." in html
    assert "الحافلة تمر. +" in html and "/m/MAL26-T1/" in html
    swedish = read(visitor, "/c/MAL26-K1/", "sv")
    assert "Bussi ajoi ohi" in swedish and "Det här har inte översatts till ditt språk än." in swedish


def test_a_card_is_read_once_the_evening_has_begun_and_not_before(answered: Answered, visitor: Client) -> None:
    with scope(answered.round.municipality):
        answered.programme.published_at = None
        answered.programme.save()
        event = answered.round.decision_event
        event.starts_at += timedelta(days=365_000)
        event.ends_at += timedelta(days=365_000)
        event.save()
    assert visitor.get("/c/MAL26-K1/").status_code == 404
    with scope(answered.round.municipality):
        event.step = "reading"
        event.save()
    html = read(visitor, "/c/MAL26-K1/")
    assert "Bussi ajoi ohi" in html and "/m/MAL26-T1/" not in html


@pytest.mark.parametrize("how", ["not frozen", "withdrawn", "draft"])
def test_a_card_that_the_hall_may_not_see_is_as_unknown_as_any_other(
    answered: Answered, visitor: Client, how: str
) -> None:
    with scope(answered.round.municipality):
        if how == "not frozen":
            answered.card.deck.frozen_at = None
            answered.card.deck.save()
        else:
            answered.card.state = CardState.WITHDRAWN if how == "withdrawn" else CardState.DRAFT
            answered.card.save()
    hidden, unknown = visitor.get("/c/MAL26-K1/?lang=fi"), visitor.get("/c/MAL26-K9/?lang=fi")
    assert (hidden.status_code, unknown.status_code) == (404, 404)
    same = hidden.content.decode().replace("MAL26-K1", "MAL26-K9")
    token = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    assert token.sub("", same) == token.sub("", unknown.content.decode())
    assert "Bussi ajoi ohi" not in read(visitor, "/mallila/")


def test_a_measure_shows_its_four_steps_and_who_is_in_charge(answered: Answered, visitor: Client) -> None:
    text = words(read(visitor, "/m/MAL26-T1/"))
    for told in ("Luvattu", "Aloitettu", "Näkyy asukkaille", "Tarkistettu asukkaiden kanssa", "Koska sanoitte",
                 "Tekninen lautakunta, joukkoliikennesuunnittelija", "K1 Bussi ajoi ohi"):  # fmt: skip
        assert told in text


def test_the_answer_asks_as_often_for_three_measures_as_for_one(answered: Answered, now: datetime) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            answer = answer_of(answered.round, "ar", now)
            assert answer and [card.title for row in answer.rows for card in row.cards]
        return len(queries)

    with scope(answered.round.municipality):
        first = asked()
        for _ in range(2):
            more = a_measure(answered.round, answered.card)
            MeasureText.objects.create(measure=more, language="ar", said="قلتم", decided="تقرر")
            checkup = Checkup.objects.create(
                measure=more, due_on=date(2026, 4, 1), done_at=now, state="running", says="x"
            )
            CheckupText.objects.create(checkup=checkup, language="ar", done="تم")
        assert asked() == first
