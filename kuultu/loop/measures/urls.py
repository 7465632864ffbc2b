"""The pages of this room."""

from django.urls import path

from kuultu.loop.measures.views import measure, programme

# /<municipality>/<round>/measures/…
the_programme = [
    path("<round:code>/measures/", programme.programme, name="programme"),
    path("<round:code>/measures/describe/", programme.describe, name="describe"),
    path("<round:code>/measures/publish/", programme.publish, name="publish"),
    path("<round:code>/measures/programme-<slug:language>.<slug:ending>", programme.paper, name="paper"),
    path("<round:code>/measures/new/", measure.new, name="new"),
]

# /<municipality>/<round>/measures/<number>/…
one_measure = [
    path("<round:code>/measures/<int:number>/", measure.measure, name="measure"),
    path("<round:code>/measures/<int:number>/change/", measure.change, name="change"),
    path("<round:code>/measures/<int:number>/leave-out/", measure.leave_out, name="leave_out"),
    path("<round:code>/measures/<int:number>/ask/", measure.ask, name="ask"),
    path("<round:code>/measures/<int:number>/accept/", measure.accept, name="accept"),
    path("<round:code>/measures/<int:number>/tell/<str:tongue>/", measure.tell, name="tell"),
]

urlpatterns = [*the_programme, *one_measure]

# /o/<token>/
doors = [path("o/<str:token>/", measure.behind_the_link, name="measures_door")]
