"""What residents read of a municipality, of a round, of a card and of a measure."""

import base64
from collections.abc import Collection

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kuultu.ground.documents import qr
from kuultu.ground.languages.registry import Language
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.request import Request
from kuultu.ground.web.interface import for_residents
from kuultu.loop.materials.wording import Texts
from kuultu.public.codes import round_by, thing_of
from kuultu.public.forms import CodeForm
from kuultu.public.queries.answers import answer_of, public_rounds, the_public_round, words_of
from kuultu.public.queries.cards import card_shown
from kuultu.public.queries.towns import languages_of_town
from kuultu.public.reading import read_in, tongues


@for_residents
def town(request: Request) -> HttpResponse:
    """The municipality's page: every round's answer, the newest first."""
    public = public_rounds(request.now)
    reading = read_in(request, languages_of_town(public))
    found = [answer for each in public if (answer := answer_of(each, reading.code, request.now))]
    dates = [each.updated_on for each in found if each.updated_on]
    words = found[0].words if found else words_of(Texts(reading.code, {}))
    context = {"answers": found, "words": words, "updated_on": max(dates, default=None)}
    around = _around(reading, languages_of_town(public)) | _on_paper(request.path, reading)
    return render(request, "public/town.html", context | around)


@for_residents
def answer(request: Request, code: str) -> HttpResponse:
    """The answer of one round, to print and to hand out."""
    round = the_public_round(code, request.now)
    reading = read_in(request, round.languages)
    found = answer_of(round, reading.code, request.now)
    context = {"answer": found, "updated_on": found and found.updated_on, **_around(reading, round.languages)}
    return render(request, "public/answer.html", context | _on_paper(request.path, reading))


@for_residents
def card(request: Request, typed: str) -> HttpResponse:
    """A card by the code that is printed on it."""
    if (thing := thing_of(typed)) and thing.kind == "K" and (round := round_by(thing.round)):
        with scope(round.municipality):
            reading = read_in(request, round.languages)
            if found := card_shown(round, thing.number, reading.code, request.now):
                offered = [code for code in found.languages if code in {*round.languages, reading.code}]
                context = {"card": found, **_around(reading, offered), **_on_paper(request.path, reading)}
                return render(request, "public/card.html", context)
    return _unknown(request, typed)


@for_residents
def measure(request: Request, typed: str) -> HttpResponse:
    """A measure by the code that is printed on the programme."""
    if (thing := thing_of(typed)) and thing.kind == "T" and (round := round_by(thing.round)):
        with scope(round.municipality):
            reading = read_in(request, round.languages)
            whole = answer_of(round, reading.code, request.now)
            if whole and (row := whole.row(f"T{thing.number}")):
                context = {"row": row, "answer": whole, **_around(reading, round.languages)}
                return render(request, "public/measure.html", context | _on_paper(request.path, reading))
    return _unknown(request, typed)


def _unknown(request: Request, typed: str) -> HttpResponse:
    """The same for what is not there and for what may not be read yet: the code is asked for again."""
    reading = read_in(request, ())
    form = CodeForm({"code": typed})
    form.not_known()
    context = {"form": form, "action": reverse("public:home"), **_around(reading, ())}
    return render(request, "public/unknown.html", context, status=404)


def _around(reading: Language, offered: Collection[str]) -> dict[str, object]:
    """The language of the texts, and those to switch to."""
    return {"reading": reading, "tongues": tongues(offered)}


def _on_paper(path: str, reading: Language) -> dict[str, str]:
    """The page's own address in the reader's language, and its code, for paper."""
    address = f"{settings.SITE_URL}{path}?lang={reading.code}"
    return {"shown_address": address.partition("://")[2], "qr": qr_image(address)}


def qr_image(address: str) -> str:
    """A code for a camera, as an image that needs no request."""
    return f"data:image/svg+xml;base64,{base64.b64encode(qr.svg(address).encode()).decode()}"
