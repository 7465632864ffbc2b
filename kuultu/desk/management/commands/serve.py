"""`kuultu serve`: migrate, then serve on one port. Everything that a town hall needs, in one process group."""

from argparse import ArgumentParser
from threading import Thread
from time import sleep
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from kuultu.desk.retention import tidy
from kuultu.ground.people.request import moment


class Command(BaseCommand):
    """Serve Kuultu."""

    help = "Bring the database up to date and serve on http://HOST:PORT until stopped."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
        parser.add_argument("--workers", type=int, default=1, help="worker processes (1)")
        parser.add_argument("--threads", type=int, default=4, help="threads of a worker (4)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Returns when the server is stopped. Fails if the database is newer than this version."""
        refuse_newer_database()
        call_command("migrate", verbosity=0, interactive=False)
        tidy(moment())
        Thread(target=tidy_daily, daemon=True).start()
        self.stdout.write(f"Kuultu: http://{options['host']}:{options['port']}/")
        Server(
            "kuultu.config.wsgi:application",
            address=options["host"],
            port=options["port"],
            interface=Interfaces.WSGI,
            workers=options["workers"],
            blocking_threads=options["threads"],
            workers_kill_timeout=3,
            log_access=False,
            log_level=LogLevels.warning,
            websockets=False,
        ).serve()


def tidy_daily() -> None:
    """Once a day, for as long as the server runs, in the process that watches over the workers."""
    while True:
        sleep(24 * 3600)
        try:
            tidy(moment())
        finally:
            connection.close()


def refuse_newer_database() -> None:
    """An old version must not write into a database that a newer one has changed."""
    loader = MigrationLoader(connection)
    unknown = {key for key in loader.applied_migrations if key not in loader.disk_migrations}
    ours = sorted(f"{app}.{name}" for app, name in unknown if app in loader.migrated_apps)
    if ours:
        raise CommandError(
            f"This database was made by a newer Kuultu ({', '.join(ours)}). Install that version, or restore a backup."
        )
