"""Plain language in place of our ordinary words: for residents who read little of the language, or read slowly."""

from datetime import datetime

from django.db import transaction

from kuultu.ground.people.actor import Actor
from kuultu.loop.materials.actions.wordings import override_text
from kuultu.loop.materials.models import Kind, Material
from kuultu.loop.materials.wording import OURS, SECTIONS, plain_words
from kuultu.loop.rounds.models import Round

# What residents read; guides and forms are for those who facilitate and write.
FOR_RESIDENTS = (Kind.INVITATION, Kind.POSTER)


@transaction.atomic
def take_plain_words(round: Round, language: str, *, by: Actor, now: datetime) -> list[Material]:
    """Invitation, privacy notice, message and poster in plain language, as the round's own words: they can be changed,
    are drafts until somebody has read them, and emptied they give the ordinary words back."""
    words, taken = plain_words(language), []
    for kind in FOR_RESIDENTS:
        starts = tuple(f"{section}." for section in SECTIONS[kind])
        texts = {key: text for key, text in words.items() if key.startswith(starts)}
        if texts:
            taken.append(override_text(round, kind, language, by=by, now=now, texts=texts, author=OURS))
    return taken
