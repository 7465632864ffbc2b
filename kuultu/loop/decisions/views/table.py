"""The tablet on a table: the card, what the table wants and why, its ideas, whose turn it is to read."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.core.signing import BadSignature
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kuultu.ground.languages.registry import language
from kuultu.ground.people.guesses import guessed_wrong, may_guess
from kuultu.ground.people.request import Request, whole
from kuultu.ground.people.rules import Denied, Refused, telling
from kuultu.ground.web.context import page_language
from kuultu.loop.decisions.actions.tables import add_idea, dot_idea, table_verdict
from kuultu.loop.decisions.codes import opens_table
from kuultu.loop.decisions.doors import IdeaForm, WordForm
from kuultu.loop.decisions.models import DecisionEvent, Dot, Outcome, Step, Table, Verdict
from kuultu.loop.decisions.queries import card_seen, ideas_of, the_idea, the_table
from kuultu.loop.decisions.queries.hall import card_before, ideas_at, mark_of, told, turn_at
from kuultu.loop.decisions.refusals import NO_CARD_YET, TOO_MANY_TRIES, WRONG_KEY
from kuultu.loop.decisions.rules import CLOSES_AFTER, may_write_at_table
from kuultu.loop.decisions.views.joining import evening_door
from kuultu.loop.decisions.views.live import asks_for_part, marked, nothing_new
from kuultu.loop.decisions.words import NOT_ONE_MIND, buttons

COOKIE = "kuultu_table"
GUESSING = "table"  # a key has four of 32 signs: at a hundred wrong ones a minute half of them take four days
PRESSED = {Outcome.MORE: "more", Outcome.DIVIDED: "unsure", Outcome.UNSURE: "unsure", Outcome.LESS: "less"}


def table_door(view: Callable[Concatenate[Request, Table, ...], HttpResponse]) -> Callable[..., HttpResponse]:
    """A view for the tablet of a table: the key on the table's sheet has been given once, and a cookie remembers."""

    @wraps(view)
    def enter(request: Request, event: DecisionEvent, number: int, **kwargs: int) -> HttpResponse:
        table = the_table(event, number)
        key = request.POST.get("k") or request.GET.get("k") or ""
        tired = bool(key) and not may_guess(request, GUESSING)
        if key and not tired and opens_table(key, event.code, number):
            return _remembered(request, event, number)
        if _remembers(request) != f"{event.code}:{number}":
            if key:
                guessed_wrong(request, GUESSING)
            context = {"event": event, "number": number, "wrong": TOO_MANY_TRIES if tired else WRONG_KEY if key else ""}
            return render(request, "decisions/doors/key.html", context, status=403)
        return view(request, table, **kwargs)

    return evening_door(enter)


@table_door
def show(request: Request, table: Table) -> HttpResponse:
    """The table's page. Only the card's side asks what is new: what is being typed is left alone."""
    event = table.decision_event
    shown = card_before(event) is not None
    mark = mark_of(event.step, event.step_at, event.card_id, shown, page_language().code)
    if unchanged := nothing_new(request, mark):
        return unchanged
    if asks_for_part(request):
        return marked(render(request, "decisions/doors/table.html#now", _now(request, table, mark)), mark)
    return render(request, "decisions/doors/table.html", {**_now(request, table, mark), **_work(request, table)})


@require_POST
@table_door
def say(request: Request, table: Table) -> HttpResponse:
    """What the table wants of a card, and why."""
    form = WordForm(request.POST)
    if form.is_valid():
        with telling(form):
            card = card_seen(table.decision_event, form.cleaned_data["card"])
            if card is None:
                raise Refused(Denied(NO_CARD_YET))
            table_verdict(
                table, card, by=request.actor, now=request.now,
                outcome=form.cleaned_data["verdict"], reason=form.cleaned_data["reason"],
            )  # fmt: skip
            return redirect(f"{_address(table)}?saved=word")
    return _again(request, table, word_form=form)


@require_POST
@table_door
def add(request: Request, table: Table) -> HttpResponse:
    """An idea of the table."""
    form, number = IdeaForm(request.POST), whole(request.POST.get("card", ""))
    if form.is_valid():
        with telling(form):
            card = card_seen(table.decision_event, number) if number > 0 else None
            add_idea(table, by=request.actor, now=request.now, card=card, **form.cleaned_data)
            return redirect(f"{_address(table)}?saved=idea")
    return _again(request, table, idea_form=form)


@require_POST
@table_door
def dot(request: Request, table: Table, idea: int) -> HttpResponse:
    """The table would choose this idea, or no longer would."""
    given = request.POST.get("given") == "yes"
    dot_idea(the_idea(table.decision_event, idea), table, by=request.actor, now=request.now, given=given)
    return redirect(f"{_address(table)}#ideas")


def _again(request: Request, table: Table, **forms: object) -> HttpResponse:
    """The page with what was typed and what is wrong with it."""
    context = {**_now(request, table, ""), **_work(request, table), **forms}
    return render(request, "decisions/doors/table.html", context, status=400)


def _now(request: Request, table: Table, mark: str) -> dict[str, object]:
    """The card's side. `moved_on`: the page was opened for another card."""
    event = table.decision_event
    shown, card = request.GET.get("card", ""), card_before(event)
    return {
        "event": event,
        "table": table,
        "mark": mark,
        "address": _address(table),
        "card": told(card, page_language().code) if card else None,
        "turn": turn_at(table, event) if event.step == Step.READING else None,
        "moved_on": bool(asks_for_part(request) and shown != _what_is_asked(event)),
        "asked": _what_is_asked(event),
        "tongues": [language(code) for code in event.languages],
    }


def _what_is_asked(event: DecisionEvent) -> str:
    """What the right side of the page is about: a card, or ideas, or nothing yet. When it changes the page is old."""
    card = card_before(event)
    if event.step in {Step.IDEAS, Step.CHOOSING, Step.WAITING, Step.ENDED} or card is None:
        return event.step
    return str(card.number)


def _work(request: Request, table: Table) -> dict[str, object]:
    event = table.decision_event
    card = card_before(event)
    word = Verdict.objects.filter(card=card, table=table).first() if card else None
    given = set(Dot.objects.filter(table=table).values_list("idea_id", flat=True))
    asking = event.step == Step.IDEAS
    return {
        "may_write": may_write_at_table(request.actor, event, request.now),
        "pressed": PRESSED.get(Outcome(word.outcome), "") if word else "",
        "word_form": WordForm(initial={"card": card.number if card else 0, "reason": word.reason if word else ""}),
        "idea_form": IdeaForm(),
        "buttons": buttons(NOT_ONE_MIND),
        "own": list(ideas_at(table, None if asking else card)),
        "others": [(idea, idea.pk in given) for idea in ideas_of(event.round).order_by("pk")] if asking else [],
        "saved": request.GET.get("saved", ""),
    }


def _address(table: Table) -> str:
    return reverse("decisions_table", args=[table.decision_event.code, table.number])


def _remembers(request: Request) -> str:
    try:
        return str(request.get_signed_cookie(COOKIE, "", salt=COOKIE))
    except BadSignature:
        return ""


def _remembered(request: Request, event: DecisionEvent, number: int) -> HttpResponse:
    response = redirect(reverse("decisions_table", args=[event.code, number]))
    lasts = int((event.ends_at + CLOSES_AFTER - request.now).total_seconds())
    response.set_signed_cookie(
        COOKIE, f"{event.code}:{number}", salt=COOKIE, max_age=max(lasts, 60), samesite="Lax", httponly=True,
        secure=request.is_secure(),
    )  # fmt: skip
    return response
