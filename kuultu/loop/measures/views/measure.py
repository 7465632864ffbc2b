"""One measure: write it, its owner's word, what residents read of it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.languages.registry import CONTENT, language
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.doors import door
from kuultu.ground.people.models import Purpose
from kuultu.ground.people.request import Request, whole
from kuultu.ground.people.rules import require, telling
from kuultu.ground.web.forms import status_of
from kuultu.ground.web.interface import for_staff
from kuultu.loop.measures.actions.choosing import change_measure, choose_measure, leave_measure_out, tell_measure
from kuultu.loop.measures.actions.promising import answer_for_measure, ask_owner
from kuultu.loop.measures.forms import AcceptanceForm, MeasureForm, MeasureTextForm, from_idea
from kuultu.loop.measures.queries import (
    ideas_to_choose,
    measure_behind,
    measures_of,
    programme_of,
    the_measure,
    told_in,
    untold_languages,
)
from kuultu.loop.measures.rules import MOST_MEASURES, may_accept, may_add, may_choose, may_see, may_see_own, may_tell
from kuultu.loop.rounds.queries import languages_of, the_round


def new(request: Request, code: str) -> HttpResponse:
    """Choose a measure, from an idea of the evening or freely."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    require(may_choose(request.actor, programme_of(round)))
    idea = ideas_to_choose(round).filter(pk=whole(request.GET.get("idea", ""))).first()
    many = measures_of(round).count() >= MOST_MEASURES
    form = MeasureForm(round, many, request.POST or None, initial=from_idea(idea))
    if request.method == "POST" and form.is_valid():
        with telling(form):
            ideas = [idea] if idea else []
            measure = choose_measure(round, by=request.actor, now=request.now, ideas=ideas, **form.cleaned_data)
            return redirect(at("measures:measure", round.code, measure.number))
    context = {"form": form, "idea": idea, "may_add": may_add(request.actor, programme_of(round))}
    return render(request, "measures/write.html", context, status=status_of(form))


def change(request: Request, code: str, number: int) -> HttpResponse:
    """Other words, owner or date."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    measure = the_measure(round, number)
    require(may_choose(request.actor, measure.programme))
    initial = {"cards": [str(card.pk) for card in measure.cards.all()]}
    form = MeasureForm(round, False, request.POST or None, instance=measure, initial=initial)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            fresh = the_measure(round, number)
            change_measure(fresh, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("measures:measure", round.code, number))
    return render(request, "measures/write.html", {"form": form, "measure": measure}, status=status_of(form))


def measure(request: Request, code: str, number: int) -> HttpResponse:
    """The measure: sentence, owner, date, the four steps, because you said."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    found = the_measure(round, number)
    return render(
        request,
        "measures/measure.html",
        {
            "measure": found,
            "acceptance": getattr(found, "acceptance", None),
            "untold": untold_languages(found, languages_of(round)),
            "may_choose": may_choose(request.actor, found.programme),
            "may_accept": may_accept(request.actor, found),
            "may_tell": may_tell(request.actor, found),
        },
    )


@require_POST
def leave_out(request: Request, code: str, number: int) -> HttpResponse:
    """Not chosen after all."""
    leave_measure_out(the_measure(the_round(request, code), number), by=request.actor, now=request.now)
    return redirect(at("measures:programme", code))


@require_POST
def ask(request: Request, code: str, number: int) -> HttpResponse:
    """Send the owner a link."""
    ask_owner(the_measure(the_round(request, code), number), by=request.actor, now=request.now)
    return redirect(at("measures:measure", code, number))


@require_POST
def accept(request: Request, code: str, number: int) -> HttpResponse:
    """The coordinator records what the owner said at the event."""
    found = the_measure(the_round(request, code), number)
    accepted = request.POST.get("accepted") == "yes"
    answer_for_measure(found, by=request.actor, now=request.now, accepted=accepted)
    return redirect(at("measures:measure", code, number))


def tell(request: Request, code: str, number: int, tongue: str) -> HttpResponse:
    """What residents read of it in one language, beside the Finnish."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    found = the_measure(round, number)
    require(may_tell(request.actor, found))
    spoken = language(tongue) if tongue in CONTENT else language("fi")
    text = told_in(found, spoken.code)
    form = MeasureTextForm(spoken.code, spoken.direction, request.POST or None, instance=text)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            tell_measure(found, by=request.actor, now=request.now, language=spoken.code, **form.cleaned_data)
            return redirect(at("measures:measure", round.code, number))
    context = {"form": form, "measure": found, "spoken": spoken, "finnish": told_in(found, "fi"), "text": text}
    return render(request, "measures/tell.html", context, status=status_of(form))


@for_staff
@door(Purpose.OWNER)
def behind_the_link(request: Request) -> HttpResponse:
    """The owner reads what is asked, and says yes or no."""
    found = measure_behind(request.actor.subject)
    require(may_see_own(request.actor, found))
    may = may_accept(request.actor, found)
    form = AcceptanceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            answer_for_measure(found, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(request.path)
    context = {"measure": found, "form": form, "may_accept": may,
               "acceptance": getattr(found, "acceptance", None), "round": found.programme.round}  # fmt: skip
    return render(request, "measures/doors/owner.html", context, status=status_of(form))
