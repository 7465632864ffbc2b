"""Writes docs/privacy.md: what is kept of whom, how much harm a leak would do, and for how long, from the register.

python scripts/privacy_record.py           writes the page
python scripts/privacy_record.py --check   exit 1 when the page is not what the register says
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kuultu.config.settings")

import django  # noqa: E402

django.setup()

from django.apps import apps  # noqa: E402
from django.db.models import Model  # noqa: E402

from kuultu.ground.privacy.register import REGISTER, FieldClass, class_of  # noqa: E402

PAGE = ROOT / "docs" / "privacy.md"
HEAD = """# What is kept, and for how long

Made by `scripts/privacy_record.py` from the field register (`kuultu/ground/privacy/register.py`, declared at every
table): change a declaration and make the page anew, never the page. It is the part of a record of processing
(GDPR 30) that the software can know; purposes, recipients and the controller are the municipality's to add.

| class | what it means |
|---|---|
| public | may be shown to everybody once it has been published |
| internal | for those who work with the round; also every key and every link between tables |
| personal | tells who somebody is or how to reach them |
| special | may show origin, religion, opinion or health (GDPR 9): what residents have said and chosen |
| secret | opens doors: password hashes, salts, tokens; never exported |
"""


def tables() -> list[type[Model]]:
    """The declared tables, in the order of the rooms."""
    return [model for model in apps.get_models() if model in REGISTER]


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_short(), *_rooms()])


def _short() -> Iterator[str]:
    """Where somebody could be recognised."""
    yield "## Where somebody could be recognised\n"
    yield "| table | personal | special | kept |\n|---|---|---|---|"
    for model in tables():
        personal, special = _named(model, FieldClass.PERSONAL), _named(model, FieldClass.SPECIAL)
        if personal or special:
            yield f"| `{model._meta.label}` | {personal} | {special} | {REGISTER[model].keep.value} |"
    yield ""


def _rooms() -> Iterator[str]:
    room = ""
    for model in tables():
        if model._meta.app_label != room:
            room = model._meta.app_label
            yield f"## {room}\n"
        yield f"### {model.__name__}\n"
        yield f"{_what(model)} Term: {REGISTER[model].keep.value}.\n"
        yield "| class | fields |\n|---|---|"
        yield from (f"| {kind.value} | {named} |" for kind in FieldClass if (named := _named(model, kind)))
        yield ""


def _what(model: type[Model]) -> str:
    """The first paragraph of the table's docstring."""
    return " ".join((model.__doc__ or "").partition("\n\n")[0].split())


def _named(model: type[Model], kind: FieldClass) -> str:
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return ", ".join(f"`{field.name}`" for field in fields if class_of(model, field.name) == kind)


def main() -> int:
    """Write, or compare."""
    wanted = page()
    if "--check" in sys.argv[1:]:
        same = PAGE.exists() and PAGE.read_text() == wanted
        print("docs/privacy.md is up to date." if same else "docs/privacy.md: run scripts/privacy_record.py")
        return 0 if same else 1
    PAGE.write_text(wanted)
    print(f"{len(tables())} tables in docs/privacy.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
