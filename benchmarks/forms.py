"""Reading filled Word forms, against inflating and tokenising the same XML; a bomb, until it is refused."""

import io
import time
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from lxml import etree

from benchmarks.documents import STORY, a_form
from benchmarks.figure import Figure, against_floor, cpu_ms
from kuultu.ground.documents.docx import fill, to_docx
from kuultu.ground.documents.reading.form_map import FormMap
from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.documents.reading.refusals import Refused
from kuultu.loop.materials.form_map import map_of

FORMS = Path(__file__).resolve().parent.parent / "demo" / "forms"


def figures() -> Iterator[Figure]:
    """Forms of the demo in Arabic script and in Latin, read with no map of their questions; one of ten questions in
    two languages, every row filled in, read with its map; then a bomb."""
    for name in ("MAL26-D-fa-AF", "MAL26-F-fi"):
        yield from _read((FORMS / f"{name}.docx").read_bytes(), None, name)
    form = a_form(0)
    rows = [f"C{question}.{row}" for question in range(1, 11) for row in range(1, 5)]
    answers = {f"{row}.{column}": STORY[:90] for row in rows for column in "ot"} | {f"{row}.m": "+" for row in rows}
    yield from _read(fill(to_docx(form), answers), map_of([form], {}), "10 questions x 4 rows")
    yield _bomb()


def _read(data: bytes, form: FormMap | None, name: str) -> Iterator[Figure]:
    work = partial(read_here, data, form)
    yield against_floor(f"form read, {name}", work, partial(_tokens, data), times=20, reach=2)
    yield Figure(f"forms read a second of a core, {name}", 1000 / min(cpu_ms(work, 10) for _ in range(5)), "/s")


def _tokens(data: bytes) -> int:
    """The floor: inflate every part and pull every token of the XML among them."""
    count = 0
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        for info in opened.infolist():
            content = opened.read(info)
            if info.filename.endswith((".xml", ".rels")):
                for _event, _element in etree.iterparse(io.BytesIO(content), resolve_entities=False, no_network=True):
                    count += 1
    return count


def _bomb() -> Figure:
    """300 MB of nothing in a small file: milliseconds until it is refused."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 30_000_000)
    data, begun = out.getvalue(), time.perf_counter()
    try:
        read_here(data, None)
    except Refused:
        return Figure("a bomb is refused after", (time.perf_counter() - begun) * 1000, "ms")
    raise AssertionError("the bomb was read")
