"""`kuultu read-form FILE`: what a filled Word form says, as JSON. Nothing is written anywhere."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError

from kuultu.ground.documents.reading.child import Reader
from kuultu.ground.documents.reading.form_map import FormMap
from kuultu.ground.documents.reading.refusals import Refused
from kuultu.ground.documents.reading.result import Reading, reading_as_json
from kuultu.ground.municipalities.scope import scope
from kuultu.loop.materials.queries import form_map
from kuultu.loop.reports.refusals import sentence, warning
from kuultu.loop.rounds.queries import round_of_server

REFUSED = 2


class Command(BaseCommand):
    """Read one file and print it. Exit code 0, also when a person should look at something; 2 when it is not read."""

    help = "Print what a filled Word report form says, as JSON: event, language, answers, fields, what found no place."
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a filled form, saved as a Word document (.docx)")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            told = reading_as_json(_read(file.read_bytes()))
        except OSError as error:
            self._refuse(f"{file}: {error.strerror or 'it cannot be opened'}.")
        except Refused as refused:
            self._refuse(f"{file}: {sentence(refused.reason)}")
        else:
            for each in told["warnings"]:
                each["says"] = warning(each["code"], each["detail"])
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))

    def _refuse(self, says: str) -> None:
        """Say why on standard error, and end."""
        self.stderr.write(says)
        sys.exit(REFUSED)


def _read(data: bytes) -> Reading:
    """Once to learn whose form it is; again with that round's printed texts, if the round is on this server."""
    with Reader() as reader:
        first = reader.read(data)
        known = _map_of(first.event or "")
        return reader.read(data, known) if known else first


def _map_of(code: str) -> FormMap | None:
    """The printed texts of the round that an event's or a round's code belongs to."""
    try:
        if found := round_of_server(code.partition("-")[0].upper()):
            with scope(found.municipality):
                return form_map(found)
    except DatabaseError:  # no database yet: tags and bookmarks are enough to read by
        return None
    return None
