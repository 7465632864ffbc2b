"""Every write about people: members, sign-in links."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.municipalities.scope import current
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.links import make_link, revoke_links
from kuultu.ground.people.models import Link, Membership, Person, Purpose, Role
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.ground.people.who import may_end_role, may_manage_people

SIGN_IN_LASTS = timedelta(days=2)
NO_LONGER_OPENS = _("This link no longer opens")


@transaction.atomic
def add_member(
    *, by: Actor, now: datetime, email: str, name: str, role: Role, organisation: Organisation | None = None
) -> Membership:
    """Give somebody a role here; the person is made if the address is new."""
    require(may_manage_people(by))
    person = Person.objects.filter(email=email.lower()).first() or Person.objects.create_user(email, name)
    membership, made = Membership.objects.get_or_create(
        person=person, municipality=current(), role=role, organisation=organisation, defaults={"since": now}
    )
    if not made and membership.until is not None and membership.until <= now:
        membership.since, membership.until = now, None
        membership.save(update_fields=["since", "until"])
    record(by, "gave a role", membership, now=now, role=role.value)
    return membership


@transaction.atomic
def end_role(membership: Membership, *, by: Actor, now: datetime) -> Membership:
    """Somebody's role here ends at once; with the last one their sign-in links close. The account stays: it may have
    roles elsewhere."""
    require(may_end_role(by, membership))
    membership.until = now
    membership.save(update_fields=["until"])
    if not Membership.held(now).filter(person=membership.person_id, municipality=current()).exists():
        revoke_links(Purpose.SIGN_IN, membership.person_id, now=now)
    record(by, "ended a role", membership, now=now, role=membership.role)
    return membership


@transaction.atomic
def make_sign_in_link(*, by: Actor, now: datetime, person: Person) -> Link:
    """A link with which a member signs in once, within two days, to this municipality alone. Earlier ones close."""
    require(may_manage_people(by))
    revoke_links(Purpose.SIGN_IN, person.pk, now=now)
    link = make_link(Purpose.SIGN_IN, person.pk, now=now, lasts=SIGN_IN_LASTS)
    record(by, "made a sign-in link", link, now=now)
    return link


@transaction.atomic
def use_sign_in_link(link: Link, *, now: datetime) -> Person:
    """The person of an open link; it opens no second time. The scope is the link's municipality.

    Raises Refused when the link has been used or closed meanwhile, or the person has no role here any more.
    """
    person = Person.objects.filter(pk=link.subject, is_active=True).first()
    if person is None or not Membership.held(now).filter(person=person, municipality=current()).exists():
        raise Refused(Denied(NO_LONGER_OPENS))
    if not Link.objects.filter(pk=link.pk, used_at=None, revoked_at=None).update(used_at=now):
        raise Refused(Denied(NO_LONGER_OPENS))
    record(Actor(person=person), "signed in by link", link, now=now)
    return person
