"""The way in: the code, the table and the language; and what lets a phone, a tablet or a screen through the door."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, cast

from django.core.signing import BadSignature
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kuultu.ground.languages.registry import language
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import actor_by
from kuultu.ground.people.guesses import guessed_wrong, may_guess
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import telling
from kuultu.ground.web.context import page_language
from kuultu.ground.web.interface import COOKIE as LANGUAGE_COOKIE
from kuultu.ground.web.interface import YEAR, for_residents
from kuultu.loop.decisions.actions.votes import join
from kuultu.loop.decisions.codes import as_typed, token_hash
from kuultu.loop.decisions.doors import CodeForm, JoinForm
from kuultu.loop.decisions.models import DecisionEvent, Seat, Spent
from kuultu.loop.decisions.queries import the_table
from kuultu.loop.decisions.refusals import NO_SUCH_CODE, TOO_MANY_TRIES
from kuultu.loop.decisions.rules import CLOSES_AFTER, may_join
from kuultu.loop.decisions.views.live import asks_for_part

COOKIE = "kuultu_seat"
CAME_IN = "kuultu_evening"


def evening_door(view: Callable[Concatenate[Request, DecisionEvent, ...], HttpResponse]) -> Callable[..., HttpResponse]:
    """A view behind `/…/<code>/`: it gets the evening of the code, in its scope, and an actor who is in the hall."""

    @wraps(view)
    def enter(request: HttpRequest, code: str, *args: Any, **kwargs: Any) -> HttpResponse:
        ours = cast(Request, request)
        event = evening_by(ours, code)
        if event is None:
            raise Http404("No such event.")
        with scope(event.municipality):
            ours.actor = actor_by({Role.HALL})
            return _let_in(ours, event, view(ours, event, *args, **kwargs))

    return for_residents(enter)


def phone_door(view: Callable[[Request, Seat], HttpResponse]) -> Callable[..., HttpResponse]:
    """A view for a phone that has joined; any other phone is sent to join. One query brings all it needs."""

    @wraps(view)
    def enter(request: HttpRequest, code: str) -> HttpResponse:
        ours = cast(Request, request)
        seat = seat_by(ours, code)
        if seat is None:
            # A part of a page would show the way in inside the card: 410 makes the script open it as a page.
            return HttpResponse(status=410) if asks_for_part(ours) else redirect("decisions_join_code", code)
        with scope(seat.municipality):
            ours.actor = actor_by({Role.HALL})
            return view(ours, seat)

    return for_residents(enter)


def evening_by(request: Request, code: str) -> DecisionEvent | None:
    """The evening of a join code, whoever's it is: the code names the municipality. Wrong codes are counted.

    The wall and the tablets have come in: somebody who guesses in the same hall does not shut them out.
    """
    if not may_guess(request, "join") and _has_come_in(request) != as_typed(code):
        return None
    found = (
        DecisionEvent.everywhere.select_related("municipality", "round__municipality", "card__deck__round")
        .filter(code=as_typed(code))
        .first()
    )
    if found is None:
        guessed_wrong(request, "join")
    return found


def seat_by(request: Request, code: str) -> Seat | None:
    """The seat of this phone at the evening of that code; `has_voted`: on the card before the hall."""
    token = request.COOKIES.get(COOKIE, "")
    if not token:
        return None
    spent = Spent.everywhere.filter(seat=OuterRef("pk"), card=OuterRef("decision_event__card"))
    return (
        Seat.everywhere.select_related(
            "municipality", "table", "decision_event__round__municipality", "decision_event__card__deck__round"
        )
        .annotate(has_voted=Exists(spent))
        .filter(token_hash=token_hash(token), decision_event__code=as_typed(code))
        .first()
    )


@for_residents
def ask_code(request: Request) -> HttpResponse:
    """Type the code on the wall."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        if evening_by(request, code):
            return redirect("decisions_join_code", code)
        form.add_error("code", NO_SUCH_CODE if may_guess(request, "join") else TOO_MANY_TRIES)
    return render(request, "decisions/doors/code.html", {"form": form}, status=400 if form.errors else 200)


@for_residents
def enter_code(request: HttpRequest, code: str) -> HttpResponse:
    """`/join/<code>/`: an unknown code is asked for again, with what was typed."""
    ours = cast(Request, request)
    event = evening_by(ours, code)
    if event is None:
        form = CodeForm({"code": code})
        form.add_error("code", NO_SUCH_CODE if may_guess(ours, "join") else TOO_MANY_TRIES)
        return render(request, "decisions/doors/code.html", {"form": form, "action": "/join/"}, status=404)
    with scope(event.municipality):
        ours.actor = actor_by({Role.HALL})
        return choose_table(ours, event)


def choose_table(request: Request, event: DecisionEvent) -> HttpResponse:
    """Choose a table and a language; before and after the evening a sentence instead."""
    answer = may_join(request.actor, event, request.now)
    if not answer:
        return closed(request, event, str(answer.reason))  # type: ignore[union-attr]
    here = page_language().code
    initial = {"table": request.GET.get("table"), "language": here if here in event.languages else None}
    form = JoinForm(event, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            return _joined(request, event, form)
    context = {"form": form, "event": event, "tongues": [language(code) for code in event.languages]}
    return render(request, "decisions/doors/join.html", context, status=400 if form.errors else 200)


def closed(request: Request, event: DecisionEvent, reason: str) -> HttpResponse:
    """The door is closed, and why."""
    context = {"event": event, "reason": reason, "tongues": [language(code) for code in event.languages]}
    return render(request, "decisions/doors/closed.html", context, status=200 if event.has_ended else 403)


def _let_in(request: Request, event: DecisionEvent, response: HttpResponse) -> HttpResponse:
    """Remember in the browser's own cookie that it knows the code."""
    if response.status_code == 200 and _has_come_in(request) != event.code:
        lasts = int((event.ends_at + CLOSES_AFTER - request.now).total_seconds())
        response.set_signed_cookie(
            CAME_IN, event.code, salt=CAME_IN, max_age=max(lasts, 60), samesite="Lax", httponly=True,
            secure=request.is_secure(),
        )  # fmt: skip
    return response


def _has_come_in(request: Request) -> str:
    """The code of the evening that this browser has been let into, or nothing."""
    try:
        return str(request.get_signed_cookie(CAME_IN, "", salt=CAME_IN))
    except BadSignature:
        return ""


def _joined(request: Request, event: DecisionEvent, form: JoinForm) -> HttpResponse:
    """Into the hall, with the seat's token and the language in cookies."""
    table, code = the_table(event, form.cleaned_data["table"]), form.cleaned_data["language"]
    seat = seat_by(request, event.code)
    _seat, token = join(event, by=request.actor, now=request.now, table=table, language=code, seat=seat)
    response = redirect(reverse("decisions_hall", args=[event.code]))
    if token:
        lasts = int((event.ends_at + CLOSES_AFTER - request.now).total_seconds())
        response.set_cookie(
            COOKIE, token, max_age=max(lasts, 60), samesite="Lax", httponly=True, secure=request.is_secure()
        )
    response.set_cookie(LANGUAGE_COOKIE, code, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response
