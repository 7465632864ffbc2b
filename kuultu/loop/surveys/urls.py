"""The pages of this room."""

from django.urls import URLPattern

# /<municipality>/<round>/surveys/
urlpatterns: list[URLPattern] = []
