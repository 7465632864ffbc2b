"""How the understanding stands, and at what pace."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from django.db.models import Count
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.loop import Progress, State, Task
from kuultu.loop.rounds.models import Ending, Round
from kuultu.loop.statements.models import Coding, Theme
from kuultu.loop.statements.queries.lists import not_checked, statements_of, uncoded, untranslated, waiting
from kuultu.loop.statements.queries.reports import not_lifted

# Cards are written, read by the organisations and frozen in the three weeks before the decision event.
CARDS_TAKE = timedelta(weeks=3)
# Below this many placed statements a pace says nothing.
FEW = 10


@dataclass(frozen=True, slots=True)
class Pace:
    """How many statements have a theme, of how many, and the day on which the rest is done at last week's pace."""

    done: int
    of: int
    ready_on: date | None = None

    @property
    def percent(self) -> int:
        """0–100, for the bar."""
        return round(100 * self.done / self.of) if self.of else 0


def pace(round: Round, now: datetime) -> Pace:
    """The pace of the last seven days. No forecast before ten statements have been placed in them."""
    of = statements_of(round).count()
    left = uncoded(round).count()
    themes = list(Theme.objects.filter(round=round).values_list("pk", flat=True))
    week = Coding.objects.filter(theme__in=themes, at__gt=now - timedelta(days=7), at__lte=now)
    placed = week.values("statement").distinct().count()
    if not left or placed < FEW:
        return Pace(of - left, of)
    return Pace(of - left, of, (now + timedelta(days=ceil(7 * left / placed))).date())


def progress(round: Round, now: datetime) -> Progress:
    """Reports to lift, texts to translate and to check, statements without a theme."""
    reports = not_lifted(round)
    statements = statements_of(round).count()
    if not statements and not reports:
        return Progress(State.AHEAD, _("waits for the first report"))
    left = uncoded(round).count()
    tasks = [] if round.ending != Ending.OPEN else _tasks(round, len(reports), left)
    if left or not statements:
        says = format_lazy(_("{done} of {all} statements have a theme"), done=statements - left, all=statements)
        return Progress(State.NOW if tasks else State.DONE, says, tuple(tasks))
    themes = Theme.objects.filter(round=round).count()
    return Progress(
        State.NOW if tasks else State.DONE,
        format_lazy(
            "{}, {}",
            ngettext_lazy("%d statement", "%d statements", statements) % statements,
            ngettext_lazy("%d theme", "%d themes", themes) % themes,
        ),
        tuple(tasks),
    )


def _tasks(round: Round, reports: int, left: int) -> list[Task]:
    due = _due(round)
    return [task for task in (_lift(round, reports, due), *_words(round, due), _code(round, left, due)) if task]


def _lift(round: Round, reports: int, due: date | None) -> Task | None:
    if not reports:
        return None
    return Task(
        ngettext_lazy("Lift the statements out of %d report", "Lift the statements out of %d reports", reports)
        % reports,
        _("A delivered report has answers that are not statements yet."),
        _("Lift"),
        at("statements:lift", round.code),
        due,
    )


def tasks_for(actor: Actor, round: Round, now: datetime) -> list[Task]:
    """The next things of whoever is asking: the municipality's, or those of an organisation's own events."""
    if actor.has(Role.COORDINATOR, Role.ANALYST):
        return [task for task in progress(round, now).tasks if task.role == Role.COORDINATOR]
    if round.ending != Ending.OPEN:
        return []
    own = (("translation", _translate), ("check", _check))
    counted = [(make, waiting(actor, round, what).count()) for what, make in own]
    return [make(round, number, _due(round), "organisation") for make, number in counted if number]


def _due(round: Round) -> date | None:
    return round.decides_on - CARDS_TAKE if round.decides_on else None


def _words(round: Round, due: date | None) -> list[Task]:
    """Translations are made by the municipality, and checked by the organisation that knows the language."""
    found = [_translate(round, number, due)] if (number := untranslated(round).count()) else []
    waiting_by = not_checked(round).prefetch_related(None).order_by("event__organisation__name")
    by_arranger = waiting_by.values_list("event__organisation__name").annotate(number=Count("pk"))
    for name, number in by_arranger:
        found.append(_check(round, number, due, "organisation" if name else "coordinator", name or ""))
    return found


def _translate(round: Round, number: int, due: date | None, role: str = "coordinator") -> Task:
    return Task(
        ngettext_lazy("Translate %d statement", "Translate %d statements", number) % number,
        _("They have no words in your working language yet."),
        _("Translate"),
        f"{at('statements:overview', round.code)}?waiting=translation",
        due,
        role,
    )


def _check(round: Round, number: int, due: date | None, role: str, who: str = "") -> Task:
    what = ngettext_lazy("Check %d translation", "Check %d translations", number) % number
    return Task(
        format_lazy("{}: {}", who, what) if who else what,
        _("An unchecked translation carries a mark wherever it is shown."),
        _("Check"),
        f"{at('statements:overview', round.code)}?waiting=check",
        due,
        role,
    )


def _code(round: Round, left: int, due: date | None) -> Task | None:
    if not left:
        return None
    return Task(
        ngettext_lazy("Give %d statement a theme", "Give %d statements a theme", left) % left,
        _("What is shared and what differs shows once statements stand under themes."),
        _("Give themes"),
        at("statements:coding", round.code),
        due,
    )
