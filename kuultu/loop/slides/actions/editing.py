"""Writes on slides: their words, quote and cards; their place; hidden, shown, added, taken away."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop import Sentence
from kuultu.loop.cards.models import Card
from kuultu.loop.slides.models import ADDED, Presentation, Slide, SlideKind
from kuultu.loop.slides.queries import cards_to_name
from kuultu.loop.slides.quoting import why_not
from kuultu.loop.slides.rules import may_change, may_remove
from kuultu.loop.slides.shown import cards_named, with_cards
from kuultu.loop.statements.models import Statement


@transaction.atomic
def change_slide(
    slide: Slide,
    *,
    by: Actor,
    now: datetime,
    heading: str,
    lines: Sequence[str] = (),
    notes: str = "",
    quote: Statement | None = None,
    cards: Iterable[Card] | None = None,
) -> Slide:
    """Other words, another quote (None: none), other cards.

    `cards=None` leaves them, but on the questions it takes those that are named at the ends of the lines.
    """
    require(may_change(by, slide.presentation))
    if quote and (why := _why_not_here(slide, quote)):
        raise Refused(Denied(why))
    named = cards_named(slide.lines)
    slide.heading, slide.lines, slide.notes = heading, [line for line in lines if line], notes
    slide.quote, slide.edited_at = quote, now
    if slide.kind == SlideKind.QUESTIONS:
        slide.lines = with_cards(slide.lines, list(cards or ()))
    slide.save()
    _name_cards(slide, cards, named)
    record(by, "changed the slide", slide, now=now, kind=slide.kind)
    return slide


@transaction.atomic
def move_slide(slide: Slide, *, by: Actor, now: datetime, earlier: bool) -> None:
    """One place earlier or later; at either end it stays where it is."""
    require(may_change(by, slide.presentation))
    order = list(slide.presentation.slides.all())
    place = order.index(slide)
    new = max(0, place - 1) if earlier else min(len(order) - 1, place + 1)
    order.insert(new, order.pop(place))
    for number, each in enumerate(order, start=1):
        if each.order != number:
            each.order = number
            each.save(update_fields=["order"])
    record(by, "moved the slide", slide, now=now, to=new + 1)


@transaction.atomic
def show_slide(slide: Slide, *, by: Actor, now: datetime, shown: bool) -> None:
    """Show it, or hide it: a hidden slide is in no file and on no wall."""
    require(may_change(by, slide.presentation))
    slide.shown = shown
    slide.save(update_fields=["shown"])
    record(by, "showed the slide" if shown else "hid the slide", slide, now=now, kind=slide.kind)


@transaction.atomic
def add_slide(
    presentation: Presentation,
    *,
    by: Actor,
    now: datetime,
    heading: str,
    lines: Sequence[str] = (),
    notes: str = "",
    kind: SlideKind | str = SlideKind.TEXT,
) -> Slide:
    """A slide of one's own at the end: text, or the cards that lie on the tables."""
    require(may_change(by, presentation))
    if kind not in ADDED:
        raise Refused(Denied(_("A slide of this kind is built, not added.")))
    last = presentation.slides.last()
    slide = Slide.objects.create(
        presentation=presentation, order=last.order + 1 if last else 1, kind=kind, heading=heading,
        lines=[line for line in lines if line], notes=notes, edited_at=now,
    )  # fmt: skip
    if kind == SlideKind.CARDS:
        slide.cards.set(cards_to_name(presentation.round))
    record(by, "added a slide", slide, now=now, kind=slide.kind)
    return slide


@transaction.atomic
def remove_slide(slide: Slide, *, by: Actor, now: datetime) -> None:
    """Take away a slide that a person has added."""
    require(may_remove(by, slide))
    record(by, "took a slide away", slide, now=now, kind=slide.kind)
    slide.delete()


def _why_not_here(slide: Slide, quote: Statement) -> Sentence:
    if quote.round_id != slide.presentation.round_id:
        return _("The statement is of another round.")
    why = why_not(quote)
    return format_lazy(_("This quote may not be shown. {why} Choose another."), why=why) if why else ""


def _name_cards(slide: Slide, cards: Iterable[Card] | None, before: set[int]) -> None:
    """Those given; on questions those that the lines name, where they name any or did so `before`."""
    if cards is not None:
        slide.cards.set(cards)
        return
    numbers = cards_named(slide.lines)
    if slide.kind != SlideKind.QUESTIONS or not numbers | before:
        return
    named = cards_to_name(slide.presentation.round).filter(number__in=numbers)
    if missing := numbers - {card.number for card in named}:
        raise Refused(Denied(format_lazy(_("There is no card {code}."), code=f"K{min(missing)}")))
    slide.cards.set(named)
