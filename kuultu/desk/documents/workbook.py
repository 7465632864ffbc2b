"""A round as a workbook: what was said, what was made of it, and the chain from every measure back.

No participant, facilitator, scribe or reader is named, no address or telephone number is given, and what the hall said
of a card stands as it was told in public. Words that need special care stay on the screen.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kuultu.desk.documents.rows import Chain, Row, chains, domain, fitted, listed, state_of, word
from kuultu.ground.documents.xlsx import Sheet, workbook
from kuultu.ground.languages.dates import HELSINKI
from kuultu.ground.languages.registry import language
from kuultu.loop.cards.models import CardState
from kuultu.loop.cards.queries import cards_of
from kuultu.loop.decisions.queries import ideas_of, verdicts_of
from kuultu.loop.decisions.words import sentence_of
from kuultu.loop.followup.models import Checkup
from kuultu.loop.followup.queries import standings_of
from kuultu.loop.materials.queries import questions_of
from kuultu.loop.measures.models import Measure
from kuultu.loop.rounds.models import Event, EventState, Round
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import asked, statements_of, text_in, theme_table, working_language


def workbook_of(round: Round, now: datetime) -> bytes:
    """The xlsx file, its headings in the language that is on."""
    return workbook(sheets_of(round), created=now, title=f"{round.code} {round.name}")


def sheets_of(round: Round) -> Iterator[Sheet]:
    """The sheets in the order in which a round passes."""
    here = get_language() or "fi"
    statements = list(statements_of(round))
    chain = list(chains(round, statements))
    for name, header, rows in (
        (_("Discussions"), _events_header(), _events(round, statements)),
        (_("Questions"), _questions_header(), _questions(round)),
        (_("Statements"), _statements_header(), _statements(statements, chain)),
        (_("Themes"), _themes_header(), _themes(round)),
        (_("Cards"), _cards_header(), _cards(round, chain)),
        (_("Verdicts"), _verdicts_header(), _verdicts(round)),
        (_("Ideas"), _ideas_header(), _ideas(round)),
        (_("Measures"), _measures_header(), _measures(round, chain)),
        (_("Checkups"), _checkups_header(), _checkups(round)),
        (_("Chain"), _chain_header(), _chain(round, chain)),
    ):
        yield Sheet(name, header, rows, lang=here)


def _events_header() -> list[str]:
    return [_("Discussion"), _("Language"), _("Group"), _("Arranged by"), _("Day"), _("State"), _("Statements")]


def _events(round: Round, statements: list[Statement]) -> Iterator[Row]:
    here = get_language() or "fi"
    number: dict[int, int] = {}
    for each in statements:
        number[each.event_id] = number.get(each.event_id, 0) + 1
    found = (
        Event.objects.filter(round=round).exclude(state=EventState.CANCELLED).select_related("group", "organisation")
    )
    for event in found:
        yield (
            event.code, language(event.language).named_in(here), event.group.name,
            str(event.organisation or round.municipality.name), event.starts_at.astimezone(HELSINKI).date(),
            word(event.get_state_display()), number.get(event.pk, 0),
        )  # fmt: skip


def _questions_header() -> list[str]:
    return [_("Question"), _("Number"), _("Domain"), _("Text")]


def _questions(round: Round) -> Iterator[Row]:
    here = get_language() or "fi"
    for question in questions_of(round):
        said = asked(question, here)
        yield question.key, question.order, domain(question.domain), said.text if said else None


def _statements_header() -> list[str]:
    return [
        _("Statement"), _("Discussion"), _("Question"), _("Domain"), _("Kind"), _("Whose words"), _("Shared by"),
        _("Language"), _("Original words"), _("Translation"), _("State of the translation"), _("Themes"), _("Cards"),
        _("Measures"),
    ]  # fmt: skip


def _statements(statements: list[Statement], chain: list[Chain]) -> Iterator[Row]:
    code = working_language()
    for each in statements:
        words = text_in(each, code)
        translated = words if words is not None and not words.is_original else None
        kept = each.sensitive
        yield (
            each.code, each.event.code, each.question_key, domain(each.domain), word(each.get_mark_display()),
            word(each.get_manner_display()), word(each.get_shared_display()), each.language,
            _("special care: read it on the screen") if kept else fitted(each.original),
            fitted(translated.text) if translated and not kept else None, state_of(translated),
            listed(coding.theme for coding in each.codings.all()),
            listed(link.card for link in chain if link.statement == each.code),
            listed(link.measure for link in chain if link.statement == each.code),
        )  # fmt: skip


def _themes_header() -> list[str]:
    return [_("Theme"), _("Domain"), _("What belongs here"), _("At how many discussions"), _("Of how many")]


def _themes(round: Round) -> Iterator[Row]:
    for row in theme_table(round).rows:
        yield str(row.theme), domain(row.theme.domain), row.theme.definition, row.everywhere.events, row.everywhere.of


def _cards_header() -> list[str]:
    return [
        _("Card"), _("Title"), _("Story"), _("Domain"), _("Language"), _("State"), _("Statements"), _("Measures"),
    ]  # fmt: skip


def _cards(round: Round, chain: list[Chain]) -> Iterator[Row]:
    for card in cards_of(round):
        if card.state == CardState.WITHDRAWN:
            continue
        yield (
            card.code, card.title, card.narrative, domain(card.domain), card.language, word(card.get_state_display()),
            listed(link.statement for link in chain if link.card == card.code),
            listed(link.measure for link in chain if link.card == card.code),
        )  # fmt: skip


def _verdicts_header() -> list[str]:
    return [_("Card"), _("Title"), _("Verdict"), _("In a sentence")]


def _verdicts(round: Round) -> Iterator[Row]:
    for verdict in verdicts_of(round):
        said = str(sentence_of(verdict, "public"))
        yield verdict.card.code, verdict.card.title, word(verdict.get_outcome_display()), said


def _ideas_header() -> list[str]:
    return [_("Idea"), _("Card"), _("Who could do it"), _("Effort"), _("Chosen by tables"), _("Measures")]


def _ideas(round: Round) -> Iterator[Row]:
    for idea in ideas_of(round).prefetch_related("measures"):
        yield (
            idea.text, idea.card.code if idea.card else None, idea.body, word(idea.get_effort_display()), idea.dots,
            listed(measure.code for measure in idea.measures.all()),
        )  # fmt: skip


def _measures_header() -> list[str]:
    return [
        _("Measure"), _("In one sentence"), _("Aim"), _("What is done"), _("Body"), _("Post"), _("Together with"),
        _("Starts"), _("Ready by"), _("How it is seen that it works"), _("Step"), _("State"), _("Cards"),
        _("Statements"),
    ]  # fmt: skip


def _measures(round: Round, chain: list[Chain]) -> Iterator[Row]:
    for standing in standings_of(round):
        each: Measure = standing.measure
        yield (
            each.code, each.sentence, each.aim, each.activities, each.owner_body, each.owner_post, each.partners,
            each.starts_on, standing.due_on, each.indicators, word(standing.step.label), word(standing.state.label),
            listed(card.code for card in each.cards.all()),
            listed(link.statement for link in chain if link.measure == each.code),
        )  # fmt: skip


def _checkups_header() -> list[str]:
    return [_("Measure"), _("Planned for"), _("Held on"), _("State"), _("Step"), _("What was said"), _("New date")]


def _checkups(round: Round) -> Iterator[Row]:
    found: Iterable[Checkup] = Checkup.objects.filter(measure__programme__round=round).select_related("measure")
    for each in found:
        held = each.done_at.astimezone(HELSINKI).date() if each.done_at else None
        yield (
            each.measure.code, each.due_on, held, word(each.get_state_display()), word(each.get_step_display()),
            each.says, each.new_due_on,
        )  # fmt: skip


def _chain_header() -> list[str]:
    return [_("Measure"), _("Card"), _("Statement"), _("Discussion"), _("Question"), _("Round")]


def _chain(round: Round, chain: list[Chain]) -> Iterator[Row]:
    for link in chain:
        yield link.measure or None, link.card, link.statement, link.event, link.question, round.code
