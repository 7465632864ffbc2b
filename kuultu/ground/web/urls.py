"""Pages of this room."""

from django.urls import path

from kuultu.ground.web import views

app_name = "web"
urlpatterns = [
    path("parts/", views.parts, name="parts"),
    path("<slug:municipality>/colours.css", views.colours, name="colours"),
]
