"""What a card rests on, and what worries: shown beside the card while it is written, asked again before it is approved.

Sources: METHOD rules 2–5; a card is read aloud in under 45 seconds; no place smaller than a district, no name,
never one person's story without a reason and the organisation's yes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.ground.privacy.finder import Certainty, Kind, find
from kuultu.loop import Sentence
from kuultu.loop.cards.models import Card
from kuultu.loop.statements.models import Statement

LONGEST_ALOUD = 45  # seconds
LETTERS_A_SECOND = 15  # a calm reader, Finnish
FEWEST_WORDS, MOST_WORDS = 25, 100
PLACES = {Kind.STREET_ADDRESS}


@dataclass(frozen=True)
class Worry:
    """`kind`: "ok" for what holds, "no" for what stops the card, "mind" for what to think of."""

    kind: str
    says: Sentence


def seconds_aloud(text: str) -> int:
    """How long a calm reader needs, in seconds; pauses of half a second at each full stop."""
    letters = sum(1 for sign in text if not sign.isspace())
    stops = sum(text.count(sign) for sign in ".!?؟።")
    return round(letters / LETTERS_A_SECOND + stops / 2)


def worries_of(card: Card, statements: list[Statement]) -> list[Worry]:
    """Everything there is to say of a card, what stops it first."""
    found = [*_rests_on(card, statements), *_aloud(card), *_names(card), *_harm(card), *_translations(statements)]
    return sorted(found, key=lambda worry: ("no", "mind", "ok").index(worry.kind))


def stops(card: Card, statements: list[Statement]) -> list[Worry]:
    """What must be mended before the card is approved."""
    return [worry for worry in worries_of(card, statements) if worry.kind == "no"]


def _rests_on(card: Card, statements: list[Statement]) -> Iterator[Worry]:
    events = {statement.event_id for statement in statements}
    if not statements:
        yield Worry("no", _("The card rests on no statement. Choose at least two."))
    elif len(statements) == 1 and not card.single_because:
        yield Worry("no", _("One statement only: it may be one person's story. Add another, or say why one is enough."))
    elif len(statements) == 1:
        yield Worry("mind", _("One statement only, with a reason: the organisation must agree."))
    elif len(events) == 1:
        yield Worry("mind", _("All statements are from one event. Look for the same in another."))
    else:
        words = ngettext_lazy("%(n)d statement from %(e)d events.", "%(n)d statements from %(e)d events.", "n")
        yield Worry("ok", words % {"n": len(statements), "e": len(events)})


def _aloud(card: Card) -> Iterator[Worry]:
    seconds, words = seconds_aloud(card.narrative), len(card.narrative.split())
    if seconds > LONGEST_ALOUD or words > MOST_WORDS:
        yield Worry("no", format_lazy(_("Read aloud it takes {s} seconds, the limit is {most}. Shorten it."), s=seconds,
                                      most=LONGEST_ALOUD))  # fmt: skip
    elif words < FEWEST_WORDS:
        yield Worry("mind", _("Very short: will those who were not there understand what happened?"))
    else:
        yield Worry("ok", format_lazy(_("Read aloud {s} seconds, the limit is {most}."), s=seconds, most=LONGEST_ALOUD))


def _names(card: Card) -> Iterator[Worry]:
    found = find(f"{card.title}\n{card.narrative}")
    certain = [each for each in found if each.certainty is Certainty.SURE]
    if any(each.kind in PLACES for each in found):
        yield Worry("no", _("The place is too small: somebody could be known by it. Say only the district."))
    for each in certain:
        if each.kind not in PLACES:
            yield Worry("no", format_lazy(_("“{text}” may tell who somebody is. Leave it out."), text=each.text))
    for each in found:
        if each.kind not in PLACES and each.certainty is not Certainty.SURE:
            yield Worry("mind", format_lazy(_("Is “{text}” a name? Then leave it out."), text=each.text))
    if not found:
        yield Worry("ok", _("No names, no places that are too small."))


def _harm(card: Card) -> Iterator[Worry]:
    if not card.harm_considered:
        yield Worry("no", _("Say whether the card could harm the group, and how that was avoided."))


def _translations(statements: list[Statement]) -> Iterator[Worry]:
    unchecked = _("The translation of {code} has not been checked. Ask for a reader.")
    for statement in statements:
        if statement.language != "fi" and not any(text.is_checked for text in statement.texts.all()):
            yield Worry("no", format_lazy(unchecked, code=statement.code))
