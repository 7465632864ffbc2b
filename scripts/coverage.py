"""Writes docs/coverage.md: which texts there are in which language, and how far they have come.

python scripts/coverage.py           writes the page
python scripts/coverage.py --check   exit 1 when the page is not what the texts say
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

from babel.messages.pofile import read_po  # noqa: E402
from messages import Room, rooms  # noqa: E402

from kuultu.ground.languages.registry import CONTENT, Language  # noqa: E402
from kuultu.loop.materials.models import Kind  # noqa: E402
from kuultu.loop.materials.wording import SECTIONS, shipped  # noqa: E402

PAGE = ROOT / "docs" / "coverage.md"
SOURCE = "fi"
HEAD = """# Languages: what there is, and how far it has come

Made by `scripts/coverage.py` from the texts themselves. A cell says how many texts of a paper there are and their
state; *draft* means that no named reader who knows the language has checked them. **Pages** are the words that
residents, facilitators, scribes, decision-makers and owners of measures meet without an account; Finnish, Swedish and
English are complete on every page.
"""
PAPERS: dict[str, tuple[str, ...]] = {
    **{kind.value: sections for kind, sections in SECTIONS.items()},
    Kind.QUESTIONS.value: ("questions",),
    "decision event": ("invitation_decision",),
    "cards, answer, survey": ("card", "steps", "domains"),
}


def page() -> str:
    """The whole page."""
    return HEAD + "\n" + "\n".join(_table()) + "\n"


def _table() -> Iterator[str]:
    yield "| language | " + " | ".join(PAPERS) + " | pages |"
    yield "|---" * (len(PAPERS) + 2) + "|"
    for each in CONTENT.values():
        cells = [_paper(each.code, sections) for sections in PAPERS.values()]
        yield f"| {each.own} ({each.en}) | " + " | ".join(cells) + f" | {_pages(each)} |"


def _paper(code: str, sections: tuple[str, ...]) -> str:
    starts = tuple(f"{section}." for section in sections)
    source, ours = shipped(SOURCE), shipped(code)
    assert source is not None
    wanted = {key for key in source.texts if key.startswith(starts)}
    held = len(wanted & set(ours.texts)) if ours else 0
    if not held or ours is None:
        return "–"
    return f"{held} {ours.state.value}" if held == len(wanted) else f"{held} of {len(wanted)} {ours.state.value}"


def _pages(tongue: Language) -> str:
    if tongue.code == "en":
        return "source"
    held = wanted = 0
    for room in rooms():
        for filled in _filled(room, tongue.code):
            wanted, held = wanted + 1, held + filled
    return "all" if held == wanted else f"{held} of {wanted}"


def _filled(room: Room, code: str) -> Iterator[bool]:
    """Whether each message of a room's catalogue has a translation; nothing where it has none."""
    if not room.po(code).exists():
        return
    with room.po(code).open("rb") as source:
        yield from (all(message.string) for message in read_po(source) if message.id)


def main() -> int:
    """Write, or compare."""
    wanted = page()
    if "--check" in sys.argv[1:]:
        same = PAGE.exists() and PAGE.read_text() == wanted
        print("docs/coverage.md is up to date." if same else "docs/coverage.md: run scripts/coverage.py")
        return 0 if same else 1
    PAGE.write_text(wanted)
    print(f"{len(CONTENT)} languages in docs/coverage.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
