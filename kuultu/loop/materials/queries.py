"""What this room tells: questions, words in a language, what an event's pack holds, how the preparing stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.ground.documents.reading.form_map import FormMap
from kuultu.ground.languages.registry import CONTENT, language
from kuultu.ground.municipalities.addresses import at
from kuultu.loop import Progress, Sentence, State, Task
from kuultu.loop.materials.form_map import map_of
from kuultu.loop.materials.models import Material, Question, QuestionSet, Translation, source_language
from kuultu.loop.materials.pack import Artefact, Pack, Shelf
from kuultu.loop.materials.report_form import ALSO, CHECKS, HOW, PLACES, SIGNS, report_form
from kuultu.loop.materials.wording import FALLBACK, STARTER_KEYS, Texts, shipped
from kuultu.loop.rounds.models import Event, EventState, Round
from kuultu.loop.rounds.queries import events_of


def shelf_of(round: Round) -> Shelf:
    """Every word that the round hands out."""
    question_set = question_set_of(round)
    own = {(row.kind, row.language): row for row in Material.objects.filter(round=round)}
    return Shelf(round, question_set, tuple(questions_of(round)), own)


def question_set_of(round: Round) -> QuestionSet | None:
    """The round's set of questions, once it has been prepared."""
    return QuestionSet.objects.select_related("round__municipality").filter(round=round).first()


def questions_of(round: Round) -> list[Question]:
    """The round's questions in their order, with all wordings."""
    rows = Question.objects.filter(question_set__round=round).select_related("question_set__round__municipality")
    return list(rows.prefetch_related("translations"))


def the_question(round: Round, key: str) -> Question:
    """A question by its key. Raises Http404."""
    found = next((question for question in questions_of(round) if question.key == key), None)
    if found is None:
        raise Http404("No such question.")
    return found


def the_set(round: Round) -> QuestionSet:
    """The set of questions. Raises Http404 before it has been prepared."""
    found = question_set_of(round)
    if found is None:
        raise Http404("No questions yet.")
    return found


def the_language(code: str) -> str:
    """A language's code from an address. Raises Http404 for one that we do not know."""
    if code not in CONTENT:
        raise Http404("No such language.")
    return code


def texts_of(round: Round, code: str) -> Texts:
    """All words of the round in a language, the municipality's own in place of ours."""
    return Texts(code, {(row.kind, row.language): row for row in Material.objects.filter(round=round)})


def removed_questions(question_set: QuestionSet) -> list[tuple[str, str]]:
    """Our questions that were removed and can be brought back: key and text in the source language."""
    present = {question.key for question in question_set.questions.all()}
    ours = shipped(question_set.source) or shipped(FALLBACK[0])
    found = [(key, ours.question(key) if ours else None) for key in STARTER_KEYS if key not in present]
    return [(key, said[0]) for key, said in found if said]


def pack_of(event: Event, *, scribe_link: str = "") -> Pack:
    """Everything that an event's papers are made of. `event` from `rounds.queries.the_event`."""
    return shelf_of(event.round).pack(event, scribe_link=scribe_link)


def event_of_link(subject: int | None) -> Event:
    """The event that a link is bound to. Raises Http404."""
    people = Event.objects.select_related("round__municipality", "group", "organisation")
    found = people.prefetch_related("assignments").filter(pk=subject or 0).first()
    if found is None:
        raise Http404("No such event.")
    return found


def artefacts_of(event: Event) -> list[Artefact]:
    """What is handed out at an event, each with the state of its words."""
    return shelf_of(event.round).artefacts(event.language)


def form_map(round: Round) -> FormMap:
    """What the Word reader must know: every text printed on the forms of the round's events, now or before."""
    shelf = shelf_of(round)
    packs = [shelf.pack(event) for event in events_of(round)]
    rows = Translation.objects.filter(question__question_set__round=round).select_related("question")
    printed: dict[str, list[str]] = {}
    for row in rows:
        printed.setdefault(row.question.key, []).extend([row.text, *row.earlier])
    return map_of([report_form(pack, typed=True) for pack in packs], printed)


@dataclass(frozen=True)
class FormWords:
    """What people type where the form offers a choice: words in the round's languages → what they mean.

    marks: "hyvä" or "+" → "good" (also bad, both, proposal, quote); choices: field tag → word → value.
    Words are case-folded.
    """

    marks: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]


def form_words(round: Round) -> FormWords:
    """The words of choices and marks in the languages of the round's events and of the municipality."""
    shelf = shelf_of(round)
    codes = {source_language(round), *(event.language for event in events_of(round))}
    said = [shelf.texts(code) for code in sorted(codes)]
    marks = dict(SIGNS + ALSO) | _words(said, "form.marks", [word for _sign, word in SIGNS])
    yes_no = _words(said, "form", ["yes", "no"])
    choices = {f"E.{name}": yes_no for name in CHECKS}
    choices |= dict.fromkeys(("A.interpreter", "A.briefed", "F.removed"), yes_no)
    choices |= {"A.place": _words(said, "form.places", PLACES), "E.how": _words(said, "form.checks", HOW)}
    return FormWords(marks, choices)


def _words(said: Iterable[Texts], group: str, names: Iterable[str]) -> dict[str, str]:
    return {texts[f"{group}.{name}"].casefold(): name for name in names for texts in said}


@dataclass(frozen=True)
class Tongue:
    """A language of the round: its events and what is handed out in it."""

    code: str
    events: tuple[Event, ...]
    artefacts: tuple[Artefact, ...]

    @property
    def needs(self) -> tuple[Artefact, ...]:
        """What somebody who knows the language has still to look at."""
        return tuple(each for each in self.artefacts if each.needs_reader)

    @property
    def state(self) -> str:
        """The weakest state: see `Artefact.state`."""
        order = ("missing", "stale", "machine", "draft", "checked", "approved")
        return min((each.state for each in self.artefacts), key=order.index)


def tongues_of(shelf: Shelf, events: Iterable[Event], *, source: bool = True) -> list[Tongue]:
    """The municipality's first language (with `source`), then those of the events, in the order of their first."""
    by_code: dict[str, list[Event]] = {source_language(shelf.round): []} if source else {}
    for event in events:
        if event.state != EventState.CANCELLED:
            by_code.setdefault(event.language, []).append(event)
    return [Tongue(code, tuple(held), tuple(shelf.artefacts(code))) for code, held in by_code.items()]


# What a language needs most, by the weakest state of its texts.
NEEDS: dict[str, tuple[Sentence, Sentence]] = {
    "missing": (
        _("Write what is missing"),
        _("Some texts are not there in this language yet. They would be handed out in another, with a mark."),
    ),
    "stale": (
        _("Look at the changed texts"),
        _("What they were translated from has changed since somebody last read them."),
    ),
    "source": (
        _("Read the texts"),
        _("The other languages follow these. Mend them first, then say that you have read them."),
    ),
    "draft": (
        _("Find a reader"),
        _("Nobody who knows the language has checked the texts. Until then every page says so."),
    ),
}


def progress(round: Round, now: datetime) -> Progress:
    """How the preparing stands: questions, languages without a reader or without texts, gaps in invitations."""
    events = [event for event in events_of(round) if event.state != EventState.CANCELLED]
    if events and not _still_ahead(events, now) and question_set_of(round):
        return Progress(State.DONE, _in_languages(events))  # nothing more is handed out, so no text is looked at
    shelf = shelf_of(round)
    if not events and shelf.question_set is None:
        return Progress(State.AHEAD, _("when the first discussion has been planned"))
    tasks = tasks_of(shelf, events, now)
    if shelf.question_set is None:
        return Progress(State.NOW, _("questions to prepare"), tuple(tasks))
    return Progress(State.NOW if tasks else State.DONE, _in_languages(events), tuple(tasks))


def _in_languages(events: Iterable[Event]) -> Sentence:
    languages = len({event.language for event in events})
    return ngettext_lazy("%d language", "%d languages", languages) % languages


def _still_ahead(events: Iterable[Event], now: datetime) -> list[Event]:
    return [event for event in events if event.state == EventState.PLANNED and now < event.starts_at]


def tasks_of(shelf: Shelf, events: Iterable[Event], now: datetime, *, source: bool = True) -> list[Task]:
    """What is to be done before these events; nothing for events that have begun. Without `source`: for others than
    the coordinator, who alone writes the texts that the others follow."""
    ahead = _still_ahead(events, now)
    if shelf.question_set is None:
        return [_prepare_task(shelf.round, ahead)] if source else []
    if not ahead:
        return []
    tasks = [*_tasks_of_languages(shelf, ahead, source=source), *_tasks_of_gaps(shelf, ahead)]
    return sorted(tasks, key=lambda task: task.due or date.max)


def _prepare_task(round: Round, ahead: list[Event]) -> Task:
    return Task(
        _("Prepare the questions"),
        _("Ten questions are ready in the languages of the discussions. Look at them before invitations go out."),
        _("Prepare the questions"),
        at("materials:materials", round.code),
        due=_first_day(ahead),
    )


def _tasks_of_languages(shelf: Shelf, ahead: list[Event], *, source: bool) -> list[Task]:
    """One task for each language of a coming discussion: what it needs most."""
    found = []
    for tongue in tongues_of(shelf, ahead, source=source):
        if not tongue.needs:
            continue
        is_source = tongue.code == source_language(shelf.round)
        unread = is_source and tongue.state == "draft"
        what, why = NEEDS["source" if unread else tongue.state if tongue.state in NEEDS else "draft"]
        arrangers = [event.organisation_id for event in tongue.events]
        run_by_others = bool(arrangers) and all(arrangers) and not is_source  # which the coordinator alone writes
        found.append(
            Task(
                format_lazy("{what}: {language}", what=what, language=language(tongue.code).own),
                why,
                _("Open"),
                at("materials:language", shelf.round.code, tongue.code),
                due=_first_day(list(tongue.events) or ahead),
                role="organisation" if run_by_others else "coordinator",
                organisations=frozenset(each for each in arrangers if each) if run_by_others else frozenset(),
            )
        )
    return found


def _tasks_of_gaps(shelf: Shelf, ahead: list[Event]) -> list[Task]:
    return [
        Task(
            format_lazy(_("Fill in the invitation of {code}"), code=event.full_code),
            _("It leaves room to write by hand where something is not known yet."),
            _("Open"),
            at("materials:pack", shelf.round.code, event.code),
            due=event.starts_at.date(),
            role="organisation" if event.organisation_id else "coordinator",
            organisations=frozenset({event.organisation_id}) if event.organisation_id else frozenset(),
        )
        for event in ahead
        if shelf.pack(event).gaps()
    ]


def _first_day(events: list[Event]) -> date | None:
    return min((event.starts_at.date() for event in events), default=None)
