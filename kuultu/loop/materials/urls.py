"""The pages of this room."""

from django.urls import path

from kuultu.loop.materials.views import doors as behind
from kuultu.loop.materials.views import exchange, overview, packs, questions, texts

# /<municipality>/<round>/materials/
beginning = [
    path("<round:code>/materials/", overview.materials, name="materials"),
    path("<round:code>/materials/gallery/", overview.gallery, name="gallery"),
    path("<round:code>/materials/prepare/", overview.prepare, name="prepare"),
]

# /<municipality>/<round>/materials/questions/…
asking = [
    path("<round:code>/materials/questions/", questions.questions, name="questions"),
    path("<round:code>/materials/questions/new/", questions.add, name="new_question"),
    path("<round:code>/materials/questions/freeze/", questions.freeze, name="freeze"),
    path("<round:code>/materials/questions/<slug:key>/", questions.place, name="question"),
    path("<round:code>/materials/questions/<slug:key>/move/", questions.move, name="move_question"),
    path("<round:code>/materials/questions/<slug:key>/remove/", questions.remove, name="remove_question"),
    path("<round:code>/materials/questions/<slug:key>/back/", questions.bring_back, name="bring_back"),
]

# /<municipality>/<round>/materials/languages/…
wording = [
    path("<round:code>/materials/languages/<slug:tongue>/", texts.language, name="language"),
    path("<round:code>/materials/languages/<slug:tongue>/bring/", overview.bring_in, name="bring_in"),
    path("<round:code>/materials/languages/<slug:tongue>/plain/", overview.take_plain, name="take_plain"),
    path("<round:code>/materials/languages/<slug:tongue>/read/", texts.read_all, name="read_language"),
    path("<round:code>/materials/languages/<slug:tongue>/send/<slug:shape>/", exchange.send, name="send_texts"),
    path("<round:code>/materials/languages/<slug:tongue>/returned/", exchange.returned, name="returned_texts"),
    path("<round:code>/materials/languages/<slug:tongue>/take/", exchange.take, name="take_texts"),
    path("<round:code>/materials/languages/<slug:tongue>/<slug:kind>/", texts.words, name="words"),
    path("<round:code>/materials/languages/<slug:tongue>/<slug:kind>/read/", texts.read, name="read_words"),
]

# /<municipality>/<round>/materials/<event>/…
packing = [
    path("<round:code>/materials/packs.zip", packs.all_packs, name="packs"),
    path("<round:code>/materials/<event:event_code>/", packs.pack, name="pack"),
    path("<round:code>/materials/<event:event_code>/pack.zip", packs.whole, name="zip"),
    path("<round:code>/materials/<event:event_code>/event.ics", packs.date, name="date"),
    path("<round:code>/materials/<event:event_code>/<slug:kind>/", packs.show, name="paper"),
    path("<round:code>/materials/<event:event_code>/<slug:kind>.<slug:ending>", packs.file, name="file"),
]

urlpatterns = [*beginning, *asking, *wording, *packing]

# /f/<token>/…
doors = [
    path("f/<str:token>/", behind.facilitator, name="materials_door"),
    path("f/<str:token>/pack.zip", behind.facilitators_zip, name="materials_door_zip"),
    path("f/<str:token>/event.ics", behind.facilitators_date, name="materials_door_date"),
    path("f/<str:token>/<slug:kind>/", behind.facilitators_paper, name="materials_door_paper"),
    path("f/<str:token>/<slug:kind>.<slug:ending>", behind.facilitators_file, name="materials_door_file"),
]
