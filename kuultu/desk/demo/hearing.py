"""The story's first half: plan, prepare, talk, understand."""

from datetime import datetime, timedelta

from kuultu.desk.demo.cast import Cast, speak_for
from kuultu.desk.demo.story import Story, Told, at_noon, local
from kuultu.ground.people.actor import Actor, actor_by
from kuultu.ground.people.links import open_link_to
from kuultu.ground.people.models import Purpose, Role
from kuultu.loop.materials.actions.questions import prepare_questions
from kuultu.loop.materials.actions.wordings import mark_questions_read
from kuultu.loop.reports.actions.finds import cover_find
from kuultu.loop.reports.actions.imports import import_form
from kuultu.loop.reports.actions.loose import place_text
from kuultu.loop.reports.actions.steps import check_report, deliver_report, finish_report, read_and_lock
from kuultu.loop.reports.models import Report
from kuultu.loop.reports.queries import certain_finds, report_of
from kuultu.loop.rounds.actions.events import hold_event, name_person, schedule_event
from kuultu.loop.rounds.actions.orders import admit_organisation, answer_order, send_order, write_order
from kuultu.loop.rounds.actions.planning import add_group, begin_round
from kuultu.loop.rounds.models import AssignedRole, Event, Group
from kuultu.loop.rounds.queries import the_event
from kuultu.loop.statements.actions.coding import code_statement
from kuultu.loop.statements.actions.lifting import lift_report
from kuultu.loop.statements.actions.texts import check_text
from kuultu.loop.statements.actions.themes import make_theme
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import not_checked

ROUND_FIELDS = ("name", "purpose", "languages", "starts_on", "talks_until", "decides_on", "ends_on")
EVENT_FIELDS = ("place", "address", "practical", "rsvp_by", "contact_name", "contact_phone")


def plan(story: Story, cast: Cast) -> None:
    """The round, its groups, the orders and the events with their people."""
    told, by = story.plan, cast.coordinator
    now = at_noon(told["round"]["starts_on"])
    names = [each["name_fi"] for each in told["neighbours"]]
    cast.round = begin_round(by=by, now=now, neighbours=names, **{k: told["round"][k] for k in ROUND_FIELDS})
    groups = {each["key"]: _group(each, cast) for each in told["groups"]}
    for each in told["organisations"]:
        organisation = admit_organisation(by=by, now=now, name=each["name"], contact_phone=each["phone"])
        speak_for(cast, each["key"], organisation, each["coordinator"], now)
    for each in told["orders"]:
        _order(each, cast, groups)
    for each in story.events:
        _event(each, cast, groups)


def prepare(story: Story, cast: Cast) -> None:
    """The questions in the languages of the events; Aino has read the Finnish ones."""
    now = at_noon(story.plan["round"]["starts_on"] + timedelta(days=20))
    prepare_questions(cast.the_round, by=cast.coordinator, now=now)
    mark_questions_read(cast.the_round, "fi", by=cast.coordinator, now=now, reader="Aino Laine")


def talk(story: Story, cast: Cast) -> None:
    """Each event is held; its scribe's Word form is read in, finished, checked, delivered, read and locked."""
    for told in story.events:
        event = the_event(cast.the_round, told["code"])
        speaker = cast.speakers[told["organisation"]]
        hold_event(event, by=speaker, now=local(told["ends_at"]))
        now = local(told["ends_at"]) + timedelta(hours=1)
        import_form(event, by=_scribe(event, now), now=now, data=story.form(event.code))
        report = _report(event)
        _mend(report, speaker, now)
        finish_report(_report(event), by=_scribe(event, now), now=now)
        check_report(_report(event), by=speaker, now=at_noon(told["checked_on"]), removed=True)
        deliver_report(_report(event), by=speaker, now=at_noon(told["delivered_on"]))
        _place(story, event, cast, at_noon(told["read_on"]))
        read_and_lock(_report(event), by=cast.coordinator, now=at_noon(told["read_on"]))


def understand(story: Story, cast: Cast) -> None:
    """Statements are lifted out of the reports, their translations read by the organisations, themes given."""
    for told in story.events:
        event = the_event(cast.the_round, told["code"])
        lift_report(_report(event), by=cast.coordinator, now=at_noon(told["read_on"]))
    _check_translations(story, cast)
    now = at_noon(story.plan["round"]["talks_until"])
    known = statements_by_place(cast)
    for each in story.told["themes"]:
        theme = make_theme(
            cast.the_round, by=cast.analyst, now=now, name=each["name"], names=each["names"],
            definition=each["definition"], domain=each["domain"],
        )  # fmt: skip
        for place in each["statements"]:
            code_statement(known[place], by=cast.analyst, now=now, theme=theme)


def statements_by_place(cast: Cast) -> dict[str, Statement]:
    """The story's name of each statement, "A.ATT1.1": event, question, row."""
    found = Statement.objects.filter(round=cast.the_round).select_related("event__round", "answer")
    return {f"{each.event.code}.{each.question_key}.{each.answer.row}": each for each in found}


def _group(told: Told, cast: Cast) -> Group:
    now = at_noon(cast.the_round.starts_on)
    values = {name: told[name] for name in ("name", "languages", "speakers", "reason") if name in told}
    return add_group(cast.the_round, by=cast.coordinator, now=now, **values)


def _order(told: Told, cast: Cast, groups: dict[str, Group]) -> None:
    key = told["organisation"]
    chosen = [groups[name] for name in told["groups"]]
    sent, answered = at_noon(told["sent_on"]), at_noon(told["answered_on"])
    order = write_order(
        cast.the_round, by=cast.coordinator, now=sent, organisation=cast.organisations[key], groups=chosen,
        events_wanted=told["events_wanted"], due_on=told["due_on"], terms=told["terms"],
    )  # fmt: skip
    send_order(order, by=cast.coordinator, now=sent)
    answer_order(order, by=cast.speakers[key], now=answered, accepted=True, answer=told["answer"])


def _event(told: Told, cast: Cast, groups: dict[str, Group]) -> None:
    key = told["organisation"]
    speaker, now = cast.speakers[key], at_noon(told["briefed_on"])
    event = schedule_event(
        cast.the_round, by=speaker, now=now, code=told["code"], group=groups[told["group"]],
        organisation=cast.organisations[key], language=told["language"],
        starts_at=local(told["starts_at"]), ends_at=local(told["ends_at"]),
        **{name: told[name] for name in EVENT_FIELDS if name in told},
    )  # fmt: skip
    for role in AssignedRole:
        name_person(event, by=speaker, now=now, role=role, first_name=told[role.value], briefed_on=now.date())


def _scribe(event: Event, now: datetime) -> Actor:
    link = open_link_to(Purpose.SCRIBE, event.pk, now=now)
    return actor_by({Role.SCRIBE}, link=link)


def _report(event: Event) -> Report:
    found = report_of(event)
    assert found is not None
    return found


def _mend(report: Report, speaker: Actor, now: datetime) -> None:
    """The organisation covers what the scribe left in by mistake: a number, a name."""
    while finds := certain_finds(report):
        cover_find(report, finds[0], by=speaker, now=now)
        report = _report(report.event)


def _place(story: Story, event: Event, cast: Cast, now: datetime) -> None:
    """What found no place on import is put under the last question; the story says what it was."""
    for loose in _report(event).unplaced.filter(settled_at=None):
        place_text(loose, by=cast.coordinator, now=now, question_key="CLOSE1")


def _check_translations(story: Story, cast: Cast) -> None:
    """Readers in the organisations check the translations of what the story's cards rest on, and of most others."""
    read_on = {each["code"]: at_noon(each["read_on"]) for each in story.events}
    speakers = {each["code"]: cast.speakers[each["organisation"]] for each in story.events}
    for statement in not_checked(cast.the_round, "fi"):
        code = statement.event.code
        for text in statement.texts.filter(language="fi"):
            check_text(text, by=speakers[code], now=read_on[code], reader=f"{speakers[code].person}")
