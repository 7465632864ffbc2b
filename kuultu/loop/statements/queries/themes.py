"""Themes with their counts, which are counts of events, and the share of what fits no domain."""

from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from kuultu.loop import Sentence
from kuultu.loop.materials.models import Domain
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import DELIVERED, Coding, Theme
from kuultu.loop.statements.queries.heard import heard
from kuultu.loop.statements.queries.lists import statements_of

IN_USE = Q(codings__statement__withdrawn_at=None, codings__statement__event__report__state__in=DELIVERED)


def themes_of(round: Round) -> QuerySet[Theme]:
    """The codebook by domain and order, each theme with `event_count` (at how many events) and `statement_count`.

    For the municipality's own desk. What leaves it – slides, cards, public pages – takes its counts from
    `theme_table`, which leaves out what would point at a small discussion.
    """
    return (
        Theme.objects.filter(round=round)
        .annotate(  # type: ignore[no-redef]  # declared on Theme, so that those who read it know
            event_count=Count("codings__statement__event", filter=IN_USE, distinct=True),
            statement_count=Count("codings__statement", filter=IN_USE, distinct=True),
            place=Case(
                *(When(domain=domain, then=Value(place)) for place, domain in enumerate(Domain.values)),
                output_field=IntegerField(),
            ),
        )
        .order_by("place", "order", "pk")
    )


def the_theme(round: Round, number: int) -> Theme:
    """A theme of a round by its number. Raises Http404."""
    found = themes_of(round).filter(pk=number).select_related("round").first()
    if found is None:
        raise Http404("No such theme.")
    return found


@dataclass(frozen=True, slots=True)
class OtherShare:
    """How much of what was said fits none of the four domains: at how many events, of how many, and how large a part.

    `part` is of statements, never of people: 0–1.
    """

    events: int
    of: int
    part: float

    @property
    def is_high(self) -> bool:
        """A third or more: the questions fit badly."""
        return self.part >= 1 / 3

    @property
    def says(self) -> Sentence:
        """In words."""
        if not self.part:
            return _("Everything fits one of the four domains.")
        if self.is_high:
            return _("A large part of what was said fits none of the four domains. The questions may fit badly.")
        return _("A small part of what was said fits none of the four domains.")


def other_share(round: Round) -> OtherShare:
    """A statement belongs to the domains of its themes; without a theme, to that of its question."""
    placed: dict[int, set[str]] = {}
    domains = dict(Theme.objects.filter(round=round).values_list("pk", "domain"))
    for statement, theme in Coding.objects.filter(theme__in=list(domains)).values_list("statement_id", "theme_id"):
        placed.setdefault(statement, set()).add(domains[theme])
    counted = {event.pk for event in heard(round).counted}
    said = [each for each in statements_of(round).values_list("pk", "event_id", "domain") if each[1] in counted]
    outside = [event for statement, event, own in said if placed.get(statement, {own}) == {Domain.OTHER.value}]
    return OtherShare(len(set(outside)), len(counted), len(outside) / len(said) if said else 0.0)
