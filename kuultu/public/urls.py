"""The pages of residents."""

from django.urls import path

from kuultu.public.views import about, answers, front

app_name = "public"

# / /c/<code>/ /m/<code>/
of_the_server = [
    path("", front.home, name="home"),
    path("c/<str:typed>/", answers.card, name="card"),
    path("m/<str:typed>/", answers.measure, name="measure"),
]

# /<municipality>/…
of_a_municipality = [
    path("<slug:municipality>/", answers.town, name="town"),
    path("<slug:municipality>/<round:code>/answer/", answers.answer, name="answer"),
    path("<slug:municipality>/help/", about.help, name="help"),
    path("<slug:municipality>/privacy/", about.privacy, name="privacy"),
    path("<slug:municipality>/accessibility/", about.accessibility, name="accessibility"),
    path("<slug:municipality>/feedback/", about.feedback, name="feedback"),
]

urlpatterns = [*of_the_server, *of_a_municipality]
