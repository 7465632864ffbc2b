"""The pages of this room."""

from django.urls import path

from kuultu.desk.views import evidence, export, history, people, round, rounds, search

app_name = "desk"

# /<municipality>/desk/…
of_the_town = [
    path("desk/", rounds.rounds, name="rounds"),
    path("desk/export/", export.everything, name="everything"),
    path("desk/export.zip", export.zipped, name="zip"),
]

# /<municipality>/desk/people/…
of_people = [
    path("desk/people/", people.people, name="people"),
    path("desk/people/new/", people.new, name="new_member"),
    path("desk/people/<int:number>/link/", people.link, name="link"),
    path("desk/people/<int:number>/end/", people.end, name="end_role"),
    path("desk/organisations/<int:number>/freeze/", people.freeze, {"way": "freeze"}, name="freeze"),
    path("desk/organisations/<int:number>/thaw/", people.freeze, {"way": "thaw"}, name="thaw"),
]

# /<municipality>/<round>/…
of_a_round = [
    path("<round:code>/", round.show, name="round"),
    path("<round:code>/search/", search.search, name="search"),
    path("<round:code>/history/", history.history, name="history"),
    path("<round:code>/export.xlsx", export.workbook, name="workbook"),
    path("<round:code>/evidence/<str:short>/", evidence.evidence, name="evidence"),
]

urlpatterns = [*of_the_town, *of_people, *of_a_round]
