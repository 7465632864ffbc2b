"""What to do next and who is waiting, collected from every room, and the sentence that opens the desk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.desk.queries.coming import Coming
from kuultu.desk.queries.path import Told
from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.web.moments import short_day
from kuultu.loop import Sentence, Task
from kuultu.loop.rounds.models import Ending, Round

# So many stand on the desk; the rest are behind a fold.
ON_THE_DESK = 5


@dataclass(frozen=True)
class Todo:
    """A row of the desk. `who`: the organisations it waits for, by name; empty for the reader."""

    what: Sentence
    why: Sentence
    button: Sentence
    href: str
    who: str = ""


@dataclass(frozen=True)
class Waiting:
    """What waits for the reader, the soonest first, and what for others."""

    mine: list[Todo]
    others: list[Todo]

    @property
    def first(self) -> list[Todo]:
        """What stands on the desk."""
        return self.mine[:ON_THE_DESK]

    @property
    def rest(self) -> list[Todo]:
        """What is behind the fold."""
        return self.mine[ON_THE_DESK:]


def waiting_for(actor: Actor, told: Told, today: date, more: Iterable[Task] = ()) -> Waiting:
    """`more`: tasks that a room gives to this actor alone. An organisation reads its own tasks and nobody else's."""
    every = sorted([task for each in told.values() for task in each.tasks], key=lambda task: task.due or date.max)
    staff = actor.has(Role.COORDINATOR, Role.ANALYST)
    mine = [task for task in every if _is_mine(task, actor, staff)]
    theirs = [task for task in every if staff and task not in mine and task.role == "organisation"]
    names = _names(theirs)
    wanted = sorted([*mine, *more], key=lambda task: task.due or date.max)
    return Waiting([_todo(task, today) for task in wanted], [_todo(task, today, names) for task in theirs])


def next_sentence(round: Round, waiting: Waiting, coming: list[Coming]) -> list[Sentence]:
    """What to do first, how much more there is, who else is waited for; where nothing waits, what comes next."""
    if waiting.mine:
        more = len(waiting.mine) - 1
        says: list[Sentence] = [format_lazy("{}.", waiting.mine[0].what)]
        if more:
            then = ngettext_lazy("After that, one more thing.", "After that, %(number)d more things.", more)
            says.append(then % {"number": more})
    else:
        says = [_nothing(round)]
    if waiting.others:
        says.append(_others(waiting.others))
    elif not waiting.mine and coming:
        says.append(format_lazy("{}: {}", coming[0].day, coming[0].says))
    return says


def _is_mine(task: Task, actor: Actor, staff: bool) -> bool:
    if staff:
        return task.role == "coordinator"
    return task.role == "organisation" and bool(task.organisations & actor.organisation_ids)


def _names(tasks: list[Task]) -> dict[int, str]:
    wanted = {each for task in tasks for each in task.organisations}
    return dict(Organisation.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def _todo(task: Task, today: date, names: Mapping[int, str] | None = None) -> Todo:
    who = ", ".join(sorted(names[each] for each in task.organisations if each in names)) if names else ""
    why: Sentence = task.why
    if task.due is not None and task.due < today:
        why = format_lazy("{} {}", why, format_lazy(_("It was due {day}."), day=short_day(task.due)))
    what = format_lazy("{}: {}", who, task.what) if who else task.what
    return Todo(what, why, task.button, task.href, who)


def _others(others: list[Todo]) -> Sentence:
    """Who has something to do, named when it is one."""
    number, names = len(others), {each.who for each in others}
    if len(names) == 1 and (name := names.pop()):
        says = ngettext_lazy("%(name)s has one thing to do.", "%(name)s has %(number)d things to do.", number)
        return says % {"name": name, "number": number}
    says = ngettext_lazy("One thing waits for others.", "%(number)d things wait for others.", number)
    return says % {"number": number}


def _nothing(round: Round) -> Sentence:
    if round.ending == Ending.OPEN:
        return _("Nothing waits for you now.")
    if round.ending == Ending.COLLECTED:
        return _("This round ended when it had collected.")
    return _("This round has ended with decisions.")
