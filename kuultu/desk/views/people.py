"""Who has which role; one-time sign-in links; organisations frozen and thawed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from kuultu.desk.forms import MemberForm
from kuultu.desk.queries.people import by_house, the_membership, the_organisation
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.actions import add_member, end_role, make_sign_in_link
from kuultu.ground.people.links import address_of
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.ground.people.who import may_end_role, may_manage_people
from kuultu.ground.web.forms import status_of
from kuultu.loop.rounds.actions.orders import freeze_organisation, thaw_organisation
from kuultu.loop.rounds.rules import may_begin


def people(request: Request) -> HttpResponse:
    """The municipality's own people and those of its organisations."""
    require(may_manage_people(request.actor))
    return render(request, "desk/people.html", _people(request))


def new(request: Request) -> HttpResponse:
    """Give somebody a role."""
    require(may_manage_people(request.actor))
    form = MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            member = add_member(by=request.actor, now=request.now, **form.cleaned_data)
            messages.success(request, _("{name} has the role now. Make a link to sign in with.").format(
                name=member.person.name))  # fmt: skip
            return redirect(at("desk:people") + f"#p{member.pk}")
    return render(request, "desk/new_member.html", {"form": form}, status=status_of(form))


@require_POST
@never_cache
def link(request: Request, number: int) -> HttpResponse:
    """A link that signs this person in once. It is shown in this answer and on no other page."""
    require(may_manage_people(request.actor))
    member = the_membership(number)
    made = make_sign_in_link(by=request.actor, now=request.now, person=member.person)
    context = {"member": member, "address": f"{address_of(made)}/", "until": made.expires_at}
    return render(request, "desk/link.html", context)


@require_POST
def end(request: Request, number: int) -> HttpResponse:
    """Somebody's role here ends."""
    member = end_role(the_membership(number), by=request.actor, now=request.now)
    messages.success(request, _("{name} no longer has the role.").format(name=member.person.name))
    return redirect(at("desk:people"))


@require_POST
def freeze(request: Request, number: int, way: str) -> HttpResponse:
    """Freeze an organisation, or thaw it."""
    do = freeze_organisation if way == "freeze" else thaw_organisation
    organisation = do(the_organisation(number), by=request.actor, now=request.now)
    says = _("{name} is frozen.") if way == "freeze" else _("{name} can go on.")
    messages.success(request, says.format(name=organisation.name))
    return redirect(at("desk:people"))


def _people(request: Request) -> dict[str, Any]:
    own, theirs = by_house(request.now)
    return {
        "own": [(each, may_end_role(request.actor, each)) for each in own],
        "houses": [(each, [(member, may_end_role(request.actor, member)) for member in each.members])
                   for each in theirs],
        "may_manage": may_manage_people(request.actor),
        "may_freeze": may_begin(request.actor),
    }  # fmt: skip
