"""The action programme as paper: docx to edit, pdf to print."""

from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from kuultu.ground.documents.docx import to_docx
from kuultu.ground.documents.model import QR, Block, Document, Fact, Facts, Heading, Panel, Spacer, Text
from kuultu.ground.documents.pdf import to_pdf
from kuultu.ground.languages.dates import long_date
from kuultu.loop.cards.models import Card
from kuultu.loop.cards.queries import in_language
from kuultu.loop.decisions.models import Verdict
from kuultu.loop.measures.models import Measure
from kuultu.loop.measures.queries import measures_of, programme_of
from kuultu.loop.rounds.models import Round


def programme(round: Round, language: str) -> Document:
    """The programme in an interface language: each measure with owner and date, and what residents said."""
    with translation.override(language):
        measures = list(measures_of(round))
        described = programme_of(round)
        approved = " · ".join(filter(None, (described.approved_by, described.minutes)))
        blocks: list[Block] = [
            Heading(_("What we promise"), level=1),
            Text(_("Action programme of the round {round}").format(round=round.name), size="lead"),
            *([Text(approved, quiet=True)] if approved else []),
        ]
        for measure in measures:
            blocks += _measure(measure, language)
        blocks += [Spacer(4, stretch=True), _foot(round)]
        return Document(
            title=_("Action programme, {round}").format(round=round.name),
            lang=language,
            blocks=tuple(blocks),
            sender=round.municipality.named_in(language),
            about=round.name,
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


def _measure(measure: Measure, language: str) -> list[Block]:
    owner = Fact(_("Owner"), measure.owner_body, measure.owner_post)
    due = Fact(_("Ready by"), long_date(measure.due_on, language))
    partners = [Fact(_("Together with"), measure.partners)] if measure.partners else []
    aims = [Text(measure.aim)] if measure.aim else []
    seen = [Text(measure.indicators, opening=_("How it is seen that it works:"))] if measure.indicators else []
    return [
        Heading(f"{measure.code}  {measure.sentence}", level=2),
        Facts((owner, due, *partners), columns=2),
        *aims,
        *seen,
        Panel((Heading(_("Because you said"), level=3), *(_card(card, language) for card in measure.cards.all()))),
    ]


def _card(card: Card, language: str) -> Block:
    told = in_language(card, language)
    verdict = Verdict.objects.filter(card=card, table=None).first()
    said = f"{card.code} {told.title}"
    opening = f"{said} – {verdict.get_outcome_display()}." if verdict else f"{said}."
    return Text(_first_sentence(told.narrative), lang=told.language, opening=opening)


def _first_sentence(text: str) -> str:
    """Enough to recognise the card by."""
    end = text.find(". ")
    return text[: end + 1] if 0 < end < 200 else text[:200]


def _foot(round: Round) -> Block:
    address = f"{settings.SITE_URL}/{round.municipality.slug}/"
    return QR(address, _("The state now: {address}").format(address=address), _("How it stands now"), size=22)
