"""The pages of this room, and the door of those who answer."""

from django.urls import URLPattern, path

from kuultu.loop.surveys.views import answering, asking

# /<municipality>/<round>/surveys/…
urlpatterns: list[URLPattern] = [
    path("<round:code>/surveys/", asking.overview, name="overview"),
    path("<round:code>/surveys/<str:kind>/open/", asking.open_one, name="open"),
    path("<round:code>/surveys/<str:kind>/", asking.survey, name="survey"),
    path("<round:code>/surveys/<str:kind>/items/", asking.items, name="items"),
    path("<round:code>/surveys/<str:kind>/close/", asking.close, name="close"),
]

# /a/<code>/: answer; /a/hall/<join code>/: from the hall to the evening's survey
doors: list[URLPattern] = [
    path("a/hall/<str:code>/", answering.of_event, name="surveys_door_of_event"),
    path("a/<str:code>/", answering.answer, name="surveys_door"),
    path("a/<str:code>/thanks/", answering.thanks, name="surveys_door_thanks"),
]
