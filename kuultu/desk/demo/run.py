"""The whole story in order, as far as asked."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db import transaction

from kuultu.desk.demo.cast import Cast, hire, make_town, speak_for
from kuultu.desk.demo.deciding import decide, follow, keep, tell
from kuultu.desk.demo.hearing import plan, prepare, talk, understand
from kuultu.desk.demo.story import Story, at_noon
from kuultu.desk.demo.telling import ask, go_on, present
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Membership, Role
from kuultu.loop.rounds.models import Round

type Act = Callable[[Story, Cast], None]


def _follow_and_go_on(story: Story, cast: Cast) -> None:
    follow(story, cast)
    go_on(story, cast)


# Each stage of the loop and what happens in it; `--until` stops after the one that is named.
ACTS: dict[str, Act] = {
    "rounds": plan,
    "materials": prepare,
    "reports": talk,
    "statements": understand,
    "cards": tell,
    "slides": present,
    "decisions": decide,
    "surveys": ask,
    "measures": keep,
    "followup": _follow_and_go_on,
}


def town_of(story: Story) -> Municipality | None:
    """The demo municipality, if it has been made."""
    return Municipality.objects.filter(slug=story.plan["municipality"]["slug"]).first()


def play(story: Story, until: str = "followup") -> Iterator[str]:
    """Take the demo round through the stages, up to and with `until`; yields each stage's name when it is done.

    All or nothing: when a stage fails, nothing of the demo stays.
    """
    with transaction.atomic():
        town = make_town(story)
        with scope(town):
            cast = hire(story, town, at_noon(story.plan["round"]["starts_on"]))
            for stage, act in ACTS.items():
                act(story, cast)
                yield stage
                if stage == until:
                    return


def cast_of(town: Municipality, now: datetime) -> Cast:
    """The people of a demo that was made before. The scope of the town is open."""
    held = Membership.objects.filter(municipality=town).select_related("person", "organisation")
    by_role = {Role(each.role): each for each in held}
    cast = Cast(
        town,
        Actor(frozenset({Role.COORDINATOR}), by_role[Role.COORDINATOR].person),
        Actor(frozenset({Role.ANALYST}), by_role[Role.ANALYST].person),
    )
    for organisation in Organisation.objects.all():
        person = next((each.person for each in held if each.organisation_id == organisation.pk), None)
        if person is not None:
            key = person.email.partition("@")[2].partition(".")[0]
            speak_for(cast, key, organisation, person.name, now)
    cast.round = Round.objects.order_by("starts_on").first()
    return cast
