"""Taking back what a translator without an account has written."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.languages.registry import language as language_of
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.materials.actions.wordings import change_wording, override_text
from kuultu.loop.materials.exchange import PROBES, TEXT, Comparison, Returned, Row, code_of, compare
from kuultu.loop.materials.models import Kind, Question, source_language
from kuultu.loop.materials.pack import Shelf
from kuultu.loop.materials.queries import shelf_of
from kuultu.loop.materials.rules import may_word
from kuultu.loop.materials.wording import wording_of
from kuultu.loop.rounds.models import Round


@transaction.atomic
def take_translation(
    round: Round, language: str, *, by: Actor, now: datetime, author: str, returned: Returned
) -> Comparison:
    """Take what a translator has written: new and changed texts become drafts with the translator's name.

    What cannot go in as it is (a placeholder lost, a list not whole) stays out and is told in the comparison; the rest
    goes in. Raises Refused for a file of another language, or one that holds none of our texts.
    """
    require(may_word(by, round, language))
    shelf = shelf_of(round)
    require_fitting(shelf, language, returned)
    if not author.strip():
        raise Refused(Denied(_("Write the name of the translator.")))
    compared = compare(shelf, language, returned)
    taken = compared.taken
    for kind in Kind:
        texts = {row.whole.key: row.text for row in taken if row.whole.kind == kind and not row.whole.question}
        if texts:
            override_text(round, kind, language, by=by, now=now, texts=texts, author=author.strip())
    for question in shelf.questions:
        rows = [row for row in taken if row.whole.question == question]
        if rows:
            _take_question(question, language, rows, by=by, now=now, author=author.strip())
    counts = {"taken": len(taken), "refused": len(compared.refused)}
    record(by, "took back a translation", round, now=now, language=language, **counts)
    return compared


def require_fitting(shelf: Shelf, language: str, returned: Returned) -> Comparison:
    """What came back, compared. Raises Refused for another language, or when nothing in the file is known here."""
    if language == source_language(shelf.round):
        raise Refused(Denied(_("The other languages follow this one. It is written here and not translated.")))
    if returned.language and code_of(returned.language) != language:
        raise Refused(Denied(format_lazy(
            _("The file is in another language ({found}) than this page ({language}). Open the page of its language."),
            found=_named(returned.language), language=_named(language),
        )))  # fmt: skip
    compared = compare(shelf, language, returned)
    if not compared.rows:
        raise Refused(Denied(_("Nothing in this file has a place here. Was it downloaded from this page?")))
    return compared


def _take_question(
    question: Question, language: str, rows: Iterable[Row], *, by: Actor, now: datetime, author: str
) -> None:
    stands = wording_of(question, language)
    texts = {row.whole.key.rpartition(".")[2]: row.text for row in rows}
    probes = texts[PROBES].split("\n") if PROBES in texts else list(() if stands.fell_back else stands.probes)
    text = texts.get(TEXT, stands.text)
    change_wording(question, language, by=by, now=now, text=text, probes=probes, author=author)


def _named(tag: str) -> str:
    code = code_of(tag)
    return language_of(code).named_in(get_language() or "en") if code else tag
