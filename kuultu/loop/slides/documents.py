"""The presentation as an editable PowerPoint file."""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kuultu.ground.documents import pptx
from kuultu.ground.documents.model import Quote, Words
from kuultu.ground.languages.registry import language as language_of
from kuultu.ground.web.signs import STALE as OUT_OF_DATE
from kuultu.ground.web.signs import TEXTS
from kuultu.ground.web.words import DOMAINS
from kuultu.loop.cards.models import Card
from kuultu.loop.cards.queries import in_language
from kuultu.loop.slides.facts import Spoken
from kuultu.loop.slides.models import Presentation, SlideKind
from kuultu.loop.slides.queries import slides_shown
from kuultu.loop.slides.shown import STALE, SlideShown, Told


def presentation_file(presentation: Presentation) -> bytes:
    """The slides that are shown. Every one of them says that it is a draft until the presentation is frozen."""
    round, code = presentation.round, presentation.language
    with translation.override(code):
        slides = [slide_of(each, code) for each in slides_shown(presentation, hidden=False)]
        town = round.municipality.named_in(code)
        return pptx.presentation_pptx(
            slides,
            lang=code,
            title=presentation.title,
            foot=f"{town} · {round.name}",
            sender=town,
            draft_mark="" if presentation.frozen_at else _("Draft"),
            staff_lang=code,
            accent=round.municipality.colour,
        )


def slide_of(shown: SlideShown, code: str) -> pptx.Slide:
    """One slide in the language of the presentation, which is active."""
    slide = shown.slide
    rest = {"title": slide.heading, "code": shown.code, "notes": slide.notes}
    match slide.kind:
        case SlideKind.TITLE:
            return pptx.TitleSlide(subtitle="\n".join(slide.lines[:1]), when="\n".join(slide.lines[1:]), **rest)
        case SlideKind.ASKED:
            return _asked(shown, rest)
        case SlideKind.THEME:
            return _theme(shown, code, rest)
        case SlideKind.DIFFERED:
            return _differed(shown, rest)
        case SlideKind.QUESTIONS:
            asked = tuple(_question(each.text, each.cards) for each in shown.questions)
            return pptx.QuestionsSlide(questions=asked, **rest)
        case SlideKind.CARDS:
            return pptx.CardsSlide(cards=tuple(_card(card, code) for card in shown.cards), **rest)
        case _:
            return pptx.TextSlide(sentences=tuple(slide.lines), **rest)


def _asked(shown: SlideShown, rest: dict[str, str]) -> pptx.AskedSlide:
    lines = shown.slide.lines
    return pptx.AskedSlide(
        asked_label=_("What we asked"),
        questions=shown.asked,
        heard_label=_("Who told"),
        heard=tuple(pptx.Heard(Words(language_of(code).own, code), number) for code, number in shown.heard),
        dot_label=_("one discussion"),
        figure="\n".join(lines[:1]),
        caveat=" ".join(lines[1:]),
        **rest,
    )


def _theme(shown: SlideShown, code: str, rest: dict[str, str]) -> pptx.ThemeSlide:
    theme = shown.slide.theme
    return pptx.ThemeSlide(
        domain=theme.domain if theme else "",
        domain_name=str(DOMAINS[theme.domain]) if theme else "",
        sentences=tuple(shown.slide.lines),
        chart=_chart(shown.spoken) if shown.spoken else None,
        quote=_quote(shown.quote) if shown.quote else None,
        **rest,
    )


def _chart(spoken: Spoken) -> pptx.UnitChart:
    rows = tuple(pptx.UnitRow(word, number, said) for word, number, said in spoken.rows)
    return pptx.UnitChart(sentence=spoken.says, rows=rows, total=spoken.of)


def _quote(told: Told) -> Quote:
    original = Words(told.said, told.language)
    if not told.translation:
        return Quote(original)
    translated = Words(told.translated, told.translation_language)
    return Quote(original, translated, _unchecked(told.state) if told.state else _("translation checked"))


def _unchecked(state: str) -> str:
    return str(OUT_OF_DATE if state == STALE else TEXTS[state][1])


def _differed(shown: SlideShown, rest: dict[str, str]) -> pptx.DifferencesSlide:
    contrasts = tuple(
        pptx.Contrast(
            each.topic,
            _("Some told") if each.second else "",
            each.first,
            _("Others told") if each.second else "",
            each.second,
        )
        for each in shown.contrasts
    )
    return pptx.DifferencesSlide(contrasts=contrasts, shared_label=_("Shared"), shared=shown.shared, **rest)


def _question(text: str, cards: tuple[Card, ...]) -> pptx.QuestionToDeciders:
    numbers = ", ".join(str(card.number) for card in cards)
    label = ngettext("Card {number}", "Cards {number}", len(cards)).format(number=numbers) if cards else ""
    return pptx.QuestionToDeciders(text, cards[0].domain if cards else "", label)


def _card(card: Card, code: str) -> pptx.DeckCard:
    title = in_language(card, code).title
    return pptx.DeckCard(str(card.number), title, card.domain, str(DOMAINS[card.domain]), card.code)
