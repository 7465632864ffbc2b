"""Sets the stage in a data folder that holds the demo, and prints what tests need of it, as JSON.

The demo's own round is over. Here an evening is going on (MAL91); in other rounds people write and read
(MAL92), plan (MAL93) and have stopped (MAL94). `Site.ask` runs it with the site's environment.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actions import make_sign_in_link
from kuultu.ground.people.actor import THE_SYSTEM, Actor, actor_by
from kuultu.ground.people.links import address_of, make_link, open_link_to, token_of
from kuultu.ground.people.models import Link, Person, Purpose, Role
from kuultu.loop.cards.actions.writing import translate_card
from kuultu.loop.cards.models import CardState
from kuultu.loop.decisions.actions.people import invite, seat_attendees
from kuultu.loop.decisions.actions.steps import open_card, open_vote
from kuultu.loop.decisions.actions.tables import add_idea
from kuultu.loop.decisions.actions.votes import join
from kuultu.loop.decisions.codes import table_key
from kuultu.loop.decisions.models import DecisionEvent, Table
from kuultu.loop.materials.actions.questions import prepare_questions
from kuultu.loop.reports.actions.lines import add_line
from kuultu.loop.reports.actions.writing import open_report
from kuultu.loop.reports.models import ReportState
from kuultu.loop.rounds.actions.events import name_person
from kuultu.loop.rounds.models import AssignedRole, Ending, Event, EventState, OrderState, Round
from kuultu.loop.slides.actions.building import build_presentation
from kuultu.loop.statements.models import StatementText
from kuultu.loop.surveys.actions.asking import open_survey
from tests.demo_world import known_parts, who
from tests.factories import (
    a_card,
    a_decision_event,
    a_group,
    a_measure,
    a_report,
    a_round,
    a_statement,
    a_theme,
    an_answer,
    an_event,
    an_order,
    freeze,
)  # fmt: skip

NOW = datetime.now(UTC)
EVENING, SURVEY = "KRTP47", "P4TQ8Y"
ARABIC = (
    "رآنا السائق ولم يتوقف.",
    "بعد الساعة الثامنة لا أعبر النفق.",
    "في المكتبة تحدثوا معي.",
    "نريد ضوءا في المحطة.",
)
FINNISH = ("Kuljettaja näki meidät eikä pysähtynyt.", "Kello kahdeksan jälkeen en kulje alikulusta.",
           "Kirjastossa minulle puhuttiin.", "Haluamme asemalle valoa.")  # fmt: skip
STORY = {
    "fi": ("Pysäkillä", "Odotin bussia lasten kanssa. Kuljettaja katsoi meihin ja ajoi ohi. Kävelimme kotiin."),
    "sv": ("Vid hållplatsen", "Jag väntade på bussen med barnen. Föraren såg oss och körde förbi. Vi gick i regnet."),
    "en": ("At the stop", "I waited for the bus with my children. The driver looked at us and drove past."),
    "ar": ("عند الموقف", "كنت أنتظر الحافلة مع أطفالي. نظر السائق إلينا ومضى. مشينا إلى البيت تحت المطر."),
}  # fmt: skip


def main() -> None:
    """Set the stage and tell about it."""
    town = Municipality.objects.get(slug="mallila")
    with scope(town):
        doors = _sign_in_links(town)
        known = known_parts(town, NOW)
        silta = Organisation.objects.get(name__startswith="Silta")
        evening = an_evening(town, silta)
        under_way = a_round_under_way(town, silta)
        more = {"planned": a_planned_round(town, silta), "closed": a_closed_round()}
        told = evening["told"]
        worlds = {"told": known} | {
            name: {**known, **parts, **{part: known[part] | parts.get(part, {}) for part in ("links", "numbers")}}
            for name, parts in (under_way["worlds"] | {"evening": evening["world"]} | more).items()
        }
    print(json.dumps({"worlds": worlds, "doors": doors | under_way["doors"], "told": told}))


def _sign_in_links(town: Municipality) -> dict[str, str]:
    """One for each role, and Marja's of the other organisation. A person's earlier links close."""
    people = {
        "coordinator": who(town, Role.COORDINATOR), "analyst": who(town, Role.ANALYST),
        "organisation": who(town, Role.ORGANISATION), "spare": Person.objects.get(name="Marja"),
    }  # fmt: skip
    made = {name: make_sign_in_link(by=THE_SYSTEM, now=NOW, person=person) for name, person in people.items()}
    return {name: address_of(link) + "/" for name, link in made.items()}


def an_evening(town: Municipality, silta: Organisation) -> dict[str, Any]:
    """A decision event in its second half hour: the vote on the first card is open."""
    today = NOW.date()
    round = a_round(
        code="MAL91", name="Illan kierros", starts_on=today - timedelta(days=90), decides_on=today,
        talks_until=today - timedelta(days=20), ends_on=today + timedelta(days=300),
    )  # fmt: skip
    an_order(round, silta, due_on=today - timedelta(days=15))
    statements = read_and_lifted(round, silta, "A", days=40)
    coordinator = _coordinator(town)
    a_theme(round, *statements[:2], name="Bussi ja pysäkki", definition="Matkalla koettu.")
    cards = [a_card(round, *statements[number : number + 2], title=f"{STORY['fi'][0]} {number + 1}",
                    narrative=STORY["fi"][1]) for number in range(3)]  # fmt: skip
    for card in cards:
        for code in ("sv", "en", "ar"):
            translate_card(card, by=coordinator, now=NOW, language=code, author="Mallila", title=STORY[code][0],
                           narrative=STORY[code][1])  # fmt: skip
    freeze(round)
    event = a_decision_event(round, tables=0, code=EVENING, starts_at=NOW - timedelta(minutes=30),
                             ends_at=NOW + timedelta(hours=3), languages=["fi", "sv", "en", "ar"])  # fmt: skip
    invite(event, by=coordinator, now=NOW, kind="elected", body="Valtuusto", name="Otto Valtuutettu")
    invite(event, by=coordinator, now=NOW, kind="resident", number=11)
    table = seat_attendees(event, by=coordinator, now=NOW)[0]
    open_card(event, cards[0], by=coordinator, now=NOW - timedelta(minutes=5))
    open_vote(event, by=coordinator, now=NOW - timedelta(minutes=1))
    _ideas(event, table)
    _seat, token = join(event, by=actor_by({Role.HALL}), now=NOW, table=table, language="fi")
    measure = a_measure(round, cards[0], accepted=None)
    owner = make_link(Purpose.OWNER, measure.pk, now=NOW, lasts=timedelta(days=2))
    open_survey(
        round, by=coordinator, now=NOW, kind="feedback", languages=["fi", "sv", "en", "ar"], code=SURVEY,
        opens_at=NOW - timedelta(minutes=1), closes_at=NOW + timedelta(days=2),
    )  # fmt: skip
    world = {
        "code": round.code, "event_code": "A", "hall": EVENING, "tongue": "ar", "survey": SURVEY,
        "links": {"o": token_of(owner)},
    }  # fmt: skip
    key = f"/table/{EVENING}/{table.number}/?k={table_key(EVENING, table.number)}"
    return {"world": world, "told": {"hall": EVENING, "seat": token, "table": key}}


def _coordinator(town: Municipality) -> Actor:
    return Actor(frozenset({Role.COORDINATOR}), who(town, Role.COORDINATOR))


def _ideas(event: DecisionEvent, table: Table) -> None:
    hall = actor_by({Role.HALL})
    for text in ("Valo asemalle ja alikulkuun", "Kuljettajien koulutus yhdessä asukkaiden kanssa"):
        add_idea(table, by=hall, now=NOW, text=text, card=event.card, body="Tekninen toimi", effort="small")


def a_round_under_way(town: Municipality, silta: Organisation) -> dict[str, Any]:
    """Each event at another stage: A is being written, S checked, T read, U understood; cards are being written."""
    today = NOW.date()
    round = a_round(
        code="MAL92", name="Kierros kesken", starts_on=today - timedelta(days=40),
        talks_until=today + timedelta(days=20), decides_on=today + timedelta(days=50),
        ends_on=today + timedelta(days=400),
    )  # fmt: skip
    coordinator = _coordinator(town)
    an_order(round, silta, due_on=today + timedelta(days=30))
    other = Organisation.objects.exclude(pk=silta.pk)[0]
    draft = an_order(round, other, state=OrderState.DRAFT, due_on=today + timedelta(days=30))
    being_written = _event(round, silta, "A", hours=-1)
    _event(round, silta, "F", hours=72)
    prepare_questions(round, by=coordinator, now=NOW)
    links = _write(being_written)
    a_report(_event(round, silta, "S", hours=-60), state=ReportState.FINISHED, checked_at=None, delivered_at=None)
    delivered = a_report(_event(round, silta, "T", hours=-80), checked_at=NOW)
    an_answer(delivered, original=ARABIC[0], translation="Soita 050 000 0000, niin kerron lisää.")
    delivered.unplaced.create(text="Tälle ei löytynyt paikkaa.")
    statements = read_and_lifted(round, silta, "U", days=5)
    StatementText.objects.filter(statement__in=statements[2:]).update(state="draft", reader="")
    themes = [a_theme(round, *statements[:2], name="Pimeä asema"), a_theme(round, statements[2], name="Kirjasto")]
    slides = build_presentation(round, by=coordinator, now=NOW, themes=themes)
    a_card(round, *statements[:2], state=CardState.DRAFT)
    a_card(round, *statements[2:], state=CardState.SENT, title="Kirjastossa")
    parts: dict[str, Any] = {
        "code": round.code, "order": draft.pk, "group": round.groups.order_by("pk")[0].pk, "key": "SEC1",
        "links": {name: token_of(link) for name, link in links.items()}, "language": "fi", "tongue": "fi",
    }  # fmt: skip
    slide = slides.slides.order_by("order")[2].pk
    line = being_written.report.answers.order_by("pk")[0].pk
    parts["numbers"] = {"reports_door_line": line, "slides:slide": slide, "statements:check": 3}
    places = (("writing", "A", 1), ("understanding", "U", 3), ("reading", "T", 1), ("checking", "S", 1))
    worlds = {name: parts | {"event_code": code, "statement": number} for name, code, number in places}
    doors = {"scribe": address_of(links["s"]) + "/", "facilitator": address_of(links["f"]) + "/"}
    return {"worlds": worlds, "doors": doors}


def a_planned_round(town: Municipality, silta: Organisation) -> dict[str, Any]:
    """Nothing has happened yet: questions are chosen, an event is ahead."""
    today = NOW.date()
    round = a_round(
        code="MAL93", name="Seuraava kierros", starts_on=today, talks_until=today + timedelta(days=60),
        decides_on=today + timedelta(days=90), ends_on=today + timedelta(days=500),
    )  # fmt: skip
    an_order(round, silta, state=OrderState.SENT, due_on=today + timedelta(days=60))
    _event(round, silta, "A", hours=200)
    prepare_questions(round, by=_coordinator(town), now=NOW)
    parts = {"code": round.code, "event_code": "A", "order": round.orders.get().pk, "group": round.groups.get().pk}
    return parts | {"language": "fi", "tongue": "fi"}


def a_closed_round() -> dict[str, Any]:
    """It ended when it had collected; the next one can be opened."""
    round = a_round(
        code="MAL94", name="Vanha kierros", starts_on=NOW.date() - timedelta(days=700), ending=Ending.COLLECTED,
        talks_until=NOW.date() - timedelta(days=600), decides_on=None, ends_on=None, closed_at=NOW,
    )  # fmt: skip
    return {"code": round.code}


def _event(round: Round, silta: Organisation, code: str, *, hours: int) -> Event:
    begins = NOW + timedelta(hours=hours)
    state = EventState.PLANNED if hours > -24 else EventState.HELD
    group = a_group(round, name=f"Ryhmä {code}", languages=["ar"])
    event = an_event(round, silta, code=code, language="ar", starts_at=begins, state=state, group=group)
    if state == EventState.PLANNED:
        for role, name in ((AssignedRole.SCRIBE, "Samir"), (AssignedRole.FACILITATOR, "Nadia")):
            name_person(event, by=THE_SYSTEM, now=NOW, role=role, first_name=name)
    return event


def _write(event: Event) -> dict[str, Link]:
    """The scribe has written two lines; one holds what it should not, and a text of a Word form found no place."""
    links = {"s": _link(event, Purpose.SCRIBE), "f": _link(event, Purpose.FACILITATOR)}
    scribe = actor_by({Role.SCRIBE}, link=links["s"])
    report = open_report(event, by=scribe, now=NOW)
    words = (ARABIC[0], "اتصلوا بي 050 000 0000")
    for number, original in enumerate(words):
        add_line(report, by=scribe, now=NOW, question_key="SEC1", original=original, translation=FINNISH[number],
                 mark="bad", manner="quote", shared="most")  # fmt: skip
    report.unplaced.create(text="Tälle ei löytynyt paikkaa.")
    return links


def _link(event: Event, purpose: Purpose) -> Link:
    return open_link_to(purpose, event.pk, now=NOW) or make_link(purpose, event.pk, now=NOW, lasts=timedelta(days=30))


def read_and_lifted(round: Round, silta: Organisation, code: str, *, days: int) -> list[Any]:
    """An event whose report has been read and locked, and its four statements."""
    event = _event(round, silta, code, hours=-24 * days)
    report = a_report(event, state=ReportState.LOCKED, locked_at=NOW, who_came={"total": 8})
    statements = []
    for original, translation in zip(ARABIC, FINNISH, strict=True):
        answer = an_answer(report, original=original, translation=translation)
        statements.append(a_statement(report, answer=answer))
    return statements
