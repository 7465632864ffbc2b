"""Two thousand damaged files: each is read or refused, in time and in memory (research: trust N1)."""

import gc
import os
import time
from collections import Counter
from pathlib import Path

import pytest

from kuultu.ground.documents.reading.child import Reader
from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.documents.reading.refusals import Reason, Refused
from kuultu.ground.documents.reading.result import Reading
from tests.ground.documents.reading.filled_forms import LANGUAGES, filled, form_map
from tests.ground.documents.reading.mutants import mutant

MAP = form_map()
MANY = 2_000
SAMPLE = 100
SECONDS = 2.0
MEGABYTES = 256


@pytest.fixture(scope="module")
def good() -> list[bytes]:
    """Forms of ours, and files made by others where they are at hand."""
    shared = Path(os.environ.get("KUULTU_SHARED", Path(__file__).resolve().parents[5] / "shared"))
    others = sorted((shared / "samples" / "docx").glob("*.docx"))
    return [filled(lang).file() for lang in LANGUAGES] + [path.read_bytes() for path in others]


def outcome(data: bytes) -> Reading | Reason:
    try:
        return read_here(data, MAP)
    except Refused as refused:
        return refused.reason


def peak_megabytes(process: int) -> float:
    """The most memory a process ever had in use."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def test_no_damage_escapes_or_takes_long(good: list[bytes]) -> None:
    counts: Counter[str] = Counter()
    worst = 0.0
    for seed in range(MANY):
        data = mutant(seed, good)
        start = time.process_time()
        result = outcome(data)
        worst = max(worst, time.process_time() - start)
        if isinstance(result, Reading):
            assert result.visible == result.accounted, seed
        counts[result.value if isinstance(result, Reason) else "read"] += 1
        gc.collect(0)
    print(f"{MANY} mutants, worst {worst:.2f} s, {dict(counts)}")
    assert worst < SECONDS
    assert counts["read"] > MANY / 20
    assert counts["damaged"] > MANY / 20


def in_children(good: list[bytes], seeds: range) -> tuple[float, float]:
    """Longest time and greatest memory of reading mutants in a child; each gives what it gives here."""
    worst = most = 0.0
    with Reader() as reader:
        for seed in seeds:
            data = mutant(seed, good)
            start = time.monotonic()
            try:
                result: Reading | Reason = reader.read(data, MAP)
            except Refused as refused:
                result = refused.reason
            worst = max(worst, time.monotonic() - start)
            assert result is Reason.TOO_SLOW or result == outcome(data), seed
            if reader.process_id:
                most = max(most, peak_megabytes(reader.process_id))
    return worst, most


def test_a_child_reads_damaged_files_within_its_limits(good: list[bytes]) -> None:
    worst, most = in_children(good, range(0, MANY, MANY // SAMPLE))
    print(f"{SAMPLE} mutants in a child, worst {worst:.2f} s, {most:.0f} MB")
    assert worst < SECONDS + 1
    assert most <= MEGABYTES


@pytest.mark.slow
def test_children_read_every_damaged_file_within_their_limits(good: list[bytes]) -> None:
    worst, most = in_children(good, range(MANY))
    print(f"{MANY} mutants in a child, worst {worst:.2f} s, {most:.0f} MB")
    assert worst < SECONDS + 1
    assert most <= MEGABYTES
