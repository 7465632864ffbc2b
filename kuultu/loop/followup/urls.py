"""The pages of this room."""

from django.urls import path

from kuultu.loop.followup.views import measure, overview

# /<municipality>/<round>/followup/…
the_round = [
    path("<round:code>/followup/", overview.overview, name="overview"),
    path("<round:code>/followup/undone/", overview.undone, name="undone"),
    path("<round:code>/followup/hear-next/", overview.next_group, name="hear_next"),
    path("<round:code>/followup/close/", overview.close, name="close"),
    path("<round:code>/followup/next-round/", overview.next_round, name="next_round"),
]

# /<municipality>/<round>/followup/<measure>/… and …/checkups/<id>/…
measures = [
    path("<round:code>/followup/<int:number>/", measure.measure, name="measure"),
    path("<round:code>/followup/<int:number>/finding/", measure.finding, name="finding"),
    path("<round:code>/followup/checkups/<int:checkup>/", measure.check, name="check"),
    path("<round:code>/followup/checkups/<int:checkup>/remind/", measure.remind, name="remind"),
    path("<round:code>/followup/checkups/<int:checkup>/tell/<str:tongue>/", measure.tell, name="tell"),
]

urlpatterns = [*the_round, *measures]

# /o/<token>/now/
doors = [path("o/<str:token>/now/", measure.behind_the_link, name="followup_door")]
