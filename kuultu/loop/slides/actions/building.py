"""Building the presentation, first and again, and freezing it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.languages.registry import INTERFACE
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.rounds.models import Round
from kuultu.loop.slides.drafts import Draft, drafts_of, themes_to_show
from kuultu.loop.slides.facts import Facts, facts_of
from kuultu.loop.slides.models import ADDED, Presentation, ShownQuote, Slide, SlideKind
from kuultu.loop.slides.queries import presentation_of, slides_shown
from kuultu.loop.slides.rules import may_build, may_freeze
from kuultu.loop.slides.shown import SlideShown
from kuultu.loop.statements.models import Theme
from kuultu.loop.statements.queries import themes_of


@transaction.atomic
def build_presentation(
    round: Round,
    *,
    by: Actor,
    now: datetime,
    language: str = "fi",
    themes: Sequence[Theme] = (),
    anew: bool = False,
) -> Presentation:
    """The slides of a round in an interface language, one for each of `themes` (those told most where none is named).

    Built again, what a person has edited, added, moved or hidden stays as it is; with `anew` the words that were edited
    are replaced. An edited slide whose theme is no longer wanted is hidden.
    """
    found = presentation_of(round, language)
    require(may_build(by, round, found))
    if language not in INTERFACE:
        raise Refused(Denied(_("A presentation is built in Finnish, Swedish or English.")))
    with translation.override(language):
        facts = facts_of(round, language)
        known = list(themes_of(round))
        chosen = [theme for theme in known if theme in themes] or themes_to_show(known, facts)
        drafts = drafts_of(round, language, chosen, facts)
    made, _new = Presentation.objects.update_or_create(
        round=round,
        language=language,
        defaults={"title": f"{drafts[0].heading}, {round.name}"[:160], "built_at": now},
    )
    made.round = round
    slides = _merge(made, drafts, anew=anew)
    record(by, "built the presentation", made, now=now, language=language, slides=slides)
    return made


@transaction.atomic
def freeze_presentation(presentation: Presentation, *, by: Actor, now: datetime) -> Presentation:
    """From now on it stays as it is shown: words, counts and quotes."""
    require(may_freeze(by, presentation))
    for each in slides_shown(presentation):
        _keep(each)
    presentation.frozen_at = now
    presentation.save(update_fields=["frozen_at"])
    record(by, "froze the presentation", presentation, now=now, language=presentation.language)
    return presentation


def _merge(presentation: Presentation, drafts: list[Draft], *, anew: bool) -> int:
    """Bring the slides up to date, in the order in which they stand; new ones follow their neighbour in the draft."""
    held = list(presentation.slides.all())
    by_key = {_key(slide): slide for slide in held if slide.kind not in ADDED}
    order, before = [*held], None
    for draft in drafts:
        slide = by_key.pop((draft.kind.value, draft.theme.pk if draft.theme else None), None)
        if slide is None:
            slide = Slide(presentation=presentation, kind=draft.kind, theme=draft.theme)
            order.insert(order.index(before) + 1 if before else 0, slide)
        slide.order = 0
        if anew or not slide.edited_at:
            _write(slide, draft)
        before = slide
    for slide in by_key.values():
        _no_longer_wanted(slide, order, anew=anew)
    for place, slide in enumerate(order, start=1):
        slide.order = place
        slide.save()
    return len(order)


def _key(slide: Slide) -> tuple[str, int | None]:
    return (slide.kind, slide.theme_id if slide.kind == SlideKind.THEME else None)


def _write(slide: Slide, draft: Draft) -> None:
    slide.heading, slide.lines, slide.notes = draft.heading[:160], list(draft.lines), draft.notes
    slide.quote, slide.edited_at = draft.quote, None
    slide.save()
    slide.cards.set(draft.cards)


def _no_longer_wanted(slide: Slide, order: list[Slide], *, anew: bool) -> None:
    if slide.edited_at and not anew:
        slide.shown = False
    else:
        order.remove(slide)
        slide.delete()


def _keep(shown: SlideShown) -> None:
    """Write what is counted, asked and quoted on a slide beside it."""
    slide = shown.slide
    slide.facts = _facts(shown)
    slide.save(update_fields=["facts"])
    if shown.quote:
        told = shown.quote
        ShownQuote.objects.create(
            slide=slide, statement=told.statement, original=told.original, language=told.language,
            translation=told.translation, translation_language=told.translation_language, state=told.state,
        )  # fmt: skip


def _facts(shown: SlideShown) -> dict[str, object]:
    kept = Facts(heard=shown.heard, asked=shown.asked)
    found: dict[str, object] = {"chart": shown.spoken.kept()} if shown.spoken else {}
    if shown.slide.kind == SlideKind.ASKED:
        found |= {"heard": [list(each) for each in kept.heard], "asked": [list(each) for each in kept.asked]}
    return found
