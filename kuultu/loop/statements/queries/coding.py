"""One statement after another: which comes next, what the actor has chosen, and what others have."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from kuultu.ground.people.actor import Actor
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Coding, Statement, Theme
from kuultu.loop.statements.queries.lists import before, following, statements_of, uncoded


@dataclass(frozen=True)
class Turn:
    """A statement whose turn it is. `place` counts from one. `others` is empty until the actor has chosen (`own`)."""

    statement: Statement
    place: int
    of: int
    previous: Statement | None
    following: Statement | None
    own: frozenset[int]
    others: tuple[Theme, ...]
    saved_at: datetime | None


def turn(round: Round, statement: Statement, actor: Actor) -> Turn:
    """The statement in its place among all of the round, with its neighbours and the choices made for it."""
    everything, earlier = statements_of(round), before(statement)
    beside = everything.prefetch_related(None)  # only their codes are shown
    mine = [coding for coding in statement.codings.all() if coding.person_id == actor.person_id]
    others = {coding.theme for coding in statement.codings.all() if coding.person_id != actor.person_id}
    return Turn(
        statement=statement,
        place=everything.filter(earlier).count() + 1,
        of=everything.count(),
        previous=beside.filter(earlier).reverse().first(),
        following=beside.exclude(earlier).exclude(pk=statement.pk).first(),
        own=frozenset(coding.theme_id for coding in mine),
        others=tuple(sorted(others, key=lambda theme: (theme.order, theme.pk))) if mine else (),
        saved_at=max((coding.at for coding in mine), default=None),
    )


def next_to_code(round: Round, actor: Actor, *, after: Statement | None = None) -> Statement | None:
    """The next statement without a theme, from the beginning again after the last; then those that others have placed.

    None when the actor has placed everything.
    """
    own = Coding.objects.filter(statement=OuterRef("pk"), person_id=actor.person_id)
    for left in (uncoded(round), statements_of(round).filter(~Exists(own))):
        if found := following(left, after) if after else left.first():
            return found
    return None
