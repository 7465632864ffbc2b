"""The deck: all cards of a round, and freezing them."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.languages.registry import CONTENT
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require
from kuultu.loop.cards.actions.deciding import freeze_deck
from kuultu.loop.cards.documents import deck_pdf
from kuultu.loop.cards.models import CardState, Deck
from kuultu.loop.cards.queries import CARDS_WANTED, by_domain, cards_for, deck_of
from kuultu.loop.cards.rules import may_freeze, may_see, may_write
from kuultu.loop.rounds.queries import the_round


def deck(request: Request, code: str) -> HttpResponse:
    """The cards under their domains, what is missing, what to do next."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    found = deck_of(round)
    cards = cards_for(request.actor, round)
    return render(
        request,
        "cards/deck.html",
        {
            "deck": found,
            "domains": by_domain(cards),
            "count": len(cards),
            "wanted": CARDS_WANTED,
            "languages": sorted({text.language for card in cards for text in card.texts.all()}),
            "may_write": may_write(request.actor, found),
            "may_freeze": may_freeze(request.actor, found) if found.pk else None,
        },
    )


@require_POST
def freeze(request: Request, code: str) -> HttpResponse:
    """Freeze the deck."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    freeze_deck(deck_of(round), by=request.actor, now=request.now)
    return redirect(at("cards:deck", round.code))


def print_deck(request: Request, code: str, language: str) -> HttpResponse:
    """The cards as a PDF, four to a sheet; before the deck is frozen those that are there, marked as drafts."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    if language not in CONTENT:
        raise Http404("No such language.")
    cards = [card for card in cards_for(request.actor, round) if card.state in _printed(card.deck)]
    if not cards:
        return redirect(at("cards:deck", round.code))
    response = HttpResponse(deck_pdf(round, cards, language, now=request.now), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{round.code}-cards-{language}.pdf"'
    return response


def _printed(deck: Deck) -> set[CardState]:
    """What the hall sees, once it is frozen; before that everything that has not been withdrawn."""
    return {CardState.APPROVED} if deck.frozen_at else {CardState.DRAFT, CardState.SENT, CardState.APPROVED}
