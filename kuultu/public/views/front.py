"""The front page of the server: municipalities, a code, the way in."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from kuultu.ground.people.request import Request
from kuultu.ground.web.interface import for_residents
from kuultu.loop.materials.wording import Texts
from kuultu.public.codes import address_of
from kuultu.public.forms import CodeForm
from kuultu.public.queries.answers import words_of
from kuultu.public.queries.towns import towns
from kuultu.public.reading import read_in, tongues


@for_residents
def home(request: Request) -> HttpResponse:
    """Who hears its residents here, and what a code opens."""
    found = towns()
    offered = [code for town in found for code in town.languages]
    reading = read_in(request, offered)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if address := address_of(request, form.cleaned_data["code"]):
            return redirect(address)
        form.not_known()
    words = words_of(Texts(reading.code, {}))
    context = {"towns": found, "form": form, "words": words, "reading": reading, "tongues": tongues(offered)}
    return render(request, "public/home.html", context, status=400 if form.errors else 200)
