"""Writes on wordings: mend one, put the municipality's own words in place of ours, say who has read them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.languages.registry import CONTENT
from kuultu.ground.languages.texts import TextState
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.materials.models import Kind, Material, Question, Translation
from kuultu.loop.materials.rules import may_word
from kuultu.loop.materials.wording import OURS, PLACEHOLDER, PLACEHOLDERS, SECTIONS, shipped
from kuultu.loop.rounds.models import Round


@transaction.atomic
def change_wording(
    question: Question,
    language: str,
    *,
    by: Actor,
    now: datetime,
    text: str,
    probes: Sequence[str] | None = None,
    spelling_only: bool = False,
    author: str = "",
) -> Translation:
    """Another wording of the same question. It is a draft until somebody has read it.

    In the source language it makes the other languages stale, unless only the spelling was mended.
    `probes`: None leaves them as they are. `author`: who wrote it, when that is not who saves it.
    """
    question_set = question.question_set
    require(may_word(by, question_set.round, language))
    _known(language)
    if not text.strip():
        raise Refused(Denied(_("A question needs words. Write it, or remove the question from the list.")))
    row = Translation.objects.filter(question=question, language=language).first()
    wanted = [probe.strip() for probe in (probes if probes is not None else row.probes if row else [])]
    row = row or Translation(question=question, language=language, text="")
    if (row.text, row.probes) == (text.strip(), wanted):
        return row
    if language == question_set.source and not spelling_only:
        question.version += 1
        question.save(update_fields=["version"])
    if row.text and row.text != text.strip():
        row.earlier = list(dict.fromkeys([*row.earlier, row.text]))
    row.text, row.probes, row.follows = text.strip(), [probe for probe in wanted if probe], question.version
    row.state, row.author, row.reader, row.read_at = TextState.DRAFT, author or _name(by), "", None
    row.save()
    question_set.version += 1
    question_set.save(update_fields=["version"])
    record(by, "mended a wording", question_set, now=now, key=question.key, language=language)
    return row


@transaction.atomic
def override_text(
    round: Round, kind: Kind, language: str, *, by: Actor, now: datetime, texts: Mapping[str, str], author: str = ""
) -> Material:
    """The municipality's own words, by key (`invitation.lead`), in place of ours.

    An empty text, or one equal to ours, gives ours back; keys that are not named stay as they are. A change makes
    a draft of it. `author`: who wrote them, when that is not who saves them. Raises Refused for a key that the kind
    does not have.
    """
    require(may_word(by, round, language))
    _known(language)
    starts = tuple(f"{section}." for section in SECTIONS.get(kind, ()))
    if any(not key.startswith(starts) for key in texts):
        raise Refused(Denied(_("This text does not belong here.")))
    _placeholders(texts.values())
    row = _row(round, kind, language)
    ours = shipped(language)
    kept = dict(row.texts)
    for key, text in texts.items():
        plain = "\n".join(line.strip() for line in text.strip().splitlines())
        kept.pop(key, None)
        if plain and plain != (ours.texts.get(key) if ours else None):
            kept[key] = plain
    if kept == row.texts and row.pk:
        return row
    row.texts = kept
    row.state, row.author, row.reader, row.read_at = TextState.DRAFT, author or _name(by), "", None
    row.follows = ours.version if ours else 1
    row.save()
    record(by, "wrote own words", row, now=now, kind=kind.value, language=language, texts=len(kept))
    return row


@transaction.atomic
def mark_wording_read(translation: Translation, *, by: Actor, now: datetime, reader: str) -> Translation:
    """A named reader who knows the language has checked a question's wording."""
    question_set = translation.question.question_set
    require(may_word(by, question_set.round, translation.language))
    _read(translation, _reader(reader), now)
    translation.follows = translation.question.version
    translation.save()
    facts = {"key": translation.question.key, "language": translation.language}
    record(by, "marked a wording as read", question_set, now=now, **facts)
    return translation


@transaction.atomic
def mark_material_read(round: Round, kind: Kind, language: str, *, by: Actor, now: datetime, reader: str) -> Material:
    """A named reader has checked the words of a kind: invitation, a guide, the form. Ours or the municipality's."""
    require(may_word(by, round, language))
    ours = shipped(language)
    row = _row(round, kind, language)
    if ours is None and not row.texts:
        raise Refused(Denied(_("There is no text in this language yet, so there is nothing to check.")))
    _read(row, _reader(reader), now)
    row.follows = ours.version if ours else 1
    row.save()
    record(by, "marked a material as read", row, now=now, kind=kind.value, language=language)
    return row


@transaction.atomic
def mark_questions_read(round: Round, language: str, *, by: Actor, now: datetime, reader: str) -> int:
    """A named reader has checked all questions that there are in a language; how many."""
    require(may_word(by, round, language))
    _reader(reader)
    rows = Translation.objects.filter(question__question_set__round=round, language=language)
    for row in rows.select_related("question__question_set__round__municipality"):
        mark_wording_read(row, by=by, now=now, reader=reader)
    return len(rows)


@transaction.atomic
def mark_language_read(round: Round, language: str, *, by: Actor, now: datetime, reader: str) -> int:
    """One reader has checked everything there is in a language: questions and each kind. How many texts that is."""
    count = mark_questions_read(round, language, by=by, now=now, reader=reader)
    kinds = [kind for kind in SECTIONS if shipped(language) or _row(round, kind, language).texts]
    for kind in kinds:
        mark_material_read(round, kind, language, by=by, now=now, reader=reader)
    return count + len(kinds)


def _known(language: str) -> None:
    if language not in CONTENT:
        raise Refused(Denied(_("We do not know this language yet.")))


def _row(round: Round, kind: Kind, language: str) -> Material:
    """The row of a kind and language; a new one, not saved yet, is ours unchanged."""
    found = Material.objects.filter(round=round, kind=kind, language=language).first()
    if found:
        return found
    ours = shipped(language)
    state = ours.state if ours else TextState.DRAFT
    return Material(round=round, kind=kind, language=language, state=state, author=OURS if ours else "")


def _placeholders(texts: Iterable[str]) -> None:
    unknown = {name for text in texts for name in PLACEHOLDER.findall(text)} - set(PLACEHOLDERS)
    if unknown:
        known = " ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise Refused(Denied(format_lazy(
            _("{unknown} is not filled in by the program. It knows these: {known}"),
            unknown=" ".join(f"{{{name}}}" for name in sorted(unknown)), known=known,
        )))  # fmt: skip


def _reader(name: str) -> str:
    if not name.strip():
        raise Refused(Denied(_("Write the name of the person who knows the language and has read the text.")))
    return name.strip()


def _read(row: Translation | Material, reader: str, now: datetime) -> None:
    row.state, row.reader, row.read_at = TextState.CHECKED, reader, now


def _name(by: Actor) -> str:
    return by.person.name if by.person else by.role_name
