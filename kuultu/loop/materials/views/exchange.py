"""Pages by which a language's texts go to a translator without an account, and come back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from kuultu.ground.documents.reading.refusals import Refused as Unreadable
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.people.request import Request
from kuultu.ground.people.rules import require, telling
from kuultu.loop.materials.actions.exchange import require_fitting, take_translation
from kuultu.loop.materials.documents.files import CONTENT_TYPES
from kuultu.loop.materials.documents.translation import Shape, came_back, sent
from kuultu.loop.materials.exchange import Comparison, Returned, compare
from kuultu.loop.materials.forms import ReturnedForm, TakeForm
from kuultu.loop.materials.models import source_language
from kuultu.loop.materials.pack import Shelf
from kuultu.loop.materials.queries import shelf_of, the_language
from kuultu.loop.materials.refusals import sentence
from kuultu.loop.materials.rules import may_see, may_word
from kuultu.loop.rounds.models import Round
from kuultu.loop.rounds.queries import the_round

TYPES = CONTENT_TYPES | {"xlf": "application/xliff+xml"}


def send(request: Request, code: str, tongue: str, shape: str) -> HttpResponse:
    """The texts of a language as a file for a translator."""
    round, shelf = _open(request, code, tongue)
    if shape not in list(Shape):
        raise Http404("No such file.")
    wanted = Shape(shape)
    name = f"{round.code}-texts-{tongue}-{shape}.{wanted.ending}"
    head = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(sent(shelf, tongue, wanted), content_type=TYPES[wanted.ending], headers=head)


def returned(request: Request, code: str, tongue: str) -> HttpResponse:
    """A file that came back: what is new and changed in it, before any of it is taken."""
    round, shelf = _open(request, code, tongue)
    require(may_word(request.actor, round, tongue))
    form = ReturnedForm(request.POST, request.FILES) if request.method == "POST" else ReturnedForm()
    if form.is_bound and form.is_valid():
        with telling(form):
            found = _read(form, shelf, tongue)
            if found is not None:
                compared = require_fitting(shelf, tongue, found)
                return _page(request, round, tongue, TakeForm(compared, tongue), compared, found)
    context = {"round": round, "tongue": tongue, "form": form}
    return render(request, "materials/return.html", context, status=400 if form.errors else 200)


@require_POST
def take(request: Request, code: str, tongue: str) -> HttpResponse:
    """Take the chosen texts; those that cannot go in stay on the page with their words."""
    round, shelf = _open(request, code, tongue)
    require(may_word(request.actor, round, tongue))
    typed = TakeForm.typed(request.POST)
    form = TakeForm(compare(shelf, tongue, typed), tongue, request.POST)
    if form.is_valid():
        with telling(form):
            chosen = form.chosen()
            compared = take_translation(
                round, tongue, by=request.actor, now=request.now, author=form.cleaned_data["author"], returned=chosen
            )
            count = len(compared.taken)
            told = ngettext("%d text was taken. It is a draft until somebody has read it.",
                            "%d texts were taken. They are drafts until somebody has read them.", count)  # fmt: skip
            messages.success(request, told % count)
            if not compared.refused:
                return redirect(at("materials:language", round.code, tongue))
            form = TakeForm(compared, tongue, author=form.cleaned_data["author"])
            return _page(request, round, tongue, form, compared, chosen, status=400)
    return _page(request, round, tongue, form, form.compared, typed, status=400)


def _open(request: Request, code: str, tongue: str) -> tuple[Round, Shelf]:
    """The round and its words, for a language that follows another. Raises Http404 for the one that is followed."""
    round = the_round(request, code)
    require(may_see(request.actor, round))
    if the_language(tongue) == source_language(round):
        raise Http404("Nothing to translate from.")
    return round, shelf_of(round)


def _read(form: ReturnedForm, shelf: Shelf, tongue: str) -> Returned | None:
    """What stands in the file; None, with a sentence on the form, when it cannot be read."""
    try:
        return came_back(shelf, tongue, form.cleaned_data["file"].read())
    except Unreadable as refused:
        form.add_error("file", str(sentence(refused.reason)))
        return None


def _page(
    request: Request, round: Round, tongue: str, form: TakeForm, compared: Comparison, found: Returned,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {
        "round": round, "tongue": tongue, "source": source_language(round), "form": form, "compared": compared,
        "found": found,
    }  # fmt: skip
    return render(request, "materials/returned.html", context, status=status)
