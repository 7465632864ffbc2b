"""Pages of texts: a language, its questions and its words beside the source, and who has read them."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.loop.materials.actions.wordings import (
    change_wording,
    mark_language_read,
    mark_material_read,
    mark_questions_read,
    override_text,
)
from kuultu.loop.materials.forms import ReaderForm, ReturnedForm, WordingsForm, WordsForm
from kuultu.loop.materials.models import Kind, source_language
from kuultu.loop.materials.pack import Shelf
from kuultu.loop.materials.queries import shelf_of, the_language
from kuultu.loop.materials.rules import may_prepare, may_see, may_see_events, may_word
from kuultu.loop.materials.wording import SECTIONS, plain_words, shipped
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import events_for, events_of, the_round


def language(request: Request, code: str, tongue: str) -> HttpResponse:
    """A language: what is handed out in it, how far the texts have come, who has read them."""
    round, shelf = _open(request, code, tongue)
    return _language_page(request, round, shelf, tongue, ReaderForm())


@require_POST
def read_all(request: Request, code: str, tongue: str) -> HttpResponse:
    """One reader has checked everything in the language."""
    round, shelf = _open(request, code, tongue)
    require(may_word(request.actor, round, tongue))
    form = ReaderForm(request.POST)
    if form.is_valid():
        with telling(form):
            count = mark_language_read(round, tongue, by=request.actor, now=request.now, **form.cleaned_data)
            messages.success(request, _("%d texts are marked as checked.") % count)
            return redirect(at("materials:language", round.code, tongue))
    return _language_page(request, round, shelf, tongue, form)


def words(request: Request, code: str, tongue: str, kind: str) -> HttpResponse:
    """The texts of a kind beside the same in the source language."""
    round, shelf = _open(request, code, tongue)
    may = may_word(request.actor, round, tongue)
    form = _form(request, shelf, _kind(shelf, kind), tongue)
    if request.method == "POST":
        require(may)
        if form.is_valid():
            with telling(form), transaction.atomic():
                _save(request, round, form)
                messages.success(request, _("Saved. It is a draft until somebody has read it."))
                return redirect(at("materials:language", round.code, tongue))
    artefact = next(each for each in shelf.artefacts(tongue) if each.kind == kind)
    context = {
        "round": round, "tongue": tongue, "source": source_language(round), "kind": Kind(kind), "form": form,
        "artefact": artefact, "may_word": may, "reader": ReaderForm(),
    }  # fmt: skip
    template = "materials/wordings.html" if kind == Kind.QUESTIONS else "materials/words.html"
    return render(request, template, context, status=400 if form.errors else 200)


@require_POST
def read(request: Request, code: str, tongue: str, kind: str) -> HttpResponse:
    """A reader has checked the texts of a kind."""
    round, shelf = _open(request, code, tongue)
    require(may_word(request.actor, round, tongue))
    form = ReaderForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write the name of the person who knows the language and has read the text."))
        return redirect(at("materials:words", round.code, tongue, kind))
    who = {"by": request.actor, "now": request.now, "reader": form.cleaned_data["reader"]}
    if _kind(shelf, kind) == Kind.QUESTIONS:
        mark_questions_read(round, tongue, **who)
    else:
        mark_material_read(round, Kind(kind), tongue, **who)
    return redirect(at("materials:language", round.code, tongue))


def _open(request: Request, code: str, tongue: str) -> tuple[Round, Shelf]:
    round = the_round(request, code)
    require(may_see(request.actor, round))
    the_language(tongue)
    return round, shelf_of(round)


def _kind(shelf: Shelf, kind: str) -> Kind:
    """A kind whose texts there are. Raises Http404."""
    known = [each.value for each in SECTIONS] + ([Kind.QUESTIONS.value] if shelf.questions else [])
    if kind not in known:
        raise Http404("No such texts.")
    return Kind(kind)


def _form(request: Request, shelf: Shelf, kind: Kind, tongue: str) -> WordingsForm | WordsForm:
    source = source_language(shelf.round)
    if kind == Kind.QUESTIONS:
        return WordingsForm(shelf.questions, tongue, source, request.POST or None)
    return WordsForm(kind, shelf.texts(tongue), shelf.texts(source), request.POST or None)


def _save(request: Request, round: Round, form: WordingsForm | WordsForm) -> None:
    if isinstance(form, WordsForm):
        override_text(round, form.kind, form.code, by=request.actor, now=request.now, texts=form.cleaned_data)
        return
    spelling = bool(form.cleaned_data.get("spelling_only"))
    for question, text, probes in form.wordings():
        change_wording(
            question, form.code, by=request.actor, now=request.now, text=text, probes=probes, spelling_only=spelling
        )


def _language_page(request: Request, round: Round, shelf: Shelf, tongue: str, form: ReaderForm) -> HttpResponse:
    whole = request.actor.has(Role.COORDINATOR, Role.ANALYST, Role.TRANSLATOR)
    events = events_of(round) if whole else events_for(request.actor, round)
    artefacts, sees = shelf.artefacts(tongue), may_see_events(request.actor, round)
    ours = shipped(tongue)
    can_bring_in = ours is not None and any(
        ours.question(question.key) and all(row.language != tongue for row in question.translations.all())
        for question in shelf.questions
    )
    context = {
        "round": round, "tongue": tongue, "source": source_language(round), "artefacts": artefacts, "form": form,
        "back": ReturnedForm(),
        "events": [event for event in events if event.language == tongue] if sees else [],
        "unread": [each for each in artefacts if each.needs_reader],
        "written": any(each.state != "missing" for each in artefacts),
        "can_bring_in": can_bring_in,
        "plain": bool(plain_words(tongue)),
        "may_word": may_word(request.actor, round, tongue),
        "may_prepare": may_prepare(request.actor, round),
    }  # fmt: skip
    return render(request, "materials/language.html", context, status=400 if form.errors else 200)
