"""Privacy, accessibility, help, feedback."""

from django.http import HttpResponse
from django.shortcuts import render

from kuultu.ground.municipalities.scope import current
from kuultu.ground.people.request import Request
from kuultu.ground.web.interface import for_residents
from kuultu.public.facts import ANSWERED_WITHIN_DAYS, LOOKED_THROUGH_ON, kept, supervisor
from kuultu.public.queries.answers import public_rounds
from kuultu.public.queries.keeping import privacy_texts
from kuultu.public.queries.towns import languages_of_town
from kuultu.public.reading import read_in, tongues


@for_residents
def privacy(request: Request) -> HttpResponse:
    """What happens to what people tell, what is kept, how long, and what one can ask for."""
    context = _about(request)
    context |= {"texts": privacy_texts(context["reading"].code, request.now), "kept": kept()}  # type: ignore[attr-defined]
    return render(request, "public/privacy.html", context)


@for_residents
def accessibility(request: Request) -> HttpResponse:
    """How accessible the service is, how that was tested, whom to tell, who supervises."""
    context = _about(request)
    context |= {
        "supervisor": supervisor(request.now.date()),
        "looked_through_on": LOOKED_THROUGH_ON,
        "days": ANSWERED_WITHIN_DAYS,
    }
    return render(request, "public/accessibility.html", context)


@for_residents
def help(request: Request) -> HttpResponse:
    """Whom to ask, and where help comes from at once."""
    return render(request, "public/help.html", _about(request))


@for_residents
def feedback(request: Request) -> HttpResponse:
    """How to say what one thinks of all this."""
    return render(request, "public/feedback.html", _about(request))


def _about(request: Request) -> dict[str, object]:
    offered = languages_of_town(public_rounds(request.now))
    return {"reading": read_in(request, offered), "tongues": tongues(offered), "town": current()}
