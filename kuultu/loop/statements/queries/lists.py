"""Lists of statements. Withdrawn ones, and those of a report that went back to the scribe, are in none of them."""

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404

from kuultu.ground.languages.texts import TextState
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.models import Role
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.folding import fold
from kuultu.loop.statements.models import DELIVERED, Coding, Statement, StatementText
from kuultu.loop.statements.queries.wordings import working_language

CHECKED = (TextState.CHECKED, TextState.APPROVED)


def statements_of(round: Round) -> QuerySet[Statement]:
    """Every statement of a round that may be used, in the order of its code, with event, texts and themes."""
    return _whole(Statement.objects.filter(round=round, withdrawn_at=None, event__report__state__in=DELIVERED))


def statements_for(actor: Actor, round: Round) -> QuerySet[Statement]:
    """Those that the actor may see: all for the municipality, those of its own events for an organisation."""
    return _seen_by(actor, statements_of(round))


def withdrawn(round: Round) -> QuerySet[Statement]:
    """Those whose people have withdrawn them: what rests on them must be looked at again. Not to be shown."""
    return Statement.objects.filter(round=round).exclude(withdrawn_at=None).select_related("event__round")


def untranslated(round: Round, language: str = "") -> QuerySet[Statement]:
    """Those without words in a language, the working language unless named."""
    code = language or working_language()
    return statements_of(round).exclude(language=code).filter(~Exists(_texts(code)))


def not_checked(round: Round, language: str = "") -> QuerySet[Statement]:
    """Those whose translation nobody has checked, or that has gone stale since."""
    code = language or working_language()
    waiting = ~Q(state__in=CHECKED) | Q(follows__lt=OuterRef("version"))
    return statements_of(round).filter(Exists(_texts(code).filter(waiting)))


def uncoded(round: Round) -> QuerySet[Statement]:
    """Those that nobody has placed under a theme."""
    return statements_of(round).filter(~Exists(Coding.objects.filter(statement=OuterRef("pk"))))


def sensitive(round: Round) -> QuerySet[Statement]:
    """Those to be handled with special care."""
    return statements_of(round).filter(sensitive=True)


WAITING: dict[str, Callable[[Round], QuerySet[Statement]]] = {
    "translation": untranslated,
    "check": not_checked,
    "theme": uncoded,
    "care": sensitive,
}


def waiting(actor: Actor, round: Round, what: str) -> QuerySet[Statement]:
    """Of what the actor may see, what waits for "translation", "check", "theme", or needs "care"."""
    return _seen_by(actor, WAITING[what](round))


def following(statements: QuerySet[Statement], after: Statement) -> Statement | None:
    """The next of some statements in the order of codes; the first of them after the last; never the same again."""
    others = statements.exclude(pk=after.pk)
    return others.exclude(before(after)).first() or others.first()


def before(statement: Statement) -> Q:
    """What stands before a statement in the order of codes."""
    code = statement.event.code
    return Q(event__code__lt=code) | Q(event__code=code, number__lt=statement.number)


def narrowed(statements: QuerySet[Statement], **wanted: Any) -> QuerySet[Statement]:
    """Those that match what a person looks for.

    `wanted`: question, domain, event (its letter), mark, theme and group (ids), language, words; what is
    empty or unknown does not narrow. Words are looked for as they stand, anywhere: no word boundaries are needed.
    """
    simple = {"question": "question_key", "domain": "domain", "event": "event__code", "mark": "mark",
              "group": "event__group_id", "language": "event__language"}  # fmt: skip
    for name, column in simple.items():
        if value := wanted.get(name):
            statements = statements.filter(**{column: value})
    if theme := wanted.get("theme"):
        placed = Coding.objects.filter(statement=OuterRef("pk"), theme_id=theme)
        statements = statements.filter(Exists(placed))
    if words := fold(wanted.get("words") or ""):
        statements = statements.filter(folded__contains=words)
    return statements


def the_statement(round: Round, event_code: str, number: int) -> Statement:
    """A statement by its code, withdrawn ones too: their page tells that they are. Raises Http404."""
    found = _whole(Statement.objects.filter(round=round, event__code=event_code, number=number)).first()
    if found is None or found.event.report.state not in DELIVERED:
        raise Http404("No such statement.")
    return found


def the_text(statement: Statement, language: str) -> StatementText:
    """A statement's translation. Raises Http404."""
    found = StatementText.objects.filter(statement=statement, language=language).first()
    if found is None:
        raise Http404("No such translation.")
    found.statement = statement
    return found


def _seen_by(actor: Actor, statements: QuerySet[Statement]) -> QuerySet[Statement]:
    if actor.has(Role.COORDINATOR, Role.ANALYST, Role.JOB):
        return statements
    return statements.filter(event__organisation_id__in=actor.organisation_ids)


def _whole(statements: QuerySet[Statement]) -> QuerySet[Statement]:
    return (
        statements.select_related("event__round__municipality", "event__group", "event__organisation", "event__report")
        .prefetch_related("texts", "codings__theme")
        .order_by(F("event__code"), F("number"))
    )


def _texts(code: str) -> QuerySet[StatementText]:
    return StatementText.objects.filter(statement=OuterRef("pk"), language=code)
