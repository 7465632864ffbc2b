"""Reading filled Word forms, against inflating and tokenising the same XML; a bomb, until it is refused."""

import io
import time
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from lxml import etree

from benchmarks.figure import Figure, against_floor
from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.documents.reading.refusals import Refused

FORMS = Path(__file__).resolve().parent.parent / "demo" / "forms"


def figures() -> Iterator[Figure]:
    """One form in Arabic script and one in Latin, read with no map of its questions; then a bomb."""
    for name in ("MAL26-D-fa-AF", "MAL26-F-fi"):
        data = (FORMS / f"{name}.docx").read_bytes()
        yield against_floor(f"form read, {name}", partial(read_here, data), partial(_tokens, data), times=20)
        yield _rate(name, data)
    yield _bomb()


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


def _rate(name: str, data: bytes) -> Figure:
    begun, times = time.perf_counter(), 40
    for _ in range(times):
        read_here(data, None)
    return Figure(f"forms read a second, {name}", times / (time.perf_counter() - begun), "/s")


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
