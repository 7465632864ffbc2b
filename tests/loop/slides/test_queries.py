"""What the desk is told, and how often the database is asked."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kuultu.ground.people.actor import Actor
from kuultu.loop import State
from kuultu.loop.cards.models import Card
from kuultu.loop.slides.actions.building import build_presentation, freeze_presentation
from kuultu.loop.slides.models import Presentation
from kuultu.loop.slides.queries import presentation_of, progress, slides_shown, themes_to_choose
from tests.factories import a_theme
from tests.loop.slides.conftest import Told

pytestmark = pytest.mark.usefixtures("in_mallila")


def test_progress_from_the_first_card_to_the_frozen_presentation(told: Told, as_aino: Actor, now: datetime) -> None:
    first = progress(told.round, now)
    assert (first.state, str(first.says)) == (State.NOW, "not built yet")
    assert first.tasks[0].due == date(2026, 4, 25)
    made = build_presentation(told.round, by=as_aino, now=now)
    built = progress(told.round, now)
    assert (str(built.says), str(built.tasks[0].what)) == ("7 slides", "Freeze the presentation")
    build_presentation(told.round, by=as_aino, now=now, language="sv")
    assert str(progress(told.round, now).says) == "7 slides"
    past = progress(told.round, now + timedelta(days=90))
    assert (past.state, str(past.says), past.tasks) == (State.DONE, "the presentation was left open", ())
    Presentation.objects.filter(language="sv").delete()
    freeze_presentation(made, by=as_aino, now=now)
    assert (progress(told.round, now).state, progress(told.round, now).tasks) == (State.DONE, ())


def test_nothing_is_asked_for_before_there_are_cards_or_after_the_evening(told: Told, now: datetime) -> None:
    later = now + timedelta(days=90)
    assert (progress(told.round, later).state, progress(told.round, later).tasks) == (State.DONE, ())
    Card.objects.all().delete()
    assert progress(told.round, now).state == State.AHEAD


def test_the_first_made_is_the_one_that_opens(told: Told, as_aino: Actor, now: datetime) -> None:
    sv = build_presentation(told.round, by=as_aino, now=now, language="sv")
    fi = build_presentation(told.round, by=as_aino, now=now)
    assert presentation_of(told.round) == sv
    assert presentation_of(told.round, "fi") == fi
    assert presentation_of(told.round, "en") is None


def test_six_themes_are_proposed_one_at_least_of_each_domain(told: Told) -> None:
    for number in range(7):
        a_theme(told.round, *told.quotes, name=f"Laaja {number}", domain="security")
    a_theme(told.round, told.quotes[0], name="Kapea", domain="participation")
    proposed = [theme.name for theme, _events, _of, wanted in themes_to_choose(told.round) if wanted]
    assert len(proposed) == 6
    assert {"Kapea", "Piha"} <= set(proposed)


def test_the_database_is_asked_as_often_for_three_themes_as_for_one(told: Told, as_aino: Actor, now: datetime) -> None:
    def asked(*themes: object) -> int:
        made = build_presentation(told.round, by=as_aino, now=now, themes=themes)  # type: ignore[arg-type]
        with CaptureQueriesContext(connection) as queries:
            for each in slides_shown(made):
                str(each.quote), each.words, [card.code for card in each.cards]
        return len(queries)

    others = [a_theme(told.round, *told.quotes, name=name) for name in ("Koulu", "Kirje")]
    assert asked(told.bus) == asked(told.bus, *others)
