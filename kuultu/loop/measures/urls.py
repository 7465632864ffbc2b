"""The pages of this room."""

from django.urls import URLPattern

# /<municipality>/<round>/measures/
urlpatterns: list[URLPattern] = []
