"""What a page costs: an answer without a page, the sign-in page, a list of statements, against its template alone."""

import os
import tempfile
from collections.abc import Iterator
from functools import partial

os.environ["KUULTU_DATA_DIR"] = tempfile.mkdtemp()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kuultu.config.settings")

import django
from django.core.management import call_command

django.setup()

from django.template.loader import render_to_string  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks.figure import Figure, against_floor  # noqa: E402
from kuultu.desk.demo.run import cast_of, play, town_of  # noqa: E402
from kuultu.desk.demo.story import Story, folder  # noqa: E402
from kuultu.ground.municipalities.scope import scope  # noqa: E402
from kuultu.ground.people.request import moment  # noqa: E402
from kuultu.loop.rounds.queries import the_event  # noqa: E402


def figures() -> Iterator[Figure]:
    """Milliseconds of CPU a request, and the ratio to rendering the page's template with nothing asked of anybody."""
    call_command("migrate", verbosity=0)
    story = Story(folder())
    for _stage in play(story, "statements"):
        pass
    town = town_of(story)
    assert town is not None
    with scope(town):
        cast = cast_of(town, moment())
        event = the_event(cast.the_round, "A")
    person = cast.coordinator.person
    assert person is not None and event is not None
    browser = Client(SERVER_NAME="localhost", headers={"accept-language": "fi"})
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    floor = partial(render_to_string, "web/refused.html", {"reason": "x"})
    yield against_floor("an answer without a page (404)", partial(browser.get, "/static/none"), floor, times=40)
    for name, path in (("plan of a round", "rounds/"), ("50 statements of an event", "statements/A/"),
                       ("board of reports", "reports/")):  # fmt: skip
        address = f"/mallila/MAL26/{path}"
        assert browser.get(address).status_code == 200, address
        yield against_floor(name, partial(browser.get, address), floor, times=10, floor_times=100)
