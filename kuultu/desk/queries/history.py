"""What has happened in a round, told from the audit: who as what, did what, when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import Q, QuerySet

from kuultu.desk.queries.evidence.whole import evidence_href
from kuultu.desk.verbs import said
from kuultu.ground.audit.models import Entry
from kuultu.ground.languages.dates import HELSINKI
from kuultu.ground.municipalities.scope import current
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Person, Role
from kuultu.loop import PATH
from kuultu.loop.cards.models import Card
from kuultu.loop.measures.models import Measure
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Statement

PAGE = 100
LISTED = 8
OF_MEASURES = {"checkup", "finding"}
# Rows of these tables have a short code of their own; of others the audit kept a code where there is one.
CODED: dict[str, Callable[[], QuerySet[Any]]] = {
    "statement": lambda: Statement.objects.select_related("event"),
    "card": Card.objects.all,
    "measure": Measure.objects.all,
}


@dataclass(frozen=True)
class Line:
    """One thing that happened, or several times the same by the same hand. `at`: the last of them.

    `who`: the role, and for the coordinator the name where there is an account. `codes`: short code and its evidence,
    the first few; `has_more`: there are others.
    """

    at: datetime
    who: str
    verb: str
    times: int
    codes: list[tuple[str, str]]
    has_more: bool

    @property
    def day(self) -> date:
        """In Finland."""
        return self.at.astimezone(HELSINKI).date()


@dataclass(frozen=True)
class History:
    """A stretch of it, newest first. `before`: the entry after which the next older stretch begins, 0 at the end."""

    lines: list[Line]
    before: int


def history_of(actor: Actor, round: Round, stage: str = "", before: int = 0) -> History:
    """The newest lines, of one stage (the key of its knot) where it is named, older than entry `before` if given."""
    entries = Entry.objects.filter(municipality=current(), round_id=round.pk).order_by("-at", "-pk")
    if rooms := next((knot.rooms for knot in PATH if knot.key == stage), ()):
        entries = entries.filter(room__in=rooms)
    if before and (last := entries.filter(pk=before).first()):
        entries = entries.filter(Q(at__lt=last.at) | Q(at=last.at, pk__lt=last.pk))
    found = list(entries[: PAGE + 1])
    shown = found[:PAGE]
    names = _names(shown) if actor.has(Role.COORDINATOR) else {}
    codes = _codes(shown)
    runs = [list(run) for _key, run in groupby(shown, lambda entry: (entry.person_id, entry.role, entry.verb))]
    lines = [_line(run, round, names, codes) for run in runs]
    return History(lines, shown[-1].pk if len(found) > PAGE else 0)


def _line(run: list[Entry], round: Round, names: Mapping[int, str], codes: Mapping[tuple[str, str], str]) -> Line:
    first = run[0]
    role = str(Role(first.role).label) if first.role in Role.values else first.role
    name = names.get(first.person_id or 0)
    who = f"{name} ({role})" if name else f"{role[:1].upper()}{role[1:]}"
    own = [codes.get((entry.kind, entry.object_id), "") for entry in run]
    told = [_code(round, code, entry) for code, entry in zip(own, run, strict=True)]
    once = list(dict.fromkeys(each for each in told if each[0]))
    return Line(first.at, who, said(first.verb), len(run), once[:LISTED], len(once) > LISTED)


def _code(round: Round, own: str, entry: Entry) -> tuple[str, str]:
    """Its own code, or that of the measure it looked at, with the evidence; else what the audit kept."""
    code = own or _kept(entry)
    return code, evidence_href(round, code) if own or (code and entry.kind in OF_MEASURES) else ""


def _kept(entry: Entry) -> str:
    """The code that the audit kept itself: of an event, or of something that is gone."""
    return str(entry.facts.get("code", "")) if entry.kind != "decisionevent" else ""


def _names(entries: list[Entry]) -> dict[int, str]:
    people = {entry.person_id for entry in entries if entry.person_id}
    return dict(Person.objects.filter(pk__in=people).values_list("pk", "name"))


def _codes(entries: list[Entry]) -> dict[tuple[str, str], str]:
    """(kind, id) → short code within the round, for what still exists; a question for each kind that occurs."""
    found: dict[tuple[str, str], str] = {}
    for kind, rows in CODED.items():
        if ids := {entry.object_id for entry in entries if entry.kind == kind}:
            found |= {(kind, str(row.pk)): str(row) for row in rows().filter(pk__in=ids)}
    return found
