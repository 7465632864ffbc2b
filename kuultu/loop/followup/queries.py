"""What this room tells: how each measure stands, what residents are answered, whom to hear next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.http import Http404
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.web.parts import StepItem
from kuultu.loop import Progress, State, Task
from kuultu.loop.followup.models import Checkup, CheckupState, CheckupText, HearNext, Undone
from kuultu.loop.measures.models import Measure, MeasureStep, MeasureText
from kuultu.loop.measures.queries import measures_of, programme_of, told_in
from kuultu.loop.rounds.models import Ending, Round

SOON = timedelta(days=14)


@dataclass(frozen=True)
class Standing:
    """How a measure stands: its last recorded checkup (None before the first), the next one, the step reached."""

    measure: Measure
    last: Checkup | None
    coming: Checkup | None
    step: MeasureStep
    due_on: date

    @property
    def state(self) -> CheckupState:
        """As last recorded; planned before the first checkup."""
        return CheckupState(self.last.state) if self.last and self.last.state else CheckupState.PLANNED

    @property
    def steps(self) -> list[StepItem]:
        """The four steps: those behind, the one to come next, those ahead; a stopped measure goes no further."""
        values = MeasureStep.values
        reached = values.index(self.step)
        following = "no" if self.state == CheckupState.STOPPED else "now"
        states = ["done" if n <= reached else following if n == reached + 1 else "ahead" for n in range(len(values))]
        return [StepItem(MeasureStep(value).label, state) for value, state in zip(values, states, strict=True)]

    def done_in(self, code: str) -> CheckupText | None:
        """What was done, in a language."""
        texts: Iterable[CheckupText] = self.last.texts.all() if self.last else ()
        return next((text for text in texts if text.language == code), None)


@dataclass(frozen=True)
class AnswerRow:
    """A row of the answer to residents: you said, it was decided, it was done. None where a text is missing."""

    standing: Standing
    text: MeasureText | None
    done: CheckupText | None


def standings_of(round: Round) -> list[Standing]:
    """Every measure of a round with how it stands. Asks the database a fixed number of times."""
    measures = measures_of(round).prefetch_related("checkups__texts", "checkups__reminders", "findings")
    return [standing_of(measure) for measure in measures]


def standing_of(measure: Measure) -> Standing:
    """How one measure stands."""
    checkups = list(measure.checkups.all())
    recorded = sorted((c for c in checkups if c.done_at), key=lambda c: (c.done_at, c.pk))
    last = recorded[-1] if recorded else None
    coming = next((checkup for checkup in checkups if not checkup.done_at), None)
    reached = [checkup.step for checkup in recorded if checkup.step]
    later = [checkup.new_due_on for checkup in recorded if checkup.new_due_on]
    return Standing(
        measure, last, coming, MeasureStep(reached[-1]) if reached else MeasureStep.PROMISED,
        later[-1] if later else measure.due_on,
    )  # fmt: skip


def the_checkup(round: Round, number: int) -> Checkup:
    """A checkup of a round by its id. Raises Http404."""
    found = Checkup.objects.select_related("measure__programme__round").filter(
        measure__programme__round=round, pk=number
    )
    if (checkup := found.first()) is None:
        raise Http404("No such checkup.")
    return checkup


def answer_to_residents(round: Round, code: str) -> list[AnswerRow]:
    """What residents read of a published programme in a language; nothing before it is published."""
    if not programme_of(round).published_at:
        return []
    return [
        AnswerRow(standing, told_in(standing.measure, code), standing.done_in(code)) for standing in standings_of(round)
    ]


def undone_of(round: Round) -> QuerySet[Undone]:
    """What was asked for and is not done, and why."""
    return Undone.objects.filter(round=round)


def hear_next_of(round: Round) -> QuerySet[HearNext]:
    """Whom to hear in the next round."""
    return HearNext.objects.filter(round=round)


def answer_languages(round: Round) -> list[str]:
    """The languages in which every measure can be read, of those promised."""
    measures = list(measures_of(round))
    told = [{text.language for text in measure.texts.all()} for measure in measures]
    return [code for code in round.languages if told and all(code in each for each in told)]


def progress(round: Round, now: datetime) -> Progress:
    """How the keeping and the answer stand."""
    if not programme_of(round).published_at:
        if round.ending == Ending.COLLECTED:
            return Progress(State.DONE, _("ended when it had collected"))
        return Progress(State.AHEAD, _("ahead"))
    # The path stands on every page: only what it tells of is asked for.
    measures = Measure.objects.filter(programme__round=round).prefetch_related("texts", "checkups")
    standings = [standing_of(measure) for measure in measures]
    tasks = [*_overdue(round, standings, now.date()), *_missing_words(round, standings), *_closing(round, standings)]
    done = sum(1 for standing in standings if standing.state == CheckupState.DONE)
    says = ngettext_lazy("%(done)d of %(n)d measure done", "%(done)d of %(n)d measures done", len(standings))
    finished = round.ending != Ending.OPEN
    return Progress(State.DONE if finished else State.NOW, says % {"n": len(standings), "done": done}, tuple(tasks))


def _overdue(round: Round, standings: list[Standing], today: date) -> list[Task]:
    return [
        Task(
            format_lazy(_("Checkup of {code}: {sentence}"), code=each.measure.code, sentence=each.measure.sentence),
            _("Its day has come. Remind the owner, or record what you know.")
            if each.coming.due_on <= today
            else _("Its day is near."),
            _("Open"),
            at("followup:measure", round.code, each.measure.number),
            due=each.coming.due_on,
        )
        for each in standings
        if each.coming and each.coming.due_on <= today + SOON
    ] + [
        Task(
            format_lazy(_("Plan the checkups of {code}"), code=each.measure.code),
            _("A promise that nobody asks about is forgotten."),
            pgettext_lazy("button", "Plan"),
            at("followup:measure", round.code, each.measure.number),
        )
        for each in standings
        if each.coming is None and each.state not in {CheckupState.DONE, CheckupState.STOPPED}
    ]


def _missing_words(round: Round, standings: list[Standing]) -> list[Task]:
    missing = [code for code in round.languages if any(told_in(each.measure, code) is None for each in standings)]
    if not missing:
        return []
    return [Task(_("Write the answer in every language that was heard"),
                 ngettext_lazy("%d language is missing.", "%d languages are missing.", len(missing)) % len(missing),
                 _("To the answer"), at("followup:overview", round.code))]  # fmt: skip


def _closing(round: Round, standings: list[Standing]) -> list[Task]:
    settled = all(each.state in {CheckupState.DONE, CheckupState.STOPPED} for each in standings)
    if round.ending != Ending.OPEN or not settled:
        return []
    return [Task(_("Close the round"), _("Every measure has been done or stopped."), _("To the round's end"),
                 at("followup:overview", round.code))]  # fmt: skip
