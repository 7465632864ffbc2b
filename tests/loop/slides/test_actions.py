"""Building, building again, editing, freezing; and what is refused."""

from datetime import datetime

import pytest

from kuultu.ground.audit.log import history
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.rounds.models import Ending
from kuultu.loop.slides.actions.building import build_presentation, freeze_presentation
from kuultu.loop.slides.actions.editing import add_slide, change_slide, move_slide, remove_slide, show_slide
from kuultu.loop.slides.models import Presentation, ShownQuote, Slide, SlideKind
from kuultu.loop.slides.queries import slides_shown, the_slide
from kuultu.loop.statements.models import Statement
from tests.factories import a_theme
from tests.loop.slides.conftest import Told

pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.fixture
def made(told: Told, as_aino: Actor, now: datetime) -> Presentation:
    return build_presentation(told.round, by=as_aino, now=now)


def slide_on(made: Presentation, kind: SlideKind, **more: object) -> Slide:
    return the_slide(made.round, made.slides.get(kind=kind, **more).pk)


def kinds(made: Presentation) -> list[str]:
    return [slide.kind for slide in made.slides.all()]


def test_the_slides_come_in_the_order_of_the_telling(made: Presentation) -> None:
    assert kinds(made) == ["title", "asked", "theme", "theme", "differed", "missing", "questions"]
    assert [entry.verb for entry in history(made)] == ["built the presentation"]


def test_it_is_built_in_its_own_language(told: Told, as_aino: Actor, now: datetime) -> None:
    made = build_presentation(told.round, by=as_aino, now=now, language="sv")
    assert slide_on(made, SlideKind.TITLE).heading == "Vad invånarna berättade"
    assert slide_on(made, SlideKind.THEME, theme=told.bus).heading == "Bussen"
    with pytest.raises(Refused, match="Finnish, Swedish or English"):
        build_presentation(told.round, by=as_aino, now=now, language="ar")


def test_no_word_of_a_statement_is_copied_into_a_slide(told: Told, made: Presentation) -> None:
    words = " ".join(text for slide in made.slides.all() for text in (slide.heading, *slide.lines, slide.notes))
    assert "Bussi ei pysähtynyt" not in words
    assert made.slides.filter(quote__in=told.quotes).count() == 2


def test_a_theme_names_its_cards_and_asks_the_deciders(told: Told, made: Presentation) -> None:
    assert "Kortti K1 kertoo tästä." in slide_on(made, SlideKind.THEME, theme=told.bus).lines
    asked = slide_on(made, SlideKind.QUESTIONS)
    assert asked.lines == ["Mitä tehdään: Bussi? (K1)", "Mitä tehdään: Piha? (K1)"]
    assert list(asked.cards.all()) == [told.card]


def test_who_was_not_heard_is_told(made: Presentation) -> None:
    assert slide_on(made, SlideKind.MISSING).lines[0].startswith("Thainkieliset.")


def test_themes_can_be_chosen(told: Told, as_aino: Actor, now: datetime) -> None:
    made = build_presentation(told.round, by=as_aino, now=now, themes=[told.yard])
    assert [slide.theme for slide in made.slides.filter(kind=SlideKind.THEME)] == [told.yard]


def test_building_again_keeps_what_was_edited_moved_hidden_and_added(
    told: Told, made: Presentation, as_aino: Actor, now: datetime
) -> None:
    bus = slide_on(made, SlideKind.THEME, theme=told.bus)
    change_slide(bus, by=as_aino, now=now, heading="Bussi ajaa ohi", lines=["Omin sanoin."], quote=told.quotes[1])
    move_slide(slide_on(made, SlideKind.MISSING), by=as_aino, now=now, earlier=True)
    show_slide(slide_on(made, SlideKind.DIFFERED), by=as_aino, now=now, shown=False)
    add_slide(made, by=as_aino, now=now, heading="Kiitos")
    told.yard.name = "Piha ja naapurit"
    told.yard.save()
    build_presentation(told.round, by=as_aino, now=now)
    assert kinds(made) == ["title", "asked", "theme", "theme", "missing", "differed", "questions", "text"]
    again = slide_on(made, SlideKind.THEME, theme=told.bus)
    assert (again.heading, again.lines, again.quote) == ("Bussi ajaa ohi", ["Omin sanoin."], told.quotes[1])
    assert slide_on(made, SlideKind.THEME, theme=told.yard).heading == "Piha ja naapurit"
    assert not slide_on(made, SlideKind.DIFFERED).shown


def test_building_anew_replaces_edited_words_but_nothing_that_was_added(
    told: Told, made: Presentation, as_aino: Actor, now: datetime
) -> None:
    bus = slide_on(made, SlideKind.THEME, theme=told.bus)
    change_slide(bus, by=as_aino, now=now, heading="Bussi ajaa ohi")
    add_slide(made, by=as_aino, now=now, heading="Kiitos")
    build_presentation(told.round, by=as_aino, now=now, anew=True)
    assert slide_on(made, SlideKind.THEME, theme=told.bus).heading == "Bussi"
    assert slide_on(made, SlideKind.TEXT).heading == "Kiitos"


def test_a_theme_that_is_not_chosen_any_more_goes_or_is_hidden_where_it_was_edited(
    told: Told, made: Presentation, as_aino: Actor, now: datetime
) -> None:
    change_slide(slide_on(made, SlideKind.THEME, theme=told.bus), by=as_aino, now=now, heading="Bussi ajaa ohi")
    third = a_theme(told.round, told.quotes[2], name="Koulu", domain="attitudes")
    build_presentation(told.round, by=as_aino, now=now, themes=[third])
    assert not made.slides.filter(theme=told.yard).exists()
    assert not slide_on(made, SlideKind.THEME, theme=told.bus).shown
    assert kinds(made)[2] == "theme" and made.slides.all()[2].theme == third


def test_nothing_is_built_before_there_is_a_theme_or_after_the_end(told: Told, as_aino: Actor, now: datetime) -> None:
    told.round.ending = Ending.COLLECTED
    with pytest.raises(Refused, match="closed"):
        build_presentation(told.round, by=as_aino, now=now)
    told.round.ending = Ending.OPEN
    told.round.themes.all().delete()
    with pytest.raises(Refused, match="no theme yet"):
        build_presentation(told.round, by=as_aino, now=now)


def test_an_organisation_builds_and_changes_nothing(made: Presentation, as_leena: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="coordinator"):
        build_presentation(made.round, by=as_leena, now=now)
    with pytest.raises(Refused, match="coordinator"):
        change_slide(slide_on(made, SlideKind.TITLE), by=as_leena, now=now, heading="x")


def forbidden(told: Told, why: str) -> Statement:
    """A statement made unquotable."""
    said = told.quotes[0]
    match why:
        case "agreed":
            said.event.report.agrees_quotes = False
            said.event.report.save()
        case "care":
            said.sensitive = True
        case "withdrawn":
            said.withdrawn_at, said.withdrawn_because = said.event.starts_at, "asked"
        case "remark":
            said.manner = "remark"
        case "fewer than five":
            return told.small
    said.save()
    return said


@pytest.mark.parametrize("why", ["agreed", "care", "withdrawn", "remark", "fewer than five"])
def test_what_may_not_be_quoted_is_neither_built_nor_chosen(
    told: Told, as_aino: Actor, now: datetime, why: str
) -> None:
    said = forbidden(told, why)
    made = build_presentation(told.round, by=as_aino, now=now)
    assert said not in [slide.quote for slide in made.slides.all()]
    slide = slide_on(made, SlideKind.THEME, theme=told.bus)
    with pytest.raises(Refused, match=why):
        change_slide(slide, by=as_aino, now=now, heading="Bussi", quote=said)


def test_questions_take_the_cards_named_in_them(told: Told, made: Presentation, as_aino: Actor, now: datetime) -> None:
    asked = slide_on(made, SlideKind.QUESTIONS)
    change_slide(asked, by=as_aino, now=now, heading="Kysymys", lines=["Mitä tehdään?"], cards=[told.card])
    assert asked.lines == ["Mitä tehdään? (K1)"]
    with pytest.raises(Refused, match="no card K9"):
        change_slide(asked, by=as_aino, now=now, heading="Kysymys", lines=["Mitä tehdään? (K9)"])
    change_slide(asked, by=as_aino, now=now, heading="Kysymys", lines=["Mitä tehdään?"])
    assert list(asked.cards.all()) == []


def test_a_slide_moves_by_one_place_and_stays_at_the_ends(made: Presentation, as_aino: Actor, now: datetime) -> None:
    title = slide_on(made, SlideKind.TITLE)
    move_slide(title, by=as_aino, now=now, earlier=True)
    assert kinds(made)[0] == "title"
    move_slide(title, by=as_aino, now=now, earlier=False)
    assert kinds(made)[:2] == ["asked", "title"]
    assert [entry.verb for entry in history(title)] == ["moved the slide", "moved the slide"]


def test_only_added_slides_are_taken_away(made: Presentation, as_aino: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="Hide it"):
        remove_slide(slide_on(made, SlideKind.TITLE), by=as_aino, now=now)
    with pytest.raises(Refused, match="built, not added"):
        add_slide(made, by=as_aino, now=now, heading="x", kind=SlideKind.THEME)
    added = add_slide(made, by=as_aino, now=now, heading="Kortit", kind=SlideKind.CARDS)
    assert added.cards.count() == 1
    remove_slide(added, by=as_aino, now=now)
    assert "cards" not in kinds(made)


def test_a_frozen_presentation_stays_as_it_was_shown(
    told: Told, made: Presentation, as_aino: Actor, now: datetime
) -> None:
    freeze_presentation(made, by=as_aino, now=now)
    before = slides_shown(made)
    assert history(made)[0].verb == "froze the presentation"
    told.yard.codings.all().delete()
    told.quotes[0].texts.update(text="Toiset sanat")
    after = slides_shown(made)
    assert [(each.spoken, each.heard, each.asked) for each in after] == [
        (each.spoken, each.heard, each.asked) for each in before
    ]
    assert [each.quote.translation for each in after if each.quote] == [
        each.quote.translation for each in before if each.quote
    ]
    for action in (
        lambda: build_presentation(told.round, by=as_aino, now=now),
        lambda: change_slide(slide_on(made, SlideKind.TITLE), by=as_aino, now=now, heading="x"),
        lambda: add_slide(made, by=as_aino, now=now, heading="x"),
        lambda: freeze_presentation(made, by=as_aino, now=now),
    ):
        with pytest.raises(Refused, match="frozen"):
            action()


def test_a_withdrawn_quote_leaves_even_a_frozen_slide(
    told: Told, made: Presentation, as_aino: Actor, now: datetime
) -> None:
    freeze_presentation(made, by=as_aino, now=now)
    quoted = {each.quote.statement.pk for each in slides_shown(made) if each.quote}
    assert quoted
    Statement.objects.filter(pk__in=quoted).update(withdrawn_at=now, withdrawn_because="asked")
    assert not any(each.quote for each in slides_shown(made))
    Statement.objects.filter(pk__in=quoted).delete()
    assert not ShownQuote.objects.exists()
    assert not any(each.quote for each in slides_shown(made))


def test_nothing_is_frozen_with_a_quote_that_may_not_be_shown(
    told: Told, made: Presentation, as_aino: Actor, now: datetime
) -> None:
    told.round.statements.update(sensitive=True)
    with pytest.raises(Refused, match="may not be shown any more"):
        freeze_presentation(made, by=as_aino, now=now)
    made.slides.update(shown=False)
    with pytest.raises(Refused, match="Every slide is hidden"):
        freeze_presentation(made, by=as_aino, now=now)
