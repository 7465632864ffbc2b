"""The pages of this room."""

from django.urls import path

from kuultu.loop.statements.views import coding, lifting, overview, statement, table, themes, words

# /<municipality>/<round>/statements/…
round_pages = [
    path("<round:code>/statements/", overview.overview, name="overview"),
    path("<round:code>/statements/lift/", lifting.lift, name="lift"),
    path("<round:code>/statements/lift/<event:event_code>/", lifting.lift_one, name="lift_one"),
    path("<round:code>/statements/coding/", coding.coding, name="coding"),
    path("<round:code>/statements/table/", table.table, name="table"),
]

# /<municipality>/<round>/statements/themes/…
codebook = [
    path("<round:code>/statements/themes/", themes.themes, name="themes"),
    path("<round:code>/statements/themes/<int:number>/", themes.theme, name="theme"),
    path("<round:code>/statements/themes/<int:number>/merge/", themes.merge, name="merge"),
    path("<round:code>/statements/themes/<int:number>/raise/", themes.raise_one, name="raise"),
    path("<round:code>/statements/themes/<int:number>/drop/", themes.drop, name="drop"),
]

# /<municipality>/<round>/statements/<event>/…
event_pages = [
    path("<round:code>/statements/<event:event_code>/", statement.event, name="event"),
    path("<round:code>/statements/<event:event_code>/<int:number>/", statement.statement, name="statement"),
    path("<round:code>/statements/<event:event_code>/<int:number>/care/", statement.care, name="care"),
    path("<round:code>/statements/<event:event_code>/<int:number>/withdraw/", statement.withdraw, name="withdraw"),
]

# /<municipality>/<round>/statements/<event>/<number>/words/<language>/…
words_pages = [
    path("<round:code>/statements/<event:event_code>/<int:number>/words/<str:language>/", words.write, name="write"),
    path(
        "<round:code>/statements/<event:event_code>/<int:number>/words/<str:language>/check/",
        words.check,
        name="check",
    ),
    path(
        "<round:code>/statements/<event:event_code>/<int:number>/words/<str:language>/approve/",
        words.approve,
        name="approve",
    ),
]

urlpatterns = [*round_pages, *codebook, *event_pages, *words_pages]
