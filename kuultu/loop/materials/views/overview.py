"""The stage's first page: what is asked and handed out, and what to do next."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kuultu.ground.languages.registry import CONTENT, language
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.loop.materials.actions.plain import take_plain_words
from kuultu.loop.materials.actions.questions import add_language, prepare_questions
from kuultu.loop.materials.queries import shelf_of, tasks_of, the_language, the_set, tongues_of
from kuultu.loop.materials.rules import may_prepare, may_see, may_see_events
from kuultu.loop.rounds.queries import events_for, events_of, the_round

WHOLE = (Role.COORDINATOR, Role.ANALYST, Role.TRANSLATOR)


def materials(request: Request, code: str) -> HttpResponse:
    """What is asked and handed out: discussions, languages, questions."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    whole = request.actor.has(*WHOLE)
    shelf = shelf_of(round)
    events = list(events_of(round) if whole else events_for(request.actor, round))
    tasks = tasks_of(shelf, events, request.now, source=request.actor.has(Role.COORDINATOR))
    tongues = tongues_of(shelf, events, source=whole)
    sees = bool(may_see_events(request.actor, round))
    by_code = {tongue.code: tongue for tongue in tongues}
    context = {
        "round": round,
        "shelf": shelf,
        "minutes": sum(question.minutes for question in shelf.questions),
        "languages": tongues,
        "events": [(event, by_code[event.language]) for event in events if event.language in by_code] if sees else [],
        "tasks": tasks if shelf.question_set and sees else [],
        "sees_events": sees,
        "may_prepare": may_prepare(request.actor, round),
    }
    return render(request, "materials/materials.html", context)


def gallery(request: Request, code: str) -> HttpResponse:
    """Every paper in every language, with how far its words have come."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    shelf = shelf_of(round)
    rows = [(each, shelf.artefacts(each)) for each in CONTENT]
    unread = sum(any(artefact.needs_reader for artefact in artefacts) for _code, artefacts in rows)
    context = {"round": round, "rows": rows, "kinds": [each.kind for each in rows[0][1]], "unread": unread}
    return render(request, "materials/gallery.html", context)


@require_POST
def prepare(request: Request, code: str) -> HttpResponse:
    """Bring the questions in."""
    round = the_round(request, code)
    prepare_questions(round, by=request.actor, now=request.now)
    return redirect(at("materials:questions", round.code))


@require_POST
def take_plain(request: Request, code: str, tongue: str) -> HttpResponse:
    """What residents read, in plain language."""
    round = the_round(request, code)
    if not take_plain_words(round, the_language(tongue), by=request.actor, now=request.now):
        raise Http404("No plain words in this language.")
    messages.success(request, _("Invitation and poster now speak plain language. Read them before you hand them out."))
    return redirect(at("materials:language", round.code, tongue))


@require_POST
def bring_in(request: Request, code: str, tongue: str) -> HttpResponse:
    """Bring a language in."""
    round = the_round(request, code)
    require(may_prepare(request.actor, round))
    came = add_language(the_set(round), the_language(tongue), by=request.actor, now=request.now)
    if not came:
        messages.info(request, _("There was nothing to bring in: we have no text in %s yet.") % language(tongue).own)
    return redirect(at("materials:language", round.code, tongue))
