"""What every page of a round knows."""

from typing import Any

from django.http import HttpRequest


def round_of_page(request: HttpRequest) -> dict[str, Any]:
    """`round`: the round that `the_round` fetched for this page, if any."""
    found = getattr(request, "round", None)
    return {"round": found} if found else {}
