"""What is coming in a round, in the order of days."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from babel.dates import format_date
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kuultu.ground.languages.dates import HELSINKI, clock, day_and_month
from kuultu.ground.languages.registry import Language
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.ground.web.context import page_language
from kuultu.loop import Sentence
from kuultu.loop.decisions.queries import event_of, replies_of
from kuultu.loop.followup.models import Checkup
from kuultu.loop.rounds.models import Event, EventState, Order, OrderState, Round
from kuultu.loop.rounds.queries import events_for, unmanned

MOST = 7


@dataclass(frozen=True)
class Coming:
    """A day ahead and what happens on it. `href` where there is a page that the reader may open; `day` in words."""

    on: date
    says: Sentence
    href: str = ""
    day: str = ""


def coming_in(actor: Actor, round: Round, now: datetime) -> list[Coming]:
    """From today on, the soonest first: discussions, orders, the round's own days, the decision event, checkups.

    An organisation sees its own discussions and orders, and the days that are everybody's.
    """
    today = now.astimezone(HELSINKI).date()
    staff = actor.has(Role.COORDINATOR, Role.ANALYST)
    found = [*_events(actor, round), *_orders(actor, round, staff), *_evening(round, staff), *_days(round)]
    if staff:
        found += _checkups(round)
    ahead = sorted((each for each in found if each.on >= today), key=lambda each: each.on)[:MOST]
    return [replace(each, day=day_in_words(each.on, today)) for each in ahead]


def day_in_words(day: date, today: date) -> str:
    """Weekday, day and month as a heading, "Torstai 26. maaliskuuta"; the year where it is another."""
    here: Language = page_language()
    weekday = format_date(day, "cccc", locale=here.locale)
    year = f" {day.year}" if day.year != today.year else ""
    return f"{weekday[:1].upper()}{weekday[1:]} {day_and_month(day, here.code)}{year}"


def _events(actor: Actor, round: Round) -> Iterator[Coming]:
    here = page_language().code
    events = list(events_for(actor, round).filter(state=EventState.PLANNED))
    lacking = {event.pk for event in unmanned(events)}
    for event in events:
        begins = event.starts_at.astimezone(HELSINKI)
        where = f"{event.place}, {clock(begins, here)}" if event.place else clock(begins, here)
        says = format_lazy("{} · {}", _named(event, here), where)
        if event.pk in lacking:
            says = format_lazy("{}. {}", says, _("Facilitator or scribe not named yet."))
        yield Coming(begins.date(), says, at("rounds:event", round.code, event.code))


def _named(event: Event, here: str) -> Sentence:
    return format_lazy(_("Discussion in {language}"), language=event.tongue.named_in(here))


def _orders(actor: Actor, round: Round, staff: bool) -> Iterator[Coming]:
    orders = Order.objects.filter(round=round, state=OrderState.ACCEPTED).select_related("organisation")
    for order in orders if staff else orders.filter(organisation_id__in=actor.organisation_ids):
        says = format_lazy(_("Reports are due from {name}"), name=order.organisation.name)
        yield Coming(order.due_on, says, at("rounds:order", round.code, order.pk))


def _evening(round: Round, staff: bool) -> Iterator[Coming]:
    event = event_of(round)
    if event is None:
        if round.decides_on:
            yield Coming(round.decides_on, _("Decision event"), at("decisions:overview", round.code) if staff else "")
        return
    if event.has_ended:
        return
    begins = event.starts_at.astimezone(HELSINKI)
    says = format_lazy("{} · {}, {}", _("Decision event"), event.place, clock(begins, page_language().code))
    if staff and (replies := replies_of(event)).invited:
        told = _("{answered} of {invited} invited have replied.")
        says = format_lazy("{}. {}", says, format_lazy(told, answered=replies.answered, invited=replies.invited))
    yield Coming(begins.date(), says, at("decisions:overview", round.code) if staff else "")


def _days(round: Round) -> Iterator[Coming]:
    yield Coming(round.talks_until, pgettext_lazy("day", "Last day for discussions"))
    if round.ends_on:
        yield Coming(round.ends_on, pgettext_lazy("day", "Measures are followed until then"))


def _checkups(round: Round) -> Iterator[Coming]:
    planned = Checkup.objects.filter(measure__programme__round=round, done_at=None).select_related("measure")
    for checkup in planned:
        measure = checkup.measure
        says = format_lazy("{}: {}", format_lazy(_("Checkup of {code}"), code=measure.code), measure.sentence)
        yield Coming(checkup.due_on, says, at("followup:measure", round.code, measure.number))
