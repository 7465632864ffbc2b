"""The whole site, with the pages of this room first."""

from django.urls import include, path

from kuultu.config import urls

urlpatterns = [path("", include("kuultu.ground.web.urls")), *urls.urlpatterns]
