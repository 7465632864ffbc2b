"""The story's second half: tell, decide, keep, follow up, and the next round."""

from datetime import datetime, timedelta

from kuultu.desk.demo.cast import Cast
from kuultu.desk.demo.hearing import statements_by_place
from kuultu.desk.demo.story import Story, Told, at_noon, local
from kuultu.ground.people.actor import THE_SYSTEM
from kuultu.loop.cards.actions.deciding import approve_card, consent_to_card, freeze_deck, send_card
from kuultu.loop.cards.actions.writing import translate_card, write_card
from kuultu.loop.cards.models import Card
from kuultu.loop.cards.queries import cards_of, deck_of
from kuultu.loop.decisions.actions.people import add_table, count_replies, invite, seat_attendees
from kuultu.loop.decisions.actions.planning import set_up_event
from kuultu.loop.decisions.actions.steps import (
    begin_choosing,
    close_vote,
    end_event,
    look_for_ideas,
    open_card,
    open_vote,
    reveal_verdict,
)
from kuultu.loop.decisions.actions.tables import add_idea, dot_idea, table_verdict
from kuultu.loop.decisions.actions.votes import cast_vote, join
from kuultu.loop.decisions.models import Choice, DecisionEvent, Idea, Outcome, Seat, Table
from kuultu.loop.followup.actions.checking import add_finding, plan_checkup, record_checkup, tell_checkup
from kuultu.loop.followup.actions.closing import hear_next, say_undone
from kuultu.loop.followup.models import Checkup
from kuultu.loop.measures.actions.choosing import choose_measure, describe_programme, tell_measure
from kuultu.loop.measures.actions.promising import answer_for_measure, publish_programme
from kuultu.loop.measures.models import Measure
from kuultu.loop.measures.queries import measures_of, programme_of

CHOICES = (Choice.MORE, Choice.UNSURE, Choice.LESS)
MEASURE_FIELDS = (
    "sentence", "aim", "activities", "owner_post", "owner_body", "partners", "starts_on", "due_on", "indicators",
    "money", "residents_hear",
)  # fmt: skip


def tell(story: Story, cast: Cast) -> None:
    """The cards: written from statements, read by the organisations, approved, translated, frozen."""
    decides_on = story.plan["round"]["decides_on"]
    written, read, frozen = (at_noon(decides_on - timedelta(days=days)) for days in (21, 12, 6))
    known = statements_by_place(cast)
    for told in story.told["cards"]:
        words = told["texts"]["fi"]
        card = write_card(
            cast.the_round, by=cast.coordinator, now=written, title=words["title"], narrative=words["narrative"],
            domain=told["domain"], harm_considered=told["harm_considered"],
            statements=[known[place] for place in told["sources"]],
        )  # fmt: skip
        for code, text in told["texts"].items():
            if code != "fi":
                translate_card(card, by=cast.coordinator, now=written, language=code, author="Mallila", **text)
        send_card(card, by=cast.coordinator, now=written)
        for organisation in card.organisations_behind():
            speaker = next(each for each in cast.speakers.values() if each.speaks_for(organisation.pk))
            consent_to_card(card, by=speaker, now=read, organisation=organisation, agreed=True)
        approve_card(card, by=cast.coordinator, now=read)
    freeze_deck(deck_of(cast.the_round), by=cast.coordinator, now=frozen)


def decide(story: Story, cast: Cast) -> None:
    """The evening: invited, seated, every card read and voted on, ideas found and dotted."""
    told, by = story.plan["decision_event"], cast.coordinator
    begins = local(told["starts_at"])
    event = set_up_event(
        cast.the_round, by=by, now=begins - timedelta(days=60), starts_at=begins, ends_at=local(told["ends_at"]),
        place=told["place"], languages=told["languages"], code=told["code"],
    )  # fmt: skip
    _invite(story, cast, event, begins - timedelta(days=40))
    tables = [add_table(event, by=by, now=begins - timedelta(days=1)) for _number in range(told["tables"])]
    seat_attendees(event, by=by, now=begins - timedelta(hours=2))
    seats = {table.pk: _sit_down(event, table, begins) for table in tables}
    for number, (card, each) in enumerate(_cards(story, cast)):
        _vote(event, card, each, tables, seats, cast, begins + timedelta(minutes=20 + 8 * number))
    look_for_ideas(event, by=by, now=begins + timedelta(minutes=110))
    _ideas(story, cast, tables, begins + timedelta(minutes=120))
    begin_choosing(event, by=by, now=begins + timedelta(minutes=150))
    end_event(event, by=by, now=begins + timedelta(minutes=178))


def keep(story: Story, cast: Cast) -> None:
    """The measures: chosen with their owners, said yes to, told in every language, published."""
    told = story.told["programme"]
    cards = {card.number: card for card in cards_of(cast.the_round)}
    ideas = _ideas_by_key(story, cast)
    for each in story.told["measures"]:
        now = at_noon(each["accepted_on"])
        measure = choose_measure(
            cast.the_round, by=cast.coordinator, now=now, cards=[cards[number] for number in each["cards"]],
            ideas=[ideas[key] for key in each["ideas"]], owner_email=f"omistaja{each['number']}@mallila.example",
            **{name: each[name] for name in MEASURE_FIELDS if name in each},
        )  # fmt: skip
        answer_for_measure(measure, by=cast.coordinator, now=now, accepted=True, note=each["accepted_note"])
        for code, text in each["texts"].items():
            tell_measure(measure, by=cast.coordinator, now=at_noon(told["published_on"]), language=code, **text)
    now = at_noon(told["published_on"])
    describe_programme(
        cast.the_round, by=cast.coordinator, now=now, approved_by=told["approved_by"], minutes=told["minutes"]
    )
    publish_programme(programme_of(cast.the_round), by=cast.coordinator, now=now)


def follow(story: Story, cast: Cast) -> None:
    """Checkups as they came, what was found, what is not done, whom to hear next."""
    told, by = story.told, cast.coordinator
    published = at_noon(told["programme"]["published_on"])
    measures = {measure.number: measure for measure in measures_of(cast.the_round)}
    for each in told["checkups"]:
        checkup = plan_checkup(measures[each["measure"]], by=by, now=published, due_on=each["due_on"])
        if each.get("done_on"):
            _record(checkup, each, cast)
    for each in told.get("findings", []):
        values = {name: each[name] for name in ("question", "method", "finding", "effect", "onward")}
        add_finding(measures[each["measure"]], by=by, now=at_noon(each["on"]), **values)
    undone = told["undone"]
    say_undone(cast.the_round, by=by, now=published, what=undone["what"], because=undone["because"],
               texts=undone.get("texts", {}))  # fmt: skip
    for each in told["hear_next"]:
        hear_next(cast.the_round, by=by, now=published, name=each["name"], languages=each["languages"],
                  reason=each["reason"])  # fmt: skip


def _invite(story: Story, cast: Cast, event: DecisionEvent, now: datetime) -> None:
    for told in story.told["attendees"]:
        values = {"kind": told["kind"], "body": told["body"]}
        invite(event, by=cast.coordinator, now=now, number=told["invited"], **values)
        count_replies(
            event, by=cast.coordinator, now=now + timedelta(days=20), coming=told["came"],
            not_coming=told["invited"] - told["came"], **values,
        )  # fmt: skip


def _sit_down(event: DecisionEvent, table: Table, now: datetime) -> list[Seat]:
    """Six phones at a table."""
    return [join(event, by=THE_SYSTEM, now=now, table=table, language="fi")[0] for _number in range(6)]


def _cards(story: Story, cast: Cast) -> list[tuple[Card, Told]]:
    told = {each["number"]: each for each in story.told["cards"]}
    return [(card, told[card.number]) for card in cards_of(cast.the_round)]


def _vote(
    event: DecisionEvent, card: Card, told: Told, tables: list[Table], seats: dict[int, list[Seat]], cast: Cast,
    now: datetime,
) -> None:  # fmt: skip
    """One card: read, voted on at every table, closed, shown; each table's word and reason."""
    by = cast.coordinator
    open_card(event, card, by=by, now=now)
    open_vote(event, by=by, now=now + timedelta(minutes=2))
    for table, counts in zip(tables, told["verdicts"], strict=True):
        votes = [choice for choice, number in zip(CHOICES, counts, strict=True) for _vote in range(number)]
        for seat, choice in zip(seats[table.pk], votes, strict=True):
            cast_vote(seat, card, choice, by=THE_SYSTEM, now=now + timedelta(minutes=3))
    for table, counts, reason in zip(tables, told["verdicts"], told["reasons"], strict=True):
        if reason:
            table_verdict(table, card, by=THE_SYSTEM, now=now + timedelta(minutes=4), outcome=_agreed(counts),
                          reason=reason)  # fmt: skip
    close_vote(event, by=by, now=now + timedelta(minutes=5))
    reveal_verdict(event, by=by, now=now + timedelta(minutes=6))


def _agreed(counts: list[int]) -> Outcome:
    """What a table of six says: what four or more chose, else that it is divided."""
    if max(counts) < 4:
        return Outcome.DIVIDED
    return (Outcome.MORE, Outcome.UNSURE, Outcome.LESS)[counts.index(max(counts))]


def _ideas(story: Story, cast: Cast, tables: list[Table], now: datetime) -> None:
    cards = {card.number: card for card in cards_of(cast.the_round)}
    for told in story.told["ideas"]:
        table = tables[told["table"] - 1]
        idea = add_idea(table, by=THE_SYSTEM, now=now, text=told["text"], card=cards.get(told["card"]),
                        body=told["body"], effort=told["effort"])  # fmt: skip
        for chooser in tables[: told["dots"]]:
            dot_idea(idea, chooser, by=THE_SYSTEM, now=now + timedelta(minutes=15))


def _ideas_by_key(story: Story, cast: Cast) -> dict[str, Idea]:
    texts = {told["text"]: told["key"] for told in story.told["ideas"]}
    found = Idea.objects.filter(decision_event__round=cast.the_round)
    return {texts[idea.text]: idea for idea in found}


def _record(checkup: Checkup, told: Told, cast: Cast) -> None:
    by, now = cast.coordinator, at_noon(told["done_on"])
    record_checkup(checkup, by=by, now=now, state=told["state"], step=told["step"], says=told["says"],
                   new_due_on=told.get("new_due_on"))  # fmt: skip
    for code, text in told.get("texts", {}).items():
        tell_checkup(checkup, by=by, now=now, language=code, done=text)


def measure_to_answer(cast: Cast) -> Measure | None:
    """A measure whose owner can still be asked: for the link that the demo prints."""
    return measures_of(cast.the_round).last()
