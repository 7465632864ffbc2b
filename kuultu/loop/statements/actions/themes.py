"""The codebook: make, change, order, merge and drop themes."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.materials.models import Domain
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Coding, Theme
from kuultu.loop.statements.queries import themes_of
from kuultu.loop.statements.rules import may_edit_themes


@transaction.atomic
def make_theme(
    round: Round,
    *,
    by: Actor,
    now: datetime,
    name: str,
    domain: Domain | str,
    definition: str = "",
    names: dict[str, str] | None = None,
) -> Theme:
    """A theme at the end of its domain. `names`: its name in other languages, language code → name."""
    require(may_edit_themes(by, round))
    _name_is_free(round, name)
    last = Theme.objects.filter(round=round).aggregate(last=Max("order"))["last"] or 0
    theme = Theme.objects.create(
        round=round, name=name.strip(), domain=Domain(domain), definition=definition.strip(), names=names or {},
        order=last + 1,
    )  # fmt: skip
    record(by, "made a theme", theme, now=now)
    return theme


@transaction.atomic
def change_theme(theme: Theme, *, by: Actor, now: datetime, **values: Any) -> Theme:
    """Another name, definition, domain, other names."""
    require(may_edit_themes(by, theme.round))
    _name_is_free(theme.round, values.get("name", theme.name), but=theme)
    for name, value in values.items():
        setattr(theme, name, value)
    theme.save()
    record(by, "changed a theme", theme, now=now)
    return theme


@transaction.atomic
def raise_theme(theme: Theme, *, by: Actor, now: datetime) -> Theme:
    """One place earlier among the themes of its domain."""
    require(may_edit_themes(by, theme.round))
    siblings = [each for each in themes_of(theme.round) if each.domain == theme.domain]
    place = next(place for place, each in enumerate(siblings) if each.pk == theme.pk)
    if place:
        siblings[place - 1], siblings[place] = siblings[place], siblings[place - 1]
        for order, each in enumerate(siblings, start=1):
            each.order = order
            each.save(update_fields=["order"])
        theme.refresh_from_db()
        record(by, "moved a theme", theme, now=now)
    return theme


@transaction.atomic
def merge_themes(theme: Theme, others: Iterable[Theme], *, by: Actor, now: datetime) -> Theme:
    """Several themes were one: their statements move under `theme`, the others go."""
    require(may_edit_themes(by, theme.round))
    merged = [each for each in others if each.pk != theme.pk]
    if not merged:
        raise Refused(Denied(_("Choose at least one other theme to merge into this one.")))
    if any(each.round_id != theme.round_id for each in merged):
        raise Refused(Denied(_("Only themes of the same round can be merged.")))
    kept = set(Coding.objects.filter(theme=theme).values_list("statement_id", "person_id"))
    for coding in Coding.objects.filter(theme__in=merged).order_by("at", "pk"):
        if (coding.statement_id, coding.person_id) not in kept:
            kept.add((coding.statement_id, coding.person_id))
            coding.theme = theme
            coding.save(update_fields=["theme"])
    record(by, "merged themes", theme, now=now, themes=len(merged))
    for each in merged:
        each.delete()
    return theme


@transaction.atomic
def drop_theme(theme: Theme, *, by: Actor, now: datetime) -> None:
    """A theme that nothing stands under."""
    require(may_edit_themes(by, theme.round))
    if Coding.objects.filter(theme=theme, statement__withdrawn_at=None).exists():
        raise Refused(Denied(_("Statements stand under this theme. Merge it into another theme instead.")))
    record(by, "dropped a theme", theme, now=now)
    theme.delete()


def _name_is_free(round: Round, name: str, but: Theme | None = None) -> None:
    if not name.strip():
        raise Refused(Denied(_("Give the theme a name.")))
    same = Theme.objects.filter(round=round, name__iexact=name.strip())
    if but:
        same = same.exclude(pk=but.pk)
    if same.exists():
        raise Refused(Denied(_("There is a theme with this name already. Use that one, or merge the two.")))
