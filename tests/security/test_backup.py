"""A backup that somebody else can read, or that somebody else has made."""

import hashlib
import json
import stat
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError
from pytest_django import Settings

from kuultu.desk.management.commands.backup import read_checked, restore, write
from kuultu.ground.municipalities.models import Municipality


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def made_by_somebody(folder: Path, **parts: bytes) -> Path:
    """A whole backup with every hash right, as anybody can make one."""
    whole = {"rows.jsonl": b"", "secret-key": b"k" * 50} | parts
    manifest = {"version": "0", "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in whole.items()}}
    file = folder / "evil.zip"
    with zipfile.ZipFile(file, "w") as out:
        out.writestr("manifest.json", json.dumps(manifest))
        for name, data in whole.items():
            out.writestr(name, data)
    return file


def test_only_its_owner_reads_a_backup(mallila: Municipality, tmp_path: Path) -> None:
    target = tmp_path / "kuultu.zip"
    (tmp_path / "kuultu.part").write_bytes(b"left over")
    (tmp_path / "kuultu.part").chmod(0o644)
    write(target)
    assert mode(target) == 0o600 and read_checked(target)["secret-key"]


def test_only_its_owner_reads_the_key_that_was_put_back(db: None, tmp_path: Path, settings: Settings) -> None:
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path / "data", tmp_path / "data" / "files"
    settings.DATA_DIR.mkdir()
    (settings.DATA_DIR / "secret-key").write_bytes(b"old")
    (settings.DATA_DIR / "secret-key").chmod(0o644)
    restore(made_by_somebody(tmp_path, **{"files/logo.png": b"x"}))
    assert mode(settings.DATA_DIR / "secret-key") == 0o600
    assert (settings.MEDIA_ROOT / "logo.png").read_bytes() == b"x"


@pytest.mark.parametrize(
    "name",
    ["files//{there}", "files/../../out", "files/a/../../../out", "/out", "../out", "files/..", "files/", "other",
     "files/..\\..\\out"],
)  # fmt: skip
def test_a_backup_writes_nothing_outside_its_folder(name: str, db: None, tmp_path: Path, settings: Settings) -> None:
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path / "data", tmp_path / "data" / "files"
    settings.DATA_DIR.mkdir()
    before = set(tmp_path.rglob("*"))
    evil = made_by_somebody(tmp_path, **{name.format(there=tmp_path / "out"): b"owned"})
    with pytest.raises(CommandError, match="outside its folder"):
        restore(evil)
    assert set(tmp_path.rglob("*")) == before | {evil}


def test_a_backup_without_a_key_is_not_whole(db: None, tmp_path: Path) -> None:
    file = tmp_path / "kuultu.zip"
    with zipfile.ZipFile(file, "w") as out:
        out.writestr("rows.jsonl", b"")
        out.writestr("manifest.json", json.dumps({"sha256": {"rows.jsonl": hashlib.sha256(b"").hexdigest()}}))
    with pytest.raises(CommandError, match="altered or is damaged"):
        restore(file)
