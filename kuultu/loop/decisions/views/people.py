"""Who is invited, who has answered; tables and who sits where; the paper for the tables."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kuultu.ground.documents.docx import to_docx
from kuultu.ground.documents.pdf import to_pdf
from kuultu.ground.languages.registry import CONTENT
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request, whole
from kuultu.ground.people.rules import require, telling
from kuultu.ground.web.context import page_language
from kuultu.loop.cards.queries import cards_shown
from kuultu.loop.decisions.actions.people import (
    add_table,
    count_replies,
    drop_table,
    invite,
    move_attendee,
    reply,
    seat_attendees,
    uninvite,
)
from kuultu.loop.decisions.codes import table_key
from kuultu.loop.decisions.documents import join_address, qr_of, table_address
from kuultu.loop.decisions.forms import InviteForm, RepliesForm
from kuultu.loop.decisions.invitation import invitation
from kuultu.loop.decisions.models import DecisionEvent, Reply, Table
from kuultu.loop.decisions.queries import groups_of, replies_of, seated, the_attendee, the_evening, the_table
from kuultu.loop.decisions.queries.hall import told
from kuultu.loop.decisions.rules import may_prepare, may_see
from kuultu.loop.decisions.words import CHOICES
from kuultu.loop.materials.documents.files import CONTENT_TYPES
from kuultu.loop.rounds.queries import languages_of, the_round


def people(request: Request, code: str) -> HttpResponse:
    """The list of those invited; inviting more."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    event = the_evening(round)
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with telling(form):
            invite(event, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("decisions:people", round.code))
    return _people(request, event, form=form)


def invitation_file(request: Request, code: str, tongue: str, ending: str) -> HttpResponse:
    """The invitation in a language, to change or to print."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    event = the_evening(round)
    if tongue not in CONTENT or ending not in ("docx", "pdf"):
        raise Http404("No such file.")
    letter = invitation(event, tongue)
    content = to_docx(letter) if ending == "docx" else to_pdf(letter, timestamp=request.now)
    name = f"{round.code}-decision-invitation-{tongue}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=CONTENT_TYPES[ending], headers=headers)


@require_POST
def answer(request: Request, code: str, number: int) -> HttpResponse:
    """Note what somebody answered."""
    event = the_evening(the_round(request, code))
    require(may_prepare(request.actor, event.round))
    if (said := request.POST.get("reply")) in Reply.values:
        reply(the_attendee(event, number), by=request.actor, now=request.now, answer=Reply(said))
    return redirect(at("decisions:people", code))


@require_POST
def answers(request: Request, code: str) -> HttpResponse:
    """Note how many of those invited in number are coming."""
    event = the_evening(the_round(request, code))
    require(may_prepare(request.actor, event.round))
    form = RepliesForm(request.POST)
    if form.is_valid():
        with telling(form):
            count_replies(event, by=request.actor, now=request.now, **form.cleaned_data)
            return redirect(at("decisions:people", code))
    return _people(request, event, replies_form=form)


@require_POST
def drop(request: Request, code: str, number: int) -> HttpResponse:
    """Take somebody off the list."""
    event = the_evening(the_round(request, code))
    uninvite(the_attendee(event, number), by=request.actor, now=request.now)
    return redirect(at("decisions:people", code))


def tables(request: Request, code: str) -> HttpResponse:
    """The tables and who sits at each."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    event = the_evening(round)
    seats, nowhere = seated(event)
    context = {
        "event": event,
        "tables": [(each, table_address(event, each.table.number)) for each in seats],
        "nowhere": nowhere,
        "replies": replies_of(event),
        "may_prepare": may_prepare(request.actor, round),
    }
    return render(request, "decisions/tables.html", context)


@require_POST
def change_tables(request: Request, code: str, way: str) -> HttpResponse:
    """Add a table, or seat everybody by the rule."""
    event = the_evening(the_round(request, code))
    {"add": add_table, "seat": seat_attendees}[way](event, by=request.actor, now=request.now)
    return redirect(at("decisions:tables", code))


@require_POST
def take_table_away(request: Request, code: str, number: int) -> HttpResponse:
    """Take a table away that nobody has used."""
    event = the_evening(the_round(request, code))
    drop_table(the_table(event, number), by=request.actor, now=request.now)
    return redirect(at("decisions:tables", code))


@require_POST
def move(request: Request, code: str, number: int) -> HttpResponse:
    """Somebody sits at another table."""
    event = the_evening(the_round(request, code))
    wanted = whole(request.POST.get("table", ""))
    table = the_table(event, wanted) if wanted > 0 else None
    move_attendee(the_attendee(event, number), by=request.actor, now=request.now, table=table)
    return redirect(at("decisions:tables", code) + (f"#table-{table.number}" if table else ""))


def sheets(request: Request, code: str) -> HttpResponse:
    """Paper for each table: the cards with their numbers, room for lines and reasons, and the codes."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    event = the_evening(round)
    wanted = request.GET.get("in", "")
    here = wanted if wanted in event.languages else page_language().code
    numbers = Table.objects.filter(decision_event=event).values_list("number", flat=True)
    context = {
        "event": event,
        "cards": [told(card, here) for card in cards_shown(round)],
        "sheets": [_sheet(event, number) for number in numbers],
        "choices": CHOICES,
        "in_language": here,
    }
    return render(request, "decisions/sheets.html", context)


def _sheet(event: DecisionEvent, number: int) -> dict[str, object]:
    phone, tablet = join_address(event, number), table_address(event, number)
    return {
        "number": number,
        "key": table_key(event.code, number),
        "phone": phone,
        "phone_qr": qr_of(phone),
        "tablet": tablet,
        "tablet_qr": qr_of(tablet),
    }


def _people(request: Request, event: DecisionEvent, **forms: object) -> HttpResponse:
    named, groups = groups_of(event)
    context = {
        "event": event,
        "named": named,
        "groups": groups,
        "replies": replies_of(event),
        "form": InviteForm(),
        "choices": Reply.choices,
        "letters": list(dict.fromkeys([*event.languages, *languages_of(event.round)])),
        "may_prepare": may_prepare(request.actor, event.round),
        **forms,
    }
    wrong = any(getattr(form, "errors", None) for form in forms.values())
    return render(request, "decisions/people.html", context, status=400 if wrong else 200)
