"""`kuultu demo`: the demo municipality, its papers, its pages."""

import sys
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from kuultu.desk.demo.papers import papers, write
from kuultu.desk.demo.run import ACTS, cast_of, play, town_of
from kuultu.desk.demo.story import NoStory, Story, folder
from kuultu.desk.demo.visits import addresses
from kuultu.desk.management.commands.serve import refuse_newer_database
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.request import moment
from kuultu.loop import STAGES


class Command(BaseCommand):
    """Make the demo."""

    help = "Take the demo round through the stages; write its papers to a folder; serve it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--out", type=Path, metavar="DIR", help="write the round's papers into this folder")
        parser.add_argument("--until", metavar="STAGE", choices=STAGES, help=f"stop after a stage: {', '.join(STAGES)}")
        parser.add_argument("--serve", action="store_true", help="then serve it, and print a link for each role")
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit code 1 with a sentence when something stands in the way."""
        refuse_newer_database()
        call_command("migrate", verbosity=0, interactive=False)
        try:
            story = Story(folder())
        except NoStory as error:
            raise CommandError(str(error)) from error
        now = moment()
        town = town_of(story)
        if town is None:
            town = self.make(story, options["until"])
        elif options["until"]:
            raise CommandError("The demo is in this database already. Name an empty KUULTU_DATA_DIR to stop earlier.")
        with scope(town):
            if options["out"]:
                self.write_papers(town, options["out"], now)
            if options["serve"]:
                if options["port"] != 8000 or options["host"] != "127.0.0.1":
                    settings.SITE_URL = f"http://{options['host']}:{options['port']}"
                self.greet(town, now)
        if options["serve"]:
            call_command("serve", host=options["host"], port=options["port"])

    def make(self, story: Story, until: str | None) -> Municipality:
        """The round, stage by stage, with a bar."""
        last = _last_act(until)
        total = list(ACTS).index(last) + 1
        with tqdm(total=total, desc="The demo round", unit="stage", file=sys.stderr, disable=None) as bar:
            for stage in play(story, last):
                bar.set_postfix_str(stage)
                bar.update()
        town = town_of(story)
        assert town is not None
        return town

    def write_papers(self, town: Municipality, target: Path, now: datetime) -> None:
        """Every paper of the round, with a bar."""
        round = cast_of(town, now).the_round
        every = list(papers(round, now))
        for name, make in tqdm(every, desc="Its papers", unit="paper", file=sys.stderr, disable=None):
            write(target, name, make())
        self.stdout.write(f"{len(every)} papers in {target}.")

    def greet(self, town: Municipality, now: datetime) -> None:
        """Where to begin: one link for each role."""
        self.stdout.write("")
        for who, address in addresses(cast_of(town, now), now):
            self.stdout.write(f"  {who:<34} {address}")
        self.stdout.write("")


def _last_act(until: str | None) -> str:
    """The act to stop after: a stage without an act of its own counts to the one before it."""
    last = until or STAGES[-1]
    behind = STAGES[: STAGES.index(last) + 1]
    return next(stage for stage in reversed(behind) if stage in ACTS)
