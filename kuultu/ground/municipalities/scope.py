"""The scope: which municipality's rows are in sight. Without one, every query of an owned table is an error."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuultu.ground.municipalities.models import Municipality

_open: ContextVar["Municipality | None"] = ContextVar("municipality", default=None)


class OutsideScope(RuntimeError):
    """A query of an owned table ran without a scope, or a row of another municipality was written."""


def current() -> "Municipality":
    """The municipality in whose scope we are. Raises OutsideScope."""
    if (municipality := _open.get()) is None:
        raise OutsideScope("No municipality's scope is open.")
    return municipality


def current_or_none() -> "Municipality | None":
    """The same, for pages that also live outside any municipality."""
    return _open.get()


def enter(municipality: "Municipality") -> Token["Municipality | None"]:
    """Open a scope that `leave` closes: for the middleware. Elsewhere use `scope`."""
    return _open.set(municipality)


def leave(token: Token["Municipality | None"]) -> None:
    """Close what `enter` opened."""
    _open.reset(token)


@contextmanager
def scope(municipality: "Municipality") -> Iterator[None]:
    """Everything inside sees this municipality's rows and no others."""
    token = enter(municipality)
    try:
        yield
    finally:
        leave(token)
