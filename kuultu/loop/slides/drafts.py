"""What a presentation says before a person has touched it.

Nothing that somebody said is copied into a slide's own words: a statement goes away with its consent and its term, a
slide stays. Slides say what can be counted in discussions, name themes and cards, and point at a quote.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kuultu.ground.languages.dates import long_date
from kuultu.loop.cards.models import Card, CardState
from kuultu.loop.cards.queries import cards_of
from kuultu.loop.materials.models import Domain
from kuultu.loop.reports.models import Manner, Mark
from kuultu.loop.rounds.models import Round
from kuultu.loop.slides.facts import Facts, Spoken
from kuultu.loop.slides.models import SlideKind
from kuultu.loop.slides.quoting import may_be_quoted
from kuultu.loop.statements.models import Coding, Statement, Theme
from kuultu.loop.statements.queries import not_heard, shared_and_differing, statements_of, text_in, working_language

MOST_THEMES = 6
MOST_QUESTIONS = MOST_CONTRASTS = 3
MOST_MISSING = 4
QUOTE_WORDS = 20


@dataclass(frozen=True)
class Draft:
    """A slide as it would be built."""

    kind: SlideKind
    heading: str
    lines: tuple[str, ...] = ()
    notes: str = ""
    theme: Theme | None = None
    quote: Statement | None = None
    cards: tuple[Card, ...] = ()


def drafts_of(round: Round, language: str, themes: Sequence[Theme], facts: Facts) -> list[Draft]:
    """The slides in their order, in the language that is active."""
    told = _cards_by_theme(round)
    quotes = quotes_by_theme(round, language)
    found = [_title(round, language), _asked(facts)]
    found += [_theme(each, language, facts, quotes.get(each.pk, []), told.get(each.pk, ())) for each in themes]
    return [*found, *_differed(round, language, facts), _missing(round), *_questions(themes, language, facts, told)]


def themes_to_show(themes: Sequence[Theme], facts: Facts) -> list[Theme]:
    """The widest of each domain, then the widest of the rest, six at most, in the order of the codebook."""
    wide = sorted(themes, key=lambda theme: -facts.spoken.get(theme.pk, Spoken(0, 0)).events)
    wide = [theme for theme in wide if theme.pk in facts.spoken]
    firsts = [next((theme for theme in wide if theme.domain == domain), None) for domain in Domain]
    chosen = list(dict.fromkeys([*(theme for theme in firsts if theme), *wide]))[:MOST_THEMES]
    return [theme for theme in themes if theme in chosen]


def quotes_by_theme(round: Round, language: str) -> dict[int, list[Statement]]:
    """Theme → what may be quoted of it, the best first: checked in the language, marked as a quote, short."""
    found: dict[int, list[Statement]] = {}
    for statement in statements_of(round):
        if may_be_quoted(statement):
            for theme in {coding.theme_id for coding in statement.codings.all()}:
                found.setdefault(theme, []).append(statement)
    return {theme: sorted(said, key=lambda each: _rank(each, language)) for theme, said in found.items()}


def _rank(statement: Statement, language: str) -> tuple[bool, bool, bool, int]:
    text = text_in(statement, language) or text_in(statement, working_language())
    words = len((text.text if text else statement.original).split())
    return (not (text and text.is_checked), statement.manner != Manner.QUOTE, words > QUOTE_WORDS, words)


def _cards_by_theme(round: Round) -> dict[int, tuple[Card, ...]]:
    """Theme → the cards that rest on its statements, those with the most of them first."""
    cards = {card.pk: card for card in cards_of(round) if card.state != CardState.WITHDRAWN}
    counts: dict[int, dict[int, int]] = {}
    pairs = Coding.objects.filter(theme__round=round, statement__sources__card__in=cards.keys()).values_list(
        "theme_id", "statement__sources__card_id"
    )
    for theme, card in pairs:
        counts.setdefault(theme, {}).setdefault(card, 0)
        counts[theme][card] += 1
    return {
        theme: tuple(sorted((cards[pk] for pk in held), key=lambda card: (-held[card.pk], card.number)))
        for theme, held in counts.items()
    }


def _title(round: Round, language: str) -> Draft:
    place = f"{round.municipality.named_in(language)}, {round.name}"
    day = _("Decision event {day}").format(day=long_date(round.decides_on, language)) if round.decides_on else ""
    return Draft(SlideKind.TITLE, _("What residents told"), tuple(filter(None, (place, day))))


def _asked(facts: Facts) -> Draft:
    talks, tongues = sum(number for _code, number in facts.heard), len(facts.heard)
    heading = "{}, {}".format(
        ngettext("%d discussion", "%d discussions", talks) % talks,
        ngettext("%d language", "%d languages", tongues) % tongues,
    )
    lines = (
        _("Residents told in their own languages, without names."),
        _("This does not tell how many think so. It tells what life here is like."),
    )
    left_out = ngettext(
        "%d discussion had fewer than five people. It is not in the counts.",
        "%d discussions had fewer than five people. They are not in the counts.",
        facts.small,
    )
    return Draft(SlideKind.ASKED, heading, lines, notes=left_out % facts.small if facts.small else "")


def _theme(theme: Theme, language: str, facts: Facts, quotes: Sequence[Statement], cards: tuple[Card, ...]) -> Draft:
    spoken = facts.spoken.get(theme.pk)
    named = ", ".join(card.code for card in cards[:3])
    told = ngettext("Card {cards} tells of this.", "Cards {cards} tell of this.", len(cards[:3])).format(cards=named)
    # The definition is written in the municipality's working language alone.
    defined = theme.definition if language == working_language() else ""
    lines = tuple(filter(None, (defined, _tone(spoken) if spoken else "", told if cards else "")))
    quote = quotes[0] if quotes else None
    return Draft(SlideKind.THEME, theme.named_in(language), lines, theme=theme, quote=quote, cards=cards)


def _tone(spoken: Spoken) -> str:
    """Whether good or bad was told, by discussions."""
    good, bad = spoken.at(Mark.GOOD), spoken.at(Mark.BAD)
    if good and bad:
        return _("Both good and bad experiences were told.")
    if good or bad:
        return _("The experiences were good.") if good else _("The experiences were bad.")
    return _("Residents proposed what to do.") if spoken.at(Mark.PROPOSAL) else ""


def _differed(round: Round, language: str, facts: Facts) -> list[Draft]:
    """At odds: a line with a topic and a colon. Shared: a line without one."""
    compared = shared_and_differing(round)
    lines = [
        _("{topic}: good experiences / bad experiences").format(topic=row.theme.named_in(language))
        for row in compared.at_odds[:MOST_CONTRASTS]
    ]
    if compared.shared:
        names = ", ".join(row.theme.named_in(language) for row in compared.shared[:MOST_CONTRASTS])
        lines.append(_("Spoken of in most discussions – {topics}").format(topics=names))
    return [Draft(SlideKind.DIFFERED, _("Where experiences differed"), tuple(lines))] if lines else []


def _missing(round: Round) -> Draft:
    absent = not_heard(round)
    lines = [f"{each.group.name}. {each.why}" for each in absent[:MOST_MISSING]]
    if not lines:
        lines = [_("Every group that we wanted to hear has been heard."), _("Whom did we not think of?")]
    return Draft(SlideKind.MISSING, _("Who was not heard"), tuple(lines))


def _questions(themes: Sequence[Theme], language: str, facts: Facts, told: dict[int, tuple[Card, ...]]) -> list[Draft]:
    """Of the themes that a card tells of and that were bad in the most discussions."""
    asked = sorted((theme for theme in themes if told.get(theme.pk)), key=lambda theme: _by_need(facts, theme))
    asked = asked[:MOST_QUESTIONS]
    if not asked:
        return []
    number = len(asked)
    heading = ngettext("One question to the deciders", "%d questions to the deciders", number)
    lines = tuple(
        _("What will be done: {topic}? ({card})").format(topic=theme.named_in(language), card=told[theme.pk][0].code)
        for theme in asked
    )
    cards = tuple(dict.fromkeys(told[theme.pk][0] for theme in asked))
    return [Draft(SlideKind.QUESTIONS, heading % number if number > 1 else heading, lines, cards=cards)]


def _by_need(facts: Facts, theme: Theme) -> tuple[int, int]:
    spoken = facts.spoken.get(theme.pk, Spoken(0, 0))
    return (-spoken.at(Mark.BAD), -spoken.events)
