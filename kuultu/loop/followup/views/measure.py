"""One measure: its steps, checkups, what residents read, what an evaluation found; the owner's page behind a link."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.audit.log import history
from kuultu.ground.languages.registry import CONTENT, language
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.doors import door
from kuultu.ground.people.models import Purpose
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.ground.web.forms import status_of
from kuultu.ground.web.interface import for_staff
from kuultu.loop.followup.actions.checking import (
    add_finding,
    plan_checkup,
    record_checkup,
    remind_owner,
    tell_checkup,
)
from kuultu.loop.followup.forms import CheckupForm, CheckupTextForm, FindingForm, PlanCheckupForm
from kuultu.loop.followup.queries import standing_of, the_checkup
from kuultu.loop.followup.rules import may_answer, may_check, may_follow, may_see, may_see_own
from kuultu.loop.measures.queries import measure_behind, the_measure
from kuultu.loop.rounds.queries import the_round


def measure(request: Request, code: str, number: int) -> HttpResponse:
    """The four steps, because you said, the checkups, what was found."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    found = the_measure(round, number)
    may = may_follow(request.actor, found)
    form = PlanCheckupForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            plan_checkup(found, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("followup:measure", round.code, number))
    context = {
        "measure": found, "standing": standing_of(found), "form": form, "may_follow": may, "history": history(found),
        "may_answer": may_answer(request.actor, round),
    }  # fmt: skip
    return render(request, "followup/measure.html", context, status=status_of(form))


def check(request: Request, code: str, checkup: int) -> HttpResponse:
    """Record how the measure stands."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    found = the_checkup(round, checkup)
    require(may_check(request.actor, found))
    form = CheckupForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            record_checkup(the_checkup(round, checkup), by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("followup:measure", round.code, found.measure.number))
    return render(request, "followup/check.html", {"form": form, "checkup": found}, status=status_of(form))


@require_POST
def remind(request: Request, code: str, checkup: int) -> HttpResponse:
    """Send the owner a reminder."""
    found = the_checkup(the_round(request, code), checkup)
    remind_owner(found, by=request.actor, now=request.now)
    return redirect(at("followup:measure", code, found.measure.number))


def tell(request: Request, code: str, checkup: int, tongue: str) -> HttpResponse:
    """What was done, in one language, beside the sentence as recorded."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    require(may_answer(request.actor, round))
    found = the_checkup(round, checkup)
    if tongue not in CONTENT:
        raise Http404("No such language.")
    spoken = language(tongue)
    text = found.texts.filter(language=spoken.code).first()
    form = CheckupTextForm(spoken.code, spoken.direction, request.POST or None, instance=text)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            tell_checkup(found, by=request.actor, now=request.now, language=spoken.code, **form.cleaned_data)
            return redirect(at("followup:measure", round.code, found.measure.number))
    context = {"form": form, "checkup": found, "spoken": spoken, "text": text}
    return render(request, "followup/tell.html", context, status=status_of(form))


def finding(request: Request, code: str, number: int) -> HttpResponse:
    """What an evaluation found."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    found = the_measure(round, number)
    require(may_follow(request.actor, found))
    form = FindingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        add_finding(found, by=request.actor, now=request.now, **form.cleaned_data)
        return redirect(at("followup:measure", round.code, number))
    return render(request, "followup/finding.html", {"form": form, "measure": found}, status=status_of(form))


@for_staff
@door(Purpose.OWNER)
def behind_the_link(request: Request) -> HttpResponse:
    """The owner tells how the measure stands."""
    found = measure_behind(request.actor.subject)
    require(may_see_own(request.actor, found))
    standing = standing_of(found)
    form = CheckupForm(request.POST or None, instance=standing.coming)
    if request.method == "POST" and standing.coming and form.is_valid():
        with telling(form):
            checkup = found.checkups.get(pk=standing.coming.pk)
            record_checkup(checkup, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(request.path)
    context = {"measure": found, "standing": standing, "form": form, "steps": standing.steps,
               "round": found.programme.round}  # fmt: skip
    return render(request, "followup/doors/owner.html", context, status=status_of(form))
