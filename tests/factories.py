"""Rows for tests, made straight into the tables, with as little said as the test cares about.

Every factory runs inside a scope. Pages and actions are tested through the real ones; these only set the stage.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from kuultu.ground.municipalities.models import Organisation
from kuultu.loop.cards.models import Card, CardState, Deck, Source
from kuultu.loop.decisions.models import DecisionEvent, Table
from kuultu.loop.materials.models import Domain, Question, QuestionSet, Translation
from kuultu.loop.measures.models import Acceptance, Measure, Programme
from kuultu.loop.reports.models import Answer, Mark, Report, ReportState
from kuultu.loop.rounds.models import Event, EventState, Group, Order, OrderState, Round
from kuultu.loop.statements.folding import fold
from kuultu.loop.statements.models import Coding, Statement, StatementText, Theme

NOW = datetime(2026, 3, 24, 9, 0, tzinfo=UTC)


def a_round(**values: Any) -> Round:
    """Mallila's spring round: begins in January, talks until April, decides on 5 May."""
    defaults: dict[str, Any] = {
        "code": "MAL26", "name": "Kevät 2026", "starts_on": date(2026, 1, 12), "talks_until": date(2026, 4, 10),
        "decides_on": date(2026, 5, 5), "ends_on": date(2027, 5, 31), "languages": ["fi", "sv", "en", "ar"],
    }  # fmt: skip
    return Round.objects.create(**(defaults | values))


def a_group(round: Round, **values: Any) -> Group:
    defaults: dict[str, Any] = {"name": f"Group {Group.objects.count() + 1}", "languages": ["fa-AF"]}
    return Group.objects.create(round=round, **(defaults | values))


def an_order(round: Round, organisation: Organisation, **values: Any) -> Order:
    defaults: dict[str, Any] = {"state": OrderState.ACCEPTED, "due_on": date(2026, 4, 10), "events_wanted": 2}
    return Order.objects.create(round=round, organisation=organisation, **(defaults | values))


def an_event(round: Round, organisation: Organisation | None = None, **values: Any) -> Event:
    """The Dari event, `D`, a week before NOW unless told otherwise."""
    begins = values.pop("starts_at", NOW - timedelta(days=7))
    defaults: dict[str, Any] = {
        "code": "D", "language": "fa-AF", "place": "Kirjasto", "address": "Kirjastokuja 1",
        "starts_at": begins, "ends_at": begins + timedelta(hours=2), "state": EventState.HELD,
        "organisation": organisation,
    }  # fmt: skip
    group = values.pop("group", None) or a_group(round)
    return Event.objects.create(round=round, group=group, **(defaults | values))


def questions(round: Round, **texts: str) -> QuestionSet:
    """Three questions – OPEN1, SEC1, PAR1 – with Finnish and Dari wordings."""
    found = QuestionSet.objects.create(round=round)
    wanted = (("OPEN1", Domain.OTHER), ("SEC1", Domain.SECURITY), ("PAR1", Domain.PARTICIPATION))
    for order, (key, domain) in enumerate(wanted, start=1):
        question = Question.objects.create(question_set=found, key=key, domain=domain, order=order)
        Translation.objects.create(question=question, language="fi", text=f"Kysymys {key}?")
        Translation.objects.create(question=question, language="fa-AF", text=f"سؤال {key}؟")
    return found


def a_report(event: Event, **values: Any) -> Report:
    """Delivered, read back and agreed to, with nothing in it."""
    defaults: dict[str, Any] = {
        "language": event.language, "state": ReportState.DELIVERED, "read_back": True, "agrees_delivery": True,
        "agrees_quotes": True, "who_came": {"total": 8}, "finished_at": NOW, "checked_at": NOW, "delivered_at": NOW,
    }  # fmt: skip
    return Report.objects.create(event=event, **(defaults | values))


def an_answer(report: Report, key: str = "SEC1", **values: Any) -> Answer:
    row = Answer.objects.filter(report=report, question_key=key).count() + 1
    defaults: dict[str, Any] = {
        "row": row, "original": f"راننده بس ایستاد نشد {row}", "translation": f"Bussi ei pysähtynyt {row}",
        "mark": Mark.BAD,
    }  # fmt: skip
    return Answer.objects.create(report=report, question_key=key, **(defaults | values))


def a_statement(report: Report, key: str = "SEC1", **values: Any) -> Statement:
    """Lifted from an answer of its own, with a checked Finnish translation."""
    answer = values.pop("answer", None) or an_answer(report, key)
    event = report.event
    defaults: dict[str, Any] = {
        "number": Statement.objects.filter(event=event).count() + 1, "question_key": key, "domain": Domain.SECURITY,
        "original": answer.original, "language": event.language, "mark": answer.mark, "shared": answer.shared,
        "folded": fold(f"{answer.original} {answer.translation}"),
    }  # fmt: skip
    statement = Statement.objects.create(round=event.round, event=event, answer=answer, **(defaults | values))
    StatementText.objects.create(
        statement=statement, language="fi", text=answer.translation or "Suomennos", state="checked", reader="Leena"
    )
    return statement


def a_theme(round: Round, *statements: Statement, **values: Any) -> Theme:
    defaults: dict[str, Any] = {"name": f"Theme {Theme.objects.count() + 1}", "domain": Domain.SECURITY}
    theme = Theme.objects.create(round=round, **(defaults | values))
    for statement in statements:
        Coding.objects.create(statement=statement, theme=theme, at=NOW)
    return theme


def a_card(round: Round, *statements: Statement, **values: Any) -> Card:
    """An approved card in the round's deck, resting on these statements."""
    deck, _made = Deck.objects.get_or_create(round=round)
    defaults: dict[str, Any] = {
        "number": Card.objects.filter(deck=deck).count() + 1, "title": "Bussi ajoi ohi",
        "narrative": "Odotin bussia lasten kanssa. Kuljettaja katsoi meihin ja ajoi ohi.",
        "domain": Domain.SECURITY, "state": CardState.APPROVED, "harm_considered": "Paikkaa ei nimetä.",
    }  # fmt: skip
    card = Card.objects.create(deck=deck, **(defaults | values))
    for statement in statements:
        Source.objects.create(card=card, statement=statement)
    return card


def freeze(round: Round) -> Deck:
    """The round's deck, frozen."""
    deck, _made = Deck.objects.get_or_create(round=round)
    deck.frozen_at = NOW
    deck.save()
    return deck


def a_decision_event(round: Round, tables: int = 3, **values: Any) -> DecisionEvent:
    begins = datetime(2026, 5, 5, 14, 0, tzinfo=UTC)
    defaults: dict[str, Any] = {
        "code": "KRTP47", "starts_at": begins, "ends_at": begins + timedelta(hours=3), "place": "Valtuustosali",
        "languages": ["fi", "sv", "ar"],
    }  # fmt: skip
    event = DecisionEvent.objects.create(round=round, **(defaults | values))
    for number in range(1, tables + 1):
        Table.objects.create(decision_event=event, number=number)
    return event


def a_measure(round: Round, *cards: Card, accepted: bool | None = True, **values: Any) -> Measure:
    """A measure with an owner who has said yes (or no, or nothing: `accepted=None`)."""
    programme, _made = Programme.objects.get_or_create(round=round)
    defaults: dict[str, Any] = {
        "number": Measure.objects.filter(programme=programme).count() + 1,
        "sentence": "Bussi pysähtyy aina, kun pysäkillä on joku.", "owner_body": "Tekninen lautakunta",
        "owner_post": "joukkoliikennesuunnittelija", "owner_email": "owner@mallila.example",
        "due_on": date(2026, 11, 30),
    }  # fmt: skip
    measure = Measure.objects.create(programme=programme, **(defaults | values))
    measure.cards.set(cards)
    answered = NOW if accepted is not None else None
    Acceptance.objects.create(measure=measure, asked_at=NOW, answered_at=answered, accepted=accepted)
    return measure
