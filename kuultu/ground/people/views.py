"""Signing in – by a link or with a password – and out; choosing a municipality."""

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actions import use_sign_in_link
from kuultu.ground.people.forms import SignInForm
from kuultu.ground.people.links import link_by
from kuultu.ground.people.models import Membership, Purpose
from kuultu.ground.people.request import SESSION_TOWN, Request
from kuultu.ground.people.rules import Refused
from kuultu.ground.web.interface import for_staff


def sign_in(request: Request) -> HttpResponse:
    """E-mail and password; whoever has no password asks the coordinator for a link."""
    form = SignInForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        request.session.pop(SESSION_TOWN, None)
        return redirect(form.cleaned_data["next"] or "people:home")
    return render(request, "people/sign_in.html", {"form": form}, status=400 if form.errors else 200)


@for_staff
def enter(request: Request, token: str) -> HttpResponse:
    """A sign-in link: a page with one button, so that a mail scanner that opens links does not use it up."""
    link = link_by(token, Purpose.SIGN_IN)
    if link is None or not link.is_open(request.now):
        return render(request, "people/link_used.html", status=410)
    if request.method == "POST":
        try:
            with scope(link.municipality):
                person = use_sign_in_link(link, now=request.now)
        except Refused:
            return render(request, "people/link_used.html", status=410)
        login(request, person, backend="django.contrib.auth.backends.ModelBackend")
        request.session[SESSION_TOWN] = link.municipality_id
        return redirect("people:home")
    return render(request, "people/enter.html", {"town": link.municipality})


def home(request: Request) -> HttpResponse:
    """Straight on to the only municipality, or a choice of them."""
    if not request.user.is_authenticated:
        return redirect("people:sign_in")
    held = Membership.held(request.now).filter(person=request.user).select_related("municipality", "organisation")
    if (only := request.session.get(SESSION_TOWN)) is not None:
        held = held.filter(municipality_id=only)
    towns = {membership.municipality.slug: membership for membership in held}
    if len(towns) == 1:
        return redirect("desk:rounds", municipality=next(iter(towns)))
    return render(request, "people/home.html", {"memberships": towns.values()})


@require_POST
def sign_out(request: Request) -> HttpResponse:
    """Ends the session and empties the browser's store for this site."""
    logout(request)
    response = redirect("people:sign_in")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def slow_down(request: HttpRequest, response: object = None, credentials: object = None) -> HttpResponse:
    """Too many wrong passwords: a pause, told plainly."""
    return render(request, "people/slow_down.html", status=429)
