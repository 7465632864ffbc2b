"""The workbench: one card, what it rests on, what worries."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.ground.web.forms import status_of
from kuultu.loop.cards.actions.deciding import approve_card, consent_to_card, send_card, withdraw_card
from kuultu.loop.cards.actions.writing import add_statement, change_card, drop_statement, translate_card, write_card
from kuultu.loop.cards.forms import CardForm, CardTextForm, ConsentForm
from kuultu.loop.cards.models import Card, Consent
from kuultu.loop.cards.queries import deck_of, the_card
from kuultu.loop.cards.rules import (
    may_approve,
    may_consent,
    may_see,
    may_see_card,
    may_send,
    may_translate,
    may_withdraw,
    may_write,
)
from kuultu.loop.cards.worries import worries_of
from kuultu.loop.rounds.queries import the_round
from kuultu.loop.statements.queries import narrowed, statements_of, the_statement, themes_of


def new(request: Request, code: str) -> HttpResponse:
    """Choose statements of a theme, then write the story."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    require(may_write(request.actor, deck_of(round)))
    theme = request.GET.get("theme", "")
    chosen = [s for s in statements_of(round) if s.code in (request.POST or request.GET).getlist("statement")]
    form = CardForm(request.POST or None, initial={"domain": chosen[0].domain if chosen else None})
    if request.method == "POST" and form.is_valid():
        with telling(form):
            card = write_card(round, by=request.actor, now=request.now, statements=chosen, **form.cleaned_data)
            return redirect(at("cards:card", round.code, card.number))
    offered = narrowed(statements_of(round), theme=theme) if theme else statements_of(round)
    context = {"form": form, "chosen": chosen, "offered": offered, "themes": themes_of(round), "theme": theme}
    return render(request, "cards/new.html", context, status=status_of(form))


def card(request: Request, code: str, number: int) -> HttpResponse:
    """The workbench; an organisation reads the card here and says what it thinks."""
    round = the_round(request, code)
    found = the_card(round, number)
    require(may_see_card(request.actor, found))
    may = may_write(request.actor, found.deck)
    form = CardForm(request.POST or None, instance=found) if may else None
    if request.method == "POST" and form is not None and form.is_valid():
        with telling(form):
            change_card(the_card(round, number), by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("cards:card", round.code, number))
    status = 400 if form is not None and form.errors else 200
    return render(request, "cards/card.html", {**_bench(request, found), "form": form}, status=status)


def statements(request: Request, code: str, number: int) -> HttpResponse:
    """Choose statements for a card."""
    round = the_round(request, code)
    found = the_card(round, number)
    require(may_write(request.actor, found.deck))
    offered = narrowed(statements_of(round), theme=request.GET.get("theme", ""), words=request.GET.get("q", ""))
    behind = {statement.pk for statement in found.statements_behind()}
    context = {"card": found, "offered": [s for s in offered if s.pk not in behind], "themes": themes_of(round)}
    return render(request, "cards/statements.html", context)


@require_POST
def rest(request: Request, code: str, number: int, way: str, event_code: str, statement: int) -> HttpResponse:
    """Add a statement to a card, or take it off."""
    round = the_round(request, code)
    found = the_card(round, number)
    said = the_statement(round, event_code, statement)
    change = add_statement if way == "add" else drop_statement
    change(found, said, by=request.actor, now=request.now)
    return redirect(at("cards:card", round.code, number))


@require_POST
def turn(request: Request, code: str, number: int, way: str) -> HttpResponse:
    """Send, approve or withdraw a card."""
    found = the_card(the_round(request, code), number)
    require(may_see_card(request.actor, found))
    {"send": send_card, "approve": approve_card, "withdraw": withdraw_card}[way](
        found, by=request.actor, now=request.now
    )
    return redirect(at("cards:card", code, number))


@require_POST
def consent(request: Request, code: str, number: int) -> HttpResponse:
    """The organisation's word."""
    round = the_round(request, code)
    found = the_card(round, number)
    require(may_see_card(request.actor, found))
    organisations = {each.pk: each for each in found.organisations_behind()}
    mine = next(iter(request.actor.organisation_ids & organisations.keys()), 0)
    require(may_consent(request.actor, found, mine))
    form = ConsentForm(request.POST)
    if form.is_valid():
        consent_to_card(found, by=request.actor, now=request.now, organisation=organisations[mine], **form.cleaned_data)
        return redirect(at("cards:card", round.code, number))
    return render(request, "cards/card.html", {**_bench(request, found), "consent_form": form}, status=400)


def translate(request: Request, code: str, number: int, language: str = "") -> HttpResponse:
    """The card in another language, beside the original."""
    round = the_round(request, code)
    found = the_card(round, number)
    require(may_see_card(request.actor, found))
    require(may_translate(request.actor, found))
    text = get_object_or_404(found.texts.all(), language=language) if language else None
    form = CardTextForm(found, request.POST or None, instance=text)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            values = {"language": language, **form.cleaned_data}
            translate_card(found, by=request.actor, now=request.now, **values)
            return redirect(at("cards:card", round.code, number))
    context = {"card": found, "form": form, "text": text, "language": language}
    return render(request, "cards/translate.html", context, status=status_of(form))


def _bench(request: Request, card: Card) -> dict[str, object]:
    actor, behind = request.actor, list(card.statements_behind())
    staff, round = actor.has(Role.COORDINATOR, Role.ANALYST), card.deck.round
    own = [each for each in behind if staff or actor.speaks_for(each.event.organisation_id)]
    return {
        "round": round,
        "card": card,
        "statements": own,
        "worries": worries_of(card, behind if staff else own),
        "organisations": [pair for pair in _said(card) if staff or actor.speaks_for(pair[0].pk)],
        "consent_form": ConsentForm(),
        "speaks": any(actor.speaks_for(each.pk) for each in card.organisations_behind()),
        "may_write": may_write(actor, card.deck),
        "may_translate": may_translate(actor, card),
        "may_send": may_send(actor, card),
        "may_approve": may_approve(actor, card),
        "may_withdraw": may_withdraw(actor, card),
    }


def _said(card: Card) -> list[tuple[Organisation, Consent | None]]:
    """Each organisation behind the card with what it said of it as it now reads, or None."""
    said = {each.organisation_id: each for each in card.consents.all() if each.version == card.version}
    return [(organisation, said.get(organisation.pk)) for organisation in card.organisations_behind()]
