"""What worries about a slide: shown beside it; what stops it stops the freezing too."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.privacy.finder import Certainty, find
from kuultu.loop import Sentence
from kuultu.loop.slides.models import Slide, SlideKind
from kuultu.loop.slides.quoting import why_not
from kuultu.loop.slides.shown import MOST_WORDS, SlideShown


@dataclass(frozen=True)
class Worry:
    """`stops`: it must be mended before the presentation is frozen."""

    says: Sentence
    stops: bool = False


def worries_of(shown: SlideShown) -> list[Worry]:
    """Everything, what stops it first. A hidden slide worries nobody."""
    if not shown.slide.shown:
        return []
    found = [*quote_worries(shown.slide), *_length(shown), *_quote(shown), *_names(shown.slide)]
    return sorted(found, key=lambda worry: not worry.stops)


def quote_worries(slide: Slide) -> list[Worry]:
    """A quote that may not be shown, or not any more."""
    if slide.quote is None or not (why := why_not(slide.quote)):
        return []
    return [Worry(format_lazy(_("This quote may not be shown. {why} Choose another."), why=why), stops=True)]


def _length(shown: SlideShown) -> Iterator[Worry]:
    if shown.words > MOST_WORDS:
        says = _("{words} words. At most {most} can be read from the back row.")
        yield Worry(format_lazy(says, words=shown.words, most=MOST_WORDS))
    if not shown.slide.lines and shown.slide.kind not in {SlideKind.TITLE, SlideKind.CARDS}:
        yield Worry(_("No sentence yet. Say in one to three sentences what was told."))


def _quote(shown: SlideShown) -> Iterator[Worry]:
    if shown.slide.kind == SlideKind.THEME and shown.slide.quote is None:
        yield Worry(_("No quote. Somebody's own words stay in mind longer than ours."))
    if shown.quote and shown.quote.state:
        yield Worry(_("Nobody has checked the translation of the quote. The slide says so."))


def _names(slide: Slide) -> Iterator[Worry]:
    """In the words that we have written: a name, a number, an address."""
    for each in find("\n".join([slide.heading, *slide.lines])):
        if each.certainty is Certainty.SURE:
            yield Worry(format_lazy(_("“{text}” may tell who somebody is. Leave it out."), text=each.text))
