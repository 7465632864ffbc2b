"""Who has which role in the municipality."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.http import Http404

from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.municipalities.scope import current
from kuultu.ground.people.models import Membership, Role


@dataclass(frozen=True)
class Membered:
    """An organisation with its people; None for the municipality's own."""

    organisation: Organisation | None
    members: list[Membership]


def members(now: datetime) -> list[Membership]:
    """Every role that holds now, those of the municipality first."""
    held = Membership.objects.filter(municipality=current()).filter(Q(until=None) | Q(until__gt=now))
    rows = held.select_related("person", "organisation")
    order = {role: place for place, role in enumerate(Role.values)}
    return sorted(rows, key=lambda each: (order[each.role], each.person.name, each.pk))


def by_house(now: datetime) -> tuple[list[Membership], list[Membered]]:
    """The municipality's own people, and each organisation with its people; an organisation without people too."""
    held = members(now)
    own = [each for each in held if each.organisation_id is None]
    theirs = [
        Membered(organisation, [each for each in held if each.organisation_id == organisation.pk])
        for organisation in Organisation.objects.all()
    ]
    return own, theirs


def the_membership(number: int) -> Membership:
    """A role in this municipality by its number. Raises Http404."""
    found = Membership.objects.filter(municipality=current(), pk=number).select_related("person", "organisation")
    if (membership := found.first()) is None:
        raise Http404("No such role.")
    return membership


def the_organisation(number: int) -> Organisation:
    """An organisation of this municipality, frozen ones too. Raises Http404."""
    found = Organisation.objects.filter(pk=number).first()
    if found is None:
        raise Http404("No such organisation.")
    return found
