"""Answers to a question of a few classes, for people who read sentences: every class in figures, or one word."""

from collections.abc import Mapping

from kuultu.ground.privacy.disclosure.audience import Audience
from kuultu.ground.privacy.disclosure.classes import collapsed, counted
from kuultu.ground.privacy.disclosure.shares import _in_words, share_of
from kuultu.ground.privacy.disclosure.shown import InFigures, Shown


def plain_share(
    counts: Mapping[str, int], *, audience: Audience, events: int | None = None, ordered: bool = False
) -> Shown:
    """As `share_of`, but with one word in place of figures where a class is too small to be shown.

    With three classes of which one is small, `share_of` puts two of them together, and that may be the very side
    that most people took. Whether a word is said depends on smallness alone, never on which side leads: so the
    choice between word and figures tells nothing more. Raises ValueError for a negative count.
    """
    shown = share_of(counts, audience=audience, events=events, ordered=ordered)
    if not isinstance(shown, InFigures) or not any(each.rest for each in shown.slices):
        return shown
    classes = counted(counts)
    return _in_words(collapsed(classes) if ordered else classes, audience)
