"""Pages of an event: schedule, see, move, cancel, its people and their links."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.links import address_of, open_link_to
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.ground.web.forms import status_of
from kuultu.loop.rounds.actions.events import (
    PURPOSE_OF,
    cancel_event,
    hold_event,
    move_event,
    name_person,
    release_person,
    renew_link,
    schedule_event,
)
from kuultu.loop.rounds.forms import AssignmentForm, EventForm
from kuultu.loop.rounds.models import AssignedRole, Assignment, Event
from kuultu.loop.rounds.queries import the_event, the_round
from kuultu.loop.rounds.rules import may_arrange, may_hand_links, may_schedule, may_see_event


def schedule(request: Request, code: str) -> HttpResponse:
    """A new discussion."""
    round = the_round(request, code)
    require(may_schedule(request.actor, round, next(iter(request.actor.organisation_ids), None)))
    form = EventForm(round, _arranges_for(request), request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            event = schedule_event(round, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("rounds:event", round.code, event.code))
    return render(request, "rounds/schedule.html", {"form": form, "round": round}, status=status_of(form))


def show(request: Request, code: str, event_code: str) -> HttpResponse:
    """An event: when, where, who, and the links of its people."""
    round = the_round(request, code)
    event = the_event(round, event_code)
    require(may_see_event(request.actor, event))
    return render(request, "rounds/event.html", _of_event(request, event, AssignmentForm()))


def move(request: Request, code: str, event_code: str) -> HttpResponse:
    """Another time or place."""
    round = the_round(request, code)
    event = the_event(round, event_code)
    require(may_arrange(request.actor, event))
    form = EventForm(round, _arranges_for(request), request.POST or None, instance=event)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            move_event(event, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("rounds:event", round.code, event.code))
    return render(
        request, "rounds/schedule.html", {"form": form, "round": round, "event": event}, status=status_of(form)
    )


@require_POST
def cancel(request: Request, code: str, event_code: str) -> HttpResponse:
    """Call the event off."""
    event = the_event(the_round(request, code), event_code)
    cancel_event(event, by=request.actor, now=request.now)
    return redirect(at("rounds:event", code, event_code))


@require_POST
def hold(request: Request, code: str, event_code: str) -> HttpResponse:
    """The event has been held."""
    event = the_event(the_round(request, code), event_code)
    hold_event(event, by=request.actor, now=request.now)
    return redirect(at("rounds:event", code, event_code))


@require_POST
def name(request: Request, code: str, event_code: str) -> HttpResponse:
    """Name a facilitator or a scribe."""
    round = the_round(request, code)
    event = the_event(round, event_code)
    require(may_arrange(request.actor, event))
    form = AssignmentForm(request.POST)
    if form.is_valid():
        name_person(event, by=request.actor, now=request.now, **form.cleaned_data)
        return redirect(at("rounds:event", code, event_code))
    return render(request, "rounds/event.html", _of_event(request, event, form), status=400)


@require_POST
def release(request: Request, code: str, event_code: str, number: int) -> HttpResponse:
    """Somebody steps aside."""
    event = the_event(the_round(request, code), event_code)
    assignment = get_object_or_404(Assignment.objects.filter(event=event), pk=number)
    release_person(assignment, by=request.actor, now=request.now)
    return redirect(at("rounds:event", code, event_code))


@require_POST
def renew(request: Request, code: str, event_code: str, role: str) -> HttpResponse:
    """A new link in place of the old."""
    event = the_event(the_round(request, code), event_code)
    if role not in AssignedRole.values:
        raise Http404("No such link.")
    renew_link(event, by=request.actor, now=request.now, role=AssignedRole(role))
    return redirect(at("rounds:event", code, event_code))


def _arranges_for(request: Request) -> frozenset[int] | None:
    return None if request.actor.has(Role.COORDINATOR) else request.actor.organisation_ids


def _of_event(request: Request, event: Event, form: AssignmentForm) -> dict[str, object]:
    may, hands = may_arrange(request.actor, event), may_hand_links(request.actor, event)
    links = _links(request, event) if may and hands else {}
    return {"round": event.round, "event": event, "form": form, "may_arrange": may, "may_hand": hands, "links": links}


def _links(request: Request, event: Event) -> dict[str, dict[str, object]]:
    """Role → its open link's address, and whether it has been opened."""
    found = {role: open_link_to(purpose, event.pk, now=request.now) for role, purpose in PURPOSE_OF.items()}
    return {
        role.value: {"address": address_of(link), "opened_at": link.opened_at, "until": link.expires_at}
        for role, link in found.items()
        if link is not None
    }
