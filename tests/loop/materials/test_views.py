"""The pages: what each shows to whom, and what comes of what is typed."""

import io
import zipfile
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import THE_SYSTEM, Actor
from kuultu.ground.people.links import make_link, token_of
from kuultu.ground.people.models import Purpose
from kuultu.loop.materials.actions.questions import prepare_questions
from kuultu.loop.materials.actions.wordings import mark_language_read
from kuultu.loop.materials.models import Kind, Material, QuestionSet, Translation
from kuultu.loop.materials.queries import texts_of
from kuultu.loop.rounds.models import AssignedRole, Assignment, Event, EventState, Round
from tests.factories import a_round, an_event

HERE = "/mallila/MAL26/materials/"
PAGES = [
    "", "questions/", "questions/new/", "questions/SEC1/", "languages/fa-AF/", "languages/fi/questions/",
    "languages/fa-AF/questions/", "languages/fa-AF/invitation/", "D/", "D/invitation/", "D/form/", "D/form.docx",
    "D/questions.pdf", "D/pack.zip", "D/event.ics",
]  # fmt: skip
POSTS = [
    "prepare/", "questions/freeze/", "questions/SEC1/move/", "questions/SEC1/remove/", "questions/SEC1/back/",
    "languages/so/bring/", "languages/fa-AF/read/", "languages/fa-AF/scribe/read/",
]  # fmt: skip


@pytest.fixture
def soon() -> datetime:
    """Pages live in the present, so the discussion is five days from now."""
    return timezone.now() + timedelta(days=5)


@pytest.fixture
def round(mallila: Municipality, silta: Organisation, soon: datetime) -> Round:
    with scope(mallila):
        made = a_round()
        event = an_event(made, silta, starts_at=soon, state=EventState.PLANNED, contact_phone="050 000 0202")
        Assignment.objects.create(event=event, role=AssignedRole.FACILITATOR, first_name="Samira")
        return made


@pytest.fixture
def asked(round: Round, mallila: Municipality) -> QuestionSet:
    with scope(mallila):
        return prepare_questions(round, by=THE_SYSTEM, now=timezone.now())


@pytest.fixture
def link(round: Round, mallila: Municipality) -> str:
    """The facilitator's door to the discussion."""
    with scope(mallila):
        event = Event.objects.get(round=round)
        made = make_link(Purpose.FACILITATOR, event.pk, now=timezone.now(), lasts=timedelta(days=9))
        return f"/f/{token_of(made)}/"


def scribe_link(mallila: Municipality) -> str:
    with scope(mallila):
        event = Event.objects.get()
        return token_of(make_link(Purpose.SCRIBE, event.pk, now=timezone.now(), lasts=timedelta(days=9)))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_for_the_municipality_and_the_events_organisation(
    asked: QuestionSet, aino_browser: Client, leena_browser: Client, ville_browser: Client, visitor: Client, page: str
) -> None:
    assert aino_browser.get(HERE + page).status_code == 200
    assert leena_browser.get(HERE + page).status_code == (403 if page == "questions/new/" else 200)
    assert ville_browser.get(HERE + page).status_code == 404
    assert visitor.get(HERE + page).status_code in {302, 404}


@pytest.mark.parametrize("page", POSTS)
def test_a_deed_is_hidden_from_the_neighbour(asked: QuestionSet, ville_browser: Client, page: str) -> None:
    before = list(Translation.everywhere.values_list("text", "state"))
    assert ville_browser.post(HERE + page, {"reader": "Ville", "way": "up"}).status_code == 404
    assert list(Translation.everywhere.values_list("text", "state")) == before


def test_another_organisation_sees_nothing_of_an_event_that_is_not_its_own(
    asked: QuestionSet, mallila: Municipality, leena_browser: Client, soon: datetime
) -> None:
    with scope(mallila):
        other = Organisation.objects.create(name="Toinen ry")
        an_event(asked.round, other, code="S", language="so", place="Salainen talo", starts_at=soon)
    assert leena_browser.get(HERE + "S/").status_code == 404
    assert leena_browser.get(HERE + "S/form.docx").status_code == 404
    overview = leena_browser.get(HERE).content.decode()
    assert "Salainen talo" not in overview and "Kirjasto" in overview


def test_the_first_page_begins_with_the_questions(round: Round, aino_browser: Client) -> None:
    assert "No questions yet" in aino_browser.get(HERE).content.decode()
    answer = aino_browser.post(HERE + "prepare/")
    assert answer.headers["Location"] == HERE + "questions/"
    page = aino_browser.get(HERE).content.decode()
    assert "Find a reader: دری" in page and "10 questions, about 88 minutes" in page


def test_the_first_page_costs_the_same_however_many_discussions_there_are(
    asked: QuestionSet, mallila: Municipality, silta: Organisation, aino_browser: Client, soon: datetime
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert aino_browser.get(HERE).status_code == 200
        return len(seen)

    cost()
    first = cost()
    with scope(mallila):
        for code, language in (("S", "so"), ("T", "ti")):
            an_event(asked.round, silta, code=code, language=language, starts_at=soon, state=EventState.PLANNED)
    assert cost() == first


def test_a_question_is_added_moved_removed_and_brought_back(
    asked: QuestionSet, aino_browser: Client, mallila: Municipality
) -> None:
    new = {"text": "Miten lapset voivat?", "probes": "Missä?\nMilloin?", "domain": "security", "minutes": "5"}
    assert aino_browser.post(HERE + "questions/new/", new).status_code == 302
    aino_browser.post(HERE + "questions/OWN1/move/", {"way": "up"})
    aino_browser.post(HERE + "questions/INT2/remove/")
    with scope(mallila):
        keys = [question.key for question in asked.questions.all()]
    assert keys == ["OPEN1", "ATT1", "ATT2", "SEC1", "SEC2", "INT1", "PAR1", "OWN1", "PAR2", "CLOSE1"]
    assert "Bring back" in aino_browser.get(HERE + "questions/").content.decode()
    aino_browser.post(HERE + "questions/INT2/back/")
    aino_browser.post(HERE + "questions/OWN1/", {"domain": "other", "minutes": "12"})
    with scope(mallila):
        own = asked.questions.get(key="OWN1")
        assert (own.domain, own.minutes, asked.questions.filter(key="INT2").exists()) == ("other", 12, True)


def test_a_question_without_words_is_asked_for_again_and_keeps_what_was_typed(
    asked: QuestionSet, aino_browser: Client
) -> None:
    new = {"text": "", "probes": "Missä silloin olit?", "domain": "security", "minutes": "5"}
    answer = aino_browser.post(HERE + "questions/new/", new)
    assert answer.status_code == 400
    assert "Missä silloin olit?" in answer.content.decode()


def test_frozen_questions_say_why(asked: QuestionSet, aino_browser: Client) -> None:
    aino_browser.post(HERE + "questions/freeze/")
    page = aino_browser.get(HERE + "questions/").content.decode()
    assert "Thaw them to add or remove one" in page
    assert aino_browser.post(HERE + "questions/SEC1/remove/").status_code == 403
    aino_browser.post(HERE + "questions/freeze/")
    assert "Add a question of your own" in aino_browser.get(HERE + "questions/").content.decode()


def typed(page: Client, address: str) -> dict[str, str]:
    """What the form of a page holds."""
    form = page.get(address).context["form"]
    return {name: str(field.initial or "") for name, field in form.fields.items()}


def test_questions_are_mended_beside_their_source(
    asked: QuestionSet, leena_browser: Client, mallila: Municipality
) -> None:
    address = HERE + "languages/fa-AF/questions/"
    data = typed(leena_browser, address) | {"text-SEC1": "کجا امن است؟"}
    assert leena_browser.post(address, data).status_code == 302
    with scope(mallila):
        rows = Translation.objects.filter(language="fa-AF", author="Leena Koski")
        assert [(row.question.key, row.text) for row in rows] == [("SEC1", "کجا امن است؟")]


def test_the_source_is_closed_to_the_organisation(asked: QuestionSet, leena_browser: Client) -> None:
    address = HERE + "languages/fi/questions/"
    assert "coordinator writes the texts" in leena_browser.get(address).content.decode()
    data = typed(leena_browser, address) | {"text-SEC1": "Kaapattu?"}
    answer = leena_browser.post(address, data)
    assert answer.status_code == 403
    assert not Translation.everywhere.filter(text="Kaapattu?").exists()


def test_spelling_alone_leaves_translations_fresh(
    asked: QuestionSet, aino_browser: Client, mallila: Municipality
) -> None:
    address = HERE + "languages/fi/questions/"
    data = typed(aino_browser, address)
    aino_browser.post(address, data | {"text-SEC1": "Missä olet turvassa?!", "spelling_only": "on"})
    with scope(mallila):
        assert asked.questions.get(key="SEC1").version == 1
    aino_browser.post(address, data | {"text-SEC1": "Missä olet turvassa?", "spelling_only": ""})
    with scope(mallila):
        assert asked.questions.get(key="SEC1").version == 2
    assert "out of date" in aino_browser.get(HERE + "languages/fa-AF/questions/").content.decode()


def test_own_words_are_saved_and_a_wrong_brace_is_told_with_what_was_typed(
    asked: QuestionSet, aino_browser: Client, mallila: Municipality
) -> None:
    address = HERE + "languages/fi/invitation/"
    data = typed(aino_browser, address)
    wrong = aino_browser.post(address, data | {"invitation.lead": "Tule {sinne}!"})
    assert wrong.status_code == 400
    assert "{sinne} is not filled in" in wrong.content.decode() and "Tule {sinne}!" in wrong.content.decode()
    assert aino_browser.post(address, data | {"invitation.lead": "Tule {place}!"}).status_code == 302
    with scope(mallila):
        assert Material.objects.get().texts == {"invitation.lead": "Tule {place}!"}
        assert texts_of(asked.round, "fi")["invitation.lead"] == "Tule {place}!"


def test_a_reader_signs_a_language(asked: QuestionSet, leena_browser: Client, mallila: Municipality) -> None:
    assert leena_browser.post(HERE + "languages/fa-AF/read/", {"reader": ""}).status_code == 400
    assert leena_browser.post(HERE + "languages/fa-AF/read/", {"reader": "Farid"}).status_code == 302
    assert "read by Farid" in leena_browser.get(HERE + "languages/fa-AF/").content.decode()
    with scope(mallila):
        assert texts_of(asked.round, "fa-AF").whole(Kind.FORM).is_checked


def test_a_reader_signs_one_kind(asked: QuestionSet, leena_browser: Client, mallila: Municipality) -> None:
    for kind in ("scribe", "questions"):
        assert leena_browser.post(HERE + f"languages/fa-AF/{kind}/read/", {"reader": "Farid"}).status_code == 302
    with scope(mallila):
        texts = texts_of(asked.round, "fa-AF")
        assert texts.whole(Kind.SCRIBE).is_checked and not texts.whole(Kind.INVITATION).is_checked
        assert asked.questions.get(key="SEC1").translations.get(language="fa-AF").reader == "Farid"


def test_an_unknown_language_kind_or_file_is_not_found(asked: QuestionSet, aino_browser: Client) -> None:
    for page in (
        "languages/xx/",
        "languages/fi/card/",
        "D/card/",
        "D/form.exe",
        "D/induction.docx",
        "D/questions.odt",
        "Q/",
    ):
        assert aino_browser.get(HERE + page).status_code == 404


def test_a_pack_page_names_gaps_and_shows_the_message(asked: QuestionSet, aino_browser: Client) -> None:
    page = aino_browser.get(HERE + "D/").content.decode()
    assert "last day to sign up" in page
    assert 'lang="fa-AF" dir="rtl" class="message"' in page
    assert "Kirjasto" in page


def test_a_preview_stands_in_the_papers_language(asked: QuestionSet, aino_browser: Client) -> None:
    page = aino_browser.get(HERE + "D/form/").content.decode()
    assert '<article class="paper" lang="fa-AF" dir="rtl">' in page
    assert "Kolme tärkeintä asiaa" in page


def test_downloads_have_their_type_and_a_plain_name(asked: QuestionSet, aino_browser: Client) -> None:
    answer = aino_browser.get(HERE + "D/invitation.docx")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="MAL26-D-invitation-fa-AF.docx"'
    assert answer.headers["Content-Type"].endswith("wordprocessingml.document")
    assert answer.content.startswith(b"PK")
    pdf = aino_browser.get(HERE + "D/form.pdf")
    assert (pdf.headers["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    ics = aino_browser.get(HERE + "D/event.ics")
    assert ics.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert ics.headers["Content-Disposition"] == 'attachment; filename="MAL26-D-event.ics"'
    with zipfile.ZipFile(io.BytesIO(aino_browser.get(HERE + "D/pack.zip").content)) as opened:
        assert len(opened.namelist()) == 16


def test_the_scribes_link_is_on_the_form_for_those_who_hand_it_over(
    asked: QuestionSet, mallila: Municipality, leena_browser: Client, link: str, visitor: Client
) -> None:
    bare = visitor.get(link + "form.docx").content
    without = leena_browser.get(HERE + "D/form.docx").content
    scribe_link(mallila)
    carrying = leena_browser.get(HERE + "D/form.docx").content
    assert len(pictures(carrying)) > len(pictures(without))
    assert pictures(visitor.get(link + "form.docx").content) == pictures(bare) == pictures(without)


def pictures(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return [name for name in opened.namelist() if name.endswith(".png")]


def test_the_facilitators_door_speaks_the_language_of_the_discussion(
    asked: QuestionSet, visitor: Client, link: str
) -> None:
    answer = visitor.get(link)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert '<html lang="fa-AF" dir="rtl">' in page
    assert "چه وقت" in page and "Kirjasto" in page
    assert '<html lang="fi" dir="ltr">' in visitor.get(link + "?lang=fi").content.decode()


@pytest.mark.parametrize("page", ["scribe/", "questions/", "form.docx", "invitation.pdf", "pack.zip", "event.ics"])
def test_everything_behind_the_door_opens_by_the_link_and_only_by_it(
    asked: QuestionSet, visitor: Client, link: str, page: str
) -> None:
    assert visitor.get(link + page).status_code == 200
    assert visitor.get("/f/1-00000000000000000000000000000000/" + page).status_code == 404


def test_a_scribes_link_does_not_open_the_facilitators_door(
    asked: QuestionSet, visitor: Client, mallila: Municipality
) -> None:
    assert visitor.get(f"/f/{scribe_link(mallila)}/").status_code == 404


def test_a_closed_link_opens_nothing(asked: QuestionSet, visitor: Client, mallila: Municipality) -> None:
    with scope(mallila):
        event = Event.objects.get()
        old = make_link(Purpose.FACILITATOR, event.pk, now=timezone.now() - timedelta(days=9), lasts=timedelta(days=1))
    answer = visitor.get(f"/f/{token_of(old)}/")
    assert answer.status_code == 410
    assert "Kirjasto" not in answer.content.decode()


def test_all_checked_is_said_on_the_first_page(
    asked: QuestionSet, aino_browser: Client, as_aino: Actor, mallila: Municipality
) -> None:
    with scope(mallila):
        for code in ("fi", "fa-AF"):
            mark_language_read(asked.round, code, by=as_aino, now=timezone.now(), reader="Farid")
        Event.objects.update(contact_name="Samira", rsvp_by=timezone.now().date())
    assert "has been read by somebody who knows the language" in aino_browser.get(HERE).content.decode()
