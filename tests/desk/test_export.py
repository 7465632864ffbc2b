"""What leaves as a file: the round as a workbook, everything as a zip. Names and formulas do not."""

import io
import json
import re
import zipfile
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from lxml import etree

from kuultu.desk.actions import take_everything, take_round
from kuultu.desk.documents.everything import tables
from kuultu.desk.documents.workbook import sheets_of, workbook_of
from kuultu.ground.audit.models import Entry
from kuultu.ground.municipalities.models import Municipality, Owned
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.links import make_link
from kuultu.ground.people.models import Link, Purpose
from kuultu.ground.people.rules import Refused
from kuultu.ground.privacy.register import REGISTER, FieldClass, Term, class_of
from kuultu.loop.cards.models import CardState
from kuultu.loop.decisions.models import Seat, Table
from kuultu.loop.reports.models import ReportState
from kuultu.loop.rounds.models import Round
from tests.conftest import NOW
from tests.desk.conftest import CANARIES, Told, page
from tests.factories import a_card, a_report, a_round, a_statement, an_event

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
type Rows = list[list[Any]]


def told_sheets(round: Round) -> dict[str, Rows]:
    """Sheet → its header and rows, as they are written."""
    return {sheet.name: [list(sheet.header), *[list(row) for row in sheet.rows]] for sheet in sheets_of(round)}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        assert made.testzip() is None
        return {name: made.read(name) for name in made.namelist()}


@pytest.fixture
def sheets(told: Told, mallila: Municipality) -> dict[str, Rows]:
    with scope(mallila):
        return told_sheets(told.round)


def column(rows: Rows, name: str) -> list[Any]:
    return [row[rows[0].index(name)] for row in rows[1:]]


def test_the_workbook_has_a_sheet_for_each_stage(sheets: dict[str, Rows]) -> None:
    assert list(sheets) == [
        "Discussions", "Questions", "Statements", "Themes", "Cards", "Verdicts", "Ideas", "Measures", "Checkups",
        "Chain",
    ]  # fmt: skip
    assert all(len(row) == len(rows[0]) for rows in sheets.values() for row in rows)


def test_one_walks_from_a_measure_back_to_the_statements(sheets: dict[str, Rows]) -> None:
    assert sheets["Chain"][1:] == [
        ["T1", "K1", "D-01", "D", "SEC1", "MAL26"],
        ["T1", "K1", "S-01", "S", "SEC1", "MAL26"],
    ]
    assert column(sheets["Measures"], "Cards") == ["K1"]
    assert column(sheets["Measures"], "Statements") == ["D-01, S-01"]
    assert column(sheets["Cards"], "Statements") == ["D-01, S-01"]
    assert column(sheets["Statements"], "Cards") == ["K1", None, "K1"]
    assert column(sheets["Statements"], "Measures") == ["T1", None, "T1"]
    assert column(sheets["Statements"], "Themes") == ["Bussi ja pysäkki", None, "Bussi ja pysäkki"]


def test_a_card_that_no_measure_answers_is_in_the_chain(told: Told, mallila: Municipality) -> None:
    with scope(mallila):
        a_card(told.round, told.statements[1])
        assert told_sheets(told.round)["Chain"][-1] == [None, "K2", "D-02", "D", "PAR1", "MAL26"]


def test_original_words_stand_beside_their_translation(told: Told, sheets: dict[str, Rows]) -> None:
    assert column(sheets["Statements"], "Original words")[0] == told.statements[0].original
    assert column(sheets["Statements"], "Translation")[0].startswith("Bussi ei pysähtynyt")
    assert column(sheets["Statements"], "State of the translation")[0] == "checked by a reader"


def test_what_may_not_travel_stays(told: Told, mallila: Municipality) -> None:
    with scope(mallila):
        told.statements[0].sensitive = True
        told.statements[0].save()
        told.statements[1].withdrawn_at, told.statements[1].withdrawn_because = NOW, "pyydettiin"
        told.statements[1].save()
        told.somali.report.state = ReportState.RETURNED
        told.somali.report.save()
        a_card(told.round, told.statements[0], title="Vedetty kortti", state=CardState.WITHDRAWN)
        sheets = told_sheets(told.round)
    [kept] = sheets["Statements"][1:]
    assert kept[0] == "D-01" and "special care: read it on the screen" in kept
    assert told.statements[0].original not in kept and not any("Bussi ei" in str(cell) for cell in kept)
    assert "Vedetty kortti" not in str(sheets) and sheets["Chain"][1:] == [["T1", "K1", "D-01", "D", "SEC1", "MAL26"]]


def test_nobody_is_named_and_no_vote_is_counted(told: Told, mallila: Municipality) -> None:
    with scope(mallila):
        made = parts(workbook_of(told.round, NOW))
        verdicts = told_sheets(told.round)["Verdicts"]
    for canary in (*CANARIES, "Kirjasto", "Leena", "Samir"):
        assert not any(canary.encode() in part for part in made.values()), canary
    assert verdicts[1] == ["K1", "Bussi ajoi ohi", "less of this", "Most tables want less of this."]
    assert not re.search(r"\d", "".join(verdicts[1][1:]))


def test_there_is_no_formula_and_no_link_in_the_file(told: Told, mallila: Municipality) -> None:
    evil = '=HYPERLINK("https://elsewhere.example","x")'
    with scope(mallila):
        a_statement(told.dari.report, original=evil)
        a_statement(told.dari.report, original="+1+1")
        a_statement(told.dari.report, original="https://elsewhere.example")
        made = parts(workbook_of(told.round, NOW))
    assert any(b"HYPERLINK" in part for part in made.values())
    for name, part in made.items():
        if name.startswith("xl/worksheets/"):
            root = etree.fromstring(part)
            assert root.findall(f".//{M}f") == [] and root.findall(f".//{M}hyperlink") == []
    assert not any("externalLink" in name for name in made)


def test_headings_follow_the_language_of_the_page(told: Told, mallila: Municipality) -> None:
    with scope(mallila), translation.override("fi"):
        sheets = told_sheets(told.round)
    assert list(sheets)[2] == "Havainnot" and sheets["Kannat"][1][3] == "Useimmat pöydät haluavat vähemmän tätä."


def test_an_empty_round_is_a_workbook_too(in_mallila: Municipality) -> None:
    assert all(len(rows) == 1 for rows in told_sheets(a_round()).values())


def test_the_workbook_asks_as_often_for_three_as_for_one(told: Told, mallila: Municipality) -> None:
    with scope(mallila):
        with CaptureQueriesContext(connection) as one:
            told_sheets(told.round)
        for code in ("E", "G"):
            a_card(told.round, a_statement(a_report(an_event(told.round, code=code))), told.statements[0])
        with CaptureQueriesContext(connection) as three:
            told_sheets(told.round)
    assert len(three) == len(one)


def test_taking_a_round_along_is_in_its_history(told: Told, mallila: Municipality, aino_browser: Client) -> None:
    answer = aino_browser.get(page("workbook", "MAL26"))
    assert answer["Content-Disposition"] == 'attachment; filename="MAL26.xlsx"' and answer.content.startswith(b"PK")
    with scope(mallila):
        entry = Entry.objects.get(verb="took the round along")
    assert entry.round_id == told.round.pk and entry.role == "coordinator"
    assert "took the round along" in aino_browser.get(page("history", "MAL26")).content.decode()


# Everything


def taken(mallila: Municipality, actor: Actor) -> dict[str, bytes]:
    out = io.BytesIO()
    with scope(mallila):
        take_everything(out, by=actor, now=NOW)
    return parts(out.getvalue())


def rows_in(made: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in made[f"{name}.jsonl"].decode().splitlines()]


def test_every_table_of_the_municipality_is_there_but_those_of_the_hall(told: Told, mallila: Municipality) -> None:
    with scope(mallila):
        found = {each.model for each in tables()}
    owned = {model for model in apps.get_models() if issubclass(model, Owned)}
    assert {model for model in owned - found if REGISTER[model].keep != Term.SESSION} == set()
    assert Seat not in found and Table in found


def test_every_row_goes_along_and_none_of_the_neighbours(
    told: Told, mallila: Municipality, naapuri: Municipality, as_aino: Actor, ville_browser: Client
) -> None:
    with scope(naapuri):
        a_report(an_event(a_round(code="NAA26", name="Naapurin salaisuus")))
    with scope(mallila):
        wanted = {each.name: each.rows.count() for each in tables()}
    made = taken(mallila, as_aino)
    manifest = json.loads(made["manifest.json"])
    assert {each["file"]: each["rows"] for each in manifest["tables"]} == wanted
    assert {name: len(rows_in(made, name.removesuffix(".jsonl"))) for name in wanted} == wanted
    assert wanted["statements.statement.jsonl"] == 3 and wanted["reports.report.jsonl"] == 2
    for theirs in ("Naapur", "ville@"):
        assert not any(theirs.encode() in part for name, part in made.items() if name != "manifest.json")


def test_rows_can_be_read_in_again_with_what_belongs_to_them(told: Told, mallila: Municipality, as_aino: Actor) -> None:
    made = taken(mallila, as_aino)
    [measure] = rows_in(made, "measures.measure")
    assert (
        measure["fields"]["cards"] == [told.card.pk] and measure["fields"]["owner_email"] == "kanaria@mallila.example"
    )
    assert {row["fields"]["statement"] for row in rows_in(made, "cards.source")} == {
        told.statements[0].pk, told.statements[2].pk,
    }  # fmt: skip
    read = [row.object for row in serializers.deserialize("jsonl", made["statements.statement.jsonl"].decode())]
    assert [getattr(each, "original", None) for each in read] == [each.original for each in told.statements]


def test_no_secret_leaves(told: Told, mallila: Municipality, as_aino: Actor) -> None:
    with scope(mallila):
        link = make_link(Purpose.SCRIBE, told.dari.pk, now=NOW, lasts=NOW - NOW.replace(year=2025))
    made = taken(mallila, as_aino)
    everything = b"".join(made.values())
    assert link.salt.encode() not in everything and b"argon2" not in everything and b"md5$" not in everything
    assert rows_in(made, "people.link")[0]["fields"]["subject"] == told.dari.pk
    assert all("password" not in row["fields"] for row in rows_in(made, "people.person"))
    for each in json.loads(made["manifest.json"])["tables"]:
        model = apps.get_model(each["file"].removesuffix(".jsonl"))
        secret = [
            field.name for field in model._meta.concrete_fields if class_of(model, field.name) == FieldClass.SECRET
        ]
        assert each["left_out"] == sorted(secret)


def test_the_list_says_what_each_table_is(told: Told, mallila: Municipality, as_aino: Actor) -> None:
    manifest = json.loads(taken(mallila, as_aino)["manifest.json"])
    assert manifest["municipality"] == "999" and manifest["format"] == 1
    described = {each["file"]: each for each in manifest["tables"]}
    statement = described["statements.statement.jsonl"]
    assert statement["what"].startswith("The traceable unit.") and statement["fields"]["original"] == "special"
    assert statement["kept"] == "raw texts: six months after the decision event"


def test_taking_everything_along_is_written_down(told: Told, mallila: Municipality, aino_browser: Client) -> None:
    assert "Make the file" in aino_browser.get(page("everything")).content.decode()
    assert aino_browser.get(page("zip")).status_code == 405
    answer = aino_browser.post(page("zip"))
    assert answer["Content-Type"] == "application/zip"
    assert re.fullmatch(r'attachment; filename="kuultu-mallila-\d{4}-\d\d-\d\d\.zip"', answer["Content-Disposition"])
    assert "manifest.json" in parts(answer.getvalue())
    with scope(mallila):
        assert Entry.objects.get(verb="took everything along").facts["rows"] > 20


def test_who_may_not_take_cannot(
    told: Told, mallila: Municipality, as_leena: Actor, ville_browser: Client, leena_browser: Client,
    kaisa_browser: Client, visitor: Client,
) -> None:  # fmt: skip
    browsers = (ville_browser, leena_browser, kaisa_browser, visitor)
    assert [browser.get(page("workbook", "MAL26")).status_code for browser in browsers] == [404, 403, 200, 302]
    assert [browser.get(page("everything")).status_code for browser in browsers] == [404, 403, 403, 302]
    assert [browser.post(page("zip")).status_code for browser in browsers] == [404, 403, 403, 302]
    with scope(mallila), pytest.raises(Refused):
        take_round(told.round, by=as_leena, now=NOW)
    with scope(mallila):
        assert not Link.objects.exists()
        assert set(Entry.objects.values_list("verb", flat=True)) == {"took the round along"}
