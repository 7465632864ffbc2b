"""Pages of this room: none that visitors look for."""

from django.urls import path, re_path

from kuultu.ground.web import views

app_name = "web"
urlpatterns = [
    # /colours/0B5563-D9A21B.css
    re_path(r"^colours/(?P<main>[0-9A-Fa-f]{6})-(?P<accent>[0-9A-Fa-f]{6})\.css$", views.colours, name="colours"),
    # /parts/ /parts/hand/ …
    path("parts/", views.parts, name="parts"),
    path("parts/<slug:shown>/", views.parts, name="sample"),
]
