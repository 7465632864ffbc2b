"""`kuultu backup FILE` and `kuultu backup --restore FILE`: everything, from any engine to any engine."""

import hashlib
import json
import os
import tempfile
import zipfile
import zlib
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.serializers import serialize

from kuultu import __version__
from kuultu.desk.management.commands.serve import refuse_newer_database

# Sessions and counters of failed sign-ins belong to a running server, not to a backup.
LEFT_OUT = ["sessions", "axes", "contenttypes", "auth"]


class Command(BaseCommand):
    """Write or restore a backup."""

    help = "Write everything into one zip file, or put it back into an empty database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the zip file to write, or to read with --restore")
        parser.add_argument("--restore", action="store_true", help="put the backup into the (empty) database")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fails with a sentence when the file is damaged or the database is not empty."""
        refuse_newer_database()
        call_command("migrate", verbosity=0, interactive=False)
        if options["restore"]:
            rows = restore(options["file"])
            self.stdout.write(f"Restored {rows} rows from {options['file']}.")
        else:
            rows = write(options["file"])
            self.stdout.write(f"Wrote {rows} rows to {options['file']}.")


def write(target: Path) -> int:
    """One zip: rows as JSON lines, the secret key (links in letters stay valid), files, and a list of hashes."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.jsonl"
        with rows.open("w", encoding="utf-8") as out:
            dump(out)
        parts = {"rows.jsonl": rows.read_bytes(), "secret-key": settings.SECRET_KEY.encode()}
        media = Path(settings.MEDIA_ROOT)
        for file in sorted(media.rglob("*")) if media.is_dir() else []:
            if file.is_file():
                parts[f"files/{file.relative_to(media)}"] = file.read_bytes()
    manifest = {
        "version": __version__,
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()},
    }
    part = target.with_suffix(".part")
    with _own(part) as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("manifest.json", json.dumps(manifest, indent=1))
        for name, data in parts.items():
            out.writestr(name, data)
    part.replace(target)  # never a half-written backup under the right name
    return parts["rows.jsonl"].count(b"\n")


def dump(out: TextIO) -> None:
    """Every row of every table, past all scopes, one JSON object a line; link tables are tables like any other."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label in LEFT_OUT or not model._meta.managed or model._meta.proxy:
            continue
        names = [field.name for field in model._meta.concrete_fields]
        serialize("jsonl", model._base_manager.order_by("pk").iterator(), fields=names, stream=out)


def restore(source: Path) -> int:
    """Put everything back. Raises CommandError for a damaged file or a database with rows in it."""
    parts = read_checked(source)
    full = [m._meta.label for m in apps.get_models() if m.__module__.startswith("kuultu.") and _has_rows(m)]
    if full:
        raise CommandError(f"The database is not empty ({full[0]}). Restore into an empty one.")
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.jsonl"
        rows.write_bytes(parts["rows.jsonl"])
        call_command("loaddata", str(rows), verbosity=0)
    for name, data in parts.items():
        if name.startswith("files/"):
            target = Path(settings.MEDIA_ROOT) / name.removeprefix("files/")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    with _own(settings.DATA_DIR / "secret-key") as key:
        key.write(parts["secret-key"])
    return parts["rows.jsonl"].count(b"\n")


def read_checked(source: Path) -> dict[str, bytes]:
    """The parts of a backup whose every hash is right."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = json.loads(archive.read("manifest.json"))
            parts = {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, zlib.error) as error:
        raise CommandError(f"{source} is not a whole backup of Kuultu. Nothing was changed.") from error
    found = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
    if found != manifest.get("sha256") or not parts.keys() >= {"rows.jsonl", "secret-key"}:
        raise CommandError(f"{source} has been altered or is damaged. Nothing was changed.")
    if not all(name in {"rows.jsonl", "secret-key"} or _stays_inside(name) for name in parts):
        raise CommandError(f"{source} names files outside its folder. Nothing was changed.")
    return parts


def _stays_inside(name: str) -> bool:
    """Is it one of the files, and does it land in their folder?"""
    root = Path(settings.MEDIA_ROOT).resolve()
    rest = name.removeprefix("files/")
    return name.startswith("files/") and "\\" not in rest and root in (root / rest).resolve().parents


def _own(file: Path) -> BinaryIO:
    """A file that its owner alone may read, from its first byte on: a backup holds raw reports and the key."""
    with suppress(FileNotFoundError):
        file.unlink()
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _has_rows(model: Any) -> bool:
    return bool(model._base_manager.exists())
