"""Catalogues of the interface: each room keeps its own, in `<room>/locale/<language>/LC_MESSAGES/django.po` and `.mo`.

    python scripts/messages.py update web people      words new in the code come in, gone ones go, translations stay
    python scripts/messages.py update web --in ar,so  begins catalogues in content languages
    python scripts/messages.py compile                writes every .mo
    python scripts/messages.py check                  says what is missing; exit 1 if anything is

English is what stands in the code. Finnish and Swedish are whole in every room. A content language has the *door words*
only: of files in a folder `doors/`, of files called `doors`, and of those that say `door words` in their first line.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation import to_locale
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kuultu.ground.languages.registry import CONTENT, language  # noqa: E402

WHOLE = ("fi", "sv")
KEYWORDS: dict[str, object] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
UNCHECKED = "# Draft: no named reader has checked these words yet.\n"  # whoever has puts their name and the day here
NOT_OURS = {"migrations", "locale", "static", "__pycache__"}
# The path and the stages are named between the rooms; the first room carries their words.
CARRIED = {"rounds": ("kuultu/loop/__init__.py",)}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
HEADERS = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")

type Key = tuple[str | None, str]


@dataclass(frozen=True)
class Found:
    """A message of the code: its English, its context, the files it stands in, whether residents meet it."""

    key: Key
    plural: str
    files: tuple[str, ...]
    door: bool


@dataclass(frozen=True)
class Room:
    """A room and where its catalogues lie."""

    name: str
    folder: Path

    def po(self, code: str) -> Path:
        """The catalogue in a language."""
        return self.folder / "locale" / to_locale(code.lower()) / "LC_MESSAGES/django.po"

    def languages(self) -> list[str]:
        """The languages that it has catalogues in."""
        return [code for code in CONTENT if self.po(code).exists()]

    def sources(self) -> Iterator[Path]:
        """Files whose words it carries."""
        for path in sorted(self.folder.rglob("*")):
            if path.suffix in {".py", ".html", ".txt"} and not NOT_OURS & set(path.relative_to(self.folder).parts):
                yield path
        yield from (ROOT / more for more in CARRIED.get(self.name, ()))


def rooms() -> list[Room]:
    """Every room of the package, ground first."""
    package = ROOT / "kuultu"
    folders = [*(package / "ground").iterdir(), *(package / "loop").iterdir(), package / "desk", package / "public"]
    return [Room(folder.name, folder) for folder in sorted(folders) if (folder / "__init__.py").exists()]


def is_door(path: Path, text: str) -> bool:
    """Do people without an account meet the words of this file?"""
    first = text.partition("\n")[0]
    return path.stem == "doors" or "doors" in path.parts or "door words" in first


def words_of(path: Path) -> Iterator[tuple[Key, str]]:
    """Key and plural ("" for none) of each message of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # What stands around the tags becomes X; its indentation would be a syntax error.
        text = "\n".join(line.strip() for line in templatize(text, origin=str(path)).split("\n"))
    found = extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS)  # type: ignore[arg-type]
    for _line, message, _comments, context in found:
        one, plural = message if isinstance(message, tuple) else (message, "")
        yield (context, one), plural


def messages_of(room: Room, code: str) -> list[Found]:
    """The messages that a room's catalogue in a language holds, in the order of its files."""
    found: dict[Key, Found] = {}
    for path in room.sources():
        door = is_door(path.relative_to(ROOT), path.read_text(encoding="utf-8"))
        name = str(path.relative_to(ROOT))
        for key, plural in words_of(path):
            before = found.get(key, Found(key, plural, (), False))
            files = before.files if name in before.files else (*before.files, name)
            found[key] = Found(key, before.plural or plural, files, before.door or door)
    return [message for message in found.values() if message.door or code in WHOLE]


class Dateless(Catalog):
    """A catalogue without dates and versions of tools in its head: they would differ at every run."""

    def __iter__(self) -> Iterator[Message]:
        head, *rest = super().__iter__()
        lines = [line for line in str(head.string).split("\n") if line.partition(":")[0] in HEADERS]
        yield Message("", "\n".join(lines) + "\n")
        yield from rest


def begun(code: str) -> Catalog:
    """An empty catalogue in a language, with the registry's plural forms."""
    catalog = Dateless(fuzzy=False, charset="utf-8")
    catalog.mime_headers = [("Language", to_locale(code.lower())), ("Plural-Forms", language(code).plural)]
    return catalog


def read(path: Path) -> Catalog:
    """A catalogue from its file."""
    with path.open("rb") as source:
        held = read_po(source)
    catalog = Dateless(fuzzy=False, charset="utf-8")
    catalog.mime_headers = [pair for pair in held.mime_headers if pair[0] in HEADERS]
    for each in held:
        if each.id:
            catalog.add(each.id, each.string, each.locations, each.flags, context=each.context)
    return catalog


def update(room: Room, code: str) -> int:
    """Bring one catalogue up to date; how many of its messages wait for words."""
    path = room.po(code)
    before = read(path) if path.exists() else begun(code)
    catalog = begun(code)
    for message in messages_of(room, code):
        context, one = message.key
        old = before.get(one, context)
        both = (one, message.plural) if message.plural else one
        places = [(name, 0) for name in message.files]
        catalog.add(both, old.string if old and type(old.id) is type(both) else None, places, context=context)
    if len(catalog) == 0:
        return 0
    note = path.read_text().partition("msgid")[0] if path.exists() else "" if code in WHOLE else UNCHECKED
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(note + written(catalog), encoding="utf-8")
    return sum(1 for message in ours(catalog) if not all(strings(message)))


def written(catalog: Catalog) -> str:
    """A catalogue as text, without line numbers, which change with every line of code."""
    out = io.BytesIO()
    write_po(out, catalog, omit_header=False, include_lineno=False, width=110)
    text = out.getvalue().decode()
    return text[text.index('msgid ""') :]


def compiled(catalog: Catalog) -> bytes:
    """A catalogue as gettext reads it."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def ours(catalog: Catalog) -> list[Message]:
    """Its messages, without the header."""
    return [message for message in catalog if message.id]


def strings(message: Message) -> tuple[str, ...]:
    """The translations of a message: one, or one for each plural form."""
    said = message.string
    return (said or "",) if isinstance(said, str) or said is None else tuple(str(each) for each in said)


def english(message: Message) -> tuple[str, ...]:
    """The English of a message: one, or singular and plural."""
    return (message.id,) if isinstance(message.id, str) else tuple(str(each) for each in message.id)


def check(room: Room, code: str) -> Iterator[str]:
    """What is wrong with one catalogue."""
    path, expected = room.po(code), messages_of(room, code)
    if not path.exists():
        if expected:
            yield f"{len(expected)} messages and no catalogue"
        return
    catalog = read(path)
    held = {(message.context, english(message)[0]): message for message in ours(catalog)}
    for found in expected:
        if found.key not in held:
            yield f"not in the catalogue: {found.key[1]!r}"
    for gone in held.keys() - {found.key for found in expected}:
        yield f"no longer in the code: {gone[1]!r}"
    for message in held.values():
        yield from faults(message)
    if language(code).plural not in dict(catalog.mime_headers)["Plural-Forms"] + ";":
        yield "its plural forms are not the registry's"
    mo = path.with_suffix(".mo")
    if not mo.exists() or mo.read_bytes() != compiled(catalog):
        yield "its .mo is not made from it"


def faults(message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    sources, targets = english(message), strings(message)
    if not all(targets):
        yield f"no words for {sources[0]!r}"
        return
    if message.fuzzy:
        yield f"marked fuzzy: {sources[0]!r}"
    allowed = sorted(PLACEHOLDER.findall(sources[-1]))
    for target in targets:
        held = sorted(PLACEHOLDER.findall(target))
        if held != allowed and (len(sources) == 1 or not set(held) <= set(allowed)):
            yield f"placeholders differ: {sources[0]!r} – {target!r}"


def chosen(names: Iterable[str]) -> list[Room]:
    """The rooms of these names; all when none is given."""
    every = {room.name: room for room in rooms()}
    if unknown := set(names) - every.keys():
        raise SystemExit(f"No such room: {', '.join(sorted(unknown))}. Rooms: {', '.join(every)}.")
    return [every[name] for name in names] or list(every.values())


def run_update(picked: list[Room], more: list[str]) -> int:
    """`update`: Finnish, Swedish, the languages that are there, and those asked for."""
    for room in picked:
        for code in dict.fromkeys([*WHOLE, *room.languages(), *more]):
            waiting = update(room, code)
            print(f"{room.name} {code}: {waiting or 'none'} waiting")
    return 0


def run_compile(picked: list[Room]) -> int:
    """`compile`: every .mo from its .po."""
    for path in (room.po(code) for room in picked for code in room.languages()):
        path.with_suffix(".mo").write_bytes(compiled(read(path)))
    return 0


def disagreements(picked: list[Room]) -> Iterator[str]:
    """One English message with two translations: Django would show one of them in both rooms."""
    seen: dict[tuple[str, Key], tuple[str, tuple[str, ...]]] = {}
    for room in picked:
        for code in room.languages():
            for message in ours(read(room.po(code))):
                key = (code, (message.context, english(message)[0]))
                first, words = seen.setdefault(key, (room.name, strings(message)))
                if words != strings(message):
                    yield f"{room.name} {code}: {key[1][1]!r} is {strings(message)} here and {words} in {first}"


def run_check(picked: list[Room]) -> int:
    """`check`: one line a fault."""
    said = [
        f"{room.name} {code}: {fault}"
        for room in picked
        for code in dict.fromkeys([*WHOLE, *room.languages()])
        for fault in check(room, code)
    ] + list(disagreements(picked))
    print("\n".join(said) or f"{len(picked)} rooms: nothing missing")
    return 1 if said else 0


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description="Catalogues of the interface.")
    parser.add_argument("command", choices=("update", "compile", "check"))
    parser.add_argument("rooms", nargs="*", help="names of rooms; all when none is given")
    parser.add_argument("--in", dest="languages", default="", help="with update: more languages, by commas")
    asked = parser.parse_args(arguments)
    picked = chosen(asked.rooms)
    if asked.command == "update":
        return run_update(picked, [language(code).code for code in asked.languages.split(",") if code])
    return run_compile(picked) if asked.command == "compile" else run_check(picked)


if __name__ == "__main__":
    sys.exit(main())
