"""Translate, check, approve: the words of a statement in other languages."""

from datetime import datetime

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.languages.registry import language as language_of
from kuultu.ground.languages.texts import TextState
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.statements.finds import certain_finds
from kuultu.loop.statements.folding import fold
from kuultu.loop.statements.models import Hand, Statement, StatementText
from kuultu.loop.statements.rules import may_approve, may_check, may_translate


@transaction.atomic
def translate(
    statement: Statement,
    *,
    by: Actor,
    now: datetime,
    language: str,
    text: str,
    hand: Hand = Hand.PERSON,
    author: str = "",
    looked: bool = False,
) -> StatementText:
    """Words in another language, in place of those that were there; unchecked from now on.

    `author`: the person's or the engine's name; the actor's own where a person is not named. `looked`: somebody
    has looked at what seems to be a name or a number in the translation, and it points at nobody.
    """
    require(may_translate(by, statement))
    code = language_of(language).code
    if code == statement.language:
        raise Refused(Denied(_("These are the original words. They stay as they were said.")))
    if not text.strip():
        raise Refused(Denied(_("Write the translation first.")))
    _points_at_nobody(text, looked)
    written, _made = StatementText.objects.update_or_create(
        statement=statement,
        language=code,
        defaults={"text": text.strip(), "state": Hand(hand).state, "author": author.strip() or _name_of(by),
                  "follows": statement.version, "reader": "", "read_at": None},
    )  # fmt: skip
    _refold(statement)
    record(by, "translated a statement", statement, now=now, language=code, state=written.state)
    return written


@transaction.atomic
def check_text(
    text: StatementText, *, by: Actor, now: datetime, reader: str = "", words: str = "", looked: bool = False
) -> StatementText:
    """A reader who knows both languages has compared it with the original, and mended it where needed (`words`).

    `reader`: their name; the actor's own unless named. It is somebody else than the one who wrote it.
    `looked`: as in `translate`.
    """
    require(may_check(by, text))
    name = reader.strip() or _name_of(by)
    if not name:
        raise Refused(Denied(_("Name the person who has checked the translation.")))
    if name.casefold() == text.author.casefold():
        raise Refused(Denied(_("Somebody else than the translator checks a translation. Ask another reader.")))
    _points_at_nobody(words, looked)
    text.text = words.strip() or text.text
    text.state, text.reader, text.read_at = TextState.CHECKED, name, now
    text.follows = text.statement.version
    text.save()
    _refold(text.statement)
    record(by, "checked a translation", text.statement, now=now, language=text.language)
    return text


@transaction.atomic
def approve_text(text: StatementText, *, by: Actor, now: datetime) -> StatementText:
    """The coordinator takes a checked translation into use."""
    require(may_approve(by, text))
    text.state = TextState.APPROVED
    text.save(update_fields=["state"])
    record(by, "approved a translation", text.statement, now=now, language=text.language)
    return text


def _name_of(actor: Actor) -> str:
    return actor.person.name if actor.person else ""


def _points_at_nobody(text: str, looked: bool) -> None:
    found = certain_finds(text)
    if found and not looked:
        why = _(
            "This may tell who somebody is: {words}. Write [name] or [number] instead, or say that you have looked."
        )
        raise Refused(Denied(format_lazy(why, words=", ".join(found))))


def _refold(statement: Statement) -> None:
    """What the search sees: original and every translation."""
    words = StatementText.objects.filter(statement=statement).values_list("text", flat=True)
    statement.folded = fold(" ".join([statement.original, *words]))
    statement.save(update_fields=["folded"])
