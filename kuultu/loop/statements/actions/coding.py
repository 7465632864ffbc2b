"""Place statements under themes."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.statements.models import Coding, Statement, Theme
from kuultu.loop.statements.rules import WITHDRAWN, may_code


@transaction.atomic
def code_statement(statement: Statement, *, by: Actor, now: datetime, theme: Theme) -> Coding:
    """The actor places a statement under a theme; what they placed before stays."""
    _may(by, statement, [theme])
    coding, made = Coding.objects.get_or_create(
        statement=statement, theme=theme, person_id=by.person_id, defaults={"at": now}
    )
    if made:
        record(by, "placed a statement under a theme", statement, now=now, theme=theme.pk)
    return coding


@transaction.atomic
def uncode_statement(statement: Statement, *, by: Actor, now: datetime, theme: Theme) -> None:
    """The statement stands under the theme no more, whoever placed it there."""
    _may(by, statement, [theme])
    Coding.objects.filter(statement=statement, theme=theme).delete()
    record(by, "took a statement from a theme", statement, now=now, theme=theme.pk)


@transaction.atomic
def choose_themes(statement: Statement, *, by: Actor, now: datetime, themes: Iterable[Theme]) -> Statement:
    """These are all the themes under which the actor places the statement; what others chose stays."""
    wanted = list(themes)
    _may(by, statement, wanted)
    own = Coding.objects.filter(statement=statement, person_id=by.person_id)
    if set(own.values_list("theme_id", flat=True)) == {theme.pk for theme in wanted}:
        return statement
    own.exclude(theme__in=wanted).delete()
    for theme in wanted:
        Coding.objects.get_or_create(statement=statement, theme=theme, person_id=by.person_id, defaults={"at": now})
    record(by, "chose the themes of a statement", statement, now=now, themes=len(wanted))
    return statement


def _may(by: Actor, statement: Statement, themes: list[Theme]) -> None:
    require(may_code(by, statement.round))
    if statement.withdrawn_at:
        raise Refused(WITHDRAWN)
    if any(theme.round_id != statement.round_id for theme in themes):
        raise Refused(Denied(_("The theme belongs to another round.")))
