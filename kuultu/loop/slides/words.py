"""How counts of discussions are said, on pages and in the file."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from kuultu.loop.reports.models import Mark


def spoken_at(events: int, of: int, *, whole: bool) -> str:
    """The sentence above a chart. "Every" is said only where no discussion was left out."""
    if whole and events == of and of > 1:
        return _("Spoken of in every discussion.")
    words = ngettext("Spoken of in {events} of {of} discussion.", "Spoken of in {events} of {of} discussions.", of)
    return words.format(events=events, of=of)


def said_at(events: int, of: int) -> str:
    """Beside a row of boxes."""
    return ngettext("{events} / {of} discussion", "{events} / {of} discussions", of).format(events=events, of=of)


def mark_word(mark: str) -> str:
    """What a row counts; "" for everything that was told."""
    return {
        "": _("Told"),
        Mark.GOOD.value: pgettext("told of", "Good"),
        Mark.BAD.value: pgettext("told of", "Bad"),
        Mark.PROPOSAL.value: pgettext("told of", "Proposals"),
    }[mark]
