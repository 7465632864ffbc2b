"""The sentence table says what may be said, and nothing that points at a small discussion."""

import pytest
from pytest_django import DjangoAssertNumQueries

from kuultu.ground.privacy.disclosure import Audience
from kuultu.loop.materials.models import Domain
from kuultu.loop.reports.models import Report
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Statement, Theme
from kuultu.loop.statements.queries import ThemeTable, Told, shared_and_differing, theme_table
from tests.factories import a_group, a_report, a_round, a_statement, a_theme, an_answer, an_event

pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.fixture
def round() -> Round:
    return a_round()


def report(round: Round, code: str, people: int | None = 8, group: str = "", language: str = "fa-AF") -> Report:
    """A delivered report of a discussion of its own, in which something was said."""
    name = group or f"Ryhmä {code}"
    known = round.groups.filter(name=name).first() or a_group(round, name=name)
    total = {"total": people} if people is not None else {}
    made = a_report(an_event(round, code=code, group=known, language=language), who_came=total)
    a_statement(made)
    return made


def said(of: Report, mark: str = "bad", shared: str = "") -> Statement:
    return a_statement(of, answer=an_answer(of, mark=mark, shared=shared))


def cells(table: ThemeTable) -> list[list[tuple[str, str]]]:
    return [[(cell.told.value, cell.mark) for cell in row.cells] for row in table.rows]


def test_a_cell_says_in_a_word_how_widely_it_was_shared(round: Round) -> None:
    a, b, c, d, e = (report(round, code) for code in "ABCDE")
    bus = a_theme(
        round, said(a, shared="all"), said(b, shared="one"), said(b, shared="some"), said(c), said(d, "proposal")
    )
    table = theme_table(round)
    assert [column.name for column in table.columns] == [f"Ryhmä {code}" for code in "ABCDE"]
    assert cells(table) == [
        [("most", "bad"), ("few", "bad"), ("spoken", "bad"), ("spoken", "proposal"), ("silent", "")]
    ]
    (row,) = table.rows
    assert (row.theme, row.everywhere.events, row.everywhere.of) == (bus, 4, 5)
    assert [cell.opens for cell in row.cells] == [True, True, True, True, False]
    assert e.event.group.name == table.columns[-1].name


def test_experiences_are_divided_unless_three_of_four_point_one_way(round: Round) -> None:
    a, b, c = (report(round, code) for code in "ABC")
    a_theme(
        round,
        *(said(a, mark) for mark in ("good", "bad", "bad")),
        *(said(b, mark) for mark in ("good", "bad", "bad", "bad")),
        said(c, "mixed"),
    )
    assert cells(theme_table(round)) == [[("divided", "mixed"), ("spoken", "bad"), ("divided", "mixed")]]


def test_most_of_a_group_means_more_than_half_of_its_discussions(round: Round) -> None:
    first, second = report(round, "A", group="Naiset"), report(round, "B", group="Naiset")
    a_theme(round, said(first, shared="most"))
    both = a_theme(round, said(first, shared="most"), said(second, shared="most"))
    assert cells(theme_table(round)) == [[("few", "bad")], [("most", "bad")]]
    assert theme_table(round).rows[1].theme == both


@pytest.mark.parametrize("people", [4, 0, None])
def test_a_group_under_five_is_not_broken_out_and_cannot_be_worked_out(round: Round, people: int | None) -> None:
    a, b, small = report(round, "A"), report(round, "B"), report(round, "T", people)
    bus, light = a_theme(round, said(a), said(b), said(small)), a_theme(round, said(a), said(b))
    table = theme_table(round)
    assert (table.events, table.small) == (2, 1)
    told = {row.theme: (row.everywhere.events, row.everywhere.of, row.cells[2].told) for row in table.rows}
    assert told == {bus: (2, 2, Told.HIDDEN), light: (2, 2, Told.HIDDEN)}
    assert [row.theme for row in shared_and_differing(round).shared] == [bus, light]


def test_two_small_groups_are_counted_among_all(round: Round) -> None:
    a, small, other = report(round, "A"), report(round, "T", 4), report(round, "V", 3)
    a_theme(round, said(a), said(small), said(other))
    table = theme_table(round)
    assert (table.events, table.small, table.rows[0].everywhere.events) == (3, 2, 3)
    assert [cell.told for cell in table.rows[0].cells] == [Told.SPOKEN, Told.HIDDEN, Told.HIDDEN]


def test_a_small_discussion_hides_behind_no_larger_one_of_the_same_language(round: Round) -> None:
    """By language the two would be one column; what was said in the small one alone must not show there."""
    report(round, "A"), report(round, "B", language="ar")
    a_theme(round, said(report(round, "T", 4)))
    table = theme_table(round, by="language")
    assert [column.key for column in table.columns] == ["fa-AF", "ar"]
    assert [cell.told for cell in table.rows[0].cells] == [Told.SILENT, Told.SILENT]


def test_what_has_not_been_lifted_is_not_called_silence(round: Round) -> None:
    a_theme(round, said(report(round, "A")))
    a_report(an_event(round, code="U", group=a_group(round, name="Ryhmä U")), who_came={"total": 8})
    table = theme_table(round)
    assert [cell.told for cell in table.rows[0].cells] == [Told.SPOKEN, Told.UNREAD]
    assert table.events == 1


def test_the_public_needs_two_discussions_behind_a_column(round: Round) -> None:
    a, b, c = report(round, "A", group="Naiset"), report(round, "B", group="Naiset"), report(round, "C")
    a_theme(round, said(a), said(b), said(c))
    table = theme_table(round, audience=Audience.PUBLIC)
    assert [(column.name, column.told) for column in table.columns] == [("Naiset", True), ("Ryhmä C", False)]


def test_themes_stand_under_their_domains_in_the_domains_order(round: Round) -> None:
    of = report(round, "A")
    a_theme(round, said(of), domain=Domain.OTHER, name="Muu")
    a_theme(round, domain=Domain.ATTITUDES, name="Kohtaaminen")
    sections = theme_table(round).sections
    assert [section.domain for section in sections] == [Domain.ATTITUDES, Domain.OTHER]


def test_a_statement_placed_by_two_people_counts_once(round: Round) -> None:
    of = report(round, "A")
    good, bad = said(of, "good"), said(of, "bad")
    theme = a_theme(round, good, bad)
    for person in (1, 2, 3):
        theme.codings.create(statement=good, person_id=person, at=of.event.starts_at, municipality=round.municipality)
    assert cells(theme_table(round)) == [[("divided", "mixed")]]


def test_what_is_shared_what_only_some_spoke_of_and_what_is_at_odds(round: Round) -> None:
    a, b, c = (report(round, code) for code in "ABC")
    shared = a_theme(round, said(a), said(b), said(c))
    some = a_theme(round, said(a))
    odd = a_theme(round, said(a, "good"), said(b, "bad"))
    a_theme(round)
    compared = shared_and_differing(round)
    rows: dict[str, list[Theme]] = {
        "shared": [row.theme for row in compared.shared],
        "some": [row.theme for row in compared.some],
        "at odds": [row.theme for row in compared.at_odds],
    }
    assert rows == {"shared": [shared, odd], "some": [some], "at odds": [odd]}


def test_the_table_asks_the_database_three_times(
    round: Round, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for code in "ABC":
        a_theme(round, said(report(round, code)), said(report(round, f"{code}2")))
        with django_assert_num_queries(3):
            cells(theme_table(round))
