"""The programme: its measures, publishing it, its papers."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.languages.registry import INTERFACE
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.ground.web.forms import status_of
from kuultu.loop.measures.actions.choosing import describe_programme
from kuultu.loop.measures.actions.promising import publish_programme
from kuultu.loop.measures.documents import programme_docx, programme_pdf
from kuultu.loop.measures.forms import ProgrammeForm
from kuultu.loop.measures.queries import ideas_to_choose, measures_of, programme_of
from kuultu.loop.measures.rules import may_add, may_choose, may_publish, may_see
from kuultu.loop.rounds.queries import the_round

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def programme(request: Request, code: str) -> HttpResponse:
    """What is promised, by whom, by when; the ideas of the evening to choose from."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    found = programme_of(round)
    measures = list(measures_of(round))
    chosen = {idea.pk for measure in measures for idea in measure.ideas.all()}
    return render(
        request,
        "measures/programme.html",
        {
            "programme": found,
            "measures": measures,
            "ideas": [idea for idea in ideas_to_choose(round) if idea.pk not in chosen],
            "may_choose": may_choose(request.actor, found),
            "may_add": may_add(request.actor, found),
            "may_publish": may_publish(request.actor, found),
        },
    )


def describe(request: Request, code: str) -> HttpResponse:
    """Who approved it, where in the minutes."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    found = programme_of(round)
    require(may_choose(request.actor, found))
    form = ProgrammeForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        describe_programme(round, by=request.actor, now=request.now, **form.cleaned_data)
        return redirect(at("measures:programme", round.code))
    return render(request, "measures/describe.html", {"form": form}, status=status_of(form))


@require_POST
def publish(request: Request, code: str) -> HttpResponse:
    """Publish the programme."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    publish_programme(programme_of(round), by=request.actor, now=request.now)
    return redirect(at("measures:programme", round.code))


def paper(request: Request, code: str, language: str, ending: str) -> HttpResponse:
    """The programme as docx or pdf in an interface language."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    if language not in INTERFACE or ending not in {"docx", "pdf"}:
        raise Http404("No such paper.")
    if ending == "docx":
        response = HttpResponse(programme_docx(round, language), content_type=WORD)
    else:
        response = HttpResponse(programme_pdf(round, language, now=request.now), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{round.code}-programme-{language}.{ending}"'
    return response
