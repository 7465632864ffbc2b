"""How the deciding stands: is the evening set up, who has answered, are there tables and a frozen deck?"""

from datetime import date, datetime, timedelta

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.ground.languages.dates import HELSINKI
from kuultu.ground.municipalities.addresses import at
from kuultu.loop import Progress, State, Task
from kuultu.loop.cards.models import Card
from kuultu.loop.cards.queries import deck_of
from kuultu.loop.decisions.models import DecisionEvent, Table
from kuultu.loop.decisions.queries.evening import event_of
from kuultu.loop.decisions.queries.people import replies_of
from kuultu.loop.decisions.queries.verdicts import verdicts_of
from kuultu.loop.rounds.models import Round

# Councillors' calendars fill early.
SET_UP_BEFORE = timedelta(weeks=8)
INVITE_BEFORE = timedelta(weeks=5)
REPLIES_BEFORE = timedelta(days=8)
TABLES_BEFORE = timedelta(days=2)
ON_THE_DAY = timedelta(hours=24)


def progress(round: Round, now: datetime) -> Progress:
    """What the desk shows of this room."""
    event = event_of(round)
    if event is None:
        return _not_set_up(round, now)
    if event.has_ended:
        number = verdicts_of(round).count()
        return Progress(State.DONE, ngettext_lazy("%d card decided on", "%d cards decided on", number) % number)
    replies = replies_of(event)
    says = (
        format_lazy(_("{answered} of {invited} replied"), answered=replies.answered, invited=replies.invited)
        if replies.invited
        else _("set up")
    )
    return Progress(State.NOW, says, tuple(tasks_of(event, now)))


def tasks_of(event: DecisionEvent, now: datetime) -> list[Task]:
    """What is to be done before and on the evening, the soonest first."""
    day = event.starts_at.astimezone(HELSINKI).date()
    if now >= event.starts_at - ON_THE_DAY and deck_of(event.round).frozen_at:
        return [_host_task(event, day)]
    found = [*_tasks_of_people(event, day), *_tasks_of_deck(event, day)]
    return found or [_host_task(event, day)]


def _not_set_up(round: Round, now: datetime) -> Progress:
    soon = round.decides_on is not None and now.date() >= round.decides_on - SET_UP_BEFORE
    if not soon and not Card.objects.filter(deck__round=round).exists():
        return Progress(State.AHEAD, _("ahead"))
    task = Task(
        _("Set up the decision event"),
        _("Book the place and the time early: elected officials' calendars fill first."),
        _("Set up"),
        at("decisions:set_up", round.code),
        due=round.decides_on - INVITE_BEFORE if round.decides_on else None,
    )
    return Progress(State.NOW, _("not set up yet"), (task,))


def _tasks_of_people(event: DecisionEvent, day: date) -> list[Task]:
    code, replies = event.round.code, replies_of(event)
    if not replies.invited:
        return [
            Task(
                _("Invite people to the decision event"),
                _("Elected officials, office-holders, organisations and the residents whose stories are read."),
                _("Invite"),
                at("decisions:people", code),
                due=day - INVITE_BEFORE,
            )
        ]
    found = []
    if replies.silent:
        number = replies.silent
        found.append(
            Task(
                ngettext_lazy("%d person has not replied", "%d people have not replied", number) % number,
                _("Ask them once more, then make the tables."),
                _("See who"),
                at("decisions:people", code),
                due=day - REPLIES_BEFORE,
            )
        )
    if not Table.objects.filter(decision_event=event).exists():
        found.append(
            Task(
                _("Make the tables"),
                _("Five to seven people at each, with every side at every table."),
                _("Make tables"),
                at("decisions:tables", code),
                due=day - TABLES_BEFORE,
            )
        )
    return found


def _tasks_of_deck(event: DecisionEvent, day: date) -> list[Task]:
    if deck_of(event.round).frozen_at:
        return []
    return [
        Task(
            _("Freeze the deck before the decision event"),
            _("The evening can begin only with a frozen deck: what the hall sees may not change."),
            _("Open the deck"),
            at("cards:deck", event.round.code),
            due=day - TABLES_BEFORE,
        )
    ]


def _host_task(event: DecisionEvent, day: date) -> Task:
    return Task(
        _("Host the decision event"),
        format_lazy(_("The join code is {code}. The host's page leads through the evening."), code=event.code),
        _("Host"),
        at("decisions:host", event.round.code),
        due=day,
    )
