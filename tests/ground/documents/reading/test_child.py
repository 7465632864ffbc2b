"""The child gives what a reading here gives, can do nothing else, and never takes its owner down with it."""

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import lxml
import pytest

import kuultu
from kuultu.ground.documents.reading.child import Reader, read
from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.documents.reading.refusals import Reason, Refused
from tests.ground.documents.reading.filled_forms import LANGUAGES, by_tag, filled, form_map
from tests.ground.documents.reading.heavy_files import HEAVY, heavy_file
from tests.ground.documents.reading.traps import every

MAP = form_map()


def status(process: int | None, name: str) -> str:
    return Path(f"/proc/{process}/{name}").read_text(encoding="utf-8")


def test_a_child_reads_what_is_read_here() -> None:
    data = filled("ti").file()
    assert read(data, MAP) == read_here(data, MAP)
    assert read(data) == read_here(data)


def test_one_child_reads_many_files() -> None:
    with Reader() as reader:
        reader.read(filled("fi").file(), MAP)
        first = reader.process_id
        for lang in LANGUAGES:
            form = filled(lang)
            assert by_tag(reader.read(form.file(), MAP)) == form.said
        assert reader.process_id == first
    assert reader.process_id is None


def test_a_child_refuses_traps_for_the_same_reasons() -> None:
    with Reader() as reader:
        for name, reason, data in every():
            with pytest.raises(Refused) as refused:
                reader.read(data, MAP)
            assert refused.value.reason is reason, name


def test_a_child_can_open_nothing_and_knows_nothing() -> None:
    with Reader() as reader:
        reader.read(filled("fi").file(), MAP)
        limits = status(reader.process_id, "limits")
        assert status(reader.process_id, "environ") == ""
        assert {Path(f"/proc/{reader.process_id}/fd/{n}").readlink().name.split(":")[0] for n in (0, 1)} == {"socket"}
        assert Path(f"/proc/{reader.process_id}/cwd").readlink() == Path("/")
    table = {line[:26].strip(): line[26:47].strip() for line in limits.splitlines()}
    assert table["Max open files"] == "0"
    assert table["Max file size"] == "0"
    assert table["Max processes"] == "0"
    assert int(table["Max address space"]) == 256 * 1024 * 1024
    assert table["Max cpu time"].isdecimal()


def test_a_child_never_loads_django() -> None:
    with Reader() as reader:
        reader.read(filled("fi").file(), MAP)
        maps = status(reader.process_id, "maps")
    assert "lxml" in maps
    assert "_sqlite3" not in maps
    assert "psycopg" not in maps


def test_a_killed_child_is_a_damaged_file_and_the_next_one_is_read() -> None:
    with Reader() as reader:
        reader.read(filled("fi").file(), MAP)
        os.kill(reader.process_id or 0, signal.SIGKILL)
        with pytest.raises(Refused) as refused:
            reader.read(filled("fi").file(), MAP)
        assert refused.value.reason is Reason.DAMAGED
        assert by_tag(reader.read(filled("ar").file(), MAP)) == filled("ar").said


def test_a_silent_child_is_ended_in_time() -> None:
    with Reader(seconds=0.3) as reader:
        reader.read(filled("fi").file(), MAP)
        stopped = reader.process_id or 0
        os.kill(stopped, signal.SIGSTOP)
        start = time.monotonic()
        with pytest.raises(Refused) as refused:
            reader.read(filled("fi").file(), MAP)
        assert time.monotonic() - start < 2
        assert refused.value.reason is Reason.TOO_SLOW
        assert not Path(f"/proc/{stopped}").exists()


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_takes_under_two_seconds_and_accounts_for_all(name: str) -> None:
    data = heavy_file(name)
    # The child has read nothing but forms; what the tests before this one left in memory is not its to sweep.
    gc.collect()
    gc.freeze()
    start = time.process_time()
    reading = read_here(data, MAP)
    took = time.process_time() - start
    gc.unfreeze()
    assert took < 2
    assert reading.visible == reading.accounted


@pytest.mark.parametrize("names", [list(HEAVY)[::4], pytest.param(list(HEAVY), marks=pytest.mark.slow)])
def test_heavy_files_stay_within_the_memory_of_a_child(names: list[str]) -> None:
    most = 0
    with Reader(seconds=20) as reader:
        for name in names:
            reader.read(heavy_file(name), MAP)
            peak = status(reader.process_id, "status").partition("VmHWM:")[2].split()[0]
            most = max(most, int(peak) // 1024)
    print(f"most memory of a child: {most} MB")
    assert most <= 256


def test_the_reader_needs_nothing_but_lxml_and_the_standard_library() -> None:
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]; import kuultu.ground.documents.reading.worker; "
        "print(*sorted({name.partition('.')[0] for name in sys.modules} - set(sys.stdlib_module_names)))"
    )
    places = [str(Path(kuultu.__file__).parents[1]), str(Path(lxml.__file__).parents[1])]
    out = subprocess.run([sys.executable, "-I", "-S", "-c", code, *places], capture_output=True, text=True, check=True)
    others = {name for name in out.stdout.split() if "cython" not in name and name != "__main__"}
    assert others == {"kuultu", "lxml"}
