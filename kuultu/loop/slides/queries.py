"""What this room tells: the presentation, its slides as shown, and how the telling stands."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.ground.municipalities.addresses import at
from kuultu.loop import Progress, State, Task
from kuultu.loop.cards.models import Card, CardState
from kuultu.loop.rounds.models import Ending, Round
from kuultu.loop.slides.drafts import quotes_by_theme, themes_to_show
from kuultu.loop.slides.facts import Facts, facts_of, spoken_of
from kuultu.loop.slides.models import Presentation, Slide
from kuultu.loop.slides.shown import SlideShown, shown
from kuultu.loop.statements.models import Statement, Theme
from kuultu.loop.statements.queries import themes_of
from kuultu.loop.statements.queries.heard import heard

BUILT_BEFORE = timedelta(days=10)
FROZEN_BEFORE = timedelta(days=1)


def presentations_of(round: Round) -> list[Presentation]:
    """One in each language, the first made first."""
    return list(Presentation.objects.filter(round=round).select_related("round__municipality"))


def presentation_of(round: Round, language: str = "") -> Presentation | None:
    """The presentation in a language; the first that was made where none is named."""
    made = presentations_of(round)
    return next((each for each in made if not language or each.language == language), None)


def slides_of(presentation: Presentation) -> QuerySet[Slide]:
    """Its slides in their order, hidden ones too."""
    return (
        Slide.objects.filter(presentation=presentation)
        .select_related("presentation__round__municipality", "theme", "quote__event__report", "shown_quote")
        .prefetch_related("cards", "quote__texts")
    )


def slides_shown(presentation: Presentation, *, hidden: bool = True) -> list[SlideShown]:
    """Every slide as it is shown; without `hidden` those alone that are."""
    frozen = presentation.frozen_at is not None
    facts = Facts() if frozen else facts_of(presentation.round, presentation.language)
    return [each for each in shown(list(slides_of(presentation)), facts) if hidden or each.number]


def the_slide(round: Round, number: int) -> Slide:
    """A slide of a round by its id. Raises Http404."""
    found = Slide.objects.filter(presentation__round=round, pk=number).select_related("presentation").first()
    if found is None:
        raise Http404("No such slide.")
    return slides_of(found.presentation).get(pk=number)


def the_presentation(round: Round, language: str) -> Presentation:
    """The presentation in a language. Raises Http404."""
    found = presentation_of(round, language)
    if found is None:
        raise Http404("No such presentation.")
    return found


def themes_to_choose(round: Round) -> list[tuple[Theme, int, int, bool]]:
    """Themes that were spoken of: at how many discussions, of how many, and whether we would show it."""
    spoken, themes = spoken_of(round, heard(round)), list(themes_of(round))
    wanted = themes_to_show(themes, Facts(spoken))
    told = [(theme, spoken[theme.pk]) for theme in themes if theme.pk in spoken]
    return [(theme, each.events, each.of, theme in wanted) for theme, each in told]


def quotes_to_choose(slide: Slide) -> Sequence[Statement]:
    """What may be quoted on a theme's slide, the best first."""
    if slide.theme_id is None:
        return []
    return quotes_by_theme(slide.presentation.round, slide.presentation.language).get(slide.theme_id, [])


def cards_to_name(round: Round) -> QuerySet[Card]:
    """Those that were not withdrawn."""
    return Card.objects.filter(deck__round=round).exclude(state=CardState.WITHDRAWN).select_related("deck__round")


def progress(round: Round, now: datetime) -> Progress:
    """Is there a presentation, and is it frozen?"""
    made = presentations_of(round)
    page = at("slides:overview", round.code)
    if made and all(each.frozen_at for each in made):
        return Progress(State.DONE, _("the presentation is frozen"))
    past = round.decides_on is not None and now.date() > round.decides_on
    if round.ending != Ending.OPEN or past:
        return Progress(State.DONE, _("the presentation was left open") if made else _("no presentation was made"))
    if not made:
        if not cards_to_name(round).exists():
            return Progress(State.AHEAD, _("when there are cards"))
        due = round.decides_on - BUILT_BEFORE if round.decides_on else None
        task = Task(_("Build the results presentation"),
                    _("The slides are made of themes and cards. Mend the words, and let the organisations read them."),
                    _("Build"), page, due=due)  # fmt: skip
        return Progress(State.NOW, _("not built yet"), (task,))
    count = made[0].slides.filter(shown=True).count()
    due = round.decides_on - FROZEN_BEFORE if round.decides_on else None
    task = Task(_("Freeze the presentation"), _("What the decision-makers see stays as they saw it."),
                _("To the slides"), page, due=due)  # fmt: skip
    return Progress(State.NOW, ngettext_lazy("%d slide", "%d slides", count) % count, (task,))
