"""Pages of the plan: begin a round, see it, change it, its groups."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.ground.web.forms import status_of
from kuultu.loop.rounds.actions.planning import add_group, begin_round, change_group, change_round, drop_group
from kuultu.loop.rounds.forms import GroupForm, RoundForm
from kuultu.loop.rounds.queries import events_for, groups_of, orders_of, the_group, the_round
from kuultu.loop.rounds.rules import may_begin, may_plan, may_schedule, may_see


def new_round(request: Request) -> HttpResponse:
    """A new round: name, purpose, dates, languages."""
    require(may_begin(request.actor))
    form = RoundForm(request.POST or None, initial={"languages": ["fi", "sv", "en"]})
    if request.method == "POST" and form.is_valid():
        with telling(form):
            round = begin_round(by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("rounds:plan", round.code))
    return render(request, "rounds/new_round.html", {"form": form}, status=status_of(form))


def plan(request: Request, code: str) -> HttpResponse:
    """The plan of a round: whom we hear, what is ordered, which events there are."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    may = may_plan(request.actor, round)
    own = next(iter(request.actor.organisation_ids), None)
    return render(
        request,
        "rounds/plan.html",
        {
            "round": round,
            "groups": groups_of(round) if may else [],
            "orders": [o for o in orders_of(round) if may or request.actor.speaks_for(o.organisation_id)],
            "events": events_for(request.actor, round),
            "may_plan": may,
            "may_schedule": may_schedule(request.actor, round, own),
        },
    )


def change(request: Request, code: str) -> HttpResponse:
    """Change name, dates, languages, neighbours."""
    round = the_round(request, code)
    require(may_plan(request.actor, round))
    named = ", ".join(neighbour.name_fi for neighbour in round.neighbours.all())
    initial = {"languages": round.languages, "neighbours": named}
    form = RoundForm(request.POST or None, instance=round, initial=initial)
    if request.method == "POST" and form.is_valid():
        change_round(round, by=request.actor, now=request.now, **form.cleaned_data)
        return redirect(at("rounds:plan", round.code))
    return render(request, "rounds/change_round.html", {"form": form, "round": round}, status=status_of(form))


def group(request: Request, code: str, number: int | None = None) -> HttpResponse:
    """Add a group, or change one."""
    round = the_round(request, code)
    require(may_plan(request.actor, round))
    found = the_group(round, number) if number else None
    initial = {"languages": found.languages if found else []}
    form = GroupForm(request.POST or None, instance=found, initial=initial)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            if found:
                change_group(found, by=request.actor, now=request.now, **form.cleaned_data)
            else:
                add_group(round, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("rounds:plan", round.code))
    return render(request, "rounds/group.html", {"form": form, "round": round, "group": found}, status=status_of(form))


@require_POST
def leave_group_out(request: Request, code: str, number: int) -> HttpResponse:
    """Leave a group out of the round."""
    round = the_round(request, code)
    drop_group(the_group(round, number), by=request.actor, now=request.now)
    return redirect(at("rounds:plan", round.code))
