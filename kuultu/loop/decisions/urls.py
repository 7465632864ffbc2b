"""The pages of this room, and the doors of the hall."""

from django.urls import URLPattern, path

from kuultu.loop.decisions.views import host, joining, overview, people, phone, screen, table

# /<municipality>/<round>/decisions/…
preparing = [
    path("<round:code>/decisions/", overview.overview, name="overview"),
    path("<round:code>/decisions/set-up/", overview.set_up, name="set_up"),
    path("<round:code>/decisions/people/", people.people, name="people"),
    path("<round:code>/decisions/invitation-<str:tongue>.<slug:ending>", people.invitation_file, name="invitation"),
    path("<round:code>/decisions/people/replies/", people.answers, name="replies"),
    path("<round:code>/decisions/people/<int:number>/reply/", people.answer, name="reply"),
    path("<round:code>/decisions/people/<int:number>/drop/", people.drop, name="uninvite"),
]

# /<municipality>/<round>/decisions/tables/…
seating = [
    path("<round:code>/decisions/tables/", people.tables, name="tables"),
    path("<round:code>/decisions/tables/add/", people.change_tables, {"way": "add"}, name="add_table"),
    path("<round:code>/decisions/tables/seat/", people.change_tables, {"way": "seat"}, name="seat"),
    path("<round:code>/decisions/tables/<int:number>/drop/", people.take_table_away, name="drop_table"),
    path("<round:code>/decisions/people/<int:number>/move/", people.move, name="move"),
    path("<round:code>/decisions/sheets/", people.sheets, name="sheets"),
]

# /<municipality>/<round>/decisions/host/… ideas/…
hosting = [
    path("<round:code>/decisions/host/", host.host, name="host"),
    path("<round:code>/decisions/host/step/", host.step, name="step"),
    path("<round:code>/decisions/host/paper/", host.paper, name="paper"),
    path("<round:code>/decisions/ideas/", host.ideas, name="ideas"),
    path("<round:code>/decisions/ideas/<int:number>/<str:way>/", host.weed, name="weed"),
]

urlpatterns: list[URLPattern] = [*preparing, *seating, *hosting]

doors: list[URLPattern] = [
    # /join/<code>/: choose a table and a language
    path("join/", joining.ask_code, name="decisions_join"),
    path("join/<str:code>/", joining.enter_code, name="decisions_join_code"),
    # /hall/<code>/: the phone
    path("hall/<str:code>/", phone.show, name="decisions_hall"),
    path("hall/<str:code>/vote/", phone.vote, name="decisions_vote"),
    # /table/<code>/<number>/: the tablet
    path("table/<str:code>/<int:number>/", table.show, name="decisions_table"),
    path("table/<str:code>/<int:number>/word/", table.say, name="decisions_word"),
    path("table/<str:code>/<int:number>/ideas/", table.add, name="decisions_idea"),
    path("table/<str:code>/<int:number>/ideas/<int:idea>/dot/", table.dot, name="decisions_dot"),
    # /screen/<code>/: the projector
    path("screen/<str:code>/", screen.show, name="decisions_screen"),
]
