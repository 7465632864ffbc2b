"""One slide: its words, its place, shown or hidden."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.ground.web.forms import status_of
from kuultu.loop.rounds.queries import the_round
from kuultu.loop.slides.actions.editing import change_slide, move_slide, remove_slide, show_slide
from kuultu.loop.slides.forms import SlideForm
from kuultu.loop.slides.models import Slide
from kuultu.loop.slides.queries import quotes_to_choose, slides_shown, the_slide
from kuultu.loop.slides.rules import may_change, may_remove, may_see
from kuultu.loop.slides.worries import worries_of


def slide(request: Request, code: str, number: int) -> HttpResponse:
    """The slide as it is shown, the form beside it, and where it comes from."""
    found = _chosen(request, code, number)
    require(may_change(request.actor, found.presentation))
    form = SlideForm(found, list(quotes_to_choose(found)), request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            change_slide(the_slide(found.presentation.round, number), by=request.actor, now=request.now,
                         **form.cleaned_data)  # fmt: skip
            return _back(found)
    shown = next(each for each in slides_shown(found.presentation) if each.slide == found)
    context = {
        "form": form,
        "shown": shown,
        "presentation": found.presentation,
        "worries": worries_of(shown),
        "may_remove": may_remove(request.actor, found),
    }
    return render(request, "slides/slide.html", context, status=status_of(form))


@require_POST
def move(request: Request, code: str, number: int, way: str) -> HttpResponse:
    """One place earlier or later."""
    found = _chosen(request, code, number)
    move_slide(found, by=request.actor, now=request.now, earlier=way == "earlier")
    return _back(found)


@require_POST
def show(request: Request, code: str, number: int, way: str) -> HttpResponse:
    """Show it or hide it."""
    found = _chosen(request, code, number)
    show_slide(found, by=request.actor, now=request.now, shown=way == "show")
    return _back(found)


@require_POST
def remove(request: Request, code: str, number: int) -> HttpResponse:
    """Take away a slide that was added."""
    found = _chosen(request, code, number)
    remove_slide(found, by=request.actor, now=request.now)
    return redirect(at("slides:in_language", code, found.presentation.language))


def _chosen(request: Request, code: str, number: int) -> Slide:
    round = the_round(request, code)
    require(may_see(request.actor, round))
    return the_slide(round, number)


def _back(slide: Slide) -> HttpResponse:
    """To the slide among the others."""
    round = slide.presentation.round
    return redirect(f"{at('slides:in_language', round.code, slide.presentation.language)}#slide-{slide.pk}")
