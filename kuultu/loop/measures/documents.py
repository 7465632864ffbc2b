"""The action programme as paper: docx to edit, pdf to print."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from kuultu.ground.documents.docx import to_docx
from kuultu.ground.documents.model import (
    QR,
    Block,
    Columns,
    Document,
    Fact,
    Facts,
    Heading,
    Numbered,
    Stage,
    StageLine,
    Text,
    Voice,
    Voices,
)
from kuultu.ground.documents.pdf import to_pdf
from kuultu.ground.languages.dates import long_date
from kuultu.loop.cards.models import Card
from kuultu.loop.cards.queries import in_language
from kuultu.loop.decisions.models import Outcome, Verdict
from kuultu.loop.measures.models import Measure, MeasureStep
from kuultu.loop.measures.queries import is_accepted, measures_of, programme_of
from kuultu.loop.rounds.models import Round

SIDES = {Outcome.MORE: "more", Outcome.LESS: "less", Outcome.UNSURE: "unsure"}


def programme(round: Round, language: str) -> Document:
    """The programme in an interface language: each measure with owner and date, and what residents said."""
    with translation.override(language):
        described = programme_of(round)
        approved = " · ".join(filter(None, (described.approved_by, described.minutes)))
        blocks: tuple[Block, ...] = (
            Heading(_("What we promise"), level=1),
            Text(" · ".join(filter(None, (round.name, approved))), quiet=True),
            *(_measure(measure, language) for measure in measures_of(round)),
            _foot(round),
        )
        return Document(
            title=_("Action programme, {round}").format(round=round.name),
            lang=language,
            blocks=blocks,
            sender=round.municipality.named_in(language),
            about=_("Action programme of the round {round}").format(round=round.name),
            code=round.code,
            pages=_("Page {page} of {pages}"),
            draft_mark="" if described.published_at else _("Draft: not published yet"),
            staff_lang=language,
            accent=round.municipality.colour,
        )


def programme_docx(round: Round, language: str) -> bytes:
    """For Word."""
    return to_docx(programme(round, language))


def programme_pdf(round: Round, language: str, *, now: datetime) -> bytes:
    """For print: PDF/UA."""
    return to_pdf(programme(round, language), timestamp=now)


def _measure(measure: Measure, language: str) -> Numbered:
    """The sentence; who, with whom, by when; the steps; why."""
    owner = Fact(_("Owner"), measure.owner_body, measure.owner_post)
    due = Fact(_("Ready by"), long_date(measure.due_on, language))
    partners = [Fact(_("Together with"), measure.partners)] if measure.partners else []
    facts = (owner, *partners, due)
    blocks: list[Block] = [Facts(facts, columns=len(facts), plain=True), _steps(measure)]
    if measure.indicators:
        blocks.append(Text(measure.indicators, opening=_("How it is seen that it works:"), size="small"))
    if voices := tuple(_voices(measure, language)):
        blocks.append(Voices(voices, _("Because you said")))
    return Numbered(str(measure.number), measure.sentence, tuple(blocks))


def _steps(measure: Measure) -> StageLine:
    """The four steps. What has happened since the promise is told by the page that the code opens."""
    promised = ("done", _("done")) if is_accepted(measure) else ("todo", _("to come"))
    states = {MeasureStep.PROMISED: promised}
    return StageLine(tuple(Stage(str(step.label), *states.get(step, ("todo", _("to come")))) for step in MeasureStep))


def _voices(measure: Measure, language: str) -> Iterator[Voice]:
    cards = list(measure.cards.all())
    verdicts = {each.card_id: each for each in Verdict.objects.filter(card__in=cards, table=None)}
    for card in cards:
        yield _voice(card, verdicts.get(card.pk), language)


def _voice(card: Card, verdict: Verdict | None, language: str) -> Voice:
    told = in_language(card, language)
    said = str(verdict.get_outcome_display()) if verdict else ""
    return Voice(
        text=_first_sentence(told.narrative),
        label=f"{card.code} {told.title}",
        lang=told.language,
        domain=card.domain if card.domain != "other" else "",
        verdict=SIDES.get(Outcome(verdict.outcome), "") if verdict else "",
        said=said[:1].upper() + said[1:],
    )


def _first_sentence(text: str) -> str:
    """Enough to recognise the card by."""
    end = text.find(". ")
    return text[: end + 1] if 0 < end < 200 else text[:200]


def _foot(round: Round) -> Columns:
    """How the reader can follow it."""
    address = f"{settings.SITE_URL}/{round.municipality.slug}/"
    state = _("How it stands now")
    code = QR(address, _("The state now: {address}").format(address=address), size=22)
    return Columns(((Heading(state, level=2), Text(address)), (code,)), widths=(5, 1))
