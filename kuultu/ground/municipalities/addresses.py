"""Addresses inside the scope: the municipality's part is put in, so that nobody repeats it."""

from django.urls import reverse

from kuultu.ground.municipalities.scope import current


def at(name: str, *args: object) -> str:
    """The address of a page of the municipality in scope: `at("cards:card", "MAL26", 7)`."""
    return reverse(name, args=[current().slug, *args])
