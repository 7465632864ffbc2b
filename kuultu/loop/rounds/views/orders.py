"""Pages between the municipality and the organisations."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.actions import add_member
from kuultu.ground.people.models import Role
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.ground.web.forms import status_of
from kuultu.loop.rounds.actions.orders import admit_organisation, answer_order, change_order, send_order, write_order
from kuultu.loop.rounds.forms import AnswerForm, OrderForm, OrganisationForm
from kuultu.loop.rounds.models import Order
from kuultu.loop.rounds.queries import the_order, the_round
from kuultu.loop.rounds.rules import may_answer, may_begin, may_plan, may_see


def new_organisation(request: Request, code: str) -> HttpResponse:
    """Admit an organisation, with the person who coordinates there."""
    round = the_round(request, code)
    require(may_begin(request.actor))
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            values = dict(form.cleaned_data)
            name, email = values.pop("person_name"), values.pop("person_email")
            organisation = admit_organisation(by=request.actor, now=request.now, contact_email=email, **values)
            add_member(by=request.actor, now=request.now, email=email, name=name, role=Role.ORGANISATION,
                       organisation=organisation)  # fmt: skip
            return redirect(at("rounds:new_order", round.code))
    return render(request, "rounds/organisation.html", {"form": form, "round": round}, status=status_of(form))


def write(request: Request, code: str, number: int | None = None) -> HttpResponse:
    """Write an order, or change one that has not been answered."""
    round = the_round(request, code)
    require(may_plan(request.actor, round))
    order = the_order(round, number) if number else None
    form = OrderForm(round, request.POST or None, instance=order, initial={"due_on": round.talks_until})
    if request.method == "POST" and form.is_valid():
        with telling(form):
            if order:
                change_order(order, by=request.actor, now=request.now, **form.cleaned_data)
            else:
                order = write_order(round, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("rounds:order", round.code, order.pk))
    return render(
        request, "rounds/write_order.html", {"form": form, "round": round, "order": order}, status=status_of(form)
    )


def show(request: Request, code: str, number: int) -> HttpResponse:
    """An order as both sides see it."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    order = the_order(round, number)
    if not request.actor.has(Role.COORDINATOR, Role.ANALYST) and not request.actor.speaks_for(order.organisation_id):
        order = the_order(round, 0)
    return render(request, "rounds/order.html", {"round": round, "order": order, **_answers(request, order)})


@require_POST
def send(request: Request, code: str, number: int) -> HttpResponse:
    """Send the order."""
    round = the_round(request, code)
    order = send_order(the_order(round, number), by=request.actor, now=request.now)
    return redirect(at("rounds:order", round.code, order.pk))


@require_POST
def answer(request: Request, code: str, number: int) -> HttpResponse:
    """The organisation says yes or no."""
    round = the_round(request, code)
    order = the_order(round, number)
    require(may_answer(request.actor, order))
    form = AnswerForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        answer_order(
            order, by=request.actor, now=request.now, accepted=said["accepted"] == "yes", answer=said["answer"]
        )
        return redirect(at("rounds:order", round.code, order.pk))
    context = {"round": round, "order": order, "form": form, **_answers(request, order)}
    return render(request, "rounds/order.html", context, status=400)


def _answers(request: Request, order: Order) -> dict[str, object]:
    return {"may_plan": may_plan(request.actor, order.round), "may_answer": may_answer(request.actor, order)}
