"""The pages of this room."""

from django.urls import URLPattern

# /<municipality>/<round>/statements/
urlpatterns: list[URLPattern] = []
