"""The pages by which texts go to a translator without an account and come back."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from kuultu.ground.documents.docx import fill
from kuultu.ground.documents.xliff import Translation, Unit, Version, write_xliff
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import THE_SYSTEM, Actor
from kuultu.ground.people.models import Person, Role
from kuultu.loop.materials.actions.questions import prepare_questions
from kuultu.loop.materials.actions.wordings import override_text
from kuultu.loop.materials.models import Kind, Material, QuestionSet
from kuultu.loop.rounds.models import EventState
from tests.conftest import member, signed_in
from tests.factories import a_round, an_event

HERE = "/mallila/MAL26/materials/languages/fa-AF/"
LEAD, WHO = "invitation.lead", "invitation.who_listens"
type Typed = dict[str, str]


@pytest.fixture
def asked(mallila: Municipality, silta: Organisation) -> QuestionSet:
    with scope(mallila):
        round = a_round()
        an_event(round, silta, starts_at=timezone.now() + timedelta(days=5), state=EventState.PLANNED)
        return prepare_questions(round, by=THE_SYSTEM, now=timezone.now())


@pytest.fixture
def analyst_browser(mallila: Municipality) -> Client:
    person: Person = member("anna@mallila.example", "Anna", mallila, Role.ANALYST)
    return signed_in(person)


def bring(browser: Client, data: bytes, name: str = "back.xlf") -> HttpResponse:
    """Bring a file back."""
    return browser.post(HERE + "returned/", {"file": SimpleUploadedFile(name, data)})  # type: ignore[return-value]


def xliff(**by_key: str) -> bytes:
    """What a translator's program wrote; `__` stands for a dot."""
    units = tuple(Unit(key.replace("__", "."), f"source of {key}", text) for key, text in by_key.items())
    return write_xliff(Translation("fi", "fa-AF", units), Version.ONE)


def typed(answer: HttpResponse, **more: str) -> Typed:
    """What the form of the page sends when nothing in it is touched."""
    form = answer.context["form"]  # type: ignore[attr-defined]
    values = {name: form[name].value() for name in form.fields}
    return {name: str(value or "") if value is not True else "on" for name, value in values.items() if value} | more


@pytest.mark.parametrize(
    ("shape", "name", "kind"),
    [
        ("xliff-1", "MAL26-texts-fa-AF-xliff-1.xlf", "application/xliff+xml"),
        ("xliff-2", "MAL26-texts-fa-AF-xliff-2.xlf", "application/xliff+xml"),
        ("word", "MAL26-texts-fa-AF-word.docx",
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)  # fmt: skip
def test_the_page_of_a_language_leads_to_each_file(
    asked: QuestionSet, leena_browser: Client, ville_browser: Client, shape: str, name: str, kind: str
) -> None:
    address = f"{HERE}send/{shape}/"
    assert address in leena_browser.get(HERE).content.decode()
    answer = leena_browser.get(address)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Content-Type"] == kind
    assert ville_browser.get(address).status_code == 404


def test_the_source_goes_to_no_translator(asked: QuestionSet, aino_browser: Client) -> None:
    source = HERE.replace("fa-AF", "fi")
    assert "Send to a translator" not in aino_browser.get(source).content.decode()
    assert "Send to a translator" in aino_browser.get(HERE).content.decode()
    for page in ("send/word/", "returned/"):
        assert aino_browser.get(source + page).status_code == 404
    assert aino_browser.get(HERE + "send/exe/").status_code == 404


def test_nothing_is_taken_before_it_has_been_seen(
    asked: QuestionSet, leena_browser: Client, mallila: Municipality
) -> None:
    data = fill(leena_browser.get(HERE + "send/word/").content, {LEAD: "سلام به همه", WHO: "کسی می‌آید"})
    seen = bring(leena_browser, data, "back.docx")
    page = seen.content.decode()
    assert seen.status_code == 200
    assert "سلام به همه" in page and "It has lost {facilitator} {organisation}" in page and "کسی می‌آید" in page
    with scope(mallila):
        assert not Material.objects.exists()
    assert leena_browser.post(HERE + "take/", typed(seen, author="Zahra")).headers["Location"] == HERE
    with scope(mallila):
        row = Material.objects.get()
        assert (row.texts, row.author) == ({LEAD: "سلام به همه"}, "Zahra")


def test_a_refused_text_is_mended_on_the_page_and_taken(
    asked: QuestionSet, leena_browser: Client, mallila: Municipality
) -> None:
    seen = bring(leena_browser, xliff(invitation__who_listens="کسی می‌آید"))
    form = typed(seen, author="Zahra") | {f"take-{WHO}": "on"}
    still = leena_browser.post(HERE + "take/", form)
    assert still.status_code == 400
    assert "It has lost" in still.content.decode() and "کسی می‌آید" in still.content.decode()
    mended = "{facilitator} از {organisation}"
    assert leena_browser.post(HERE + "take/", form | {f"text-{WHO}": mended}).status_code == 302
    with scope(mallila):
        assert Material.objects.get().texts == {WHO: mended}


def test_without_the_translators_name_everything_stays_on_the_page(asked: QuestionSet, leena_browser: Client) -> None:
    seen = bring(leena_browser, xliff(invitation__lead="سلام به همه"))
    answer = leena_browser.post(HERE + "take/", typed(seen) | {f"take-{LEAD}": "on", f"text-{LEAD}": "سلام دوباره"})
    assert answer.status_code == 400
    assert "سلام دوباره" in answer.content.decode()


def test_a_text_of_an_older_source_is_taken_only_when_asked_for(
    asked: QuestionSet, leena_browser: Client, mallila: Municipality, as_aino: Actor
) -> None:
    data = fill(leena_browser.get(HERE + "send/word/").content, {LEAD: "سلام به همه"})
    with scope(mallila):
        override_text(asked.round, Kind.INVITATION, "fi", by=as_aino, now=timezone.now(), texts={LEAD: "Tule!"})
    seen = bring(leena_browser, data, "back.docx")
    assert "The source has changed since it was sent" in seen.content.decode()
    form = typed(seen, author="Zahra")
    assert f"take-{LEAD}" not in form
    leena_browser.post(HERE + "take/", form)
    with scope(mallila):
        assert not Material.objects.filter(language="fa-AF").exists()
    leena_browser.post(HERE + "take/", form | {f"take-{LEAD}": "on"})
    with scope(mallila):
        assert Material.objects.get(language="fa-AF").texts == {LEAD: "سلام به همه"}


def test_what_found_no_place_is_shown(asked: QuestionSet, leena_browser: Client) -> None:
    page = bring(leena_browser, xliff(invitation__lead="سلام", invitation__nowhere="گمشده")).content.decode()
    assert "Texts that found no place" in page and "گمشده" in page and "invitation.nowhere" in page


def test_words_of_a_stranger_do_nothing_on_the_page(asked: QuestionSet, leena_browser: Client) -> None:
    page = bring(leena_browser, xliff(invitation__lead="<script>a</script>", nowhere="<img src=x>")).content.decode()
    assert "<script>a" not in page and "<img src=x>" not in page
    assert "&lt;script&gt;a" in page and "&lt;img src=x&gt;" in page


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty"),
        (b"%PDF-1.7", "This file cannot be read"),
        (b"<html></html>", "This file cannot be read"),
        (write_xliff(Translation("fi", "so", (Unit(LEAD, "a", "b"),)), Version.TWO), "another language (Somali)"),
        (write_xliff(Translation("fi", "fa-AF", (Unit("k", "a", "b"),)), Version.TWO), "Nothing in this file"),
    ],
    ids=range(5),
)  # fmt: skip
def test_a_file_that_is_not_read_says_what_to_do(
    asked: QuestionSet, leena_browser: Client, data: bytes, says: str
) -> None:
    answer = bring(leena_browser, data)
    assert (answer.status_code, says in answer.content.decode()) == (400, True)


def test_who_may_not_write_may_read_but_takes_nothing(
    asked: QuestionSet, analyst_browser: Client, ville_browser: Client, visitor: Client, mallila: Municipality
) -> None:
    form = {"author": "Zahra", f"text-{LEAD}": "سلام", f"take-{LEAD}": "on"}
    assert "See what came back" not in analyst_browser.get(HERE).content.decode()
    assert analyst_browser.get(HERE + "send/xliff-2/").status_code == 200
    for browser, status in ((analyst_browser, 403), (ville_browser, 404), (visitor, 302)):
        assert browser.post(HERE + "take/", form).status_code == status
        assert bring(browser, xliff(invitation__lead="سلام")).status_code == status
    with scope(mallila):
        assert not Material.objects.exists()
