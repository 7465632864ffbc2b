"""`kuultu tidy`: delete what has had its time. `kuultu serve` does the same once a day."""

from typing import Any

from django.core.management.base import BaseCommand

from kuultu.desk.retention import tidy
from kuultu.ground.people.request import moment


class Command(BaseCommand):
    """Delete what has had its time."""

    help = "Delete names, contacts, links and single answers whose term has passed."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many rows went."""
        for name, rows in tidy(moment()).items():
            self.stdout.write(f"{name}: {rows}")
