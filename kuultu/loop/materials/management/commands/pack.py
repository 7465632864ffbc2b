"""`kuultu pack ROUND --out DIR`: everything that is handed out at the round's discussions, a folder for each."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from kuultu.ground.municipalities.scope import scope
from kuultu.loop.materials.documents.files import Maker, files_of
from kuultu.loop.materials.queries import shelf_of
from kuultu.loop.rounds.models import EventState, Round
from kuultu.loop.rounds.queries import events_of, round_of_server


class Command(BaseCommand):
    """Write a round's packs. The same words give the same bytes."""

    help = "Write the papers of every discussion of a round: to change (docx, pptx) and to print (pdf)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("round", metavar="ROUND", help="the round's code, e.g. MAL26")
        parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="the folder to write into")

    def handle(self, *args: Any, round: str, out: Path, **options: Any) -> None:
        """Exit code 1 with a sentence when there is no such round or the folder cannot be written."""
        found = round_of_server(round.upper())
        if found is None:
            raise CommandError(f"There is no round {round} on this server.")
        with scope(found.municipality):
            files = _files(found)
            try:
                for name, make in tqdm(files, desc=found.code, unit="file", file=sys.stderr, disable=None):
                    target = out / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(make())
            except OSError as error:
                raise CommandError(f"{error.filename}: {error.strerror}.") from error
        self.stdout.write(f"{len(files)} files in {out}.")


def _files(round: Round) -> list[tuple[str, Maker]]:
    """Those of every discussion that is not cancelled. Scribes' codes are left out: each belongs to one scribe only."""
    shelf = shelf_of(round)
    packs = [shelf.pack(event) for event in events_of(round) if event.state != EventState.CANCELLED]
    return [each for pack in packs for each in files_of(pack, f"{pack.event.full_code}/")]
