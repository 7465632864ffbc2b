"""What every page knows of the municipality."""

from typing import Any

from django.http import HttpRequest

from kuultu.ground.municipalities.scope import current_or_none


def town(request: HttpRequest) -> dict[str, Any]:
    """`town`: the municipality in scope, or None."""
    return {"town": current_or_none()}
