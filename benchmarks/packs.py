"""Packs: everything that is handed out at nineteen discussions, one in each language, against the bare work.

The floor takes what was made: it deflates and lays together the same parts of every office file, and lets the
typesetter set the same data with the same templates again. Our part is what comes on top: words, layout, markup.
"""

import os
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from copy import copy
from typing import Any

os.environ["KUULTU_DATA_DIR"] = tempfile.mkdtemp()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kuultu.config.settings")

import django
from django.core.management import call_command

django.setup()

from benchmarks.documents import zip_floor  # noqa: E402
from benchmarks.figure import Figure  # noqa: E402
from kuultu.desk.demo.run import cast_of, play, town_of  # noqa: E402
from kuultu.desk.demo.story import Story, folder  # noqa: E402
from kuultu.ground.documents.pdf import maker, poster, press  # noqa: E402
from kuultu.ground.languages.registry import CONTENT  # noqa: E402
from kuultu.ground.municipalities.scope import scope  # noqa: E402
from kuultu.ground.people.request import moment  # noqa: E402
from kuultu.loop.materials.documents.files import files_of, zipped  # noqa: E402
from kuultu.loop.materials.pack import Pack  # noqa: E402
from kuultu.loop.materials.queries import shelf_of  # noqa: E402
from kuultu.loop.rounds.queries import the_event  # noqa: E402

SET: list[tuple[str, Any, Any]] = []  # what the typesetter was given


def packs() -> list[Pack]:
    """The demo's first discussion in every language."""
    story = Story(folder())
    for _stage in play(story, "materials"):
        pass
    town = town_of(story)
    assert town is not None
    with scope(town):
        shelf = shelf_of(cast_of(town, moment()).the_round)
        event = the_event(shelf.round, "A")
        made = []
        for code in CONTENT:
            one = copy(event)
            one.language = code
            made.append(shelf.pack(one))
        return made


def _noting(template: str, data: Any, *, timestamp: Any) -> bytes:
    SET.append((template, data, timestamp))
    return press.press(template, data, timestamp=timestamp)


def figures() -> Iterator[Figure]:
    """Seconds for all packs, the ratio to the floor, the share of each paper, the memory at its highest."""
    call_command("migrate", verbosity=0)
    every = packs()
    for pack in every[:1]:
        zipped(files_of(pack))  # fonts and templates are read once
    shares: dict[str, float] = defaultdict(float)
    made: list[tuple[str, bytes]] = []
    for module in (maker, poster):
        setattr(module, "press", _noting)  # noqa: B010
    begun = time.process_time()
    for pack in every:
        for name, make in files_of(pack):
            before = time.process_time()
            content = make()
            shares[name.split("-")[2].partition(".")[0] + name[name.rindex(".") :]] += time.process_time() - before
            made.append((name, content))
    ours = time.process_time() - begun
    for module in (maker, poster):
        setattr(module, "press", press.press)  # noqa: B010
    floors = [zip_floor(content) for name, content in made if name.endswith(("docx", "pptx"))]
    begun = time.process_time()
    for floor in floors:
        floor()
    for template, data, timestamp in SET:
        press.press(template, data, timestamp=timestamp)
    theirs = time.process_time() - begun
    yield Figure(f"{len(every)} packs, {len(made)} files", ours, "s CPU", theirs, ours / theirs, 5)
    yield Figure("packs a second", len(every) / ours, "1/s")
    yield Figure("bytes", sum(len(content) for _name, content in made) / 1e6, "MB")
    yield Figure("memory at its highest", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", reach=200)
    for name, spent in sorted(shares.items(), key=lambda each: -each[1]):
        yield Figure(f"share of {name}", 100 * spent / ours, "%")
