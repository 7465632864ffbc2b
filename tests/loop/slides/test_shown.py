"""A slide as it is shown, and what worries about it."""

from datetime import datetime

import pytest

from kuultu.ground.people.actor import Actor
from kuultu.loop.slides.actions.building import build_presentation
from kuultu.loop.slides.actions.editing import change_slide
from kuultu.loop.slides.models import SlideKind
from kuultu.loop.slides.queries import slides_shown
from kuultu.loop.slides.shown import SlideShown, cards_named
from kuultu.loop.slides.worries import worries_of
from kuultu.loop.statements.models import StatementText
from tests.loop.slides.conftest import Told

pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.fixture
def bus(told: Told, as_aino: Actor, now: datetime) -> SlideShown:
    made = build_presentation(told.round, by=as_aino, now=now)
    return next(each for each in slides_shown(made) if each.slide.theme == told.bus)


def again(shown: SlideShown) -> SlideShown:
    return next(each for each in slides_shown(shown.slide.presentation) if each.slide == shown.slide)


def says(shown: SlideShown) -> list[str]:
    return [str(worry.says) for worry in worries_of(shown)]


def test_hidden_slides_have_no_number_and_worry_nobody(bus: SlideShown) -> None:
    assert (bus.number, bus.code) == (3, "MAL26-S3")
    bus.slide.shown = False
    bus.slide.lines = ["sana"] * 60
    bus.slide.save()
    hidden = again(bus)
    assert (hidden.number, hidden.code, says(hidden)) == (None, "", [])


def test_words_of_heading_lines_and_quote_are_counted(bus: SlideShown, as_aino: Actor, now: datetime) -> None:
    quote = bus.slide.quote
    assert bus.quote
    lines = [" ".join(["sana"] * (44 - bus.quote.words))]
    change_slide(bus.slide, by=as_aino, now=now, heading="Bussi", lines=lines, quote=quote)
    assert (again(bus).words, says(again(bus))) == (45, [])
    change_slide(bus.slide, by=as_aino, now=now, heading="Bussi ajaa", lines=lines, quote=quote)
    assert says(again(bus)) == ["46 words. At most 45 can be read from the back row."]


def test_an_unchecked_translation_keeps_its_mark(told: Told, bus: SlideShown, as_aino: Actor, now: datetime) -> None:
    dari = told.quotes[0]
    change_slide(bus.slide, by=as_aino, now=now, heading="Bussi", lines=["Ajaa ohi."], quote=dari)
    checked = again(bus).quote
    assert checked and (checked.state, checked.translation_language) == ("", "fi")
    StatementText.objects.filter(statement=dari).update(state="machine", reader="")
    marked = again(bus)
    assert marked.quote and marked.quote.state == "machine"
    assert says(marked) == ["Nobody has checked the translation of the quote. The slide says so."]
    StatementText.objects.filter(statement=dari).update(state="checked", follows=0)
    stale = again(bus).quote
    assert stale and stale.state == "stale"


def test_a_name_and_a_number_in_our_own_words_worry(bus: SlideShown, as_aino: Actor, now: datetime) -> None:
    lines = ["Soita numeroon 050 000 0123."]
    change_slide(bus.slide, by=as_aino, now=now, heading="Bussi", lines=lines, quote=bus.slide.quote)
    assert any("050 000 0123" in each for each in says(again(bus)))


def test_a_slide_without_words_or_quote_asks_for_them(bus: SlideShown, as_aino: Actor, now: datetime) -> None:
    change_slide(bus.slide, by=as_aino, now=now, heading="Bussi")
    assert [each.split(".")[0] for each in says(again(bus))] == ["No sentence yet", "No quote"]


def test_a_quote_that_may_not_be_shown_stops_and_is_not_shown(bus: SlideShown) -> None:
    assert bus.slide.quote
    bus.slide.quote.sensitive = True
    bus.slide.quote.save()
    shown = again(bus)
    assert shown.quote is None
    assert worries_of(shown)[0].stops


def test_contrasts_are_lines_with_a_topic_and_the_rest_is_shared(bus: SlideShown) -> None:
    bus.slide.kind = SlideKind.DIFFERED
    bus.slide.lines = ["Poliisi: osa luottaa / osa pelkää", "Kahvila: kaikki pitävät", "Kaikki toivovat valoa."]
    shown = SlideShown(bus.slide, 1)
    assert [(each.topic, each.first, each.second) for each in shown.contrasts] == [
        ("Poliisi", "osa luottaa", "osa pelkää"), ("Kahvila", "kaikki pitävät", ""),
    ]  # fmt: skip
    assert shown.shared == "Kaikki toivovat valoa."


def test_cards_are_named_at_the_end_of_a_question(told: Told, bus: SlideShown) -> None:
    bus.slide.lines = ["Mitä tehdään? (K1, K4)", "Kuka kutsuu? K1", "Milloin K1 luetaan?"]
    shown = SlideShown(bus.slide, 1, cards=(told.card,))
    assert [(each.text, each.cards) for each in shown.questions] == [
        ("Mitä tehdään?", (told.card,)), ("Kuka kutsuu?", (told.card,)), ("Milloin K1 luetaan?", ()),
    ]  # fmt: skip
    assert cards_named(bus.slide.lines) == {1, 4}
