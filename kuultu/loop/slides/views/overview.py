"""The whole presentation: its slides in order, building, freezing, the file."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.ground.web.forms import status_of
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import the_round
from kuultu.loop.slides.actions.building import build_presentation, freeze_presentation
from kuultu.loop.slides.actions.editing import add_slide
from kuultu.loop.slides.documents import presentation_file
from kuultu.loop.slides.forms import AddForm, BuildForm
from kuultu.loop.slides.models import Presentation
from kuultu.loop.slides.queries import (
    presentation_of,
    presentations_of,
    slides_shown,
    the_presentation,
    themes_to_choose,
)
from kuultu.loop.slides.rules import may_build, may_change, may_freeze, may_see
from kuultu.loop.slides.worries import worries_of
from kuultu.loop.statements.queries import working_language

POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def overview(request: Request, code: str, language: str = "") -> HttpResponse:
    """The slides as small pages, each with what worries; before there are any, the way to the first."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    found = the_presentation(round, language) if language else presentation_of(round)
    if found is None:
        return render(request, "slides/none.html", {"may_build": may_build(request.actor, round, None)})
    slides = slides_shown(found)
    return render(
        request,
        "slides/overview.html",
        {
            "presentation": found,
            "others": [each for each in presentations_of(round) if each != found],
            "slides": [(each, worries_of(each)) for each in slides],
            "number": sum(1 for each in slides if each.number),
            "last": len(slides) - 1,
            "may_build": may_build(request.actor, round, found),
            "may_change": may_change(request.actor, found),
            "may_freeze": may_freeze(request.actor, found),
        },
    )


def build(request: Request, code: str) -> HttpResponse:
    """Choose the themes and the language, and have the slides made."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    asked = request.POST.get("language") or request.GET.get("language", "")
    found = presentation_of(round, asked)
    require(may_build(request.actor, round, found if asked else None))
    form = BuildForm(themes_to_choose(round), found is not None, request.POST or None,
                     initial={"language": asked or working_language()})  # fmt: skip
    if request.method == "POST" and form.is_valid():
        with telling(form):
            made = build_presentation(round, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("slides:in_language", round.code, made.language))
    return render(request, "slides/build.html", {"form": form, "presentation": found}, status=status_of(form))


def add(request: Request, code: str, language: str) -> HttpResponse:
    """A slide of one's own."""
    round, found = _chosen(request, code, language)
    require(may_change(request.actor, found))
    form = AddForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            add_slide(found, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("slides:in_language", round.code, language))
    return render(request, "slides/add.html", {"form": form, "presentation": found}, status=status_of(form))


@require_POST
def freeze(request: Request, code: str, language: str) -> HttpResponse:
    """Freeze it."""
    round, found = _chosen(request, code, language)
    freeze_presentation(found, by=request.actor, now=request.now)
    return redirect(at("slides:in_language", round.code, language))


def file(request: Request, code: str, language: str) -> HttpResponse:
    """The presentation as a PowerPoint file."""
    round, found = _chosen(request, code, language)
    response = HttpResponse(presentation_file(found), content_type=POWERPOINT)
    response["Content-Disposition"] = f'attachment; filename="{round.code}-slides-{language}.pptx"'
    return response


def _chosen(request: Request, code: str, language: str) -> tuple[Round, Presentation]:
    round = the_round(request, code)
    require(may_see(request.actor, round))
    return round, the_presentation(round, language)
