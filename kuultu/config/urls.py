"""The site map. Doors without an account are short; everything else mirrors the folders."""

from importlib import import_module

from django.urls import URLPattern, URLResolver, include, path, register_converter

from kuultu.loop import STAGES
from kuultu.loop.rounds.codes import EventCodeConverter, RoundCodeConverter

register_converter(RoundCodeConverter, "round")
register_converter(EventCodeConverter, "event")

stages: list[URLPattern | URLResolver] = []
doors: list[URLPattern | URLResolver] = []
for stage in STAGES:
    room = import_module(f"kuultu.loop.{stage}.urls")
    stages.append(path("<slug:municipality>/", include((room.urlpatterns, stage))))
    doors += getattr(room, "doors", [])

urlpatterns = [
    # /colours/…
    path("", include("kuultu.ground.web.urls")),
    # /in/… /out/ /me/
    path("", include("kuultu.ground.people.urls")),
    # /s/<token> /join/<code> /screen/<code> /o/<token> …
    *doors,
    # /<municipality>/<round>/<stage>/…
    *stages,
    # /<municipality>/desk/… /<municipality>/<round>/
    path("<slug:municipality>/", include("kuultu.desk.urls")),
    # / /<municipality>/ …
    path("", include("kuultu.public.urls")),
]
