"""The pages of this room."""

from django.urls import URLPattern

# /<municipality>/<round>/cards/
urlpatterns: list[URLPattern] = []
