"""What this room tells: the programme, its measures, and how the promising stands."""

from datetime import datetime

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.ground.languages.texts import Written
from kuultu.ground.municipalities.addresses import at
from kuultu.loop import Progress, State, Task
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.models import DecisionEvent, Idea, Step
from kuultu.loop.decisions.queries import ideas_of
from kuultu.loop.measures.models import Measure, MeasureText, Programme
from kuultu.loop.rounds.models import Round


def programme_of(round: Round) -> Programme:
    """The round's programme; one not saved yet if nobody has begun."""
    return Programme.objects.select_related("round").filter(round=round).first() or Programme(round=round)


def measures_of(round: Round) -> QuerySet[Measure]:
    """The measures of a round with what they answer and their owners' word."""
    return (
        Measure.objects.filter(programme__round=round)
        .select_related("programme__round", "acceptance")
        .prefetch_related(Prefetch("cards", Card.objects.select_related("deck__round")), "ideas", "texts")
    )


def the_measure(round: Round, number: int) -> Measure:
    """A measure by its number. Raises Http404."""
    found = measures_of(round).filter(number=number).first()
    if found is None:
        raise Http404("No such measure.")
    return found


def measure_behind(subject: int | None) -> Measure:
    """The measure that an owner's link is bound to. Raises Http404."""
    found = Measure.objects.select_related("programme__round__municipality").filter(pk=subject or 0).first()
    if found is None:
        raise Http404("No such measure.")
    return found


def is_accepted(measure: Measure) -> bool:
    """Has the owner said yes?"""
    acceptance = getattr(measure, "acceptance", None)
    return bool(acceptance and acceptance.accepted)


def told_in(measure: Measure, code: str) -> MeasureText | None:
    """What residents read of a measure in a language; checked or not, the page shows it as it is."""
    return next((text for text in measure.texts.all() if text.language == code), None)


def untold_languages(measure: Measure, languages: list[str]) -> list[str]:
    """The languages in which residents cannot read of it yet."""
    told: set[str] = {text.language for text in measure.texts.all()}
    return [code for code in languages if code not in told]


def unchecked(texts: list[Written]) -> list[Written]:
    """Those that no named reader has checked."""
    return [text for text in texts if not text.is_checked]


def ideas_to_choose(round: Round) -> QuerySet[Idea]:
    """What the tables found, the most wanted first."""
    return ideas_of(round).select_related("card__deck__round")


def progress(round: Round, now: datetime) -> Progress:
    """How the promising stands: chosen, accepted, published."""
    programme = programme_of(round)
    if programme.published_at:
        count = Measure.objects.filter(programme=programme).count()
        return Progress(State.DONE, ngettext_lazy("%d measure published", "%d measures published", count) % count)
    measures = list(measures_of(round))
    if not measures:
        return _not_begun(round)
    says = ngettext_lazy("%d measure chosen", "%d measures chosen", len(measures)) % len(measures)
    return Progress(State.NOW, says, tuple(_tasks(round, measures)))


def _not_begun(round: Round) -> Progress:
    evening = DecisionEvent.objects.filter(round=round, step__in=[Step.CHOOSING, Step.ENDED]).exists()
    if not evening:
        return Progress(State.AHEAD, _("ahead"))
    task = Task(_("Write down the measures that were chosen"),
                _("One to four, each with an owner and a date, while the evening is fresh in mind."),
                _("To the measures"), at("measures:programme", round.code), due=round.decides_on)  # fmt: skip
    return Progress(State.NOW, _("nothing chosen yet"), (task,))


def _tasks(round: Round, measures: list[Measure]) -> list[Task]:
    address = at("measures:programme", round.code)
    waiting = [measure for measure in measures if not is_accepted(measure)]
    if waiting:
        return [
            Task(
                format_lazy(_("Ask the owner of {code}: {post}"), code=measure.code, post=measure.owner_post),
                _("A measure is published only when its owner has said yes."),
                _("Open the measure"),
                at("measures:measure", round.code, measure.number),
            )
            for measure in waiting
        ]
    return [Task(_("Publish the action programme"), _("Every owner has said yes."), _("To the programme"), address)]
