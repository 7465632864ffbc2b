"""Writes on the set of questions: prepare, add, remove, reorder, freeze; a new language."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.languages.registry import CONTENT
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.materials.models import Domain, Question, QuestionSet, Translation, source_language
from kuultu.loop.materials.rules import may_change_questions, may_freeze, may_prepare
from kuultu.loop.materials.wording import OURS, STARTER, STARTER_KEYS, shipped
from kuultu.loop.rounds.models import Event, EventState, Round

OWN_KEY = re.compile(r"OWN(\d+)")
COPIED = ("text", "probes", "earlier", "language", "state", "author", "reader", "read_at", "follows")


@transaction.atomic
def prepare_questions(round: Round, *, by: Actor, now: datetime) -> QuestionSet:
    """The round's questions in the languages of its events: the previous round's where there is one, else ours.

    A previous round's wordings come with what is known of them: who has read them, whether they are stale.
    """
    require(may_prepare(by, round))
    if QuestionSet.objects.filter(round=round).exists():
        raise Refused(Denied(_("The questions of this round have been prepared already.")))
    earlier = QuestionSet.objects.filter(round_id=round.previous_id).first() if round.previous_id else None
    made = QuestionSet.objects.create(round=round)
    if earlier:
        _copy(earlier, made)
    else:
        for order, (key, domain, minutes) in enumerate(STARTER, start=1):
            Question.objects.create(question_set=made, key=key, domain=domain, order=order, minutes=minutes)
    for code in _languages(round):
        _bring_in(made, code)
    record(by, "prepared the questions", made, now=now, questions=made.questions.count())
    return made


@transaction.atomic
def add_language(question_set: QuestionSet, language: str, *, by: Actor, now: datetime) -> int:
    """Bring our wordings in a language in, for the questions that lack one; how many came.

    None comes where we have no text: those wordings stay missing, and show it, until somebody writes them.
    """
    require(may_prepare(by, question_set.round))
    if language not in CONTENT:
        raise Refused(Denied(_("We do not know this language yet.")))
    came = _bring_in(question_set, language)
    record(by, "brought a language in", question_set, now=now, language=language, wordings=came)
    return came


@transaction.atomic
def add_question(
    question_set: QuestionSet,
    *,
    by: Actor,
    now: datetime,
    text: str,
    domain: str,
    minutes: int = 10,
    probes: Sequence[str] = (),
) -> Question:
    """A question of the municipality's own, in the source language, before the closing one. Its key is new for ever."""
    require(may_change_questions(by, question_set, now))
    key = f"OWN{_own_number()}"
    question = _insert(question_set, key, Domain(domain), minutes)
    Translation.objects.create(
        question=question, language=question_set.source, text=text.strip(), probes=list(probes), author=_name(by)
    )
    _print_anew(question_set)
    record(by, "added a question", question_set, now=now, key=key)
    return question


@transaction.atomic
def bring_question_back(question_set: QuestionSet, key: str, *, by: Actor, now: datetime) -> Question:
    """Take in again one of our ten questions that was removed: same meaning, same key."""
    require(may_change_questions(by, question_set, now))
    if key not in STARTER_KEYS or question_set.questions.filter(key=key).exists():
        raise Refused(Denied(_("Only a removed question of the ten can be brought back.")))
    question = _insert(question_set, key, *STARTER_KEYS[key])
    for code in {*_languages(question_set.round), *_known(question_set)}:
        _bring_in(question_set, code)
    question_set.spent_keys = [spent for spent in question_set.spent_keys if spent != key]
    _print_anew(question_set)
    record(by, "brought a question back", question_set, now=now, key=key)
    return question


@transaction.atomic
def change_question(question: Question, *, by: Actor, now: datetime, domain: str, minutes: int) -> Question:
    """Another domain or time. The meaning stays, and so does the key."""
    require(may_change_questions(by, question.question_set, now))
    question.domain, question.minutes = Domain(domain), minutes
    question.save(update_fields=["domain", "minutes"])
    record(by, "changed a question", question.question_set, now=now, key=question.key)
    return question


@transaction.atomic
def remove_question(question: Question, *, by: Actor, now: datetime) -> None:
    """Leave a question out. Its key is spent."""
    question_set, key = question.question_set, question.key
    require(may_change_questions(by, question_set, now))
    if question_set.questions.count() == 1:
        raise Refused(Denied(_("A discussion needs at least one question. Add another before you remove this one.")))
    question.delete()
    _number(question_set, list(question_set.questions.all()))
    question_set.spent_keys = [*question_set.spent_keys, key]
    _print_anew(question_set)
    record(by, "removed a question", question_set, now=now, key=key)


@transaction.atomic
def reorder_questions(question_set: QuestionSet, keys: Sequence[str], *, by: Actor, now: datetime) -> None:
    """Ask them in this order: every key once."""
    require(may_change_questions(by, question_set, now))
    found = {question.key: question for question in question_set.questions.all()}
    if sorted(found) != sorted(keys):
        raise Refused(Denied(_("The order must name every question once. The list has changed: look again.")))
    _number(question_set, [found[key] for key in keys])
    _print_anew(question_set)
    record(by, "reordered the questions", question_set, now=now)


@transaction.atomic
def freeze_questions(question_set: QuestionSet, *, by: Actor, now: datetime) -> QuestionSet:
    """No more changes but of wording, from now on: forms are being printed and sent."""
    require(may_freeze(by, question_set, now))
    question_set.frozen_at = now
    question_set.save(update_fields=["frozen_at"])
    record(by, "froze the questions", question_set, now=now, version=question_set.version)
    return question_set


@transaction.atomic
def thaw_questions(question_set: QuestionSet, *, by: Actor, now: datetime) -> QuestionSet:
    """Undo a freezing by hand."""
    require(may_freeze(by, question_set, now))
    question_set.frozen_at = None
    question_set.save(update_fields=["frozen_at"])
    record(by, "thawed the questions", question_set, now=now)
    return question_set


def _languages(round: Round) -> list[str]:
    """The source language, the municipality's others, and those of the events."""
    spoken = Event.objects.filter(round=round).exclude(state=EventState.CANCELLED).values_list("language", flat=True)
    return list(dict.fromkeys([source_language(round), *round.municipality.languages.split(","), *spoken]))


def _known(question_set: QuestionSet) -> Iterable[str]:
    return Translation.objects.filter(question__question_set=question_set).values_list("language", flat=True)


def _bring_in(question_set: QuestionSet, code: str) -> int:
    """Our wordings for the questions that lack one in this language. They follow our own source: version 1."""
    ours = shipped(code)
    if ours is None:
        return 0
    came = 0
    for question in question_set.questions.exclude(translations__language=code):
        if found := ours.question(question.key):
            text, probes = found
            Translation.objects.create(
                question=question, language=code, text=text, probes=list(probes), state=ours.state, author=OURS
            )
            came += 1
    return came


def _copy(earlier: QuestionSet, made: QuestionSet) -> None:
    made.spent_keys = earlier.spent_keys
    made.save(update_fields=["spent_keys"])
    for question in earlier.questions.prefetch_related("translations"):
        again = Question.objects.create(
            question_set=made, key=question.key, domain=question.domain, order=question.order,
            minutes=question.minutes, version=question.version,
        )  # fmt: skip
        Translation.objects.bulk_create(
            Translation(question=again, **{name: getattr(row, name) for name in COPIED})
            for row in question.translations.all()
        )


def _own_number() -> int:
    """One more than any OWN key that this municipality has ever given, in any round."""
    given = [*Question.objects.values_list("key", flat=True)]
    for spent in QuestionSet.objects.values_list("spent_keys", flat=True):
        given += spent
    return 1 + max((int(found[1]) for key in given if (found := OWN_KEY.fullmatch(key))), default=0)


def _insert(question_set: QuestionSet, key: str, domain: Domain, minutes: int) -> Question:
    """A row of its own, before the closing question where that is the last."""
    before = list(question_set.questions.all())
    made = Question.objects.create(
        question_set=question_set, key=key, domain=domain, minutes=minutes, order=len(before) + 1
    )
    closing = [row for row in before[-1:] if row.key.startswith("CLOSE")]
    _number(question_set, [*before[: len(before) - len(closing)], made, *closing])
    return made


def _number(question_set: QuestionSet, questions: Sequence[Question]) -> None:
    for order, question in enumerate(questions, start=1):
        if question.order != order:
            question.order = order
            question.save(update_fields=["order"])


def _print_anew(question_set: QuestionSet) -> None:
    question_set.version += 1
    question_set.save(update_fields=["version", "spent_keys"])


def _name(by: Actor) -> str:
    return by.person.name if by.person else by.role_name
