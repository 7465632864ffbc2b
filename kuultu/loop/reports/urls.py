"""The pages of this room."""

from django.urls import path

from kuultu.loop.reports.views import board, finishing, report, scribe, sending, typing

# /<municipality>/<round>/reports/…
reading = [
    path("<round:code>/reports/", board.show, name="board"),
    path("<round:code>/reports/<event:event_code>/", report.show, name="report"),
    path("<round:code>/reports/<event:event_code>/check/", report.check, name="check"),
    path("<round:code>/reports/<event:event_code>/return/", report.send_back, name="return"),
    path("<round:code>/reports/<event:event_code>/deliver/", report.deliver, name="deliver"),
    path("<round:code>/reports/<event:event_code>/lock/", report.lock, name="lock"),
    path("<round:code>/reports/<event:event_code>/add/", report.add, name="add"),
    path("<round:code>/reports/<event:event_code>/find/", report.find, name="find"),
    path("<round:code>/reports/<event:event_code>/loose/<int:number>/", report.place, name="place"),
]

# /<municipality>/<round>/reports/<event>/form/ …/typing/
taking_in = [
    path("<round:code>/reports/<event:event_code>/form/", sending.show, name="form"),
    path("<round:code>/reports/<event:event_code>/form/<int:number>/replace/", sending.replace, name="replace"),
    path("<round:code>/reports/<event:event_code>/typing/", typing.show, name="typing"),
]

# /s/<token>/…
doors = [
    path("s/<str:token>/", scribe.start, name="reports_door"),
    path("s/<str:token>/facts/", scribe.facts, name="reports_door_facts"),
    path("s/<str:token>/matters/", scribe.matters, name="reports_door_matters"),
    path("s/<str:token>/check/", finishing.check, name="reports_door_check"),
    path("s/<str:token>/check/find/", finishing.find, name="reports_door_find"),
    path("s/<str:token>/check/finish/", finishing.finish, name="reports_door_finish"),
    path("s/<str:token>/receipt/", finishing.receipt, name="reports_door_receipt"),
    path("s/<str:token>/form/", sending.door_show, name="reports_door_form"),
    path("s/<str:token>/form/<int:number>/replace/", sending.door_replace, name="reports_door_replace"),
    path("s/<str:token>/form/loose/<int:number>/", sending.door_place, name="reports_door_place"),
    path("s/<str:token>/<slug:key>/", scribe.question, name="reports_door_question"),
    path("s/<str:token>/<slug:key>/notes/", scribe.notes, name="reports_door_notes"),
    path("s/<str:token>/<slug:key>/<int:number>/", scribe.line, name="reports_door_line"),
    path("s/<str:token>/<slug:key>/<int:number>/remove/", scribe.remove, name="reports_door_remove"),
]

urlpatterns = [*reading, *taking_in]
