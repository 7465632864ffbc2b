"""Writes docs/permissions.md: who may do what, and when, from the rules themselves.

python scripts/permissions.py           writes the page
python scripts/permissions.py --check   exit 1 when the page is not what the rules say
"""

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kuultu.config.settings")

import django  # noqa: E402

django.setup()

from django.utils import translation  # noqa: E402

from kuultu.ground.people.models import Role  # noqa: E402
from kuultu.ground.people.rules import RULES, Rule  # noqa: E402
from kuultu.loop import STAGES  # noqa: E402

PAGE = ROOT / "docs" / "permissions.md"
HEAD = """# Who may do what

Made by `scripts/permissions.py` from the rules (`rules.py` of every room): change a rule and make the page anew, never
the page. A rule is asked twice, to draw a button and to do the deed, and is written once. Whoever is of another
municipality, or must not know that a thing exists, is told that there is no such page (404); a colleague with another
role reads who may; a No by the state of things says why and what to do.

*The system* is Kuultu itself: the demo, and jobs that nobody starts by hand. Scribes, facilitators, owners and the
people in the hall have no account: a link or a code is bound to one event, measure or evening.
"""


def load() -> None:
    """Import every module that declares rules."""
    for file in sorted((ROOT / "kuultu").rglob("*.py")):
        if file.name in {"rules.py", "who.py"} and "@rule(" in file.read_text():
            import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))


def page() -> str:
    """The whole page."""
    load()
    with translation.override("en"):
        return "\n".join([HEAD, *_rooms()])


def _rooms() -> Iterator[str]:
    by_room: dict[str, list[Rule]] = {}
    for rule in RULES:
        by_room.setdefault(rule.room, []).append(rule)
    order = [*STAGES, *sorted(by_room.keys() - set(STAGES))]
    for room in (each for each in order if each in by_room):
        yield f"## {room}\n"
        yield "| rule | may | who | when |\n|---|---|---|---|"
        yield from (_row(rule) for rule in by_room[room])
        yield ""


def _row(rule: Rule) -> str:
    roles = ", ".join(str(role.label) for role in Role if role in rule.roles)
    return "| " + " | ".join([f"`{rule.name}`", *map(_cell, (rule.does, roles, rule.condition))]) + " |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> int:
    """Write, or compare."""
    wanted = page()
    if "--check" in sys.argv[1:]:
        same = PAGE.exists() and PAGE.read_text() == wanted
        print("docs/permissions.md is up to date." if same else "docs/permissions.md: run scripts/permissions.py")
        return 0 if same else 1
    PAGE.write_text(wanted)
    print(f"{len(RULES)} rules in docs/permissions.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
