"""How fast a filled form is read: as a multiple of what unpacking and parsing it costs anyway, and in forms a second.

The multiple is asserted, since it holds on a busy machine too; the figures are printed (research: documents,
"Throughput to ask of the project").
"""

import io
import time
import zipfile
from collections.abc import Callable

from lxml import etree

from kuultu.ground.documents.reading.here import read_here
from tests.ground.documents.reading.filled_forms import filled, form_map
from tests.ground.documents.reading.our_forms import our_filled_form, our_map


def seconds(work: Callable[[], object], times: int = 30) -> float:
    """The least processor time of one go: what the work costs when nothing else gets in its way."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def floor(data: bytes) -> object:
    """Unpack and parse the document part, and no more."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def report(what: str, data: bytes, read: float, least: float) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    print(
        f"{what}: {1 / read:.0f} forms/s, {read * 1000:.1f} ms, {read / least:.1f} x parse, {size / 1000:.0f} kB of XML"
    )


def test_a_long_form_of_ours_costs_a_few_times_its_parsing() -> None:
    data, known = our_filled_form("ar", 12), our_map("ar", 12)
    assert len(read_here(data, known).answers) == 48
    read, least = seconds(lambda: read_here(data, known)), seconds(lambda: floor(data))
    report("12 questions, 4 rows each", data, read, least)
    assert read < 10 * least


def test_a_short_form_costs_a_few_times_its_parsing() -> None:
    data, known = filled("ar").file(), form_map()
    read, least = seconds(lambda: read_here(data, known)), seconds(lambda: floor(data))
    report("3 questions, 4 rows each", data, read, least)
    assert read < 16 * least
