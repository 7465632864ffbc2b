"""Rules answer with a reason. `@rule` checks the role and then asks the room's own condition.

A neighbour or a stranger is told nothing at all (404); somebody without an account is asked to sign in;
a colleague with another role reads why not, and who may.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import wraps
from typing import Concatenate, cast

from django.forms.forms import BaseForm
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role

type Sentence = str | Promise


class Because(Enum):
    """What kind of No it is; the page chooses its answer by it."""

    ANONYMOUS = "anonymous"
    STRANGER = "stranger"
    ROLE = "role"
    STATE = "state"


@dataclass(frozen=True)
class Allowed:
    """Yes."""

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True)
class Denied:
    """No, and the sentence that the page shows beside the thing: why, and what to do."""

    reason: Sentence
    because: Because = Because.STATE

    def __bool__(self) -> bool:
        return False


type Answer = Allowed | Denied
ALLOWED = Allowed()


class Refused(Exception):
    """A No that reached the deed. The middleware turns it into a page."""

    def __init__(self, answer: Denied) -> None:
        super().__init__(str(answer.reason))
        self.answer = answer


def require(answer: Answer) -> None:
    """Go on, or raise Refused."""
    if isinstance(answer, Denied):
        raise Refused(answer)


@contextmanager
def telling(form: BaseForm) -> Iterator[None]:
    """A No of an action that depends on what was typed is told above the form, which keeps what was typed."""
    try:
        yield
    except Refused as refused:
        if refused.answer.because is not Because.STATE:
            raise
        form.add_error(None, str(refused.answer.reason))


def hidden() -> Denied:
    """For what the actor must not even know to exist."""
    return Denied(_("There is no such page."), Because.STRANGER)


@dataclass(frozen=True)
class Rule:
    """A rule as docs/permissions.md lists it."""

    room: str
    name: str
    does: str
    roles: tuple[Role, ...]
    condition: str


RULES: list[Rule] = []


def rule[**P](
    does: str, *roles: Role
) -> Callable[[Callable[Concatenate[Actor, P], Answer]], Callable[Concatenate[Actor, P], Answer]]:
    """Mark a function `may_…(actor, thing)` as a rule for these roles.

    `does` says in English what it allows, for the table of permissions; the function's docstring says when.
    """

    def declare(check: Callable[Concatenate[Actor, P], Answer]) -> Callable[Concatenate[Actor, P], Answer]:
        room = check.__module__.removesuffix(".rules").removesuffix(".who").rsplit(".", 1)[-1]
        RULES.append(Rule(room, check.__name__, does, roles, (check.__doc__ or "").strip()))

        def ask(actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
            if actor.roles & set(roles):
                return check(actor, *args, **kwargs)
            if actor.is_anonymous:
                return Denied(_("Sign in first."), Because.ANONYMOUS)
            if not actor.roles:
                return hidden()
            names = _joined(tuple(role for role in roles if role != Role.JOB))  # nobody can ask the system
            return Denied(format_lazy(_("This can be done by: {roles}."), roles=names), Because.ROLE)

        return cast("Callable[Concatenate[Actor, P], Answer]", wraps(check)(ask))

    return declare


def _joined(roles: tuple[Role, ...]) -> Sentence:
    return format_lazy(", ".join(["{}"] * len(roles)), *[role.label for role in roles])
