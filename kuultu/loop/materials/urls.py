"""The pages of this room."""

from django.urls import URLPattern

# /<municipality>/<round>/materials/
urlpatterns: list[URLPattern] = []
