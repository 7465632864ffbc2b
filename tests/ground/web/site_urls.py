"""The whole site, with the pages of this room first, also within a municipality."""

from django.urls import include, path

from kuultu.config import urls
from kuultu.ground.web import views

urlpatterns = [
    path("", include("kuultu.ground.web.urls")),
    path("<slug:municipality>/parts/", views.parts),
    *urls.urlpatterns,
]
