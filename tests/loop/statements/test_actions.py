"""What this room writes, and what it refuses."""

from datetime import datetime

import pytest

from kuultu.ground.audit.log import history
from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Person, Role
from kuultu.ground.people.rules import Refused
from kuultu.loop.materials.models import Domain
from kuultu.loop.statements.actions.care import mark_sensitive, withdraw_statement
from kuultu.loop.statements.actions.coding import choose_themes, code_statement, uncode_statement
from kuultu.loop.statements.actions.texts import approve_text, check_text, translate
from kuultu.loop.statements.actions.themes import change_theme, drop_theme, make_theme, merge_themes, raise_theme
from kuultu.loop.statements.models import Coding, Hand, Statement, Theme
from kuultu.loop.statements.queries import themes_of
from tests.conftest import acting
from tests.factories import a_report, a_round, a_statement, a_theme, an_event

pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.fixture
def statement(silta: Organisation) -> Statement:
    """D-01 of Leena's event, with a checked Finnish translation."""
    return a_statement(a_report(an_event(a_round(), silta)))


@pytest.fixture
def as_analyst(leena: Person) -> Actor:
    """A second pair of eyes at the municipality."""
    return acting(leena, Role.ANALYST)


def verbs(of: Statement | Theme) -> list[str]:
    return [entry.verb for entry in history(of)]


def test_a_translation_begins_unchecked_and_an_engines_is_marked(
    statement: Statement, as_aino: Actor, now: datetime
) -> None:
    by_hand = translate(statement, by=as_aino, now=now, language="sv", text=" Bussen stannade inte. ")
    by_engine = translate(
        statement, by=as_aino, now=now, language="en", text="The bus did not stop.", hand=Hand.ENGINE, author="opus"
    )
    assert (by_hand.text, by_hand.state, by_hand.author) == ("Bussen stannade inte.", "draft", "Aino Laine")
    assert (by_engine.state, by_engine.author) == ("machine", "opus")
    statement.refresh_from_db()
    assert "bussen stannade" in statement.folded and "the bus" in statement.folded
    assert verbs(statement) == ["translated a statement", "translated a statement"]


def test_words_written_anew_are_unchecked_again(statement: Statement, as_aino: Actor, now: datetime) -> None:
    text = translate(statement, by=as_aino, now=now, language="fi", text="Toisin")
    assert (text.state, text.reader, statement.texts.count()) == ("draft", "", 1)


def test_the_original_is_not_translated_into_itself(statement: Statement, as_aino: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="original words"):
        translate(statement, by=as_aino, now=now, language="prs", text="جای دیگر")
    with pytest.raises(Refused, match="Write the translation"):
        translate(statement, by=as_aino, now=now, language="sv", text="  ")


def test_a_text_is_checked_by_another_than_its_writer(
    statement: Statement, as_aino: Actor, as_leena: Actor, now: datetime
) -> None:
    text = translate(statement, by=as_aino, now=now, language="fi", text="Bussi ei pysähtyny")
    with pytest.raises(Refused, match="Somebody else"):
        check_text(text, by=as_aino, now=now)
    check_text(text, by=as_leena, now=now, words="Bussi ei pysähtynyt")
    text.refresh_from_db()
    assert (text.text, text.state, text.reader, text.read_at) == ("Bussi ei pysähtynyt", "checked", "Leena Koski", now)
    assert verbs(statement)[0] == "checked a translation"
    statement.refresh_from_db()
    assert "pysähtynyt" in statement.folded


def test_the_coordinator_approves_a_checked_text_once(statement: Statement, as_aino: Actor, now: datetime) -> None:
    text = statement.texts.get()
    approve_text(text, by=as_aino, now=now)
    assert text.state == "approved" and verbs(statement) == ["approved a translation"]
    with pytest.raises(Refused, match="already"):
        approve_text(text, by=as_aino, now=now)


def test_special_care_is_marked_and_taken_off(statement: Statement, as_leena: Actor, now: datetime) -> None:
    mark_sensitive(statement, by=as_leena, now=now)
    assert Statement.objects.get().sensitive
    mark_sensitive(statement, by=as_leena, now=now, sensitive=False)
    assert not Statement.objects.get().sensitive
    assert verbs(statement) == ["took special care off a statement", "marked a statement for special care"]


def test_a_statement_is_withdrawn_with_a_reason_and_stays_in_the_table(
    statement: Statement, as_leena: Actor, now: datetime
) -> None:
    with pytest.raises(Refused, match="Say why"):
        withdraw_statement(statement, by=as_leena, now=now, reason=" ")
    withdraw_statement(statement, by=as_leena, now=now, reason="Puhuja pyysi.")
    kept = Statement.objects.get()
    assert (kept.withdrawn_at, kept.withdrawn_because, kept.folded) == (now, "Puhuja pyysi.", "")
    line = history(statement).get()
    assert (line.verb, line.facts) == ("withdrew a statement", {"code": "MAL26-D-01"})
    with pytest.raises(Refused, match="has been withdrawn"):
        mark_sensitive(statement, by=as_leena, now=now)


def test_themes_are_named_once(statement: Statement, as_aino: Actor, now: datetime) -> None:
    round = statement.round
    bus = make_theme(round, by=as_aino, now=now, name="Bussi", domain=Domain.SECURITY, names={"sv": "Buss"})
    assert (bus.named_in("sv"), bus.named_in("ar")) == ("Buss", "Bussi")
    with pytest.raises(Refused, match="already"):
        make_theme(round, by=as_aino, now=now, name=" bussi ", domain=Domain.SECURITY)
    with pytest.raises(Refused, match="a name"):
        change_theme(bus, by=as_aino, now=now, name=" ")
    change_theme(bus, by=as_aino, now=now, name="Bussi", definition="Kaikki joukkoliikenne")
    assert verbs(bus) == ["changed a theme", "made a theme"]


def test_a_theme_rises_within_its_domain(statement: Statement, as_aino: Actor, now: datetime) -> None:
    round = statement.round
    names = [("Valot", Domain.SECURITY), ("Kerhot", Domain.INTERACTION), ("Bussi", Domain.SECURITY)]
    themes = [make_theme(round, by=as_aino, now=now, name=name, domain=domain) for name, domain in names]
    raise_theme(themes[2], by=as_aino, now=now)
    assert [theme.name for theme in themes_of(round)] == ["Bussi", "Valot", "Kerhot"]
    raise_theme(themes[2], by=as_aino, now=now)
    assert verbs(themes[2]) == ["moved a theme", "made a theme"]


def test_statements_move_along_when_themes_are_merged(
    statement: Statement, as_aino: Actor, as_analyst: Actor, now: datetime
) -> None:
    bus, stop = a_theme(statement.round), a_theme(statement.round)
    for actor, theme in ((as_aino, bus), (as_aino, stop), (as_analyst, stop)):
        code_statement(statement, by=actor, now=now, theme=theme)
    merge_themes(bus, [stop], by=as_aino, now=now)
    assert list(Theme.objects.all()) == [bus]
    assert set(Coding.objects.values_list("theme", "person_id")) == {(bus.pk, as_aino.person_id),
                                                                     (bus.pk, as_analyst.person_id)}  # fmt: skip
    assert verbs(bus) == ["merged themes"]
    with pytest.raises(Refused, match="at least one"):
        merge_themes(bus, [bus], by=as_aino, now=now)


def test_a_theme_in_use_is_not_dropped(statement: Statement, as_aino: Actor, now: datetime) -> None:
    theme = a_theme(statement.round, statement)
    with pytest.raises(Refused, match="Merge it"):
        drop_theme(theme, by=as_aino, now=now)
    uncode_statement(statement, by=as_aino, now=now, theme=theme)
    number = theme.pk
    drop_theme(theme, by=as_aino, now=now)
    assert not Theme.objects.filter(pk=number).exists()
    assert verbs(statement) == ["took a statement from a theme"]


def test_two_people_place_a_statement_each_for_themselves(
    statement: Statement, as_aino: Actor, as_analyst: Actor, now: datetime
) -> None:
    bus, light = a_theme(statement.round), a_theme(statement.round)
    choose_themes(statement, by=as_aino, now=now, themes=[bus, light])
    choose_themes(statement, by=as_analyst, now=now, themes=[bus])
    choose_themes(statement, by=as_aino, now=now, themes=[light])
    choose_themes(statement, by=as_aino, now=now, themes=[light])
    assert set(Coding.objects.values_list("theme", "person_id")) == {(light.pk, as_aino.person_id),
                                                                     (bus.pk, as_analyst.person_id)}  # fmt: skip
    assert verbs(statement) == ["chose the themes of a statement"] * 3


def test_a_statement_is_not_placed_under_another_rounds_theme(
    statement: Statement, as_aino: Actor, now: datetime
) -> None:
    with pytest.raises(Refused, match="another round"):
        code_statement(statement, by=as_aino, now=now, theme=a_theme(a_round(code="MAL27")))


def test_a_placing_is_written_down_once(statement: Statement, as_aino: Actor, now: datetime) -> None:
    theme = a_theme(statement.round)
    first = code_statement(statement, by=as_aino, now=now, theme=theme)
    assert code_statement(statement, by=as_aino, now=now, theme=theme) == first
    assert verbs(statement) == ["placed a statement under a theme"]
