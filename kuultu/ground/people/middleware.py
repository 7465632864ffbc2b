"""Gives each request its actor and its moment, and turns a No into a page."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kuultu.ground.municipalities.scope import current_or_none
from kuultu.ground.people.request import SESSION_TOWN, Request, actor_of, moment
from kuultu.ground.people.rules import Because, Refused


class ActorMiddleware:
    """Runs after the scope is open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: dict[str, Any]) -> None:
        ours = cast(Request, request)
        ours.now = moment()
        ours.actor = actor_of(request.user, ours.now, request.session.get(SESSION_TOWN))
        ours.is_for_staff = current_or_none() is not None and not getattr(view, "for_residents", False)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The sentence of a rule, on a page; nothing for a stranger; the way in for somebody not signed in.

        They are shown the way in for what is not there as well: codes of rounds, letters of events and numbers of
        cards cannot be told apart by trying.
        """
        if isinstance(error, Http404):
            ours = cast(Request, request)
            return redirect_to_login(request.get_full_path()) if ours.is_for_staff and _is_nobody(ours) else None
        if not isinstance(error, Refused):
            return None
        match error.answer.because:
            case Because.ANONYMOUS:
                return redirect_to_login(request.get_full_path())
            case Because.STRANGER:
                return render(request, "404.html", status=404)
            case _:
                return render(request, "web/refused.html", {"reason": error.answer.reason}, status=403)


def _is_nobody(request: Request) -> bool:
    """Not signed in, and not behind a door either."""
    return not request.user.is_authenticated and request.actor.is_anonymous
