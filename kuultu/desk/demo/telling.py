"""The presentation before the evening, the survey after it, and the round that follows."""

from datetime import timedelta

from kuultu.desk.demo.cast import Cast
from kuultu.desk.demo.hearing import statements_by_place
from kuultu.desk.demo.story import Story, at_noon, local
from kuultu.ground.languages.dates import HELSINKI
from kuultu.ground.people.actor import THE_SYSTEM
from kuultu.ground.people.request import moment
from kuultu.loop.cards.models import Card
from kuultu.loop.followup.actions.closing import open_next_round
from kuultu.loop.materials.actions.questions import prepare_questions
from kuultu.loop.rounds.actions.events import name_person, schedule_event
from kuultu.loop.rounds.actions.orders import answer_order, send_order, write_order
from kuultu.loop.rounds.models import AssignedRole, Round
from kuultu.loop.slides.actions.building import build_presentation, freeze_presentation
from kuultu.loop.slides.actions.editing import change_slide
from kuultu.loop.slides.models import Presentation, SlideKind
from kuultu.loop.statements.models import Theme
from kuultu.loop.surveys.actions.answering import answer_survey
from kuultu.loop.surveys.actions.asking import close_survey, open_survey

WORDED = {SlideKind.THEME, SlideKind.DIFFERED, SlideKind.MISSING, SlideKind.QUESTIONS}


def present(story: Story, cast: Cast) -> None:
    """The results as slides, with the themes that the story chose; frozen before the evening."""
    decides_on = story.plan["round"]["decides_on"]
    names = {each["key"]: each["name"] for each in story.told["themes"]}
    wanted = [names[each["theme"]] for each in story.told["slides"] if each.get("theme")]
    themes = list(Theme.objects.filter(round=cast.the_round, name__in=wanted))
    presentation = build_presentation(
        cast.the_round, by=cast.coordinator, now=at_noon(decides_on - timedelta(days=8)), themes=themes
    )
    _word(presentation, story, cast, names)
    freeze_presentation(presentation, by=cast.coordinator, now=at_noon(decides_on - timedelta(days=5)))


def _word(presentation: Presentation, story: Story, cast: Cast, names: dict[str, str]) -> None:
    """The coordinator's own words on the slides of themes and on the last three; what is counted stays as it is."""
    now = at_noon(story.plan["round"]["decides_on"] - timedelta(days=7))
    told = {names[each["theme"]] if each.get("theme") else each["kind"]: each for each in story.told["slides"]}
    quotes = statements_by_place(cast)
    for slide in presentation.slides.select_related("theme"):
        name = slide.theme.name if slide.theme else slide.kind
        if slide.kind not in WORDED or (words := told.get(name)) is None:
            continue
        cards = Card.objects.filter(deck__round=cast.the_round, number__in=words.get("cards", []))
        change_slide(
            slide, by=cast.coordinator, now=now, heading=words["heading"], lines=words["lines"], notes=words["notes"],
            quote=quotes[words["quote"]] if "quote" in words else slide.quote,
            cards=cards if "cards" in words else None,
        )  # fmt: skip


def ask(story: Story, cast: Cast) -> None:
    """The survey at the end of the evening, answered and closed."""
    told = story.told["survey"]
    opens_at, closes_at = local(told["opens_at"]), local(told["closes_at"])
    survey = open_survey(
        cast.the_round, by=cast.coordinator, now=opens_at - timedelta(days=2), kind=told["kind"],
        languages=told["languages"], opens_at=opens_at, closes_at=closes_at, code=told["code"],
    )  # fmt: skip
    for answers in story.told["responses"]:
        answer_survey(survey, by=THE_SYSTEM, now=opens_at + timedelta(minutes=5), answers=answers)
    close_survey(survey, by=cast.coordinator, now=closes_at + timedelta(hours=9))


def go_on(story: Story, cast: Cast) -> None:
    """The next round has begun: whom to hear is known, one discussion in Arabic comes the day after tomorrow.

    It is dated by the real calendar, so that whoever tries the demo finds a scribe's link that is open.
    """
    now, by = moment(), cast.coordinator
    following = open_next_round(
        cast.the_round, by=by, now=now, name="Seuraava kierros", starts_on=(now - timedelta(days=30)).date(),
        talks_until=(now + timedelta(days=60)).date(),
    )  # fmt: skip
    _order_one(following, cast)
    _schedule_one(following, cast)
    prepare_questions(following, by=by, now=now)


def _order_one(round: Round, cast: Cast) -> None:
    now = moment()
    order = write_order(
        round, by=cast.coordinator, now=now, organisation=cast.organisations["silta"], groups=round.groups.all(),
        events_wanted=2, due_on=round.talks_until,
    )  # fmt: skip
    send_order(order, by=cast.coordinator, now=now)
    answer_order(order, by=cast.speakers["silta"], now=now, accepted=True)


def _schedule_one(round: Round, cast: Cast) -> None:
    now, by = moment(), cast.speakers["silta"]
    evening = (now.astimezone(HELSINKI) + timedelta(days=2)).replace(hour=17, minute=30, second=0, microsecond=0)
    group = next(each for each in round.groups.all() if "ar" in each.languages)
    event = schedule_event(
        round, by=by, now=now, group=group, organisation=cast.organisations["silta"], language="ar",
        starts_at=evening, ends_at=evening + timedelta(hours=2), place="Silta ry, asukastalo Lehmus",
        address="Koulutie 4", contact_name="Leena", contact_phone="050 000 0202",
    )  # fmt: skip
    for role, name in ((AssignedRole.FACILITATOR, "Nadia"), (AssignedRole.SCRIBE, "Samir")):
        name_person(event, by=by, now=now, role=role, first_name=name, briefed_on=now.date())
