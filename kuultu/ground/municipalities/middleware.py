"""Opens the scope named by the first part of the address."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import enter, leave


class ScopeMiddleware:
    """`/<municipality>/…` opens that municipality's scope for the request; an unknown one is 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.scope_token = None  # type: ignore[attr-defined]
        try:
            return self.get_response(request)
        finally:
            if request.scope_token is not None:  # type: ignore[attr-defined]
                leave(request.scope_token)  # type: ignore[attr-defined]

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: dict[str, Any]) -> None:
        """Take the municipality out of the address, so that pages need not carry it."""
        slug = kwargs.pop("municipality", None)
        if slug is None:
            return
        municipality = Municipality.objects.filter(slug=slug).first()
        if municipality is None:
            raise Http404("No such municipality.")
        request.scope_token = enter(municipality)  # type: ignore[attr-defined]
