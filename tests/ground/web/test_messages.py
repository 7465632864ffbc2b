"""The script that keeps the catalogues."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """scripts/messages.py as a module."""
    spec = importlib.util.spec_from_file_location("messages_script", ROOT / "scripts/messages.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_catalogues_of_this_room_and_of_people_are_whole(script: ModuleType) -> None:
    assert script.main(["check", "web", "people"]) == 0


def test_words_of_a_template_are_found(script: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(
        '{% extends \'x\' %}\n  <p>it\'s {% translate "Plain" %}</p>\n\t{% nothing _("In a tag") %}\n'
        '{% translate "Open" context "a vote" %}{{ _("In a variable") }}\n'
        "{% blocktranslate trimmed count n=n with town=town.name %}\n  {{ n }} report of {{ town }}\n"
        "{% plural %}\n  {{ n }} reports of {{ town }}\n{% endblocktranslate %}"
    )
    assert list(script.words_of(file)) == [
        ((None, "Plain"), ""),
        ((None, "In a tag"), ""),
        (("a vote", "Open"), ""),
        ((None, "In a variable"), ""),
        ((None, "%(n)s report of %(town)s"), "%(n)s reports of %(town)s"),
    ]


def test_words_of_code_are_found(script: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "rules.py"
    file.write_text(
        'a = _("Sign in "\n  "first.")\nb = ngettext("{n} card", "{n} cards", n)\nc = pgettext_lazy("vote", "Open")\n'
    )
    assert list(script.words_of(file)) == [
        ((None, "Sign in first."), ""), ((None, "{n} card"), "{n} cards"), (("vote", "Open"), ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("saved {time}", "tallennettu {time}"), ""),
        (Message("saved {time}", "tallennettu"), "placeholders differ"),
        (Message("%(a)s of %(b)s", "%(b)s: %(a)s"), ""),
        (Message("%(a)s of %(b)s", "%(b)s: %(c)s"), "placeholders differ"),
        (Message("Close", ""), "no words for"),
        (Message("Close", "Sulje", flags=["fuzzy"]), "marked fuzzy"),
        (Message(("{n} card", "{n} cards"), ("yksi kortti", "{n} korttia")), ""),
        (Message(("{n} card", "{n} cards"), ("yksi kortti", "{m} korttia")), "placeholders differ"),
        (Message(("{n} card", "{n} cards"), ("{n} kortti", "")), "no words for"),
    ],
)
def test_a_faulty_translation_is_named(script: ModuleType, message: Message, fault: str) -> None:
    found = list(script.faults(message))
    assert [each[: len(fault)] for each in found] == ([fault] if fault else [])


@pytest.fixture
def room(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """A room with a page for staff and one behind a link."""
    monkeypatch.setattr(script, "ROOT", tmp_path)
    room = script.Room("hut", tmp_path / "kuultu/hut")
    doors = room.folder / "templates/hut/doors"
    doors.mkdir(parents=True)
    (room.folder / "__init__.py").write_text("")
    (room.folder / "templates/hut/desk.html").write_text('{% translate "Staff words" %}')
    (doors / "form.html").write_text('{% translate "Next statement" %}')
    return room


def translate(script: ModuleType, room: object, code: str, **words: str) -> None:
    """Fill in a catalogue as a translator would, and compile it."""
    path = room.po(code)  # type: ignore[attr-defined]
    catalog = script.read(path)
    for message in script.ours(catalog):
        message.string = words.get(message.id.split()[0].lower(), message.string)
    path.write_text(script.written(catalog))
    path.with_suffix(".mo").write_bytes(script.compiled(catalog))


def test_a_catalogue_is_made_filled_kept_and_pruned(script: ModuleType, room: object) -> None:
    assert list(script.check(room, "fi")) == ["2 messages and no catalogue"]
    assert script.update(room, "fi") == 2
    translate(script, room, "fi", staff="Väen sanat", next="Seuraava")
    assert list(script.check(room, "fi")) == []
    folder = room.folder / "templates/hut"  # type: ignore[attr-defined]
    (folder / "desk.html").write_text('{% translate "New words" %}')
    assert sorted(script.check(room, "fi")) == [
        "no longer in the code: 'Staff words'",
        "not in the catalogue: 'New words'",
    ]
    assert script.update(room, "fi") == 1
    text = room.po("fi").read_text()  # type: ignore[attr-defined]
    assert "Seuraava" in text
    assert "Staff words" not in text
    assert list(script.check(room, "fi")) == ["no words for 'New words'", "its .mo is not made from it"]


def test_a_content_language_has_the_door_words_only(script: ModuleType, room: object) -> None:
    assert script.update(room, "fa-AF") == 1
    path = room.po("fa-AF")  # type: ignore[attr-defined]
    assert path.parts[-3] == "fa_AF"
    assert "nplurals=2; plural=(n > 1);" in path.read_text()
    translate(script, room, "fa-AF", next="بعدی")
    assert list(script.check(room, "fa-AF")) == []


def test_one_word_said_two_ways_in_two_rooms_is_named(script: ModuleType, room: object, tmp_path: Path) -> None:
    other = script.Room("shed", tmp_path / "kuultu/shed")
    other.folder.mkdir()
    (other.folder / "forms.py").write_text('x = _("Next statement")\n')
    for each, word in ((room, "Seuraava"), (other, "Uusi")):
        script.update(each, "fi")
        translate(script, each, "fi", staff="Väen", next=word)
    assert list(script.disagreements([room, other])) == [
        "shed fi: 'Next statement' is ('Uusi',) here and ('Seuraava',) in hut"
    ]
    translate(script, other, "fi", next="Seuraava")
    assert list(script.disagreements([room, other])) == []
