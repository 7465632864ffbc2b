"""The pages of this room."""

from django.urls import URLPattern

# /<municipality>/<round>/slides/
urlpatterns: list[URLPattern] = []
