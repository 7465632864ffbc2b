"""The evening of a round and the things in it, found by their numbers."""

from django.http import Http404

from kuultu.loop.decisions.models import Attendee, DecisionEvent, Idea, Table
from kuultu.loop.rounds.models import Round


def event_of(round: Round) -> DecisionEvent | None:
    """The round's decision event, once it has been set up."""
    return DecisionEvent.objects.select_related("round__municipality", "card").filter(round=round).first()


def the_evening(round: Round) -> DecisionEvent:
    """The same. Raises Http404 where there is none."""
    found = event_of(round)
    if found is None:
        raise Http404("No decision event yet.")
    return found


def the_table(event: DecisionEvent, number: int) -> Table:
    """A table by its number. Raises Http404."""
    found = Table.objects.select_related("decision_event__round").filter(decision_event=event, number=number).first()
    if found is None:
        raise Http404("No such table.")
    return found


def the_attendee(event: DecisionEvent, pk: int) -> Attendee:
    """Somebody on the list. Raises Http404."""
    found = Attendee.objects.select_related("decision_event__round").filter(decision_event=event, pk=pk).first()
    if found is None:
        raise Http404("Nobody of that number.")
    return found


def the_idea(event: DecisionEvent, pk: int) -> Idea:
    """An idea of the evening, dropped ones too. Raises Http404."""
    found = Idea.objects.select_related("decision_event__round").filter(decision_event=event, pk=pk).first()
    if found is None:
        raise Http404("No such idea.")
    return found
