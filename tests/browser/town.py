"""A municipality and its coordinator in an empty data folder; prints the link with which she signs in."""

from datetime import UTC, datetime

from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actions import add_member, make_sign_in_link
from kuultu.ground.people.actor import THE_SYSTEM
from kuultu.ground.people.links import address_of
from kuultu.ground.people.models import Role


def main() -> None:
    """Aino coordinates Mallila."""
    now = datetime.now(UTC)
    town = Municipality.objects.create(
        slug="mallila", code="999", prefix="MAL", name_fi="Mallila", name_sv="Mallby", languages="fi,sv",
        contact_email="aino@mallila.example", contact_phone="050 000 0101",
    )  # fmt: skip
    with scope(town):
        held = add_member(
            by=THE_SYSTEM, now=now, email="aino@mallila.example", name="Aino Laine", role=Role.COORDINATOR
        )
        print(address_of(make_sign_in_link(by=THE_SYSTEM, now=now, person=held.person)))
