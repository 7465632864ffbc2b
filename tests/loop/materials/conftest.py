"""A round that is being prepared: a Dari discussion of Leena's organisation, five days ahead."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.people.actor import Actor
from kuultu.loop.materials import wording
from kuultu.loop.materials.actions.questions import prepare_questions
from kuultu.loop.materials.models import QuestionSet
from kuultu.loop.rounds.models import AssignedRole, Assignment, Event, EventState, Round
from tests.factories import a_round, an_event

SOON = timedelta(days=5)


@pytest.fixture
def spring(in_mallila: Municipality, silta: Organisation, now: datetime) -> Round:
    """A round with the Dari discussion `D`."""
    round = a_round()
    an_event(round, silta, starts_at=now + SOON, state=EventState.PLANNED, contact_name="Samira",
             contact_phone="050 000 0202", rsvp_by=(now + timedelta(days=3)).date())  # fmt: skip
    return round


@pytest.fixture
def dari(spring: Round) -> Event:
    """The discussion, with its people."""
    event = Event.objects.select_related("round__municipality", "group", "organisation").get(round=spring)
    Assignment.objects.create(event=event, role=AssignedRole.FACILITATOR, first_name="Samira")
    Assignment.objects.create(event=event, role=AssignedRole.SCRIBE, first_name="Yusuf")
    return event


@pytest.fixture
def few_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Texts stand ready in Finnish and English only."""
    for code in ("fi", "en"):
        shutil.copy(wording.FOLDER / f"{code}.toml", tmp_path)
    monkeypatch.setattr(wording, "FOLDER", tmp_path)
    wording.shipped.cache_clear()
    yield
    wording.shipped.cache_clear()


@pytest.fixture
def asked(spring: Round, as_aino: Actor, now: datetime) -> QuestionSet:
    """The prepared questions."""
    return prepare_questions(spring, by=as_aino, now=now)
