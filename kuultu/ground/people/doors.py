"""Doors: pages that a link opens without an account. The link names the municipality, so it opens the scope."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import actor_by
from kuultu.ground.people.links import link_by
from kuultu.ground.people.models import Link, Purpose, Role
from kuultu.ground.people.request import Request

ROLE_OF = {
    Purpose.SCRIBE: Role.SCRIBE,
    Purpose.FACILITATOR: Role.FACILITATOR,
    Purpose.OWNER: Role.OWNER,
    Purpose.TRANSLATOR: Role.TRANSLATOR,
}


def door[**P](
    purpose: Purpose,
) -> Callable[[Callable[Concatenate[Request, P], HttpResponse]], Callable[..., HttpResponse]]:
    """A view behind `/<purpose>/<token>/…`: it gets a request whose actor holds the link, in the link's scope.

    An unknown token is 404; a closed one is a page (410) that says whom to ask for a new one.
    """

    def hang(view: Callable[Concatenate[Request, P], HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def enter(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
            ours = cast(Request, request)
            if (link := link_by(token, purpose)) is None:
                raise Http404("No such link.")
            with scope(link.municipality):
                if not link.is_open(ours.now):
                    return render(request, "web/closed_link.html", {"link": link}, status=410)
                _opened(link, ours)
                ours.actor = actor_by({ROLE_OF[purpose]}, link=link)
                return view(ours, *args, **kwargs)

        return enter

    return hang


def _opened(link: Link, request: Request) -> None:
    """The organisation sees that a scribe has opened the link: once is enough."""
    if link.opened_at is None:
        link.opened_at = request.now
        link.save(update_fields=["opened_at"])
