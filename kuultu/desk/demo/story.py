"""What the demo tells: the TOML files and the scribes' filled forms in `demo/`."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import Any

from kuultu.ground.languages.dates import HELSINKI

PACKAGE = Path(__file__).resolve().parent.parent.parent
# In a checkout the folder lies beside the package, in a wheel inside it.
FOLDERS = (PACKAGE / "demo", PACKAGE.parent / "demo")


type Told = dict[str, Any]
"""A table of the story's TOML."""


class NoStory(Exception):
    """The demo's files are not where they belong."""


def folder() -> Path:
    """Where the demo's files lie."""
    for each in FOLDERS:
        if (each / "round.toml").is_file():
            return each
    raise NoStory("The files of the demo are missing from this installation.")


@dataclass(frozen=True)
class Story:
    """The demo's content, read once."""

    folder: Path

    @cached_property
    def plan(self) -> Told:
        """round.toml"""
        return _read(self.folder / "round.toml")

    @cached_property
    def told(self) -> Told:
        """story.toml"""
        return _read(self.folder / "story.toml")

    def report(self, code: str) -> Told:
        """What the scribe of an event wrote, as data: the form itself is `form`."""
        return _read(self.folder / "reports" / f"{code}.toml")

    def form(self, code: str) -> bytes:
        """The filled Word form of an event."""
        [file] = sorted((self.folder / "forms").glob(f"*-{code}-*.docx"))
        return file.read_bytes()

    @property
    def events(self) -> list[Told]:
        """The events in the order in which they were held."""
        return sorted(self.plan["events"], key=lambda event: event["starts_at"])


def at_noon(day: date) -> datetime:
    """A day of the story as a moment: noon in Finland."""
    return datetime.combine(day, time(12), HELSINKI).astimezone(UTC)


def local(moment: datetime) -> datetime:
    """A local time of the story, with its zone."""
    return moment.replace(tzinfo=HELSINKI).astimezone(UTC)


def _read(file: Path) -> Told:
    return tomllib.loads(file.read_text(encoding="utf-8"))
