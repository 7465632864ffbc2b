"""Pages of the set of questions: see it, add, place, move, remove, bring back, freeze."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.loop.materials.actions.questions import (
    add_question,
    bring_question_back,
    change_question,
    freeze_questions,
    remove_question,
    reorder_questions,
    thaw_questions,
)
from kuultu.loop.materials.forms import PlaceForm, QuestionForm
from kuultu.loop.materials.models import QuestionSet
from kuultu.loop.materials.queries import removed_questions, shelf_of, the_question, the_set
from kuultu.loop.materials.rules import may_change_questions, may_freeze, may_see, may_word
from kuultu.loop.materials.wording import wording_of
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import languages_of, the_round


def questions(request: Request, code: str) -> HttpResponse:
    """The questions in their order."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    shelf, found = shelf_of(round), the_set(round)
    last = len(shelf.questions)
    asked = [(question, wording_of(question, found.source), question.order == 1, question.order == last)
             for question in shelf.questions]  # fmt: skip
    context = {
        "round": round,
        "set": found,
        "asked": asked,
        "minutes": sum(question.minutes for question in shelf.questions),
        "removed": removed_questions(found),
        "source": found.source,
        "may_change": may_change_questions(request.actor, found, request.now),
        "may_freeze": may_freeze(request.actor, found, request.now),
        "may_word": may_word(request.actor, round, found.source),
    }
    return render(request, "materials/questions.html", context)


def add(request: Request, code: str) -> HttpResponse:
    """A question of the municipality's own."""
    round, found = _open(request, code)
    require(may_change_questions(request.actor, found, request.now))
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            add_question(found, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("materials:questions", round.code))
    context = {"round": round, "form": form, "source": found.source, "languages": languages_of(round)}
    return render(request, "materials/new_question.html", context, status=400 if form.errors else 200)


def place(request: Request, code: str, key: str) -> HttpResponse:
    """A question's domain and time, its wordings in all languages, and how to remove it."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    question = the_question(round, key)
    may = may_change_questions(request.actor, question.question_set, request.now)
    form = PlaceForm(request.POST or None, instance=question)
    if request.method == "POST":
        require(may)
        if form.is_valid():
            change_question(question, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("materials:questions", round.code))
    said = [wording_of(question, row.language) for row in question.translations.all()]
    context = {"round": round, "question": question, "form": form, "may_change": may, "said": said}
    return render(request, "materials/question.html", context, status=400 if form.errors else 200)


@require_POST
def move(request: Request, code: str, key: str) -> HttpResponse:
    """One place earlier or later."""
    round, found = _open(request, code)
    keys = [question.key for question in found.questions.all()]
    here = keys.index(the_question(round, key).key)
    there = here + (-1 if request.POST.get("way") == "up" else 1)
    if 0 <= there < len(keys):
        keys[here], keys[there] = keys[there], keys[here]
        reorder_questions(found, keys, by=request.actor, now=request.now)
    return redirect(at("materials:questions", round.code) + f"#{key}")


@require_POST
def remove(request: Request, code: str, key: str) -> HttpResponse:
    """Leave a question out."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    remove_question(the_question(round, key), by=request.actor, now=request.now)
    return redirect(at("materials:questions", round.code))


@require_POST
def bring_back(request: Request, code: str, key: str) -> HttpResponse:
    """Take a removed question in again."""
    round, found = _open(request, code)
    bring_question_back(found, key, by=request.actor, now=request.now)
    return redirect(at("materials:questions", round.code))


@require_POST
def freeze(request: Request, code: str) -> HttpResponse:
    """Freeze the questions, or thaw them."""
    round, found = _open(request, code)
    deed = thaw_questions if found.frozen_at else freeze_questions
    deed(found, by=request.actor, now=request.now)
    return redirect(at("materials:questions", round.code))


def _open(request: Request, code: str) -> tuple[Round, QuestionSet]:
    """The round and its questions, for somebody who may see them."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    return round, the_set(round)
