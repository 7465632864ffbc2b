"""The codebook: themes, what belongs to them, how often they came up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.municipalities.scope import current
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.loop.materials.models import Domain
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import the_round
from kuultu.loop.statements.actions.themes import change_theme, drop_theme, make_theme, merge_themes, raise_theme
from kuultu.loop.statements.forms import MergeForm, ThemeForm
from kuultu.loop.statements.models import Theme
from kuultu.loop.statements.queries import the_theme, themes_of, working_language
from kuultu.loop.statements.rules import may_compare, may_edit_themes


def themes(request: Request, code: str) -> HttpResponse:
    """All themes by domain, and a form for a new one."""
    round = the_round(request, code)
    require(may_compare(request.actor, round))
    may = may_edit_themes(request.actor, round)
    form = ThemeForm(request.POST or None, _other_languages(round))
    if request.method == "POST" and form.is_valid():
        with telling(form):
            made = make_theme(round, by=request.actor, now=request.now, **form.cleaned_data)
            messages.success(request, gettext("Theme added: %s") % made)
            return redirect(at("statements:themes", round.code))
    context = {"round": round, "form": form, "may_edit_themes": may, "sections": _by_domain(round),
               "working": working_language()}  # fmt: skip
    return render(request, "statements/themes.html", context, status=400 if form.errors else 200)


def theme(request: Request, code: str, number: int) -> HttpResponse:
    """Change a theme, merge others into it, drop it."""
    round = the_round(request, code)
    require(may_compare(request.actor, round))
    found = the_theme(round, number)
    may = may_edit_themes(request.actor, round)
    form = ThemeForm(request.POST or None, _other_languages(round), instance=found)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            change_theme(found, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("statements:themes", round.code))
    return _theme_page(request, round, found, form, MergeForm(None, found), may)


@require_POST
def merge(request: Request, code: str, number: int) -> HttpResponse:
    """Other themes become part of this one."""
    round = the_round(request, code)
    found = the_theme(round, number)
    may = may_edit_themes(request.actor, round)
    require(may)
    form = MergeForm(request.POST, found)
    if form.is_valid():
        with telling(form):
            merge_themes(found, form.cleaned_data["others"], by=request.actor, now=request.now)
            messages.success(request, gettext("The themes are one now."))
            return redirect(at("statements:theme", round.code, number))
    return _theme_page(request, round, found, ThemeForm(None, _other_languages(round), instance=found), form, may)


@require_POST
def raise_one(request: Request, code: str, number: int) -> HttpResponse:
    """One place earlier."""
    round = the_round(request, code)
    raise_theme(the_theme(round, number), by=request.actor, now=request.now)
    return redirect(f"{at('statements:themes', round.code)}#theme-{number}")


@require_POST
def drop(request: Request, code: str, number: int) -> HttpResponse:
    """A theme that nothing stands under goes."""
    round = the_round(request, code)
    drop_theme(the_theme(round, number), by=request.actor, now=request.now)
    return redirect(at("statements:themes", round.code))


def _theme_page(
    request: Request, round: Round, found: Theme, form: ThemeForm, merging: MergeForm, may: object
) -> HttpResponse:
    context = {"round": round, "theme": found, "form": form, "merging": merging, "may_edit_themes": may}
    return render(request, "statements/theme.html", context, status=400 if form.errors or merging.errors else 200)


def _by_domain(round: Round) -> list[tuple[str, list[tuple[int, Theme, bool]]]]:
    """Domain, then the number that its key has when coding, the theme, and whether another stands before it."""
    numbered = list(enumerate(themes_of(round), start=1))
    found = []
    for domain in Domain.values:
        own = [(number, theme) for number, theme in numbered if theme.domain == domain]
        if own:
            found.append((domain, [(number, theme, theme != own[0][1]) for number, theme in own]))
    return found


def _other_languages(round: Round) -> list[str]:
    """The municipality's and the answer's languages, without the working language."""
    wanted = [*current().languages.split(","), *round.languages]
    return [code for code in dict.fromkeys(wanted) if code != working_language()]
