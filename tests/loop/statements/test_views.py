"""The pages of this room: what they show, to whom, and where they lead."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.models import Person, Role
from kuultu.loop.reports.models import Manner, Report
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Statement, StatementText, Theme
from kuultu.loop.statements.queries import themes_of
from tests.conftest import member, signed_in
from tests.factories import a_group, a_report, a_round, a_statement, a_theme, an_answer, an_event, questions

PAGE = "/mallila/MAL26/statements/"
SECRET = "راننده بس ایستاد نشد"  # what was said in the discussion of Leena's organisation
READ_ONLY = ["", "D/", "D/1/", "?words=bussi", "?waiting=check"]
STAFF_ONLY = ["lift/", "coding/", "themes/", "table/"]
WRITING = ["D/1/words/sv/", "D/1/words/fi/check/", "D/1/withdraw/"]
POSTS = ["lift/D/", "coding/?at=D-01", "themes/", "D/1/care/", "D/1/words/fi/approve/"]


@pytest.fixture
def round(mallila: Municipality, silta: Organisation) -> Round:
    """Leena's Dari event with D-01, whose translation is a draft; another organisation's Arabic event with A-01."""
    with scope(mallila):
        made = a_round()
        questions(made)
        for code, organisation in (("D", silta), ("A", None)):
            event = an_event(made, organisation, code=code, group=a_group(made, name=f"Ryhmä {code}"))
            a_statement(a_report(event))
        StatementText.objects.update(state="draft", reader="", author="scribe")
        return made


def theme_of(round: Round, *codes: str, **values: object) -> Theme:
    with scope(round.municipality):
        found = [Statement.objects.get(event__code=code[0], number=int(code[2:])) for code in codes]
        return a_theme(round, *found, **values)


def statement(round: Round, code: str = "D") -> Statement:
    with scope(round.municipality):
        return Statement.objects.prefetch_related("texts", "codings").get(event__code=code, number=1)


@pytest.mark.parametrize("path", [*READ_ONLY, *STAFF_ONLY, *WRITING])
def test_the_neighbour_finds_nothing_and_a_visitor_signs_in(
    round: Round, path: str, ville_browser: Client, visitor: Client
) -> None:
    assert ville_browser.get(PAGE + path).status_code == 404
    assert visitor.get(PAGE + path).status_code == 302


@pytest.mark.parametrize("path", POSTS)
def test_the_neighbour_writes_nothing(round: Round, path: str, ville_browser: Client, visitor: Client) -> None:
    assert ville_browser.post(PAGE + path).status_code == 404
    assert visitor.post(PAGE + path).status_code == 302


@pytest.mark.parametrize("path", [*READ_ONLY, *STAFF_ONLY, *WRITING])
def test_the_supporting_authority_reads_no_words(round: Round, path: str, mallila: Municipality) -> None:
    browser = signed_in(member("elli@authority.example", "Elli", mallila, Role.AUTHORITY))
    answer = browser.get(PAGE + path)
    assert answer.status_code == 403
    assert SECRET not in answer.text and "Bussi ei pysähtynyt" not in answer.text


@pytest.mark.parametrize("path", [*READ_ONLY, *STAFF_ONLY, *WRITING])
def test_the_coordinator_gets_every_page(round: Round, path: str, aino_browser: Client) -> None:
    assert aino_browser.get(PAGE + path).status_code == 200


@pytest.mark.parametrize("path", STAFF_ONLY)
def test_an_organisation_does_not_compare(round: Round, path: str, leena_browser: Client) -> None:
    assert leena_browser.get(PAGE + path).status_code == 403


def test_an_organisation_meets_its_own_discussion_only(round: Round, leena_browser: Client) -> None:
    own = leena_browser.get(PAGE)
    assert "D-01" in own.text and "A-01" not in own.text
    for path in ("A/", "A/1/", "A/1/words/fi/check/"):
        assert leena_browser.get(PAGE + path).status_code == 404
    assert leena_browser.get(PAGE + "?event=A").text.count("A-01") == 0


def test_the_overview_says_what_to_do_next(round: Round, aino_browser: Client) -> None:
    with scope(round.municipality):
        an_answer(Report.objects.get(event__code="A"))
    page = aino_browser.get(PAGE)
    assert [str(task.button) for task in page.context["tasks"]] == ["Lift", "Check", "Give themes"]
    assert [(pile.what, pile.number) for pile in page.context["piles"]] == [
        ("translation", 0), ("check", 2), ("theme", 2), ("care", 0),
    ]  # fmt: skip
    assert 'lang="fi" dir="ltr"' in page.text


def test_an_empty_round_says_what_a_statement_is(mallila: Municipality, aino_browser: Client) -> None:
    with scope(mallila):
        a_round()
    assert "No report has been delivered yet" in aino_browser.get(PAGE).text
    assert "Statements come out of delivered reports" in aino_browser.get(PAGE + "coding/").text
    assert "There is nothing to compare yet" in aino_browser.get(PAGE + "table/").text


def test_a_search_finds_words_in_the_original(round: Round, aino_browser: Client) -> None:
    page = aino_browser.get(PAGE, {"words": "ایستاد", "event": "D"})
    assert [pair.statement.code for pair in page.context["found"]["pairs"]] == ["D-01"]
    assert f'<blockquote lang="fa-AF" dir="rtl" class="pair__orig">{SECRET} 1</blockquote>' in page.text
    assert "No statement matches" in aino_browser.get(PAGE, {"words": "hammaslääkäri"}).text


def test_a_long_list_shows_more_on_demand(round: Round, aino_browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kuultu.loop.statements.views.overview.SHOWN", 1)
    first = aino_browser.get(PAGE + "?domain=security")
    assert len(first.context["found"]["pairs"]) == 1 and "Show more" in first.text
    assert len(aino_browser.get(PAGE + "?domain=security&pages=2").context["found"]["pairs"]) == 2
    assert aino_browser.get(PAGE + "?domain=security&pages=-9x").status_code == 200


def test_a_report_is_lifted_with_the_remarks_that_were_chosen(
    mallila: Municipality, round: Round, aino_browser: Client
) -> None:
    with scope(mallila):
        report = Report.objects.get(event__code="D")
        an_answer(report)
        remark = an_answer(report, manner=Manner.REMARK)
        an_answer(report, manner=Manner.REMARK)
    page = aino_browser.get(PAGE + "lift/")
    assert "Lift 1 statement" in page.text and "remarks as well" in page.text
    answer = aino_browser.post(PAGE + "lift/D/", {"remarks": [remark.pk]}, follow=True)
    assert answer.redirect_chain[-1][0] == PAGE + "D/"
    assert "2 statements lifted out of MAL26-D." in answer.text
    with scope(mallila):
        assert report.event.statements.count() == 3
    assert "Every delivered report has been lifted" in aino_browser.get(PAGE + "lift/").text


def test_a_statement_shows_the_original_first_and_where_it_comes_from(round: Round, aino_browser: Client) -> None:
    page = aino_browser.get(PAGE + "D/1/")
    assert page.text.index(SECRET) < page.text.index("Bussi ei pysähtynyt")
    assert [str(item.label) for item in page.context["came"]] == [
        "Question 2 · SEC1", "Discussion · MAL26-D", "Written down as", "Second pair of eyes", "Round · MAL26",
    ]  # fmt: skip
    assert "draft, not checked" in page.text
    assert [item.state for item in page.context["became"]] == ["now"]


def test_the_drawer_comes_alone_when_it_is_asked_for(round: Round, aino_browser: Client) -> None:
    drawer = aino_browser.get(PAGE + "D/1/", headers={"HX-Request": "true"}).text
    assert drawer.strip().startswith('<section class="drawer"') and SECRET in drawer and "<html" not in drawer


def test_a_translation_is_saved_and_the_next_one_opens(
    round: Round, mallila: Municipality, aino_browser: Client
) -> None:
    with scope(mallila):
        StatementText.objects.all().delete()
    typed = {"text": "Bussi ajoi ohi.", "hand": "engine", "author": "opus", "then": "next"}
    answer = aino_browser.post(PAGE + "A/1/words/fi/", typed)
    assert answer.headers["Location"] == PAGE + "D/1/words/fi/"
    (text,) = statement(round, "A").texts.all()
    assert (text.text, text.state, text.author) == ("Bussi ajoi ohi.", "machine", "opus")
    assert "machine translation, not checked" in aino_browser.get(PAGE + "A/1/").text


def test_a_faulty_translation_keeps_what_was_typed(round: Round, aino_browser: Client) -> None:
    answer = aino_browser.post(PAGE + "D/1/words/fi/", {"text": "Maryam sanoi niin.", "hand": "person"})
    assert answer.status_code == 400
    assert "Maryam sanoi niin." in answer.text and 'name="looked"' in answer.text


def test_no_translation_into_the_original_or_an_unknown_language(round: Round, aino_browser: Client) -> None:
    for code in ("fa-AF", "xx"):
        assert aino_browser.get(PAGE + f"D/1/words/{code}/").status_code == 404


def test_an_organisation_checks_and_the_coordinator_approves(
    round: Round, leena_browser: Client, aino_browser: Client
) -> None:
    page = leena_browser.get(PAGE + "D/1/words/fi/check/")
    assert page.context["form"].initial["reader"] == "Leena Koski"
    typed = {"words": "Bussi ei pysähtynyt.", "reader": "Leena Koski", "then": "next"}
    answer = leena_browser.post(PAGE + "D/1/words/fi/check/", typed)
    assert answer.headers["Location"] == PAGE
    assert leena_browser.post(PAGE + "D/1/words/fi/approve/").status_code == 403
    assert aino_browser.post(PAGE + "D/1/words/fi/approve/").status_code == 302
    (text,) = statement(round).texts.all()
    assert (text.text, text.state, text.reader) == ("Bussi ei pysähtynyt.", "approved", "Leena Koski")


def test_a_reader_who_is_the_translator_is_refused_on_the_page(
    round: Round, mallila: Municipality, aino_browser: Client
) -> None:
    with scope(mallila):
        StatementText.objects.update(author="Eva Ek")
    answer = aino_browser.post(PAGE + "D/1/words/fi/check/", {"words": "Bussi", "reader": "eva ek"})
    assert answer.status_code == 400 and "Ask another reader" in answer.text


def test_special_care_is_marked_and_taken_off(round: Round, leena_browser: Client) -> None:
    leena_browser.post(PAGE + "D/1/care/", {"sensitive": "yes"})
    assert statement(round).sensitive and "special care" in leena_browser.get(PAGE + "D/").text
    leena_browser.post(PAGE + "D/1/care/", {"sensitive": "no"})
    assert not statement(round).sensitive


def test_withdrawn_words_are_on_no_page(round: Round, aino_browser: Client) -> None:
    theme_of(round, "D-01")
    answer = aino_browser.post(PAGE + "D/1/withdraw/", {"reason": ""})
    assert answer.status_code == 400 and SECRET in answer.text
    aino_browser.post(PAGE + "D/1/withdraw/", {"reason": "Puhuja pyysi."})
    for path in ("", "D/", "D/1/", "?words=ایستاد&event=D", "?domain=security", "themes/", "coding/", "table/"):
        page = aino_browser.get(PAGE + path)
        assert page.status_code == 200
        assert f"{SECRET} 1" not in page.text or path in {"", "?domain=security", "coding/"}
        assert 'id="D-01"' not in page.text
    assert "Puhuja pyysi." in aino_browser.get(PAGE + "D/1/").text
    assert aino_browser.get(PAGE + "D/1/words/fi/").status_code == 403


def test_coding_goes_from_one_to_the_next_and_then_says_that_it_is_done(round: Round, aino_browser: Client) -> None:
    theme = theme_of(round, name="Bussi")
    page = aino_browser.get(PAGE + "coding/")
    assert page.context["pair"].statement.code == "A-01" and "coding.js" in page.text
    answer = aino_browser.post(PAGE + "coding/?at=A-01", {"themes": [theme.pk]})
    assert answer.headers["Location"] == PAGE + "coding/?at=D-01&after=A-01"
    page = aino_browser.get(answer.headers["Location"])
    assert (page.context["turn"].place, page.context["pace"].done) == (2, 1)
    assert page.context["done"].own == {theme.pk}
    answer = aino_browser.post(PAGE + "coding/?at=D-01", {"themes": [theme.pk]}, follow=True)
    assert "You have given every statement a theme" in answer.text


def test_what_others_chose_shows_only_after_ones_own_choice(
    round: Round, mallila: Municipality, aino_browser: Client
) -> None:
    theirs, mine = theme_of(round, "A-01", name="Heidän"), theme_of(round, name="Oma")
    analyst = signed_in(member("anna@mallila.example", "Anna", mallila, Role.ANALYST))
    assert analyst.get(PAGE + "coding/?at=A-01").context["turn"].others == ()
    analyst.post(PAGE + "coding/?at=A-01", {"themes": [mine.pk]})
    assert analyst.get(PAGE + "coding/?at=A-01").context["turn"].others == (theirs,)


def test_an_unknown_statement_or_theme_is_no_page(round: Round, aino_browser: Client) -> None:
    for path in ("coding/?at=D-99", "coding/?at=xyz", "themes/9999/", "D/99/", "Z/"):
        assert aino_browser.get(PAGE + path).status_code == 404
    answer = aino_browser.post(PAGE + "coding/?at=D-01", {"themes": ["9999"]})
    assert answer.status_code == 400 and "not there any more" in answer.text


def test_the_codebook_is_edited(round: Round, mallila: Municipality, aino_browser: Client) -> None:
    for name in ("Valot", "Bussi"):
        aino_browser.post(PAGE + "themes/", {"name": name, "domain": "security", "name_sv": f"{name} sv"})
    again = aino_browser.post(PAGE + "themes/", {"name": "bussi", "domain": "security"})
    assert again.status_code == 400 and "already" in again.text and 'value="bussi"' in again.text
    with scope(mallila):
        lights, bus = themes_of(round)
    assert (bus.names, "2 · " in again.text) == ({"sv": "Bussi sv"}, False)
    aino_browser.post(PAGE + f"themes/{bus.pk}/raise/")
    aino_browser.post(PAGE + f"themes/{bus.pk}/", {"name": "Bussi ja matka", "domain": "security"})
    with scope(mallila):
        assert [theme.name for theme in themes_of(round)] == ["Bussi ja matka", "Valot"]
    empty = aino_browser.post(PAGE + f"themes/{bus.pk}/merge/", {})
    assert empty.status_code == 400 and "Choose at least one other theme" in empty.text
    aino_browser.post(PAGE + f"themes/{bus.pk}/merge/", {"others": [lights.pk]})
    aino_browser.post(PAGE + f"themes/{bus.pk}/drop/")
    with scope(mallila):
        assert not Theme.objects.exists()


def test_the_table_opens_what_was_said_and_hides_a_small_group(
    round: Round, mallila: Municipality, aino_browser: Client
) -> None:
    theme = theme_of(round, "D-01", "A-01", name="Bussi")
    with scope(mallila):
        Report.objects.filter(event__code="A").update(who_came={"total": 4})
    page = aino_browser.get(PAGE + "table/").text
    group = statement(round).event.group_id
    assert escape(f"{PAGE}?theme={theme.pk}&group={group}") in page
    assert "not broken out" in page and "They were heard, but fewer than five" in page
    found = aino_browser.get(PAGE, {"theme": theme.pk, "group": group}).context["found"]
    assert [pair.statement.code for pair in found["pairs"]] == ["D-01"]
    assert "دری" in aino_browser.get(PAGE + "table/?by=language").text


def test_list_pages_ask_the_database_as_often_for_three_as_for_one(
    round: Round, mallila: Municipality, aino_browser: Client
) -> None:
    theme_of(round, "D-01", "A-01")

    def asked() -> dict[str, int]:
        found = {}
        for path in ("", "?words=bussi", "?waiting=check", "D/", "lift/", "themes/", "table/", "coding/?at=D-01"):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert aino_browser.get(PAGE + path).status_code == 200
            found[path] = len(queries)
        return found

    with scope(mallila):
        an_answer(Report.objects.get(event__code="D"))
        Statement.objects.filter(event__code="A").update(sensitive=True)
    before = asked()
    with scope(mallila):
        for code in ("D", "A"):
            report = Report.objects.get(event__code=code)
            for _ in range(2):
                a_theme(round, a_statement(report, sensitive=True))
                an_answer(report)
    assert asked() == before


def test_a_theme_is_named_in_the_readers_language(round: Round, aino: Person) -> None:
    theme_of(round, "D-01", name="Bussi", names={"sv": "Bussen"})
    page = signed_in(aino, "sv").get(PAGE + "D/").text
    assert '<html lang="sv"' in page and "Bussen" in page and "Bussi<" not in page
